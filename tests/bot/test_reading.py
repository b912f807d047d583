"""What comes from outside is read whatever it holds."""

import json

import pytest

from bot.reading import DEEPEST, read_json, shallow


def test_what_is_usual_is_read_as_usual():
    said = {"text": 'a "quoted" \\ [brace} ү \ud83d', "n": [1, -2.5, None, True, {"": []}]}

    assert read_json(json.dumps(said)) == said


@pytest.mark.parametrize("depth", [DEEPEST, 990, 5_000, 200_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_a_nest_too_deep_is_cut_and_its_neighbours_stay(depth, opening, closing):
    nest = opening * depth + "1" + closing * depth

    first, deep, last = read_json(f'["ahead }}", {nest}, {{"last": "]"}}]')

    assert (first, last) == ("ahead }", {"last": "]"})
    assert deep is not None
    json.dumps(deep)


def test_a_number_too_long_is_read_as_one_that_is_none_of_telegrams():
    first, long, last = read_json(f"[7, {'9' * 5_000}, {'1' * 20}]")

    assert (first, last) == (7, 11_111_111_111_111_111_111)
    assert long == float("inf")


def test_a_long_number_in_a_deep_nest_is_read_too():
    assert read_json(f"[{'[' * 3_000}{'9' * 5_000}{']' * 3_000}, 5, {'9' * 5_000}]")[1] == 5


@pytest.mark.parametrize("text", ["", "[", '{"a": ', "[" * 5_000, "nonsense"])
def test_what_is_no_json_is_said_to_be_none(text):
    with pytest.raises(ValueError, match="Expecting"):
        read_json(text)


def test_a_deep_value_can_be_written_after_its_depth_was_cut():
    deep: list[object] = []
    for _ in range(5_000):
        deep = [deep, {"beside": [1]}]

    cut = json.dumps(shallow({"update_id": 7, "deep": deep, "flat": [None, "x"]}))

    assert json.loads(cut)["update_id"] == 7
    assert json.loads(cut)["flat"] == [None, "x"]
    assert cut.count('"beside": [1]') == DEEPEST - 4


def test_what_is_not_deep_stays_as_it_is():
    said = {"a": [{"b": []}, {}, "", 0, False, None], "": "c"}

    assert shallow(said) == said
    assert shallow("said") == "said"
