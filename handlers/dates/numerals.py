"""Numbers written with Chinese numerals, and numbers put together of several words."""

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
HAN = "".join(_DIGITS) + "".join(_TENS) + "廿"
MARKS_OF_HAN = frozenset(HAN)


def chinese(written: str) -> int | None:
    """The number, by digits (二〇二五) or by tens (三十一); None for 三四, which is "three or four"."""
    written = written.replace("廿", "二十")
    if all(sign in _DIGITS for sign in written):
        values = [_DIGITS[sign] for sign in written]
        if len(values) == 2 and values[1] == values[0] + 1:
            return None
        return int("".join(map(str, values)))
    total, digit = 0, None
    for sign in written:
        if sign in _TENS:
            total += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        elif digit:
            return None
        else:
            digit = _DIGITS[sign]
    return total + (digit or 0)


def joined(before: int, after: int) -> int | None:
    """What two number words make together, "twenty" "three"; None if they are two numbers."""
    if after == 1000 and 0 < before < 10:
        return before * 1000
    room = next((size for size in (1000, 100, 10) if before % size == 0 and before >= size), 0)
    if room == 10 and before < 20 and after > 9:
        return None
    return before + after if 0 < after < room else None
