"""What the honest people do, as scripts that yield one update at a time.

Saule goes through the whole interview, Batur sends after its first section and then reports a second
person, and Vera, the coordinator, answers both.
"""

from collections.abc import Iterator

from locales.partial import in_words
from tests.fuzz.contents import Raw
from tests.fuzz.honest import Phone

Script = Iterator[Raw | None]
"""Each step is an update, or None to wait for a turn."""


def saule(me: Phone) -> Script:
    """Types in Russian, through all sections; changes her mind, calls a person, reads, and tells more."""
    yield me.command("start")
    yield me.tap_label("Русский")
    yield me.tap("button-report")
    yield me.tap("button-agree")
    yield from _first_section(me)
    yield me.tap("button-go-on")
    yield from _about_the_person(me)
    yield me.tap("button-go-on")
    yield from _what_happened(me)
    yield me.tap("button-person")
    yield me.write("Можно с кем-нибудь поговорить?")
    yield me.tap("button-show-draft")
    yield me.tap("button-resume")
    yield me.tap("button-parts")
    yield me.tap("section-steps")
    yield from _what_was_done(me)
    yield me.tap("button-go-on")
    yield from _how_to_recognise(me)
    yield me.tap("button-go-on")
    yield from _how_to_reach(me)
    yield me.tap("button-go-on")
    yield from _consents(me)
    yield me.tap("button-change")
    yield me.tap("label-where")
    yield me.write("Кульджа")
    yield me.tap("button-send-report")
    yield me.command("cases")
    yield from _afterwards(me)


def _first_section(me: Phone) -> Script:
    yield me.tap("option-relation-sibling")
    yield me.write("+7 (701) 000-00-00")
    yield me.write("Айдарбек Нұрланұлы")
    yield me.tap("option-event-taken")
    day = me.write("в конце июля 2025 года")
    yield day
    yield me.edit(day, "03.04.2025")
    yield me.tap_label(in_words("ru", "2025-04-03"))
    yield me.write("Хоргос, по дороге <домой> & обратно")
    yield me.taps_again("button-unknown")
    yield me.tap("button-as-written")
    story = me.write("Он поехал к тёте { $x } и больше не звонил.")
    yield story
    yield me.edit(story, "Он поехал к тёте в Кульджу и больше не звонил.")
    yield me.photo("AgADsauleTicket")
    yield me.tap("button-done")
    yield me.edit(day, "14 марта 2025 года")
    yield me.tap("button-yes")


def _about_the_person(me: Phone) -> Script:
    yield me.write("叶尔兰")
    yield me.tap("button-done")
    yield me.tap("button-back")
    yield me.tap("button-done")
    yield me.tap("option-sex-male")
    yield me.tap("button-calendar")
    yield me.tap_label("1980–1989")
    yield me.tap_label("1988")
    yield me.tap_label(in_words("ru", "1988-05"))
    yield me.tap_label("12")
    yield me.tap("option-citizenship-kz")
    yield me.tap("option-citizenship-cn")
    yield me.tap_label(me.words("button-chosen", what=me.words("option-citizenship-cn")))
    yield me.tap("button-done")
    yield me.venue(44.2, 80.4, "Дом бабушки", "Хоргос")
    yield me.tap("button-more-identity")
    yield me.tap("option-identity-kind-passport")
    yield me.photo("AgADsaulePassport")
    yield me.tap("button-done")
    yield me.tap("option-occupation-driver")
    yield me.write("белая фура, 123 ABC 02")
    yield me.voice("AwADsauleRoute")


def _what_happened(me: Phone) -> Script:
    yield me.voice("AwADsauleOfficials")
    yield me.tap("button-done")
    yield me.tap("button-unknown")
    yield me.write("много")
    yield me.write("1,5 млн")
    yield me.tap_label(me.words("amount-kzt", amount="1\u202f500\u202f000"))
    yield me.write("В марте он звонил с границы.")
    yield me.tap("button-done")
    yield me.tap("button-more-crossings")
    yield me.location(44.216667, 80.433333)
    yield me.tap("option-crossings-direction-to-cn")
    yield me.tap("button-calendar")
    yield me.tap_label("2025")
    yield me.tap_label(in_words("ru", "2025-03"))
    yield me.tap("button-only-month")
    yield me.tap("button-more-crossings")
    yield me.write("Алматы")
    yield me.tap("option-crossings-direction-to-kz")
    yield me.tap("button-unknown")
    yield me.tap_label(me.words("button-remove-item", number="2"))
    yield me.tap("button-done")
    yield me.tap("button-skip")


def _what_was_done(me: Phone) -> Script:
    yield me.tap("button-more-petitions")
    yield me.tap("option-petitions-to-consulate")
    yield me.write("14.03.2099")
    yield me.write("в марте 2025 года")
    yield me.tap("button-yes")
    yield me.tap("button-skip")
    yield me.write("Ответа пока нет.")
    yield me.tap("button-done")
    yield me.photo("AgADsaulePaper1", "77", "повестка")
    yield me.photo("AgADsaulePaper2", "77")
    yield me.tap("button-done")


def _how_to_recognise(me: Phone) -> Script:
    yield me.write("диабет, инсулин дважды в день")
    yield me.tap("button-pause")
    yield me.tap("button-resume")
    yield me.tap("button-done")
    yield me.tap("button-skip")
    yield me.tap("button-skip")
    yield me.photo("AgADsaulePhoto")
    yield me.tap("button-done")
    yield me.tap("button-skip")


def _how_to_reach(me: Phone) -> Script:
    yield me.contact("+77010000001")
    yield me.write("после семи вечера")
    yield me.card("+77010000002", "Айгүл")
    yield me.write("сестра Айгүл, +7 701 000 00 02")


def _consents(me: Phone) -> Script:
    yield me.write("да, конечно")
    for button in ("yes", "no", "yes", "skip", "no", "skip", "yes"):
        yield me.tap(f"button-{button}")


def _afterwards(me: Phone) -> Script:
    while not me.sees("button-read"):
        yield None
    yield me.tap("button-read")
    yield me.tap("button-answer")
    yield me.write("Спасибо. Мне сегодня звонили с незнакомого номера.")
    yield me.voice("AwADsauleAnswer")
    yield me.tap("button-done")
    yield me.command("cases")
    yield me.tap_beginning(me.code() or "?")
    yield me.tap("button-receipt")
    yield me.tap("button-receipt-yes")
    yield me.command("cases")
    yield me.tap_beginning(me.code() or "?")
    yield me.tap("button-tell-more")
    yield me.tap("button-change")
    yield me.tap("label-consent-lawyer")
    yield me.tap("button-skip")
    yield me.tap("button-send-changes")


def batur(me: Phone) -> Script:
    """Speaks Uyghur, mostly by voice; rests, sends what is enough, and tells of a second one the same way."""
    yield me.write("ئاكام يوقاپ كەتتى")
    yield me.tap_label("ئۇيغۇرچە")
    yield me.tap("button-report-this")
    yield me.tap("button-agree")
    yield me.voice("AwADbaturRelation")
    yield me.write("تۇرسۇنجان")
    yield me.tap("button-unknown")
    yield me.tap("button-pause")
    yield me.tap("button-resume")
    yield me.voice("AwADbaturWhen")
    yield me.tap("button-back")
    yield me.write("2025-يىلى 7-ئاي")
    yield me.tap("button-yes")
    yield me.tap("button-unknown")
    yield me.voice("AwADbaturStory")
    yield me.tap("button-done")
    yield me.tap("button-send-report")
    while not me.sees("button-read"):
        yield None
    yield me.tap("button-read")
    yield me.tap("button-my-reports")
    yield me.tap("button-new-report")
    yield me.tap("button-agree")
    yield me.tap_beginning(me.code() or "?")
    yield me.tap("option-relation-child")
    yield me.write("ئەركىن")
    yield me.voice("AwADbaturSecond")
    yield me.tap("button-done")
    yield me.tap("button-send-report")


def vera(me: Phone, invite: str, families: list[Phone]) -> Script:
    """Comes with an invitation; takes both cases, writes to both families, reads what they answer."""
    yield me.command("start", invite)
    yield me.tap_label("English")
    for family in families:
        while (code := family.code()) is None or not me.sees("button-open-case", within=code):
            yield None
        yield me.tap_label("Open the case", within=code)
        yield me.tap("button-take")
        yield me.tap("button-whole-report")
        # Alerts of other reports may have come below it meanwhile.
        yield me.tap_label("Open the case", within=code)
        yield me.tap("button-write-family")
        yield me.write(f"We wrote to the consulate about {family.name}’s relative.")
        yield me.tap("button-send-letter")
    code = families[-1].code() or ""
    while not me.sees("button-read", within=code):
        yield None
    yield me.tap_label("Read", within=code)
