"""An employee uses the chat page in a real browser."""

import shutil
import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.scenarios.processes import RunningCoach

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUESTION = "how do I tell a colleague that their work is not good enough?"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture
def page(coach: RunningCoach) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(coach.address)
        yield page
        browser.close()
        assert problems == []


def _ask(page: Page, text: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")


def test_a_typed_question_is_answered_with_sources_that_open_and_thumbs_that_are_stored(
    coach: RunningCoach, page: Page
) -> None:
    _ask(page, QUESTION)
    source = page.get_by_role("link", name="Giving feedback that helps").first
    expect(source).to_be_visible(timeout=30_000)
    with page.context.expect_page() as opened:
        source.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Giving feedback that helps")
    page.get_by_role("button", name="This helped").click()
    expect(page.get_by_text("thank you", exact=False).last).to_be_visible(timeout=15_000)
    with sqlite3.connect(coach.home / "everycoach.db") as database:
        assert database.execute("SELECT COUNT(*) FROM feedback WHERE helped").fetchone()[0] >= 1


def test_a_reload_shows_the_conversation_again(page: Page) -> None:
    _ask(page, "thanks, that was kind of you")
    expect(page.get_by_text("welcome", exact=False).or_(page.get_by_text("Glad")).first).to_be_visible()
    page.reload()
    expect(page.get_by_text("thanks, that was kind of you")).to_have_count(1)


def test_markup_in_a_message_is_shown_and_not_run(page: Page) -> None:
    _ask(page, "<img src=x onerror=\"document.title='run'\"> hello")
    expect(page.get_by_text("<img src=x", exact=False)).to_be_visible()
    assert page.title() != "run"
