"""The HTML report in a browser: what a reader sees, chooses, prints and reaches by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import Changes, compare_results
from kamassess.report.html import changes_to_html, to_html
from kamassess.result import Result
from tests.browser.conftest import Open, Opened
from tests.material import AS_OF, ORGANISATION
from tests.report.conftest import HOSTILE, assess
from tests.report.html.conftest import saying_everywhere

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="session")
def small() -> Result:
    """The small town."""
    return assess(ORGANISATION)


@pytest.fixture(scope="session")
def example() -> Result:
    """An example of real size, with every checklist."""
    company = ka.load_organisation("docs/examples/servicebedrijf.yaml")
    return ka.assess(company, list(ka.builtin_checklists()), as_of=AS_OF).result


def visible(page: Page, selector: str) -> int:
    """How many of these are not hidden, be it in something folded."""
    found: int = page.evaluate(
        "it => [...document.querySelectorAll(it)].filter(one => !one.closest('[hidden]')).length", selector
    )
    return found


def left(page: Page) -> str:
    """What is said of what a choice leaves."""
    page.wait_for_selector("#filter:not([aria-busy])")
    return page.locator("#left").inner_text()


def quiet(opened: Opened) -> None:
    """Nothing was asked for but the page, and nothing went wrong."""
    assert opened.requests == [opened.address]
    assert opened.complaints == []


class TestChoosing:
    def test_each_choice_leaves_what_has_it_and_says_how_much(self, show: Open, small: Result) -> None:
        it = show(to_html(small))
        page = it.page
        total = len(small.findings)
        assert left(page).startswith(f"findings: {total} of {total};")
        for facet, value, wanted in (
            ("kind", "missing-ownership", sum(one.kind == "missing-ownership" for one in small.findings)),
            ("grade", "major", sum(one.grade == "major" for one in small.findings)),
            ("level", "mission", sum(one.orientation == "mission" for one in small.findings)),
            ("owner", "0", sum(not one.act for one in small.findings)),
        ):
            page.select_option(f"[data-facet={facet}]", value)
            assert left(page).startswith(f"findings: {wanted} of {total};")
            assert visible(page, ".item") == visible(page, f".item[data-{facet}~='{value}']") == wanted > 0
            page.click("#reset")
            assert left(page).startswith(f"findings: {total} of {total};")
        quiet(it)

    def test_a_checklist_is_chosen_whole(self, show: Open, example: Result) -> None:
        page = show(to_html(example, "nl")).page
        page.select_option("[data-facet=checklist]", "2")
        wanted = sum(one.checklist == example.checklists[1].id for one in example.findings)
        assert left(page).startswith(f"bevindingen: {wanted} van {len(example.findings)};")
        assert visible(page, ".checklist") == 1

    def test_a_search_looks_at_every_text_and_unfolds_what_it_leaves(self, show: Open, small: Result) -> None:
        page = show(to_html(small)).page
        page.fill("#search", "OBJECTIONS owners")
        assert re.match(r"findings: [1-9]\d* of", left(page))
        texts = page.locator(".item:visible").all_text_contents()
        assert texts
        assert all("objections" in one.lower() for one in texts)
        page.fill("#search", "what nobody answers for does not improve")  # why a checkpoint matters
        left(page)
        assert page.locator(".checkpoint:visible .lead").all_text_contents() == ["T-1"]
        page.fill("#search", "no such word anywhere")
        assert left(page) == "Nothing fits this choice."
        assert visible(page, ".checkpoint") == 0

    def test_all_can_be_unfolded_and_folded(self, show: Open, small: Result) -> None:
        page = show(to_html(small)).page
        page.click("#unfold")
        assert page.locator(".checkpoint:not([open])").count() == 0
        page.click("text=Fold all")
        assert page.locator(".checkpoint[open]").count() == 0

    def test_a_link_unfolds_what_it_leads_to_even_where_a_choice_hides_it(
        self, show: Open, small: Result
    ) -> None:
        page = show(to_html(small)).page
        page.select_option("[data-facet=kind]", "observation")
        left(page)
        page.locator(".causes a").first.click()
        target = page.locator(".item:target")
        assert target.is_visible()
        assert target.evaluate("it => it === document.activeElement")
        assert page.locator("[data-facet=kind]").input_value() == ""

    def test_two_thousand_findings_remain_usable(self, show: Open, example: Result) -> None:
        gap = next(one for one in example.findings if one.checkpoint and one.grade == "major")
        verdict = next(one for one in example.verdicts if one.checkpoint == gap.checkpoint)
        more = [f"chain:further-{number}" for number in range(2_000)]
        many = evolve(
            example,
            findings=(*example.findings, *(evolve(gap, id=f"x/{it}", focus=it) for it in more)),
            verdicts=(*example.verdicts, *(evolve(verdict, focus=it) for it in more)),
        )
        it = show(to_html(many))
        page = it.page
        page.select_option("[data-facet=grade]", "major")
        page.fill("#search", "further-1999")
        assert left(page).startswith("findings: 1 of")
        assert page.locator(".item[data-kind]:visible").count() == 1
        page.click("#reset")
        assert visible(page, ".item[data-kind]") == len(many.findings)
        page.click("#unfold")
        quiet(it)


class TestReaching:
    def test_all_is_reached_by_keyboard(self, show: Open, small: Result) -> None:
        page = show(to_html(small)).page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.focus("#scheme")
        page.keyboard.press("Space")
        assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
        page.focus("#search")
        page.keyboard.type("objections")
        assert "findings" in left(page)
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.checkpoint > summary')"):
                break
        was = page.evaluate("document.activeElement.parentElement.open")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open") is not was

    def test_where_the_focus_is_can_be_seen(self, show: Open, small: Result) -> None:
        page = show(to_html(small)).page
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"

    def test_without_its_script_all_is_there(self, show: Open, small: Result) -> None:
        page = show(to_html(small), java_script_enabled=False).page
        assert not page.locator("#filter").is_visible()
        assert not page.locator("#scheme").is_visible()
        page.locator(".checkpoint > summary").first.click()
        assert page.locator(".checkpoint .item").first.is_visible()

    @pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
    def test_axe_finds_no_barrier(self, show: Open, small: Result, scheme: Any, width: int) -> None:
        axe = pytest.importorskip(
            "axe_playwright_python.sync_playwright", reason="axe is not installed"
        ).Axe()
        size = {"width": width, "height": 800}
        # axe is put into the page, which the page's own policy does not allow.
        page = show(to_html(small), color_scheme=scheme, viewport=size, bypass_csp=True).page
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = axe.run(page)
        assert found.response["violations"] == [], found.generate_report()

    def test_axe_finds_no_barrier_in_a_comparison(self, show: Open, small: Result) -> None:
        axe = pytest.importorskip(
            "axe_playwright_python.sync_playwright", reason="axe is not installed"
        ).Axe()
        page = show(changes_to_html(changed(small)), bypass_csp=True).page
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = axe.run(page)
        assert found.response["violations"] == [], found.generate_report()


class TestShowing:
    def test_dark_follows_the_reader_and_the_switch_turns_it(self, show: Open, small: Result) -> None:
        page = show(to_html(small), color_scheme="dark").page
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert page.get_attribute("#scheme", "aria-pressed") == "true"
        page.click("#scheme")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert page.get_attribute("#scheme", "aria-pressed") == "false"
        assert (brightness(dark), brightness(light)) == (False, True)

    @pytest.mark.parametrize("script", [True, False])
    def test_on_paper_all_is_unfolded_and_nothing_is_to_be_pressed(
        self, show: Open, small: Result, script: bool
    ) -> None:
        page = show(to_html(small), color_scheme="dark", java_script_enabled=script).page
        page.emulate_media(media="print")
        assert page.locator(".item").first.is_visible()
        assert page.locator(".about dd").first.is_visible()
        assert page.locator("button:visible, select:visible, input:visible, nav:visible").count() == 0
        assert page.pdf().startswith(b"%PDF")

    @pytest.mark.parametrize("width", [320, 1280, 1920])
    def test_no_text_breaks_the_width_of_the_page(self, show: Open, small: Result, width: int) -> None:
        long = saying_everywhere(small, "w" * 5_000)
        page = show(to_html(long), viewport={"width": width, "height": 800}).page
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_a_picture_that_is_wider_than_its_column_takes_what_lies_beside_the_page(
        self, show: Open, example: Result
    ) -> None:
        page = show(to_html(example), viewport={"width": 1920, "height": 900}).page
        wide = page.locator("#ownership .picture svg").first.bounding_box()
        column = page.locator("#ownership").bounding_box()
        assert wide is not None
        assert column is not None
        assert column["width"] < wide["width"] < 1920 - wide["x"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 1920

    def test_a_picture_is_shown_whole_and_can_be_as_large_as_its_letters_ask(
        self, show: Open, example: Result
    ) -> None:
        page = show(to_html(example), viewport={"width": 1280, "height": 800}).page
        figure = page.locator("#ownership figure").first
        frame, drawn, fit = figure.locator(".wide"), figure.locator("svg"), figure.get_by_role("button")
        natural = float(drawn.get_attribute("width"))
        assert fit.get_attribute("aria-pressed") == "true"
        assert drawn.bounding_box()["width"] <= frame.bounding_box()["width"] < natural
        fit.click()
        assert fit.get_attribute("aria-pressed") == "false"
        assert drawn.bounding_box()["width"] == natural
        frame.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(500)  # it scrolls smoothly, and the page's policy allows no waiting by a script
        assert page.evaluate("document.activeElement.scrollLeft") > 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280

    def test_on_a_phone_the_letters_of_a_picture_come_first(self, show: Open, example: Result) -> None:
        page = show(to_html(example), viewport={"width": 390, "height": 800}).page
        drawn = page.locator("#ownership figure svg").first
        assert drawn.bounding_box()["width"] == float(drawn.get_attribute("width"))

    def test_a_picture_is_fitted_on_paper(self, show: Open, example: Result) -> None:
        page = show(to_html(example), viewport={"width": 700, "height": 800}).page
        page.emulate_media(media="print")
        wide = page.locator("#ownership figure svg").first.bounding_box()["width"]
        assert wide <= page.locator("main").bounding_box()["width"]

    def test_a_browser_reads_no_text_as_markup(self, show: Open, small: Result) -> None:
        page = show("<!DOCTYPE html><title>x</title>").page
        wanted = None
        for text in ("plain", *(one for one in HOSTILE if len(one) < 1_000)):
            elements = page.evaluate(
                """html => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")].filter(
                  one => !one.parentElement?.closest("svg")).map(one => [one.localName, ...[...one.attributes].map(it => it.name)].join(" "))""",
                to_html(saying_everywhere(small, text)),
            )
            wanted = wanted or elements
            assert elements == wanted, ascii(text)

    @pytest.mark.parametrize("text", HOSTILE[:3])
    def test_nothing_that_people_say_runs(self, show: Open, small: Result, text: str) -> None:
        quiet(show(to_html(saying_everywhere(small, text))))

    def test_a_comparison_asks_for_nothing_and_complains_of_nothing(self, show: Open, small: Result) -> None:
        it = show(changes_to_html(changed(small), "nl"))
        assert it.page.locator("h1").inner_text() == "Gemeente Kleinstad"
        quiet(it)


def changed(small: Result) -> Changes:
    """What became of the small town once somebody owns the objections, and another chain nothing delivers."""
    better = ORGANISATION.replace(
        "en: Handling objections}, trigger", "en: Handling objections}, owners: [bob], trigger"
    ).replace("      products: [permit]\n      trigger: a car", "      trigger: a car")
    return compare_results(small, assess(better))


def brightness(colour: str) -> bool:
    """Whether a colour is a bright one."""
    return sum(map(int, re.findall(r"\d+", colour)[:3])) > 3 * 128
