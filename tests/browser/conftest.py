"""A browser that is not told of any network, and pages that it opens from files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import define, field

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, where it is installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=program, args=list(FLAGS))
        yield running
        running.close()


@define
class Opened:
    """A page in the browser, and what it did beside showing itself."""

    page: Page
    address: str
    requests: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)


Open = Callable[..., Opened]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML in a window of its own, which may have its own settings."""
    contexts = []

    def opened(html: str, **settings: Any) -> Opened:
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(html, "utf-8", newline="\n")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        it = Opened(context.new_page(), file.as_uri())
        it.page.set_default_timeout(5_000)
        it.page.on("request", lambda one: it.requests.append(one.url))
        it.page.on("console", lambda one: it.complaints.append(one.text))
        it.page.on("pageerror", lambda one: it.complaints.append(str(one)))
        it.page.goto(it.address)
        return it

    yield opened
    for one in contexts:
        one.close()
