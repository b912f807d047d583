"""A role belongs to one process at a time, and is noticed when it is lost."""

import asyncio

import pytest

from bot.leading import Leadership
from storage.locks import Roles
from tests.bot.conftest import until


class Work:
    def __init__(self):
        self.began, self.cancelled = 0, 0
        self.end = asyncio.Event()

    async def __call__(self):
        self.began += 1
        try:
            await self.end.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise


@pytest.fixture
async def work():
    return Work()


async def test_the_role_is_released_when_the_work_ends(database, roles, work):
    leadership = Leadership(roles, "tick", look_every=0.02)
    running = asyncio.create_task(leadership.run(work))
    await until(lambda: work.began)
    assert leadership.held

    work.end.set()
    await running

    assert not leadership.held
    others = Roles(database)
    assert others.take("tick")
    others.close()


async def test_another_process_waits_and_takes_over(database, roles, work):
    others = Roles(database)
    assert others.take("tick")
    running = asyncio.create_task(Leadership(roles, "tick", look_every=0.02).run(work))
    await asyncio.sleep(0.05)
    assert work.began == 0

    others.release("tick")
    await until(lambda: work.began == 1)

    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert work.cancelled == 1
    assert others.take("tick")
    others.close()


async def test_a_role_lost_under_the_work_stops_it_and_is_taken_again(roles, work):
    leadership = Leadership(roles, "tick", look_every=0.02)
    running = asyncio.create_task(leadership.run(work))
    await until(lambda: work.began == 1)

    await asyncio.to_thread(roles.close)  # as when the database's server was restarted

    await until(lambda: work.began == 2)
    assert work.cancelled == 1
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_what_the_work_raises_comes_out_and_the_role_is_free(database, roles):
    async def failing():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await Leadership(roles, "tick", look_every=0.02).run(failing)

    others = Roles(database)
    assert others.take("tick")
    others.close()
