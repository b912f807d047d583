"""The questions of a report, in the order in which they are asked. This is the one list.

A question is one line here and its strings in every language, in `questions.ftl`: `ask-<key>`,
`why-<key>`, `label-<key>`, and `option-<key>-<value>` for each option. Everything else (order,
buttons, summary, the coordinator's card, the printed form) follows from the list. The first
section alone makes a case. Which outside form wants what stands in brackets: WGEID is the UN Working
Group on Enforced or Involuntary Disappearances, whose six required elements are asked first or
under "What was done so far"; PFIF the People Finder Interchange Format.
"""

from handlers.intake.fields import (
    ANYTHING,
    Amount,
    Choice,
    Choices,
    Consent,
    Day,
    Field,
    Files,
    Group,
    Name,
    Narrative,
    Phone,
    Picture,
    Place,
)
from handlers.intake.outline import Form, Given, Lacking, Question, Section

_BY_OFFICIALS = Given("event", frozenset({"taken", "gathering", "sentenced", "restricted"}), otherwise=True)
_DRIVES = Given("occupation", frozenset({"driver"}))

_RELATIONS = ("spouse", "parent", "child", "sibling", "relative", "friend")
_EVENTS = ("taken", "contact-lost", "not-returned", "gathering", "sentenced", "restricted")
_OFFICES = ("police", "prosecutor", "ministry", "consulate", "court", "un", "media")
_COUNTRIES = ("kz", "cn", "kg", "uz", "ru", "tr", "none")
_WORK = ("driver", "trader", "farmer", "worker", "teacher", "student", "retired", "home")
_PAPERS = ("passport", "card", "permit", "birth")
_PAPER = (("kind", Choice(options=_PAPERS)), ("number", Field(by=ANYTHING)))
_CROSSING = (
    ("place", Place(border=True)),
    ("direction", Choice(options=("to-cn", "to-kz"))),
    ("date", Day()),
)
_PETITION = (
    ("to", Choice(options=_OFFICES)),
    ("date", Day()),
    ("number", Field(by=ANYTHING)),
    ("answer", Field(by=ANYTHING)),
)

SECTIONS: tuple[Section, ...] = (
    Section(
        "first",
        (
            Question("relation", Choice(options=_RELATIONS), required=True),
            Question("name", Name(), required=True),  # WGEID, PFIF full_name
            Question("event", Choice(options=_EVENTS), required=True, shared=True),
            Question("when", Day(), required=True, shared=True),  # WGEID: month and year at least
            Question("where", Place(), required=True, shared=True),  # WGEID
            Question("story", Narrative(), required=True),
        ),
    ),
    Section(
        "person",
        (
            Question("other-names", Name(several=True)),  # PFIF alternate_names
            Question("sex", Choice(options=("female", "male"))),
            Question("birth", Day(birth=True)),
            Question("citizenship", Choices(options=_COUNTRIES)),
            Question("residence", Place()),
            Question("identity", Group(parts=_PAPER)),
            Question("occupation", Choice(options=_WORK)),
            Question("vehicle", Field(by=ANYTHING), asked_if=_DRIVES),
            Question("route", Field(), asked_if=_DRIVES),
        ),
    ),
    Section(
        "happened",
        (
            Question("officials", Narrative(), asked_if=_BY_OFFICIALS, shared=True),  # WGEID
            Question("charge", Narrative(), asked_if=_BY_OFFICIALS),
            Question("fine", Amount(), asked_if=_BY_OFFICIALS),
            Question("learned", Narrative()),
            Question("crossings", Group(parts=_CROSSING)),
            Question("witnesses", Narrative()),
        ),
    ),
    Section(
        "steps",
        (
            Question("petitions", Group(parts=_PETITION)),  # WGEID: steps taken,
            Question("obstacles", Narrative(), asked_if=Lacking("petitions")),  # or why none could be
            Question("papers", Files(), shared=True),
        ),
    ),
    Section(
        "recognise",
        (
            Question("health", Narrative()),
            Question("dependants", Narrative()),
            Question("marks", Narrative()),
            Question("photo", Picture()),
            Question("evidence", Files()),
        ),
    ),
    Section(
        "you",
        (
            Question("phone", Phone(), shared=True),  # WGEID: who submits, and can be asked again
            Question("call-times", Field(), shared=True),
            Question("second-contact", Field(), shared=True),
        ),
    ),
    Section(
        "consents",
        (
            Question("consent-lawyer", Consent()),
            Question("consent-authorities", Consent()),
            Question("consent-un", Consent()),  # WGEID wants the family's consent
            Question("consent-name", Consent()),
            Question("consent-photo", Consent()),
            Question("consent-place", Consent()),
            Question("consent-statistics", Consent()),
        ),
    ),
)

FORM = Form(SECTIONS)
QUESTIONS = FORM.questions
