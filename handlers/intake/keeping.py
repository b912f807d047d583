"""How a report keeps what was told: places in its JSON, and nothing that is told leaves them."""

from collections.abc import Mapping
from typing import Any

from handlers.intake.outline import Question
from handlers.intake.replies import Sent, pieces_of
from storage.records import Json


def answer_to(draft: dict[str, Any], question: Question) -> dict[str, Any]:
    """The place for everything that is told to *question*."""
    empty: dict[str, Any] = {"state": "", "value": None, "texts": [], "files": [], "remarks": []}
    answer: dict[str, Any] = draft["answers"].setdefault(question.key, empty)
    return answer


def has_content(answer: Json) -> bool:
    """Whether anything was sent to this question."""
    return bool(answer["texts"] or answer["files"] or answer["remarks"] or answer["value"])


def state_of(draft: Json, question: Question) -> str:
    """given, unknown, skipped; empty where the question is still open."""
    return str(draft["answers"].get(question.key, {}).get("state", ""))


def keep_file(answer: dict[str, Any], sent: Sent) -> None:
    """The file, and the words that came with it."""
    for piece in pieces_of(sent):
        answer["files" if "id" in piece else "texts"].append(piece)


def reword(answer: dict[str, Any], value: Any, *texts: dict[str, Any]) -> None:
    """Answering again replaces the answer; the earlier wording stays as a remark."""
    answer.pop("proposal", None)
    answer["remarks"].extend(answer["texts"])
    answer.update(state="given", value=value, texts=list(texts))


def propose(answer: dict[str, Any], values: tuple[Any, ...], words: dict[str, Any]) -> None:
    """Until she says what she meant, her words stand among the remarks, and the answer stays as it was."""
    answer["remarks"].append(words)
    answer["proposal"] = {"values": list(values), "words": words}


def accept(answer: dict[str, Any], value: Any) -> None:
    """She said what she meant by her words; *value* is None where they stand for themselves."""
    words = answer.pop("proposal")["words"]
    if words in answer["remarks"]:
        answer["remarks"].remove(words)
    reword(answer, value, words)


def everything(told: Json) -> list[Json]:
    """All texts and files of a report, wherever it keeps them."""
    kept = [*told["held"], *told["remarks"]]
    for answer in told["answers"].values():
        kept += (*answer["texts"], *answer["files"], *answer["remarks"])
    return kept


def copied(value: Any) -> Any:
    """A deep copy, so that a draft that was handed in is never changed."""
    # JSON has only these two containers.
    if isinstance(value, Mapping):
        return {key: copied(one) for key, one in value.items()}
    if isinstance(value, list):
        return [copied(one) for one in value]
    return value
