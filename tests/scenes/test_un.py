"""What a UN body still needs: counted, asked for, and reminded of while the urgent way is open."""

from handlers.intake.fields import day_value
from storage.records import MatterKind, MatterState
from tests.scenes.stage import Stage
from tests.scenes.test_family import read, says_it, tap
from tests.scenes.working import SKIP, case_now, case_of, fills, kept, last, pushed


async def test_what_is_missing_is_asked_with_one_tap_and_nothing_else(hotline: Stage) -> None:
    """She is led through exactly these questions, and then to what she told so far."""
    vera, mother = await case_of(
        hotline, when=day_value("2026-11-01"), where={"place": "kz-almaty"}, officials="x", obstacles="x"
    )
    await says_it(hotline, vera, f"/case {(await case_now(hotline)).code}")
    assert "1 answer short of WGEID" in last(vera)
    await tap(hotline, vera, "button-un")
    assert "Still missing\nTelephone" in last(vera)
    assert "a lawyer confirms" in last(vera)  # it happened in Kazakhstan
    assert "Without its yes nothing is sent" in last(vera)
    assert "The urgent procedure is open until 1 February 2027: 69 days left." in last(vera)
    heard = len(mother.heard)

    await tap(hotline, vera, "button-un-ask")

    code = (await case_now(hotline)).code
    assert last(vera) == "The family is asked for 1 answer."
    assert pushed(mother, heard) == [
        f"We still need 1 answer for case {code}. You can say that you do not know, or skip it."
    ]
    await tap(hotline, mother, "button-answer")
    assert "+7 701 123 45 67" in read(mother)  # the question for her number, and no other
    await says_it(hotline, mother, "+7 701 555 01 01")
    await tap(hotline, mother, "button-send-changes")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-un")
    assert "All six answers that WGEID requires are there." in last(vera)
    assert "The family was last asked on 24 November 2026." in last(vera)


async def test_six_missing_answers_are_asked_one_after_the_other(hotline: Stage) -> None:
    """Each in its turn; at the end the summary."""
    vera, mother = await case_of(hotline)
    await tap(hotline, vera, "button-un")
    await tap(hotline, vera, "button-un-ask")
    await tap(hotline, mother, "button-answer")
    draft_at = []
    for _ in range(5):
        draft_at.append((await _draft(hotline))["at"])
        await tap(hotline, mother, "button-unknown")
    assert draft_at == ["when", "where", "officials", "petitions", "phone"]
    assert (await _draft(hotline))["at"] == "summary"


async def test_the_owner_is_reminded_while_the_urgent_way_is_open(hotline: Stage) -> None:
    """Thirty, fourteen and three days before it ends; after a downtime with the days that are left."""
    vera, _ = await case_of(hotline, when=day_value("2026-09-10"))  # until 10 December: 16 days
    for _ in range(30):
        await hotline.passes(days=1)
    code = (await case_now(hotline)).code
    assert [one for one in pushed(vera) if "WGEID" in one] == [
        f"{code}: the urgent procedure of WGEID is open for 15 more days.",
        f"{code}: the urgent procedure of WGEID is open for 14 more days.",
        f"{code}: the urgent procedure of WGEID is open for 3 more days.",
    ]
    await tap(hotline, vera, "button-look")
    assert "ended on 10 December 2026" in read(vera)


async def test_what_was_submitted_needs_no_reminder(hotline: Stage) -> None:
    """It is listed with its number and what came of it."""
    vera, _ = await case_of(hotline, when=day_value("2026-09-10"))
    await tap(hotline, vera, "button-un")
    sent = ("option-un-body-wgeid", "~today", "first", "~2026/17", SKIP, "button-save")
    await fills(hotline, vera, "button-un-record", *sent)
    assert "1. WGEID, disappearances · no answer yet" in last(vera)
    vera.tap("1. WGEID, disappearances")
    await hotline.settled()
    await fills(
        hotline,
        vera,
        "button-petition-outcome",
        "option-un-outcome-outcome-registered",
        SKIP,
        SKIP,
        "button-save",
    )
    assert "Registered" in last(vera)
    for _ in range(20):
        await hotline.passes(days=1)
    assert not [one for one in pushed(vera) if "WGEID" in one]
    assert len(await kept(hotline, MatterKind.SUBMISSION)) == 2


async def test_a_submission_is_corrected_and_the_old_version_stays(hotline: Stage) -> None:
    """Another day of sending; what the UN body answered stays with it."""
    vera, _ = await case_of(hotline, when=day_value("2026-09-10"))
    await tap(hotline, vera, "button-un")
    sent = ("option-un-body-wgeid", "~today", "first")
    await fills(hotline, vera, "button-un-record", *sent, "~G/SO 217/1", SKIP, "button-save")
    vera.tap("1. WGEID, disappearances")
    await hotline.settled()
    registered = ("option-un-outcome-outcome-registered", SKIP, SKIP, "button-save")
    await fills(hotline, vera, "button-petition-outcome", *registered)

    await fills(hotline, vera, "button-correct", *sent, "~G/SO 218/1", SKIP, "button-save")

    was, now = (one for one in await kept(hotline, MatterKind.SUBMISSION) if "answers" in one.body)
    assert (was.state, was.body["answers"]["number"]["text"]) == (MatterState.REPLACED, "G/SO 217/1")
    assert (now.state, now.body["answers"]["number"]["text"]) == (MatterState.OPEN, "G/SO 218/1")
    assert now.body["answers"]["outcome"]["value"] == "registered"


async def test_where_nobody_can_be_asked_the_team_is_told(hotline: Stage) -> None:
    """She has blocked the bot; the press can be made again when she is back."""
    vera, mother = await case_of(hotline)
    await tap(hotline, vera, "button-un")
    mother.block()
    await hotline.settled()
    await tap(hotline, vera, "button-un-ask")
    assert "nobody can be asked here" in last(vera)
    mother.unblock()
    await hotline.settled()
    await tap(hotline, vera, "button-un-ask")
    assert "The family is asked for 5 answers." in read(vera)


async def test_what_the_family_agreed_to_and_a_range(hotline: Stage) -> None:
    """A month alone gives two ends; a no is said as a no."""
    vera, _ = await case_of(hotline, when=day_value("2026-10"), consent_un="no", citizenship=["cn"])
    await tap(hotline, vera, "button-un")
    assert "The urgent procedure ends between 1 January 2027 and 31 January 2027" in last(vera)
    assert "The family does not agree to a submission" in last(vera)
    assert "lawyer" not in last(vera)


async def _draft(hotline: Stage) -> dict[str, object]:
    from sqlalchemy import select

    from storage import drafts, people, tables

    def work(tx):  # type: ignore[no-untyped-def]
        for person_id in tx.connection.execute(select(tables.drafts.c.person_id)).scalars().all():
            person = people.by_id(tx, person_id)
            for one in drafts.open_of(tx, person.id, 5):
                return dict(one.body)
        return {}

    return await hotline.house.store.write(work)
