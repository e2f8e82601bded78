"""Takes the README's picture of the chat: .venv/bin/python scripts/screenshot.py (with 'make up' running)."""

import argparse
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from gateway.settings import gateway_settings

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
QUESTION = "How do I tell a colleague that their work is not good enough?"


def take(target: Path, question: str, width: int, height: int, dark: bool) -> None:
    """Asks one question in headless Chromium and saves what is then to be seen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(
            viewport={"width": width, "height": height},
            device_scale_factor=2,
            color_scheme="dark" if dark else "light",
        )
        page.goto(gateway_settings().address)
        page.get_by_role("textbox").fill(question)
        page.keyboard.press("Enter")
        page.get_by_role("button", name="This helped").wait_for(timeout=60_000)
        page.wait_for_timeout(500)
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(target))
        browser.close()


def main() -> None:
    """Reads the command line and takes the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=Path("docs/chat.png"))
    parser.add_argument("--question", default=QUESTION)
    parser.add_argument("--width", type=int, default=900)
    parser.add_argument("--height", type=int, default=860)
    parser.add_argument("--dark", action="store_true")
    take(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
