"""A document as a piece of HTML: the same blocks, with nothing active in it."""

from __future__ import annotations

import pytest

from kamassess.showing.document import (
    Bar,
    Bars,
    Branch,
    Document,
    Entry,
    Heading,
    Paragraph,
    Row,
    Rows,
    Table,
    Tone,
    Tree,
)
from kamassess.showing.html import render
from tests.report.conftest import HOSTILE, shown
from tests.showing.parsing import read_html, said

DOCUMENT = (
    Heading("Title", 1),
    Paragraph("Told."),
    Paragraph("Faintly.", Tone.FAINT),
    Paragraph("Heavily.", Tone.MAJOR),
    Rows((Row("one", ("a",)), Row("two", ("b", "c")))),
    Bars(("p", "c", "m"), ("mp", "mc", "mm"), (Bar("S", (0.5, 0.5, 1.0), ("10", "20", "30")),)),
    Table(("who", "n"), (("Jan", "1"),)),
    Table(("fact", "found"), (("owners", "2"),), numbers=False),
    Entry("First", remark="major", rows=(Row("why", ("x",)),)),
    Entry("Second", lead="K-4"),
    Entry("Third"),
    Tree(Branch("All", "1", (Branch("One"),))),
)


def saying(text: str) -> Document:
    """A document in which every text is this one."""
    return (
        Heading(text),
        Paragraph(text),
        Rows((Row(text, (text,)),)),
        Bars((text,) * 3, (text,) * 3, (Bar(text, None, (text,) * 3),)),
        Table((text, text), ((text, text),)),
        Entry(text, text, text, (Row(text, (text,)),)),
        Tree(Branch(text, text, (Branch(text),))),
    )


def test_each_kind_of_block_has_its_form() -> None:
    left = ' style="text-align: left"'
    assert render(DOCUMENT) == (
        '<div class="kamassess">\n<h3>Title</h3>\n<p>Told.</p>\n<p><small>Faintly.</small></p>\n'
        "<p><strong>Heavily.</strong></p>\n"
        f'<table>\n<tr><th scope="row"{left}>one</th><td{left}>a</td></tr>\n'
        f'<tr><th scope="row"{left}>two</th><td{left}>b<br>c</td></tr>\n</table>\n'
        '<table>\n<thead><tr><td></td><th scope="col">p</th><th scope="col">c</th><th scope="col">m</th>'
        f'<td></td></tr></thead>\n<tr><th scope="row"{left}><strong>S</strong></th>'
        f'<td>10</td><td>20</td><td>30</td><td aria-hidden="true"{left}>██████████░░░░░░░░░░</td></tr>\n</table>\n'
        '<ul>\n<li><span aria-hidden="true">█</span> <em>p</em>: mp</li>\n'
        '<li><span aria-hidden="true">▓</span> <em>c</em>: mc</li>\n'
        '<li><span aria-hidden="true">░</span> <em>m</em>: mm</li>\n</ul>\n'
        f'<table>\n<thead><tr><th scope="col"{left}>who</th><th scope="col">n</th></tr></thead>\n'
        f'<tr><th scope="row"{left}>Jan</th><td>1</td></tr>\n</table>\n'
        f'<table>\n<thead><tr><th scope="col"{left}>fact</th><th scope="col"{left}>found</th></tr></thead>\n'
        f'<tr><th scope="row"{left}>owners</th><td{left}>2</td></tr>\n</table>\n'
        "<details><summary>1. <strong>First</strong> <small>major</small></summary>\n"
        f'<table>\n<tr><th scope="row"{left}>why</th><td{left}>x</td></tr>\n</table>\n</details>\n'
        "<p>K-4 <strong>Second</strong></p>\n<p>2. <strong>Third</strong></p>\n"
        "<ul>\n<li>All: 1\n<ul>\n<li>One\n</li>\n</ul>\n</li>\n</ul>\n</div>\n"
    )


@pytest.mark.parametrize("text", HOSTILE, ids=shown)
def test_no_text_is_markup(text: str) -> None:
    tags, words = read_html(render(saying(text)))
    plain, _ = read_html(render(saying("x")))
    assert tags == plain
    assert words.count(said(text)) >= 20


def test_what_is_no_block_is_refused() -> None:
    with pytest.raises(TypeError, match="not a block"):
        render(("text",))  # type: ignore[arg-type]
