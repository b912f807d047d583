"""A question can be heard where somebody of the team has read it aloud in the reader's language.

Not everybody reads easily, and fewer still when they are afraid. The question's own message stays as
it is: the voice comes below it, and the answer may be given before it has ended.
"""

from handlers.command import SHOWS, Deed, Offer
from handlers.context import Context
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import msg
from locales.languages import SOURCE
from storage import prompts
from storage.records import Json, Prompt

# Kazakh in Arabic script is the same spoken language: what was read from one is understood in the other.
_SPOKEN_ALSO = {"kk-Arab": ("kk",)}


def heard_row(ctx: Context, question_key: str) -> Rows:
    """A row with the button that lets her hear the question; no row where nobody has read it aloud."""
    if not any(question_key in prompts.known(ctx.tx, code) for code in _spoken(ctx)):
        return ()
    return ((Choice(msg("button-listen"), "prompt.hear", {"question": question_key}),),)


def _spoken(ctx: Context) -> tuple[str, ...]:
    """The languages in which she understands what is read to her, her own first."""
    own = ctx.person.language or SOURCE
    return own, *_SPOKEN_ALSO.get(own, ())


def _hear(ctx: Context, args: Json) -> None:
    found = (prompts.find(ctx.tx, code, str(args["question"])) for code in _spoken(ctx))
    let_hear(ctx, next((one for one in found if one is not None), None))


def let_hear(ctx: Context, recording: Prompt | None) -> None:
    """Play it to her, or say that it has been removed since the button was shown."""
    if recording is None:
        ctx.toast("prompt-gone")
    else:
        ctx.speech.prompt(ctx.person, recording)


OFFER = Offer(deeds=(Deed("prompt.hear", Act.SPEAK, _hear, again=SHOWS),))
