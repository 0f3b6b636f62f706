"""A document as Markdown: the same blocks, with nothing active in it."""

from __future__ import annotations

import pytest

from kamassess.showing.document import (
    Bar,
    Bars,
    Branch,
    Entry,
    Heading,
    Paragraph,
    Row,
    Rows,
    Table,
    Tree,
)
from kamassess.showing.markdown import escape, render

HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "| a |",
    "# not a heading",
    "`code` *bold* _it_",
    "&lt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text: str) -> None:
    shown = escape(text)
    assert all(f"\\{sign}" in shown for sign in "<[|#`&" if sign in text)


def test_each_kind_of_block_has_its_form() -> None:
    document = (
        Heading("Title", 1),
        Paragraph("Told."),
        Rows((Row("one", ("a",)), Row("two", ("b", "c")))),
        Bars(
            ("p", "c", "m"),
            ("mp", "mc", "mm"),
            (Bar("S", (0.1, 0.2, 0.3), ("10", "20", "30")), Bar("T", None, ("-",) * 3, 2)),
        ),
        Table(("who", "n"), (("Jan", "1"),)),
        Table(("fact", "found"), (("owners", "2"),), numbers=False),
        Entry("First", remark="major", rows=(Row("why", ("x",)),)),
        Entry("Second", lead="K-4", remark="minor"),
        Entry("Third"),
    )
    assert render(document) == (
        "# Title\n\nTold.\n\n- *one*: a\n- *two*:\n  - b\n  - c\n\n"
        "| | p | c | m | |\n|---|--:|--:|--:|---|\n| **S** | 10 | 20 | 30 | ██▓▓░░·············· |\n"
        "| T | \\- | \\- | \\- |  |\n\n- █ *p*: mp\n- ▓ *c*: mc\n- ░ *m*: mm\n\n"
        "| who | n |\n|---|--:|\n| Jan | 1 |\n\n| fact | found |\n|---|---|\n| owners | 2 |\n\n"
        "1. **First**\\\n   *major*\n\n   - *why*: x\n\n- **K-4** Second (minor)\n\n2. **Third**\n"
    )


class TestTree:
    """Something with all that it came from is a list in lists."""

    def test_what_lies_below_is_indented_below_it(self) -> None:
        root = Branch("All", "1", (Branch("One", "0", (Branch("At"), Branch("To", "0"))), Branch("Two", "1")))
        assert render((Tree(root),)) == "- All: 1\n  - One: 0\n    - At\n    - To: 0\n  - Two: 1\n"

    def test_a_branch_without_a_remark_has_no_colon(self) -> None:
        assert render((Tree(Branch("All")),)) == "- All\n"

    @pytest.mark.parametrize("text", HOSTILE)
    def test_neither_titles_nor_remarks_are_markup(self, text: str) -> None:
        assert render((Tree(Branch(text, text)),)) == f"- {escape(text)}: {escape(text)}\n"

    def test_it_stands_between_other_blocks(self) -> None:
        document = (Heading("Score"), Tree(Branch("All")), Paragraph("Told."))
        assert render(document) == "## Score\n\n- All\n\nTold.\n"


def test_what_is_no_block_is_refused() -> None:
    with pytest.raises(TypeError, match="not a block"):
        render(("text",))  # type: ignore[arg-type]
