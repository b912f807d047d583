"""What the scenes of the long part have in common: a coordinator on a case, and slips filled in."""

from sqlalchemy import select

from bot.sandbox.phones import Phone
from storage import cases, matters, tables
from storage.records import Case, Matter, MatterKind
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import says_it, tap

NEUTRAL = tuple(TEXTS.plain("en", one) for one in ("notice-update", "rest-word", "promise-word"))
SKIP = "button-skip"


async def case_of(stage: Stage, name: str = "Yerlan", **answers: object) -> tuple[Phone, Phone]:
    """A coordinator who has taken the case, and the mother who told it; all made up."""
    vera, mother = await stage.coordinator("en", "Vera"), await stage.relative("en", "Mother")
    await stage.reports(mother, "en", name)
    await tap(stage, vera, "button-open-case")
    await tap(stage, vera, "button-take")
    if answers:
        await answered(stage, **answers)
    return vera, mother


async def answered(stage: Stage, **values: object) -> None:
    """As if the report had these values, each given."""

    def work(tx: Tx) -> None:
        case = the_case(tx)
        told = {
            key.replace("_", "-"): {"state": "given", "value": value, "texts": [], "files": [], "remarks": []}
            for key, value in values.items()
        }
        body = {**case.body, "answers": {**case.body["answers"], **told}}
        cases.change(tx, case.id, stage.clock.now(), body=body)

    await stage.house.store.write(work)


def the_case(tx: Tx) -> Case:
    """The only one."""
    (case_id,) = tx.connection.execute(select(tables.cases.c.id)).scalars()
    case = cases.by_id(tx, case_id)
    assert case is not None
    return case


async def case_now(stage: Stage) -> Case:
    """As it is kept now."""
    return await stage.house.store.write(the_case)


async def kept(stage: Stage, kind: MatterKind) -> list[Matter]:
    """What hangs on the case, the oldest first."""
    return await stage.house.store.write(lambda tx: list(matters.of_case(tx, the_case(tx).id, kind)))


async def fills(stage: Stage, phone: Phone, *steps: str, language: str = "en") -> None:
    """Answer a slip: `~text` is written, what Telegram shows as a proposal then taken; else a button."""
    for step in steps:
        if step.startswith("~"):
            await says_it(stage, phone, step[1:])
        elif step == "first":
            assert phone.last is not None
            phone.press(phone.last, 0)
            await stage.settled()
        else:
            await tap(stage, phone, step, language)


def bare(text: str) -> str:
    """Without the marks of direction."""
    return text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f")))


def last(phone: Phone) -> str:
    """What she read last."""
    assert phone.last is not None
    return bare(phone.last.text)


def pushed(phone: Phone, since: int = 0) -> list[str]:
    """What came unasked, without its neutral first line."""
    came = []
    for one in phone.heard[since:]:
        first = next((line for line in NEUTRAL if one.what == "message" and one.text.startswith(line)), None)
        if first is not None:
            came.append(bare(one.text.removeprefix(first).strip()))
    return came
