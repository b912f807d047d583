"""The card of a broadcast: what it is while it is composed, how far it is while it runs; changed in place."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from handlers.context import Speech
from handlers.family.habits import CITIES
from handlers.rules import broadcasting as rule
from handlers.rules.audience import Audience, Group, Trait
from handlers.rules.decision import Choice, Rows
from handlers.saying import Part, lines, msg, place, raw
from locales.languages import BY_CODE
from storage import audiences, broadcasts, cast_rows, incidents, people
from storage.records import Broadcast, CastKind, CastState, Json, Lane, Role
from storage.store import Tx

_NAMES = {zone: name for name, zone in CITIES.items()}
_UNSENT = ("waiting", "claimed")
_FIGURES = {
    "sent": "sent",
    "waiting": "waiting",
    "morning": "morning",
    "gone": "blocked",
    "broken": "failed",
    "unknown": "unknown",
    "stopped": "dropped",
}
_ALWAYS = ("sent", "waiting", "gone", "broken", "unknown")


def language_part(code: str) -> Part:
    """A language by its own name; for whoever has chosen none, that."""
    return raw(BY_CODE[code].own_name) if code in BY_CODE else msg("cast-no-language")


def value_part(tx: Tx, trait: Trait, value: str) -> Part:
    """What one value of a trait is called."""
    match trait:
        case Trait.LANGUAGE:
            return language_part(value)
        case Trait.REGION:
            return place(value)
        case Trait.SITUATION:
            return msg(f"situation-{value}")
        case Trait.STAGE:
            return msg(f"cast-stage-{value}")
        case Trait.INCIDENT:
            incident = incidents.find(tx, value)
            return raw(incident.name) if incident is not None else msg("incident-gone")
        case Trait.ACTIVE:
            return msg("cast-active-days", days=int(value))
        case _:
            return msg(f"option-role-skill-{value}")


def audience_parts(tx: Tx, chosen: Audience) -> list[Part]:
    """Whom it is for, in words."""
    who = [msg(f"cast-group-{one}") for one in Group if one in chosen.who]
    said = [msg("cast-who", groups=who) if who else msg("cast-who-none")]
    for message_id, by in (("cast-only", chosen.only), ("cast-except", chosen.without)):
        for trait, values in by.items():
            named = [value_part(tx, trait, one) for one in sorted(values)]
            said.append(msg(message_id, trait=msg(f"cast-trait-{trait}"), values=named))
    if chosen.left_out:
        said.append(msg("cast-left-out", cases=len(chosen.left_out)))
    return [lines(said)]


def when_part(one: Broadcast) -> Part:
    """When it begins."""
    when = one.body["when"]
    if when["kind"] == "now":
        return msg("cast-when-now")
    city = msg(f"zone-{_NAMES.get(when['zone'], 'office')}")
    if when["kind"] == "at":
        return msg("cast-when-at", day=date.fromisoformat(when["day"]), time=when["time"], city=city)
    weekday = msg(f"weekday-{int(when['weekday']) + 1}")
    return msg("cast-when-weekly", weekday=weekday, time=when["time"], city=city)


def reach_parts(one: Broadcast) -> list[Part]:
    """How many it reaches, and who would not read it in her own language."""
    if one.kind is CastKind.CORRECTION:
        many = one.body["count"]["by"][""]
        return [msg("cast-deletes" if one.body["delete"] else "cast-changes", people=many)]
    if one.state is CastState.SIZING or "count" not in one.body:
        return [msg("cast-being-counted")] if one.state is CastState.SIZING else []
    seen = rule.reach(one.body, one.body["count"]["by"])
    said = [msg("cast-reaches", people=seen.total)]
    if not one.body["texts"] and not seen.total:
        return [msg("cast-meant", people=sum(seen.none.values()))]
    said += [
        msg("cast-elsewhere", language=language_part(code), people=many, other=language_part(_other(one)))
        for code, many in sorted(seen.elsewhere.items())
    ]
    said += [
        msg("cast-none", language=language_part(code), people=many)
        for code, many in sorted(seen.none.items())
    ]
    return [lines(said)]


def _other(one: Broadcast) -> str:
    return str(one.body["fallback"])


def state_part(one: Broadcast) -> Part:
    """Where it stands; a correction is not sent but made."""
    if one.kind is CastKind.CORRECTION and one.state in (CastState.RUNNING, CastState.DONE):
        return msg(f"cast-state-{one.state}-{'retract' if one.body.get('delete') else 'reword'}")
    return msg(f"cast-state-{one.state}")


def hours_part(one: Broadcast) -> Part:
    """Whether it may wake people; a change in place makes no sound."""
    if one.kind is CastKind.CORRECTION:
        return msg("cast-silent")
    return msg("cast-urgent" if one.urgent else "cast-quiet")


def composing_parts(tx: Tx, one: Broadcast) -> list[Part]:
    """What is being composed."""
    if one.kind is CastKind.CORRECTION:
        title = msg("cast-title-retract" if one.body["delete"] else "cast-title-correction")
        said = [] if one.body["delete"] else [lines(_said_parts(one))]
        return [title, *said, *reach_parts(one), hours_part(one)]
    about = [msg("cast-title"), *audience_parts(tx, rule.audience_of(one)), lines(_said_parts(one))]
    return [*about, lines([when_part(one), hours_part(one)]), *reach_parts(one)]


def _said_parts(one: Broadcast) -> list[Part]:
    written = [language_part(code) for code in one.body["texts"]]
    said = [msg("cast-written", languages=written) if written else msg("cast-written-none")]
    if one.body["fallback"] and one.kind is not CastKind.CORRECTION:
        said.append(msg("cast-others-get", language=language_part(one.body["fallback"])))
    if one.body["answers"]:
        said.append(msg("cast-buttons", buttons=[msg(f"button-cast-{name}") for name in one.body["answers"]]))
    if one.body["link"]:
        said.append(msg("cast-link", link=one.body["link"]))
    return said


def composing_rows(one: Broadcast) -> Rows:
    """Its buttons while it is composed."""
    at = {"cast": one.id}
    rows: list[tuple[Choice, ...]] = []
    if one.kind is not CastKind.CORRECTION:
        rows.append((Choice(msg("button-cast-whom"), "cast.whom", at),))
    if not one.body.get("delete"):
        rows.append((Choice(msg("button-cast-what"), "cast.what", at),))
    if one.kind is not CastKind.CORRECTION:
        rows.append((Choice(msg("button-cast-when"), "cast.when", at),))
    if one.body["texts"] and not one.body.get("delete"):
        rows.append((Choice(msg("button-cast-preview"), "cast.preview", at),))
    rows.append((Choice(msg("button-cast-sure"), "cast.sure", at),))
    rows.append((Choice(msg("button-cast-drop"), "cast.drop", at),))
    return tuple(rows)


def running_parts(tx: Tx, one: Broadcast, now: datetime) -> list[Part]:
    """How far it is."""
    correction = one.kind is CastKind.CORRECTION
    said: list[Part] = [msg("cast-card-correction" if correction else "cast-card", state=state_part(one))]
    if one.state in (CastState.PLANNED, CastState.ASKED) and not correction:
        said.append(when_part(one))
    if rule.rests_for(one) is not None:
        said.append(msg("cast-rests"))
    if (seen := one.body.get("progress")) is not None:
        said.append(_progress(seen, one))
    tally = audiences.tally(tx, one.id)
    if one.body["answers"] and not correction:
        said.append(msg("cast-tally", come=tally.get("come", 0), help=tally.get("help", 0)))
    return said + _after_parts(one, now)


def _after_parts(one: Broadcast, now: datetime) -> list[Part]:
    """What a correction has done, or can still do."""
    if one.body.get("late"):
        return [msg("cast-late", people=one.body["late"])]
    if rule.RETRACTED in one.body:
        return [msg("cast-is-retracted")]
    said = [msg("cast-is-reworded")] if rule.REWORDED in one.body else []
    if rule.may_correct(one, now) and (until := rule.correctable_until(one)) is not None:
        said.append(msg("cast-correctable", until=until))
    return said


def _progress(seen: Json, one: Broadcast) -> Part:
    state, words = one.state, {"sent": "changed"} if one.kind is CastKind.CORRECTION else {}
    told = [
        msg("cast-figure", what=msg(f"cast-column-{words.get(name, name)}"), people=seen[key])
        for name, key in _FIGURES.items()
        if seen[key] or name in _ALWAYS
    ]
    if state is CastState.RUNNING and seen["rate"]:
        told.append(msg("cast-rate", rate=seen["rate"]))
    if state is CastState.RUNNING and seen["left"]:
        told.append(msg("cast-left", minutes=max(1, round(seen["left"] / 60))))
    return lines(told)


def running_rows(one: Broadcast, now: datetime) -> Rows:
    """What can be done with it now."""
    at, seen = {"cast": one.id}, one.body.get("progress") or {}
    rows: list[tuple[Choice, ...]] = []
    if one.state is CastState.ASKED:
        rows.append((Choice(msg("button-cast-back"), "cast.back", at),))
    if rule.may_pause(one):
        rows.append((Choice(msg("button-cast-pause"), "cast.pause", at),))
    if rule.may_resume(one):
        rows.append((Choice(msg("button-cast-resume"), "cast.resume", at),))
    if rule.may_stop(one):
        rows.append((Choice(msg("button-cast-stop"), "cast.stopping", at),))
    if rule.may_again(one):
        if seen.get("unknown"):
            rows.append((Choice(msg("button-cast-again-unknown"), "cast.again", {**at, "state": "unknown"}),))
        if seen.get("failed"):
            rows.append((Choice(msg("button-cast-again-broken"), "cast.again", {**at, "state": "broken"}),))
    if rule.may_correct(one, now):
        rows.append((Choice(msg("button-cast-correct"), "cast.correct", at),))
    if not one.body.get("delete"):
        rows.append((Choice(msg("button-cast-preview"), "cast.preview", at),))
    if one.body["answers"] and one.kind is not CastKind.CORRECTION:
        rows.append((Choice(msg("button-cast-answers"), "cast.answers", at),))
    if seen:
        rows.append((Choice(msg("button-cast-report"), "cast.report", {**at, "form": "xlsx"}),))
        rows.append((Choice(msg("button-cast-picture"), "cast.report", {**at, "form": "png"}),))
    return tuple(rows)


def card(tx: Tx, one: Broadcast, now: datetime) -> tuple[Sequence[Part], Rows]:
    """What its card shows now."""
    if rule.composed(one):
        return composing_parts(tx, one), composing_rows(one)
    return running_parts(tx, one, now), running_rows(one, now)


def begun_with(body: Json, to: str, number: int | None = None, *, quiet: bool = False) -> Json:
    """*body*, when the card is this message in the chat of this person.

    Args:
        number: Of the message; None: it is sent anew.
        quiet: Then it makes no sound.
    """
    # Numbered on, whoever had it before: by its number nothing is shown twice.
    n = (body.get("card") or {}).get("n", 0)
    card = {"to": to, "number": number, "n": n, "key": None, "state": None, "quiet": quiet}
    return {**body, "card": card}


def has_come(tx: Tx, one: Broadcast) -> bool:
    """Whether its card as it was shown last has left: only then is another worth while."""
    key = (one.body.get("card") or {}).get("key")
    sent = cast_rows.sent_as(tx, key) if key is not None else None
    return sent is None or sent[0] not in _UNSENT


def show_progress(tx: Tx, one: Broadcast, now: datetime, *, must: bool = False) -> None:
    """Change its card in place, unless the change before is still on its way.

    Args:
        must: It shows how things ended, so it goes also then.
    """
    known = one.body.get("card")
    if known is None:
        return
    if not must and not has_come(tx, one):
        return
    sent = cast_rows.sent_as(tx, known["key"]) if known["key"] is not None else None
    number = (sent[1] if sent is not None else None) or known["number"]
    reader = people.by_id(tx, known["to"])
    if reader.role is not Role.COORDINATOR:
        return  # she was one when it began
    speech = Speech(tx, now, f"card/{one.id}/{known['n'] + 1}")
    parts, rows = card(tx, one, now)
    body: dict[str, Any] = {"parts": list(parts)}
    # The buttons stay the same while its state does: a new set every few seconds would fill the table.
    shown = [one.state.value, *_offers(one)]
    keyboard = known.get("keyboard")
    if rows and (keyboard is None or known["state"] != shown):
        keyboard = speech.buttons(reader, rows)
    if rows:
        body["keyboard"] = keyboard
    if number is not None:
        body["message_id"] = number
    elif known.get("quiet"):
        body["quiet"] = True
    speech.put(reader, Lane.REPLY, "text" if number is None else "edit", body, None)
    after = {
        **known,
        "number": number,
        "n": known["n"] + 1,
        "key": f"card/{one.id}/{known['n'] + 1}:1",
        "state": shown,
        "keyboard": keyboard,
    }
    broadcasts.save(tx, one, now, body={**one.body, "card": after})


def _offers(one: Broadcast) -> list[str]:
    """Which numbers bring a button with them."""
    seen = one.body.get("progress") or {}
    marks = [mark for mark in (rule.RETRACTED, rule.RESTS_FOR) if mark in one.body]
    return [*marks, *(name for name in ("sent", "unknown", "failed") if seen.get(name))]
