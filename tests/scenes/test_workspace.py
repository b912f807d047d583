"""The group of the team: on by two people's yes, a topic for each case, codes alone; and what goes wrong."""

import pytest

from bot.sandbox.chats import Chat
from bot.sandbox.phones import Phone
from bot.sandbox.topics import Topic
from handlers import erasing, workspace
from storage import cases, records, workspaces
from storage.store import Tx
from tests.scenes.stage import Stage
from tests.scenes.test_desk import again, change
from tests.scenes.test_desk import code_of as case_code
from tests.scenes.test_family import _id_of, read, says, says_it, tap
from tests.scenes.test_teamwork import told


def names_of(group: Chat) -> list[str]:
    """The topics of a group."""
    return [one.name for one in group.topics.values() if isinstance(one, Topic)]


def written(group: Chat) -> list[str]:
    """What the bot wrote there, without the marks of direction."""
    marks = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
    return [one.text.translate(marks) for one in group.messages if not one.out and one.text]


async def wanted(hotline: Stage, **how: bool | None) -> tuple[Phone, Phone, Chat]:
    """Two coordinators, and a group with topics in which one of them has asked for it."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    group = hotline.world.forum("Desk", vera, olga, **how)
    await hotline.settled()
    vera.say_in_group(group, "/workspace")
    await hotline.settled()
    return vera, olga, group


async def opened(hotline: Stage, **how: bool | None) -> tuple[Phone, Phone, Chat]:
    """And the other has said yes."""
    vera, olga, group = await wanted(hotline, **how)
    await tap(hotline, olga, "button-look")
    assert "Desk" in read(olga)
    await tap(hotline, olga, "button-approve")
    return vera, olga, group


async def is_on(hotline: Stage) -> bool:
    """Whether a group is on."""
    return await hotline.house.store.read(lambda tx: workspaces.current(tx) is not None)


async def test_nothing_is_written_before_a_second_coordinator_says_yes(hotline: Stage) -> None:
    """Off at first; asked for in the group, decided in private."""
    _, _, group = await wanted(hotline)
    assert written(group)[-1].startswith("The other coordinators are asked in private.")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    assert not await is_on(hotline)
    assert names_of(group) == []


async def test_each_case_has_one_topic_with_its_code_and_a_line_for_what_happens(hotline: Stage) -> None:
    """A report, a word, taking it, closing it, opening it again; never a name."""
    vera, _, group = await opened(hotline)
    assert written(group)[-1].startswith("This is the group of the team now.")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await case_code(hotline)
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-take")
    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    await says_it(hotline, mother, "He called once.")

    assert names_of(group) == [code]
    assert written(group)[-3:] == [
        f"A new report: {code}.",
        f"{code}: is being checked.",
        f"{code}: the family has written.",
    ]
    (thread,) = group.topics
    assert all(one.raw["message_thread_id"] == thread for one in group.messages[-3:])
    assert not any("Yerlan" in line for line in written(group))

    await stage_is(hotline, code, records.Stage.CLOSED)
    topic = group.topics[thread]
    assert isinstance(topic, Topic)
    assert topic.closed
    await stage_is(hotline, code, records.Stage.ACTIVE)
    assert not topic.closed
    assert written(group)[-2:] == [f"{code}: closed.", f"{code}: is being worked on."]
    assert names_of(group) == [code]


async def stage_is(hotline: Stage, code: str, stage: records.Stage) -> None:
    """The case goes on to this stage, by a decision as any other."""
    from handlers.decisions import carry_out
    from handlers.rules.decision import ChangeCase, Decision
    from handlers.speech import Speech

    def work(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        assert case is not None
        decided = Decision((ChangeCase(case.id, stage=stage),), (), ("moved", case.id))
        carry_out(Speech(tx, hotline.clock.now(), f"stage/{stage}"), decided, None)

    await hotline.house.store.write(work)
    hotline.house.delivery.wake()
    await hotline.settled()


async def test_a_topic_that_somebody_deleted_is_made_anew_once(hotline: Stage) -> None:
    """With the line that was to be written."""
    _, _, group = await opened(hotline)
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await case_code(hotline)
    (first,) = group.topics
    del group.topics[first]
    await stage_is(hotline, code, records.Stage.ACTIVE)
    (second,) = group.topics
    assert second != first
    assert names_of(group) == [code]
    assert written(group)[-1] == f"{code}: is being worked on."


async def test_a_topic_that_somebody_closed_is_opened_for_the_line(hotline: Stage) -> None:
    """A bot that may manage topics may also write into a closed one; what it says is not lost either way."""
    _, _, group = await opened(hotline)
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await case_code(hotline)
    (topic,) = group.topics.values()
    assert isinstance(topic, Topic)
    topic.closed = True
    await stage_is(hotline, code, records.Stage.ACTIVE)
    assert written(group)[-1] == f"{code}: is being worked on."


@pytest.mark.parametrize("manages", [None, False])
async def test_a_bot_that_may_not_manage_topics_is_told_so_and_the_group_is_off(
    hotline: Stage, manages: bool | None
) -> None:
    """Whether it is no administrator, or one without that right."""
    vera, olga, group = await opened(hotline, manages=manages)
    assert not await is_on(hotline)
    for one in (vera, olga):
        assert "The bot may not manage topics in the group of the team" in told(one)
    assert names_of(group) == []


async def test_a_right_that_is_taken_away_later_is_noticed(hotline: Stage) -> None:
    """With the next thing that happens."""
    vera, _, group = await opened(hotline)
    group.manages_topics = False
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    assert not await is_on(hotline)
    assert "The bot may not manage topics in the group of the team" in told(vera)
    await again(hotline, mother, "Daniyar")
    assert told(vera).count("The bot may not manage topics") == 1


async def test_a_bot_that_is_taken_out_of_the_group_switches_it_off(hotline: Stage) -> None:
    """And the coordinators hear of it, in private."""
    vera, olga, group = await opened(hotline)
    olga.remove_bot(group)
    await hotline.settled()
    assert not await is_on(hotline)
    assert "The bot cannot write in the group of the team any more" in told(vera)


async def test_a_group_without_topics_and_people_who_may_not(hotline: Stage) -> None:
    """A coordinator hears what is missing; to everybody else it is a group as any other."""
    vera = await hotline.coordinator("en")
    mother = await hotline.relative("en")
    group = hotline.world.group("Family", vera, mother)
    await hotline.settled()
    vera.say_in_group(group, "/workspace")
    await hotline.settled()
    assert written(group)[-1].startswith("This group has no topics.")
    mother.say_in_group(group, "/workspace")
    await hotline.settled()
    assert written(group)[-1].startswith("Please write to me in a private chat.")
    await says_it(hotline, mother, "/workspace")
    assert says(mother, "unknown-command")
    forum = hotline.world.forum("Desk", vera)
    vera.say_in_group(forum, "/workspace")
    await hotline.settled()
    assert written(forum)[-1].startswith("This needs the yes of a second coordinator")


async def test_names_are_shown_only_by_a_second_yes_and_hidden_by_one(hotline: Stage) -> None:
    """Off until then, and off again at once."""
    vera, olga, group = await opened(hotline)
    await says_it(hotline, vera, "/workspace")
    assert "Names are not shown there." in read(vera)
    await tap(hotline, vera, "button-workspace-names")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    assert not any("Yerlan" in line for line in written(group))
    await tap(hotline, olga, "button-look")
    await tap(hotline, olga, "button-approve")
    await again(hotline, mother, "Daniyar")
    assert "Daniyar" in written(group)[-1]

    await says_it(hotline, olga, "/workspace")
    await tap(hotline, olga, "button-workspace-hide")
    await again(hotline, mother, "Marat")
    assert not any("Marat" in line for line in written(group))

    await tap(hotline, vera, "button-workspace-off")
    assert "The group is switched off." in read(vera)
    await again(hotline, mother, "Serik")
    assert len(names_of(group)) == 3
    await says_it(hotline, vera, "/workspace")
    assert says(vera, "workspace-off")


async def test_the_topic_of_an_erased_case_goes_with_it(hotline: Stage) -> None:
    """With all that stood in it."""
    _, _, group = await opened(hotline)
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await case_code(hotline)
    await change(hotline, code)

    def erase(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        assert case is not None
        erasing.erase_case(tx, case, hotline.clock.now(), by="coordinator")

    await hotline.house.store.write(erase)
    hotline.house.delivery.wake()
    await hotline.settled()
    assert names_of(group) == []
    assert not any(code in line for line in written(group))


async def test_cases_of_before_get_their_topics_some_at_a_time_and_each_one(hotline: Stage) -> None:
    """Codes alone, also after the machine stood still in the middle; a closed one gets none."""
    mother = await hotline.relative("en")
    for number in range(3):
        await hotline.reports(mother, "en", f"Yerlan {number}")

    def close_one(tx: Tx) -> list[str]:
        codes = sorted(code for _, code in cases.codes_followed(tx, _id_of(tx, mother)))
        closed = cases.by_code(tx, codes[0])
        assert closed is not None
        cases.change(tx, closed.id, hotline.clock.now(), stage=records.Stage.CLOSED)
        return codes[1:]

    open_ones = await hotline.house.store.write(close_one)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspace, "_AT_ONCE", 1)
        _, _, group = await opened(hotline)
        assert names_of(group) == []
        await hotline.passes(minutes=2)
        assert len(names_of(group)) == 1
        await hotline.passes(hours=30)
        await hotline.passes(minutes=2)
        await hotline.passes(minutes=2)
    assert sorted(names_of(group)) == open_ones
