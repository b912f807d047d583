"""What goes wrong between a bot and the server, by chance that can be repeated: one request in so many."""

import json
from collections import Counter
from random import Random

from starlette.types import Message, Receive, Scope, Send

from bot.sandbox.server import Sandbox
from bot.sandbox.wire import CUT, answer, cut
from bot.sandbox.world import World
from tests.bench.sending.plan import Plan

_FAILURE = json.dumps({"ok": False, "error_code": 500, "description": "Internal Server Error"}).encode()
_JSON = [(b"content-type", b"application/json")]
_LONGEST_HOLD = 3  # seconds
# Of all troubles. A hold is one for everybody, so it is seldom; what hangs keeps its place for 20 s.
_KINDS = {"failure": 10, "cut-before": 4, "cut-after": 4, "hang": 2, "hold": 1}


class Faulty:
    """The sandbox behind a bad line: some requests that send something meet trouble.

    A hold is a 429 out of the blue, and everything is refused until it is over. A failure is a 500 before
    anything was done. `cut-before` loses the request, `cut-after` only its answer; `hang` does what was
    asked and then says nothing until the bot gives up.

    Args:
        plan: Its `trouble` is the share of requests, its `kinds` what they may meet.

    Attributes:
        met: How many met what.
    """

    def __init__(self, sandbox: Sandbox, world: World, plan: Plan) -> None:
        self._sandbox = sandbox
        self._world = world
        self._random = Random(plan.seed)
        self._share = plan.trouble
        self._kinds = [kind for kind in _KINDS if kind in plan.kinds]
        self._weights = [_KINDS[kind] for kind in self._kinds]
        self.met: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or do not."""
        sends = scope["type"] == "http" and scope["path"].partition("/send")[1]
        if not sends or not self._kinds or self._random.random() >= self._share:
            await self._sandbox(scope, receive, send)
            return
        [kind] = self._random.choices(self._kinds, self._weights)
        self.met[kind] += 1
        match kind:
            case "hold":
                self._world.gate.hold(self._random.randint(1, _LONGEST_HOLD))
                await self._sandbox(scope, receive, send)
            case "failure":
                await answer(send, 500, _FAILURE, _JSON)
            case "cut-before":
                await cut(scope, receive)
            case _:
                await self._sandbox(scope, receive, _nobody)
                if kind == "cut-after":
                    scope[CUT]()
                while (await receive())["type"] != "http.disconnect":
                    pass

    async def close(self) -> None:
        """End every stream and long poll."""
        await self._sandbox.close()


def blocked(plan: Plan) -> frozenset[int]:
    """The accounts that have blocked the bot."""
    many = round(plan.blocked * plan.messages)
    return frozenset(Random(plan.seed + 1).sample(range(1, plan.messages + 1), many))


async def _nobody(_message: Message) -> None:
    """Hears the answer."""
