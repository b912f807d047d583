"""The bots of one ground: killed as planned, and back again."""

import asyncio
import signal
import time
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from bot.sandbox.watch import Watch
from tests.crash.figures import AT_RANDOM, TAKEOVER, Figures
from tests.crash.kills import Kill
from tests.crash.nursery import Bot, Nursery

_REACHED_WITHIN = 6.0  # seconds; a step that is not reached by then is another's to pass
_REACHED_ALONE = 20.0  # seconds; it comes seldom, and the next bot would have to wait for it as long
_REST = 2.5  # seconds at most until a killed one of two comes back: longer than the other needs to take over
_TAKEN_OVER_WITHIN = 15.0  # seconds; what is promised where a process dies
_ENDED_WITHIN = 20.0


class Pack:
    """Keeps so many bots alive, kills them, and measures who takes over.

    Args:
        env: Their settings.
        log: Theirs together.
        works_done: How much of a role's work Telegram has seen.
        watch: Tells when there is more.

    Attributes:
        done: Set when all planned kills have happened.
    """

    def __init__(
        self,
        nursery: Nursery,
        env: Mapping[str, str],
        log: Path,
        processes: int,
        kills: deque[Kill],
        random: Random,
        figures: Figures,
        watch: Watch,
        works_done: Callable[[str], int],
    ) -> None:
        self._nursery = nursery
        self._env = env
        self._log = log
        self._kills = kills
        self._random = random
        self._figures = figures
        self._watch = watch
        self._works_done = works_done
        self._armed = 0
        self._ending = False
        self._bots: dict[int, Bot] = {}
        self._felled: set[int] = set()
        self._changed = asyncio.Event()
        self._may_return = asyncio.Event()
        self._may_return.set()
        self.done = asyncio.Event()
        nursery.on_roles.append(self._note_change)
        self._slots = [asyncio.create_task(self._keep_alive(slot, processes)) for slot in range(processes)]

    async def _keep_alive(self, slot: int, processes: int) -> None:
        while not self._ending:
            kill = self._kills.popleft() if self._kills else None
            self._armed += kill is not None
            bot = self._bots[slot] = self._bear(kill, processes)
            self._note_change()
            died_of = await self._ends(bot, kill)
            self._armed -= kill is not None
            if died_of is not None:
                self._figures.kills[died_of] += 1
            if kill is not None and kill.step not in (None, died_of):
                self._kills.append(kill)
            if not self._kills and not self._armed:
                self.done.set()
            if processes > 1 and not self.done.is_set():
                await asyncio.sleep(self._random.uniform(0.0, _REST))
            await self._may_return.wait()

    def _bear(self, kill: Kill | None, processes: int) -> Bot:
        step, passings = (kill.step, kill.passings) if kill is not None else (None, 0)
        return self._nursery.bear(self._env, self._log, alone=processes == 1, step=step, passings=passings)

    async def _ends(self, bot: Bot, kill: Kill | None) -> str | None:
        """What the bot died of; None when it ended as it should, or as it never should."""
        died_of = TAKEOVER
        if kill is not None and kill.step is None:
            died_of = AT_RANDOM
            if not await bot.ended_within(kill.after):
                await bot.signal(signal.SIGKILL)
        elif kill is not None and kill.step is not None:
            died_of = kill.step
            while not await bot.ended_within(_REACHED_WITHIN if self._other_than(bot) else _REACHED_ALONE):
                # It cannot get there as long as another does that work.
                in_the_way = self._other_than(bot) or bot
                self._felled.add(in_the_way.number)
                await in_the_way.signal(signal.SIGKILL)
        status = await bot.died
        if status == -signal.SIGKILL:
            return AT_RANDOM if bot.number in self._felled else died_of
        if not self._ending or status != 0:
            self._figures.wrong.append(f"a bot ended with {status}, killed by nobody; see {self._log}")
        return None

    def _other_than(self, bot: Bot) -> Bot | None:
        return next((one for one in self._bots.values() if one is not bot and not one.died.done()), None)

    async def take_over(self) -> None:
        """Kill a bot that leads, and let nobody come back until the other does its work."""
        leader, other = await self._leader_and_other()
        roles = sorted(leader.leads)
        self._may_return.clear()
        killed_at = time.monotonic()
        await leader.signal(signal.SIGKILL)
        try:
            async with asyncio.timeout(_TAKEN_OVER_WITHIN):
                await asyncio.gather(*(self._works(other, role, killed_at) for role in roles))
        except TimeoutError:
            self._figures.wrong.append(f"not taken over in {_TAKEN_OVER_WITHIN:.0f} s, of {roles}")
        finally:
            self._may_return.set()

    async def _works(self, bot: Bot, role: str, killed_at: float) -> None:
        """Until *bot* has the role, and Telegram sees that it does what it is for."""
        while role not in bot.leads:
            await self._change()
        done = self._works_done(role)
        await self._watch.until(lambda: self._works_done(role) > done, _TAKEN_OVER_WITHIN)
        self._figures.takeovers.setdefault(role, []).append(time.monotonic() - killed_at)

    async def _leader_and_other(self) -> tuple[Bot, Bot]:
        while True:
            alive = [one for one in self._bots.values() if one.is_open and not one.died.done()]
            leaders = sorted(alive, key=lambda one: len(one.leads))
            # All roles are taken, and both are there.
            if len(alive) == 2 and sum(len(one.leads) for one in alive) == 3:
                return leaders[1], leaders[0]
            await self._change()

    async def _change(self) -> None:
        changed = self._changed
        await changed.wait()

    def _note_change(self) -> None:
        # A new one each time, so that nobody who waits clears it under another.
        self._changed.set()
        self._changed = asyncio.Event()

    async def end(self) -> None:
        """Tell all to end, as an operator does."""
        self._ending = True
        self._kills.clear()
        self._may_return.set()
        for bot in self._bots.values():
            await bot.signal(signal.SIGTERM)
        _, late = await asyncio.wait(self._slots, timeout=_ENDED_WITHIN)
        if late:
            self._figures.wrong.append("a bot did not end when it was told to")
            for bot in self._bots.values():
                await bot.signal(signal.SIGKILL)
            await asyncio.wait(late)
        self._nursery.on_roles.remove(self._note_change)
