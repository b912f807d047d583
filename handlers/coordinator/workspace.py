"""/workspace: the group of the team with a topic for each open case. Off until two coordinators want it."""

from collections.abc import Sequence

from handlers import workspace
from handlers.approving import ask
from handlers.command import ASKS, Approvable, Command, Deed, Offer
from handlers.context import Context
from handlers.noting import note
from handlers.rules.approvals import Kind
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, msg, raw
from storage import audit, workspaces
from storage.records import Approval, Json, Role


def _show(ctx: Context) -> None:
    shared = workspaces.current(ctx.tx)
    if shared is None:
        ctx.say(msg("workspace-off"))
        return
    names = msg("workspace-names-shown" if shared.names else "workspace-names-hidden")
    switch = "button-workspace-hide" if shared.names else "button-workspace-names"
    rows: Rows = (
        (Choice(msg(switch), "workspace.names", {"on": not shared.names}),),
        (Choice(msg("button-workspace-off"), "workspace.stop"),),
    )
    ctx.say(msg("workspace-on"), names, rows=rows)


def _names(ctx: Context, args: Json) -> None:
    shared = workspaces.current(ctx.tx)
    if shared is None:
        ctx.undone = True
        ctx.say(msg("workspace-off"))
    elif args["on"]:
        ask(ctx, Kind.SHOW_NAMES, {"workspace": shared.id}, "")
    else:
        # To show less needs nobody's yes.
        workspaces.show_names(ctx.tx, False, ctx.now)
        note(ctx, "hid-names", None)
        ctx.show(msg("workspace-names-hidden"))


def _stop(ctx: Context, _args: Json) -> None:
    if workspaces.switch_off(ctx.tx, ctx.now):
        note(ctx, "closed-workspace", None)
    ctx.show(msg("workspace-stopped"))


def _opened(ctx: Context, content: Json) -> Sequence[Part] | None:
    shared = workspaces.current(ctx.tx)
    if shared is not None and shared.chat_id == content["chat"]:
        return None
    return [msg("workspace-what"), raw(str(content["title"])), msg("workspace-risk")]


def _open(ctx: Context, approval: Approval) -> None:
    content = approval.content
    workspaces.switch_on(ctx.tx, int(content["chat"]), str(content["language"]), ctx.now)
    audit.write(ctx.tx, ctx.person.id, "opened-workspace", None, ctx.now)
    workspace.opened(ctx.tx, ctx.now, f"workspace/{approval.id}")


def _shown(ctx: Context, content: Json) -> Sequence[Part] | None:
    shared = workspaces.current(ctx.tx)
    if shared is None or shared.id != content["workspace"] or shared.names:
        return None
    return [msg("workspace-names-risk")]


def _show_names(ctx: Context, _approval: Approval) -> None:
    workspaces.show_names(ctx.tx, True, ctx.now)
    audit.write(ctx.tx, ctx.person.id, "showed-names", None, ctx.now)


OFFER = Offer(
    commands=(Command("workspace", Act.CHANGE_TEAM, _show, frozenset({Role.COORDINATOR})),),
    deeds=(
        Deed("workspace.names", Act.CHANGE_TEAM, _names, again=ASKS),
        Deed("workspace.stop", Act.CHANGE_TEAM, _stop, once=True),
    ),
    approvals=(
        Approvable(Kind.OPEN_WORKSPACE, _opened, _open),
        Approvable(Kind.SHOW_NAMES, _shown, _show_names),
    ),
)
