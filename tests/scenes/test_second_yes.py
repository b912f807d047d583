"""Two people for what one must not do alone; and a role that is taken away is gone at once."""

from datetime import timedelta

from sqlalchemy import select

from bot.inviting import new_invite
from bot.sandbox.phones import Phone
from handlers.membership import code_of
from storage import approvals, people
from storage.records import Role
from storage.store import Tx
from storage.tables import audit
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap


async def volunteer(hotline: Stage, name: str = "A volunteer") -> Phone:
    """Somebody who came with a volunteer's link."""
    token = await hotline.house.store.write(lambda tx: new_invite(tx, Role.VOLUNTEER, hotline.clock))
    phone = await hotline.relative("en", name)
    phone.start(token)
    await hotline.settled()
    return phone


async def code(hotline: Stage, phone: Phone) -> str:
    """How the team calls her."""

    def work(tx: Tx) -> str:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        return code_of(tx, person)

    return await hotline.house.store.read(work)


async def role(hotline: Stage, phone: Phone) -> Role:
    """What she is now."""

    def work(tx: Tx) -> Role:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        return person.role

    return await hotline.house.store.read(work)


async def noted(hotline: Stage) -> list[str]:
    """What stands in the audit log, in order."""

    def work(tx: Tx) -> list[str]:
        return [row.action for row in tx.execute(select(audit.c.action).order_by(audit.c.number))]

    return await hotline.house.store.read(work)


async def proposes(hotline: Stage, phone: Phone, whom: Phone, reason: str) -> None:
    """She asks that a volunteer becomes a coordinator."""
    await says_it(hotline, phone, "/team")
    phone.tap(await code(hotline, whom))
    await hotline.settled()
    await tap(hotline, phone, "button-propose-member")
    await says_it(hotline, phone, reason)
    await tap(hotline, phone, "button-ask-approval")


async def test_a_volunteer_becomes_a_coordinator_by_two(hotline: Stage) -> None:
    """Vera asks, Olga sees exactly what and why, and says yes; Vera's own yes does not exist."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    dana = await volunteer(hotline)
    await proposes(hotline, vera, dana, "She has helped us for a year.")
    assert says(olga, "alert-approval")
    assert "helped" not in read(olga)
    assert await role(hotline, dana) is Role.VOLUNTEER

    await says_it(hotline, vera, "/team")
    vera.tap("Second yes asked")
    await hotline.settled()
    assert says(vera, "approval-wait")
    assert vera.last is not None
    assert vera.last.labels == [[TEXTS.plain("en", "button-withdraw")]]

    await tap(hotline, olga, "button-look")
    assert "She has helped us for a year." in read(olga)
    assert await code(hotline, dana) in read(olga)
    shown = olga.last
    assert shown is not None
    await tap(hotline, olga, "button-approve")
    assert await role(hotline, dana) is Role.COORDINATOR
    assert "Decided with a second yes" in read(vera)
    assert {"asked-approval", "approval-done", "became-coordinator"} <= set(await noted(hotline))
    assert says(dana, "welcome-coordinator")
    await says_it(hotline, dana, "/queue")
    assert "No case is open" in read(dana)


async def test_a_no_changes_nothing_and_a_yes_after_it_neither(hotline: Stage) -> None:
    """The first who decides has decided; the other reads that it is over."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    inna = await hotline.coordinator("en", "Inna")
    dana = await volunteer(hotline)
    await proposes(hotline, vera, dana, "We need her.")
    await tap(hotline, olga, "button-look")
    await tap(hotline, inna, "button-look")
    await tap(hotline, olga, "button-refuse-approval")
    assert "Refused" in read(vera)
    assert (await noted(hotline))[-1] == "approval-refused"
    await tap(hotline, inna, "button-approve")
    assert await role(hotline, dana) is Role.VOLUNTEER
    assert any("nothing to decide here" in one.text for one in inna.messages)


async def test_a_request_lapses_after_a_day(hotline: Stage) -> None:
    """A yes a minute too late."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    dana = await volunteer(hotline)
    await proposes(hotline, vera, dana, "We need her.")
    await tap(hotline, olga, "button-look")
    hotline.clock.move(timedelta(hours=24, minutes=1))
    await tap(hotline, olga, "button-approve")
    # The mark of the audit log may have come below it: a day has passed.
    assert any("nothing to decide here" in one.text for one in olga.messages)
    assert await role(hotline, dana) is Role.VOLUNTEER


async def test_a_link_for_a_new_coordinator_comes_only_after_the_second_yes(hotline: Stage) -> None:
    """It goes to whoever asked, works once, and the team hears of who came."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    await says_it(hotline, vera, "/team")
    await tap(hotline, vera, "button-propose-coordinator")
    await says_it(hotline, vera, "The lawyer from Thursday.")
    await tap(hotline, vera, "button-ask-approval")
    await tap(hotline, olga, "button-look")
    await tap(hotline, olga, "button-approve")
    links = [one.text for one in vera.messages if "?start=" in one.text]
    assert len(links) == 1
    assert "?start=" not in "".join(one.text for one in olga.messages)
    lawyer = await hotline.relative("en", "Lawyer")
    lawyer.start(links[0].partition("?start=")[2].strip("\u2069 \n"))
    await hotline.settled()
    assert await role(hotline, lawyer) is Role.COORDINATOR
    assert says(olga, "alert-new-coordinator")


async def test_the_only_coordinator_cannot_make_another_in_the_chat(hotline: Stage) -> None:
    """She is told who can."""
    vera = await hotline.coordinator("en", "Vera")
    dana = await volunteer(hotline)
    await proposes(hotline, vera, dana, "We need her.")
    assert says(vera, "approval-nobody")
    assert await hotline.house.store.read(lambda tx: approvals.open_ones(tx, hotline.clock.now())) == []


async def test_a_role_that_is_taken_away_is_gone_at_once(hotline: Stage) -> None:
    """Her letter half written, her buttons, her request, her case: all end; she is family, all are told."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    inna = await hotline.coordinator("en", "Inna")
    dana, mother = await volunteer(hotline), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await tap(hotline, olga, "button-open-case")
    await tap(hotline, olga, "button-take")
    await proposes(hotline, olga, dana, "We need her.")
    assert says(vera, "alert-approval")
    await says_it(hotline, olga, "/queue")
    await tap(hotline, olga, "button-queue-filter")
    olga.tap("Mine · 1")
    await hotline.settled()
    olga.tap(" · due ")
    await hotline.settled()
    await tap(hotline, olga, "button-write-family")
    await says_it(hotline, olga, "A letter that must not go.")
    preview = olga.last
    assert preview is not None

    await says_it(hotline, vera, "/team")
    vera.tap(await code(hotline, olga))
    await hotline.settled()
    await tap(hotline, vera, "button-take-role")
    await tap(hotline, vera, "button-take-role")
    assert await role(hotline, olga) is Role.FAMILY
    assert says(olga, "role-taken")
    assert "took-role" in await noted(hotline)
    assert "A role was taken away" in read(inna)
    assert "queue" not in {one["command"] for one in olga.commands}

    heard = len(mother.heard), len(mother.messages)
    olga.press(preview, 0)
    await hotline.settled()
    assert olga.heard[-1].text == TEXTS.plain("en", "press-old")
    await says_it(hotline, olga, "/queue")
    assert says(olga, "unknown-command")
    await says_it(hotline, olga, "words")
    assert says(olga, "loose-where")
    assert (len(mother.heard), len(mother.messages)) == heard

    await tap(hotline, vera, "button-look")
    assert any("nothing to decide here" in one.text for one in vera.messages)
    await says_it(hotline, vera, "/queue")
    vera.tap(" · ")
    await hotline.settled()
    assert "Nobody has taken this case yet." in read(vera)


async def test_who_guesses_is_shut_out_for_the_hour_and_the_team_hears_it_once(hotline: Stage) -> None:
    """Even a true link is worth nothing to that account until the hour is over; then it works."""
    vera = await hotline.coordinator("en", "Vera")
    thief = await hotline.relative("en")
    token = await hotline.house.store.write(lambda tx: new_invite(tx, Role.VOLUNTEER, hotline.clock))
    for number in range(7):
        thief.start(f"{number}" * 22)
        await hotline.settled()
        assert says(thief, "invite-not-valid")
    thief.start(token)
    await hotline.settled()
    assert says(thief, "invite-not-valid")
    assert sum(TEXTS.plain("en", "alert-guessing") in one.text for one in vera.messages) == 1

    hotline.clock.move(timedelta(hours=1, seconds=1))
    thief.start(token)
    await hotline.settled()
    assert await role(hotline, thief) is Role.VOLUNTEER


async def test_an_invitation_and_a_request_taken_back_leave_their_lines(hotline: Stage) -> None:
    """What the team does to itself can be read afterwards, too."""
    vera, _olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    dana = await volunteer(hotline)
    await proposes(hotline, vera, dana, "We need her.")
    await says_it(hotline, vera, "/team")
    vera.tap("Second yes asked")
    await hotline.settled()
    await tap(hotline, vera, "button-withdraw")
    assert (await noted(hotline))[-1] == "approval-withdrawn"
    await says_it(hotline, vera, "/team")
    await tap(hotline, vera, "button-invite-volunteer")
    assert (await noted(hotline))[-1] == "invited"
