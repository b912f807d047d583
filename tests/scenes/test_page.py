"""The rehearsal page in a real browser: what a person sees and presses, from Start to the answer."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from locales.partial import in_words
from tests.scenes.stage import TEXTS

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium is installed here; `apt-get install chromium` brings one"
)


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """Where a running `izdeu demo` answers."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", "--port", "0", "--no-browser"),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=tmp_path,
    )
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
    yield line.removeprefix("Rehearsal: ").strip()
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 20) == 0


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium."""
    async with async_playwright() as player:
        opened = await player.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield opened
        await opened.close()


async def press(phone: Locator, text_id: str, language: str) -> None:
    """Press the newest button that says this."""
    await phone.get_by_role("button", name=TEXTS.plain(language, text_id), exact=True).last.click()


async def write(phone: Locator, text: str) -> None:
    """Write as on a telephone: into the field, and send."""
    await phone.get_by_test_id("composer").fill(text)
    await phone.get_by_test_id("send").click()


async def reads(phone: Locator, text_id: str, language: str) -> None:
    """She sees this message."""
    await expect(phone.get_by_text(TEXTS.plain(language, text_id).split("\n")[0]).last).to_be_visible(
        timeout=15_000
    )


async def test_a_report_on_the_page(address: str, browser: Browser) -> None:
    """Сәуле reports in Kazakh, Вера reads in Russian and answers, Сәуле sees it; the clock moves on."""
    page = await browser.new_page(viewport={"width": 1600, "height": 1000})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    await page.goto(address)
    saule, vera = page.get_by_test_id("phone-saule"), page.get_by_test_id("phone-vera")

    await vera.get_by_role("button", name="Русский", exact=True).click()
    await reads(vera, "welcome-coordinator", "ru")
    await saule.get_by_test_id("start").click()
    await saule.get_by_role("button", name="Қазақша", exact=True).click()
    await press(saule, "button-report", "kk")
    await press(saule, "button-agree", "kk")
    await press(saule, "option-relation-child", "kk")
    await reads(saule, "ask-name", "kk")
    await write(saule, "Сейітқали Ерлан")
    await reads(saule, "ask-event", "kk")
    await press(saule, "button-unknown", "kk")
    await reads(saule, "ask-when", "kk")
    await _opens_march(saule)
    await press(saule, "button-unknown", "kk")
    for question in ("where", "story"):
        await reads(saule, f"ask-{question}", "kk")
        await press(saule, "button-unknown", "kk")
    await reads(saule, "rest-first", "kk")
    await press(saule, "button-send-report", "kk")
    await expect(saule.locator("[data-message-id]").filter(has_text="-").last).to_be_visible()
    await press(vera, "button-open-case", "ru")
    await expect(vera.get_by_text("Сейітқали Ерлан").last).to_be_visible(timeout=15_000)
    await press(vera, "button-write-family", "ru")
    await reads(vera, "letter-rules", "ru")
    await write(vera, "Біз хатыңызды алдық.")
    await press(vera, "button-send-letter", "ru")
    await reads(saule, "notice-update", "kk")
    await press(saule, "button-read", "kk")
    await expect(saule.get_by_text("Біз хатыңызды алдық.").last).to_be_visible(timeout=15_000)

    await page.get_by_test_id("clock-7d").click()
    await page.get_by_test_id("clock-1d").click()
    await _by_day(page)
    await reads(saule, "promise-word", "kk")
    assert wrong == []


async def _opens_march(phone: Locator) -> None:
    """The days stand in a calendar, each of them in one line."""
    await press(phone, "button-calendar", "kk")
    for label in ("2025", in_words("kk", "2025-03")):
        await phone.get_by_role("button", name=label, exact=True).last.click()
    first, last = (phone.get_by_role("button", name=day, exact=True).last for day in ("1", "28"))
    await expect(last).to_be_visible(timeout=15_000)
    heights = [await one.evaluate("button => button.clientHeight") for one in (first, last)]
    assert heights[0] == heights[1]


async def _by_day(page: Page) -> None:
    """Move on by hours until the afternoon: then a family hears that nothing is new, and never at night."""
    for _ in range(3):
        hour = int((await page.get_by_test_id("clock-now").inner_text()).split(",")[-1].strip()[:2])
        if 12 <= hour < 20:
            return
        await page.get_by_test_id("clock-6h").click()
        await asyncio.sleep(0.5)


async def test_messages_vanish_from_the_page(address: str, browser: Browser) -> None:
    """She clears her chat and sees it empty, but for one line about it."""
    page = await browser.new_page(viewport={"width": 1600, "height": 1000})
    await page.goto(address)
    saule = page.get_by_test_id("phone-saule")
    await saule.get_by_test_id("start").click()
    await saule.get_by_role("button", name="Қазақша", exact=True).click()
    await reads(saule, "welcome", "kk")
    assert await saule.locator("[data-message-id]").count() >= 3
    await write(saule, "/clear")
    await expect(saule.locator("[data-message-id]")).to_have_count(1, timeout=15_000)
    await write(saule, "/panic")
    await expect(saule.get_by_role("button", name="Қазақша", exact=True)).to_be_visible(timeout=15_000)
    await expect(saule.locator("[data-message-id]")).to_have_count(1)


async def test_on_a_phone_sized_window_one_phone_is_shown(address: str, browser: Browser) -> None:
    """Nothing stands outside the window, and every phone can be reached."""
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.goto(address)
    await expect(page.get_by_test_id("phone-saule").get_by_test_id("start")).to_be_visible()
    await page.get_by_test_id("tab-shuhua").click()
    await page.get_by_test_id("phone-shuhua").get_by_test_id("start").click()
    await expect(page.get_by_test_id("phone-shuhua").get_by_role("button", name="简体中文")).to_be_visible(
        timeout=15_000
    )
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
