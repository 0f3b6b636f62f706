"""The report of a result: what is told first, and the seven levels."""

from __future__ import annotations

from kamassess.report.composing import compose
from kamassess.report.document import Block, Heading, Paragraph, Rows, Table
from kamassess.result import Result
from tests.material import CHECKLIST, ORGANISATION
from tests.report.conftest import assess


def under(heading: str, blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks between a heading and the next."""
    start = next(i for i, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading)
    rest = blocks[start + 1 :]
    end = next((i for i, one in enumerate(rest) if isinstance(one, Heading)), len(rest))
    return list(rest[:end])


class TestToldFirst:
    """'Nobody accountable at the top is told first in the report.'"""

    def test_what_a_checklist_wants_told_first_stands_before_the_verdict(self, result: Result) -> None:
        told = [one.text for one in under("Verdict", compose(result, "en")) if isinstance(one, Paragraph)]
        assert told[:2] == [
            "Chain Handling objections: 0 owners (nobody or nothing)",
            "Chain Holding markets: 2 owners (Bob Bos, Cas Citroen)",
        ]
        assert told[2].startswith("Falls short")

    def test_nothing_else_does(self) -> None:
        quiet = assess(ORGANISATION, CHECKLIST.replace("told_first: true", "told_first: false"))
        told = [one.text for one in under("Verdict", compose(quiet, "en")) if isinstance(one, Paragraph)]
        assert told[0].startswith("Falls short")


class TestLevels:
    """'Presented as a model for reflection, not as a measurement.'"""

    def test_the_whole_distribution_is_told_and_what_to_mend_in_order(self, result: Result) -> None:
        introduction, table, heaviest, order = under(
            "The seven levels, for reflection", compose(result, "en")
        )
        assert isinstance(introduction, Paragraph)
        assert "not a measurement" in introduction.text
        assert isinstance(table, Table)
        assert [row[0] for row in table.rows][:2] == ["mission", "identity"]
        assert table.rows[1] == ("identity", "2", "·", "6", "6")
        assert isinstance(heaviest, Paragraph)
        assert heaviest.text.startswith("Most weight lies on: identity.")
        assert heaviest.text.endswith("Mend from the top down:")
        assert isinstance(order, Rows)
        assert [(row.label, row.lines) for row in order.rows] == [
            ("mission", ("T-10",)),
            ("identity", ("T-1 (2 times)",)),
        ]

    def test_repair_can_begin_one_level_above(self) -> None:
        lenient = assess(
            ORGANISATION, parameters=None, checklist=CHECKLIST.replace("default: true", "default: false")
        )
        told = under("De zeven niveaus, ter overdenking", compose(lenient, "nl"))
        assert any(isinstance(one, Paragraph) and "één niveau boven het zwaarste" in one.text for one in told)

    def test_without_gaps_there_is_nothing_to_reflect_on(self) -> None:
        empty = "id: x\nnot_described: [chain, person, communication]\n"
        headings = [one.text for one in compose(assess(empty), "en") if isinstance(one, Heading)]
        assert "The seven levels, for reflection" not in headings
