"""What the page is told and what can be done there; nothing of it by anybody outside this computer."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.clock import MovableClock, SystemClock
from bot.sandbox.phones import Phone
from bot.sandbox.server import Served, app, serve
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import START, Raw
from tests.bot.sandbox.test_files import picture

BUTTONS = {
    "inline_keyboard": [[{"text": "Иә", "callback_data": "y"}, {"text": "?", "url": "https://example.org/"}]]
}


class Page:
    """The page, without its looks."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def post(self, path: str, body: Any = None, **headers: str) -> tuple[int, str]:
        """The status, and why not."""
        form = isinstance(body, aiohttp.FormData)
        payload = {"data": body} if form else {"json": {} if body is None else body}
        async with self.session.post(f"{self.url}/page/{path}", headers=headers, **payload) as answer:
            return answer.status, "" if answer.status == 204 else (await answer.json())["error"]

    async def does(self, path: str, body: Any = None) -> None:
        """Do it; it works."""
        assert await self.post(path, body) == (204, "")

    async def state(self) -> dict[str, Any]:
        """Everything."""
        async with self.session.get(f"{self.url}/page/state") as answer:
            found: dict[str, Any] = await answer.json()
            return found

    async def phone(self, name: str = "saule") -> dict[str, Any]:
        """One phone."""
        return next(phone for phone in (await self.state())["phones"] if phone["id"] == name)


@pytest.fixture
def page(session: aiohttp.ClientSession, served: Served) -> Page:
    return Page(session, served.url)


async def test_the_state_shows_everything(page: Page, raw: Raw, saule: Phone) -> None:
    await raw.ask("setMyCommands", commands=[{"command": "help", "description": "Көмек"}])
    await raw.ask(
        "sendMessage",
        chat_id=saule.chat_id,
        text="<b>Сәлем</b> <script>",
        entities=[],
        reply_markup={"keyboard": [[{"text": "Нөмір", "request_contact": True}]], "one_time_keyboard": True},
    )
    await raw.ask(
        "sendMessage", chat_id=saule.chat_id, text="<b>?</b>", parse_mode="HTML", reply_markup=BUTTONS
    )
    await raw.refused("sendMessage", chat_id=saule.chat_id, text="")
    state = await page.state()

    assert datetime.fromisoformat(state["now"]) >= START
    assert state["zone"] == "Asia/Almaty"
    assert state["bot"] == {"name": "Izdeu", "username": "izdeu_rehearsal_bot"}
    assert state["switches"] == {"mode": "ok", "until": None}
    assert [phone["id"] for phone in state["phones"]] == [
        "saule",
        "shuhua",
        "marat",
        "ranagul",
        "vera",
        "aigerim",
    ]
    sent = state["sent"]
    assert [(each["kind"], each["text"], each["ok"], each["error"]) for each in sent[-2:]] == [
        ("text", "?", True, None),
        ("text", "", False, "Bad Request: message text is empty"),
    ]
    assert (sent[-1]["method"], sent[-1]["phone"]) == ("sendMessage", "saule")

    phone = state["phones"][0]
    assert (phone["started"], phone["blocked"], phone["typing"], phone["unread"]) == (True, False, None, 2)
    assert phone["commands"] == [{"command": "help", "description": "Көмек"}]
    assert phone["reply_keyboard"] == {
        "rows": [[{"text": "Нөмір", "contact": True, "location": False}]],
        "placeholder": None,
        "one_time": True,
    }
    start, plain, asked = phone["messages"]
    assert (start["out"], start["text"], start["kind"]) == (True, "/start", "text")
    assert plain["html"] == "&lt;b&gt;Сәлем&lt;/b&gt; &lt;script&gt;"
    assert asked["html"] == "<b>?</b>"
    assert asked["keyboard"] == [
        [
            {"text": "Иә", "kind": "callback"},
            {"text": "?", "kind": "url", "url": "https://example.org/"},
        ]
    ]


async def test_everything_that_people_do_there(page: Page, raw: Raw, world: World) -> None:
    await page.does("phones/saule/start", {"payload": "abc"})
    saule = world.phone("saule")
    await raw.ask("sendMessage", chat_id=saule.chat_id, text="?", reply_markup=BUTTONS)
    asked = saule.last
    assert asked is not None
    await raw.ask("sendMessage", chat_id=saule.chat_id, text="k", reply_markup={"keyboard": [["Бір"]]})
    await page.does("phones/saule/press", {"message": asked.id, "row": 0, "column": 0})
    await page.does("phones/saule/key", {"text": "Бір"})
    await page.does("phones/saule/text", {"text": "жауап", "reply_to": asked.id})
    own = saule.messages[-1]
    await page.does("phones/saule/edit", {"message": own.id, "text": "жауабым"})
    await page.does("phones/saule/location", {"lat": 44, "lon": 80.5})
    await page.does("phones/saule/contact")
    await page.does("phones/saule/delete", {"message": saule.messages[-1].id})
    await page.does("phones/saule/block", {"blocked": True})
    await page.does("phones/saule/block", {"blocked": False})

    updates = await raw.ask("getUpdates")
    assert [next(name for name in each if name != "update_id") for each in updates] == [
        "message",
        "callback_query",
        "message",
        "message",
        "edited_message",
        "message",
        "message",
        "my_chat_member",
        "my_chat_member",
    ]
    assert updates[0]["message"]["text"] == "/start abc"
    shown = (await page.phone())["messages"]
    assert [(each["kind"], each["text"], each["edited"]) for each in shown[-2:]] == [
        ("text", "жауабым", True),
        ("location", "", False),
    ]
    assert shown[-2]["reply_to"] == asked.id
    assert shown[-1]["location"] == {"latitude": 44.0, "longitude": 80.5}


async def test_files_from_the_page(page: Page, world: World, saule: Phone) -> None:
    def form(kind: str, *files: tuple[str, bytes, str], **fields: str) -> aiohttp.FormData:
        made = aiohttp.FormData({"as": kind, **fields}, quote_fields=False)
        for name, content, mime in files:
            made.add_field("file", content, filename=name, content_type=mime)
        return made

    await page.does("phones/saule/files", form("photo", ("a.jpg", picture(), "image/jpeg"), caption="осы"))
    await page.does(
        "phones/saule/files", form("voice", ("v.webm", b"sound", "audio/webm;codecs=opus"), duration="4")
    )
    await page.does(
        "phones/saule/files",
        form("document", ("бір.html", b"<script>", "text/html"), ("екі.txt", b"b", "text/plain")),
    )

    shown = (await page.phone())["messages"][1:]
    assert [each["kind"] for each in shown] == ["photo", "voice", "document", "document"]
    assert [each["file"]["name"] for each in shown[2:]] == ["бір.html", "екі.txt"]
    assert (shown[0]["text"], shown[2]["album"] == shown[3]["album"] is not None) == ("осы", True)
    assert (shown[1]["file"]["mime"], shown[1]["file"]["duration"]) == ("audio/webm", 4)

    answer = await page.session.get(page.url + shown[1]["file"]["url"], headers={"Range": "bytes=1-2"})
    assert (answer.status, await answer.read()) == (206, b"ou")
    assert (answer.content_type, answer.headers["Content-Range"]) == ("audio/webm", "bytes 1-2/5")
    hostile = await page.session.get(page.url + shown[2]["file"]["url"])
    assert hostile.content_type == "application/octet-stream"
    assert hostile.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("path", "body", "status", "error"),
    [
        ("phones/nobody/text", {"text": "x"}, 404, "there is no such phone or button"),
        ("phones/saule/sing", {}, 404, "there is no such phone or button"),
        ("phones/saule/text", {"text": " "}, 400, "an empty message cannot be sent"),
        ("phones/saule/text", {"text": 7}, 400, "text is no text"),
        ("phones/saule/text", [], 400, "no object"),
        ("phones/saule/press", {"message": 99, "row": 0, "column": 0}, 400, "there is no such message"),
        ("phones/saule/press", {"message": "x"}, 400, "message is no whole number"),
        ("phones/saule/location", {"lat": 91, "lon": 0}, 400, "there is no such place"),
        ("phones/saule/files", {}, 400, "there is no file"),
        ("switches", {"mode": "off"}, 400, "there is no such switch"),
        ("clock", {"hours": -1}, 400, "the clock goes only forward, and at most ten years at once"),
        ("clock", {"days": 1e300}, 400, "the clock goes only forward, and at most ten years at once"),
    ],
)
async def test_what_cannot_be_done_says_why(
    page: Page, saule: Phone, path: str, body: Any, status: int, error: str
) -> None:
    assert await page.post(path, body) == (status, error)


async def test_half_a_character_does_not_break_the_page(page: Page, saule: Phone) -> None:
    await page.does("phones/saule/text", {"text": "a\ud800b"})
    assert (await page.phone())["messages"][-1]["text"] == "a\ufffdb"


async def test_clock_and_switches(page: Page, clock: MovableClock, world: World) -> None:
    before = clock.now()
    await page.does("clock", {"days": 2, "hours": 3, "minutes": 4})
    assert 0 <= (clock.now() - before).total_seconds() - (2 * 86_400 + 3 * 3_600 + 240) < 5
    await page.does("switches", {"mode": "too_many", "seconds": 60})
    switches = (await page.state())["switches"]
    assert switches["mode"] == "too_many"
    assert 55 < (datetime.fromisoformat(switches["until"]) - clock.now()).total_seconds() <= 60


async def test_a_clock_that_stands_for_the_real_one_is_not_moved() -> None:
    async with await serve(app(World(SystemClock()))) as served, aiohttp.ClientSession() as session:
        answer = await Page(session, served.url).post("clock", {"hours": 1})
        assert answer == (400, "this clock cannot be moved")


class Stream:
    """An open page's event stream."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def next(self) -> dict[str, Any]:
        """The next event."""
        async with asyncio.timeout(5):
            async for line in self._answer.content:
                if line.startswith(b"data: "):
                    event: dict[str, Any] = json.loads(line[6:])
                    return event
        raise AssertionError("the stream ended")

    async def until(self, kind: str) -> dict[str, Any]:
        """The next event of this kind."""
        while (event := await self.next())["type"] != kind:
            pass
        return event


@pytest.fixture
async def stream(page: Page) -> AsyncIterator[Stream]:
    async with page.session.get(f"{page.url}/page/events") as answer:
        assert answer.content_type == "text/event-stream"
        await answer.content.readline()
        yield Stream(answer)


async def test_an_open_page_hears_of_everything(
    stream: Stream, page: Page, raw: Raw, clock: MovableClock, world: World, saule: Phone
) -> None:
    assert (await stream.until("phone"))["phone"]["messages"][0]["text"] == "/start"
    await raw.ask("sendMessage", chat_id=saule.chat_id, text="?", reply_markup=BUTTONS)
    assert (await stream.until("sent"))["item"]["text"] == "?"
    press = saule.tap("Иә")
    await raw.ask("answerCallbackQuery", callback_query_id=press, text="Жазылды", show_alert=True)
    assert await stream.until("toast") == {
        "type": "toast",
        "phone": "saule",
        "text": "Жазылды",
        "alert": True,
    }
    await page.does("clock", {"hours": 1})
    event = await stream.until("clock")
    assert (datetime.fromisoformat(event["now"]) - START).total_seconds() >= 3600
    await page.does("switches", {"mode": "slow"})
    event = await stream.until("switches")
    assert event == {"type": "switches", "switches": {"mode": "slow", "until": None}}


async def test_many_changes_of_a_phone_are_told_once(stream: Stream, world: World, saule: Phone) -> None:
    for number in range(50):
        saule.say(str(number))
    event = await stream.until("phone")
    assert len(event["phone"]["messages"]) == 51
    world.switches.set("slow")
    assert (await stream.next())["type"] == "switches"


async def test_a_stream_ends_with_the_server(page: Page, served: Served, stream: Stream) -> None:
    async with asyncio.timeout(2):
        await served.stop()
        with pytest.raises(AssertionError, match="the stream ended"):
            await stream.next()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_nobody_else_s_page_acts_here(page: Page, saule: Phone, headers: dict[str, str]) -> None:
    answer = await page.post("phones/saule/text", {"text": "x"}, **headers)
    assert answer == (403, "only the page of this rehearsal may do that")
    assert await page.post("phones/saule/text", {"text": "x"}, Origin=page.url) == (204, "")


async def test_the_page_comes_with_its_policy_and_nothing_else(page: Page) -> None:
    index = await page.session.get(f"{page.url}/")
    script = await page.session.get(f"{page.url}/app.js")
    outside = await page.session.get(f"{page.url}/..%2fserver.py")
    assert (index.content_type, script.content_type, outside.status) == ("text/html", "text/javascript", 404)
    assert index.headers["Content-Security-Policy"].startswith("default-src 'self';")


async def test_only_this_computer_is_served(world: World) -> None:
    with pytest.raises(ValueError, match="this computer only"):
        await serve(app(world), host="0.0.0.0")  # noqa: S104 -- refused
    assert world.clock.now().tzinfo is UTC
