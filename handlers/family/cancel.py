"""/cancel: stop what is going on now. It erases nothing that was told."""

from handlers.command import Command, Listening
from handlers.context import Context
from handlers.rules.roles import Act
from handlers.saying import msg


def command(listenings: dict[str, Listening]) -> Command:
    """The command; it asks the talk that is going on how it is left."""

    def cancel(ctx: Context) -> None:
        talk = ctx.talk_now
        listening = listenings.get(talk.kind) if talk is not None else None
        if talk is None:
            ctx.say(msg("nothing-to-cancel"))
        elif listening is not None and listening.left is not None:
            listening.left(ctx, talk)
        else:
            ctx.end_talk()
            ctx.say(msg("cancelled"))

    return Command("cancel", Act.SPEAK, cancel)
