"""
Makes the standard template of Word reports: ``kamassess/report/templates/report.docx``.

Run it when what it says here changes: ``python docs/make_template.py``.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from kamassess.report.pictures.paint import PAINTS
from kamassess.report.templating import Template, unpacked
from kamassess.source.archive import packed

FILE = Path(__file__).parent.parent / "kamassess/report/templates/report.docx"
FONT = "Calibri"
PAINT = {name: light.removeprefix("#").upper() for name, (light, _) in PAINTS.items()}
INK, FAINT, ACCENT, LINE = PAINT["ink"], PAINT["faint"], PAINT["proven"], PAINT["line"]
WASH = 0.92
"""So much white there is in what lies behind a verdict."""


FEW = 24
"""A table of fewer rows stays on one page."""


def wash(paint: str) -> str:
    """A colour as what lies behind text of that colour."""
    parts = (int(paint[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(one + (255 - one) * WASH):02X}" for one in parts)


TONES = {tone.title(): (PAINT[tone], wash(PAINT[tone])) for tone in ("major", "minor", "good")}
SHADES = {name: PAINT[name] for name in ("proven", "claimed", "possible")}


# ------------------------------------------------------------------ styles
def style(doc: Any, name: str, base: str | None = "Normal", kind: Any = WD_STYLE_TYPE.PARAGRAPH) -> Any:
    """A style of that name, made where there is none."""
    known = {one.name for one in doc.styles}
    made = doc.styles[name] if name in known else doc.styles.add_style(name, kind)
    if base and name != "Normal":
        made.base_style = doc.styles[base]
    return made


def looks(made: Any, size: float, colour: str = INK, bold: bool = False) -> None:
    """How the letters of a style look, in every script."""
    made.font.name, made.font.size, made.font.bold = FONT, Pt(size), bold
    made.font.italic = False
    made.font.color.rgb = RGBColor.from_string(colour)
    fonts = made.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def space(made: Any, before: float = 0, after: float = 0, keep: bool = False) -> None:
    """The room around a paragraph, and whether it stays with the next one."""
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before), Pt(after)
    made.paragraph_format.line_spacing = 1.05
    made.paragraph_format.keep_with_next = keep


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def side(made: Any, colour: str, fill: str | None = None) -> None:
    """A coloured line left of a paragraph, and what lies behind it."""
    properties = made.element.get_or_add_pPr()
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz="24", space="8", color=colour))
    properties.append(borders)
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=fill))


def styles(doc: Any) -> None:
    """All styles that a report uses: change these, and every report looks so."""
    looks(style(doc, "Normal"), 10.5)
    space(style(doc, "Normal"), after=6)
    looks(style(doc, "Title"), 22, ACCENT, bold=True)
    space(style(doc, "Title"), after=10)
    for border in style(doc, "Title").element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)
    looks(style(doc, "Heading 1"), 15, ACCENT, bold=True)
    space(style(doc, "Heading 1"), before=20, after=6, keep=True)
    looks(style(doc, "Heading 2"), 11, INK, bold=True)
    space(style(doc, "Heading 2"), before=12, after=1, keep=True)
    looks(style(doc, "Faint"), 9.5, FAINT)
    space(style(doc, "Faint"), after=4, keep=True)
    for tone, (colour, fill) in TONES.items():
        told = style(doc, f"Verdict {tone}")
        looks(told, 12.5, colour, bold=True)
        space(told, before=2, after=8)
        side(told, colour, fill)
        remark = style(doc, f"Remark {tone}")
        looks(remark, 9.5, colour)
        space(remark, after=3, keep=True)
    looks(style(doc, "Remark"), 9.5, FAINT)
    space(style(doc, "Remark"), after=3, keep=True)
    looks(style(doc, "Item"), 10.5)
    space(style(doc, "Item"), before=10, after=1, keep=True)
    looks(style(doc, "Label"), 9.5, FAINT)
    space(style(doc, "Label"), after=1, keep=True)  # a finding is not torn over two pages
    looks(style(doc, "Cell"), 9.5)
    space(style(doc, "Cell"), after=1)
    looks(style(doc, "Cell Together", "Cell"), 9.5)
    looks(style(doc, "Cell Strong", "Cell"), 9.5, bold=True)
    looks(style(doc, "Number", "Cell"), 9.5)
    looks(style(doc, "Number Strong", "Number"), 9.5, bold=True)
    for name in ("Cell Strong", "Number", "Number Strong"):
        space(style(doc, name, None), after=1)  # a viewer may not inherit it within a table
    space(style(doc, "Cell Together", None), after=1, keep=True)  # a table of few rows is not torn
    style(doc, "Number", None).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    looks(style(doc, "After Table"), 4)
    space(style(doc, "After Table"), after=2)
    looks(style(doc, "Picture Title"), 10.5, bold=True)
    space(style(doc, "Picture Title"), before=10, after=4, keep=True)
    looks(style(doc, "Picture"), 10.5)
    space(style(doc, "Picture"))
    for name in ("Header", "Footer"):
        looks(style(doc, name), 8.5, FAINT)
    code = style(doc, "Code", None, WD_STYLE_TYPE.CHARACTER)
    code.font.bold, code.font.color.rgb = True, RGBColor.from_string(ACCENT)
    for name, colour in SHADES.items():
        shade = style(doc, f"Bar {name}", None, WD_STYLE_TYPE.CHARACTER)
        shade.font.color.rgb = RGBColor.from_string(colour)
    tables(doc)


def tables(doc: Any) -> None:
    """The style of tables: thin lines between rows, nothing else."""
    made = style(doc, "Report Table", "Normal Table", WD_STYLE_TYPE.TABLE)
    properties = element("w:tblPr")
    borders = element("w:tblBorders")
    borders.append(element("w:insideH", val="single", sz="4", space="0", color=LINE))
    properties.append(borders)
    margins = element("w:tblCellMar")
    for name in ("top", "left", "bottom", "right"):
        margins.append(element(f"w:{name}", w="60", type="dxa"))
    properties.append(margins)
    made.element.append(properties)
    bare = style(doc, "Report Rows", "Normal Table", WD_STYLE_TYPE.TABLE)
    properties = element("w:tblPr")
    margins = element("w:tblCellMar")
    margins.append(element("w:left", w="0", type="dxa"))
    margins.append(element("w:right", w="120", type="dxa"))
    properties.append(margins)
    bare.element.append(properties)


# ------------------------------------------------------------------ parts
class Writer:
    """Writes paragraphs and tables at the end of a document."""

    def __init__(self, doc: Any) -> None:
        self.doc = doc

    def line(self, text: str, style: str = "Normal") -> Any:
        """A paragraph."""
        return self.doc.add_paragraph(text, style=style)

    def tag(self, text: str) -> None:
        """A paragraph that only steers: it is not there in a report."""
        self.line("{%p " + text + " %}")

    def end_of_pages(self, on_side: bool) -> None:
        """Where pages of one sort end, upright or on their side: the paragraph says of which."""
        paragraph = self.line("", "After Table")
        made = deepcopy(self.doc.sections[-1]._sectPr)
        if on_side:
            size, margins = made.find(qn("w:pgSz")), made.find(qn("w:pgMar"))
            width, height = size.get(qn("w:w")), size.get(qn("w:h"))
            for name, value in (("w", height), ("h", width), ("orient", "landscape")):
                size.set(qn(f"w:{name}"), value)
            for name, room in (
                ("left", 1.2),
                ("right", 1.2),
                ("top", 1.6),
                ("bottom", 1.5),
                ("header", 0.8),
                ("footer", 0.8),
            ):
                margins.set(qn(f"w:{name}"), str(Cm(room).twips))
            first = made.find(qn("w:titlePg"))
            made.remove(first)
        paragraph._p.get_or_add_pPr().append(made)

    def table(self, widths: list[float], rows: int, style: str) -> Any:
        """A table as wide as the page."""
        made = self.doc.add_table(rows=rows, cols=len(widths), style=style)
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        for row in made.rows:
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Cm(width)
        return made


def put(cell: Any, text: str, style: str) -> None:
    """The one paragraph of a cell."""
    cell.paragraphs[0].text = text
    cell.paragraphs[0].style = style


def more(cell: Any, *lines: tuple[str, str]) -> None:
    """Several paragraphs of a cell, each with its style."""
    first, *others = lines
    put(cell, *first)
    for text, style in others:
        cell.add_paragraph(text, style=style)


def heads(row: Any) -> None:
    """A row that is repeated on each page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def labelled(writer: Writer, rows: str) -> None:
    """Labels with what belongs to them."""
    table = writer.table([3.5, 13.1], 3, "Report Rows")
    put(table.cell(0, 0), "{%tr for row in " + rows + " %}", "Label")
    put(table.cell(1, 0), "{{ row.label }}", "Label")
    more(
        table.cell(1, 1),
        ("{%p for line in row.lines %}", "Cell"),
        ("{{ line }}", "Cell"),
        ("{%p endfor %}", "Cell"),
    )
    put(table.cell(2, 0), "{%tr endfor %}", "Label")
    writer.line("", "After Table")


def bars(writer: Writer) -> None:
    """Scores, each with its bar, and what the shades of a bar mean."""
    table = writer.table([7.4, 4.2, 1.7, 1.6, 1.7], 4, "Report Table")
    heads(table.rows[0])
    for at in range(3):
        put(table.cell(0, at + 2), f"{{{{ block.heads[{at}] }}}}", "Number")
    for at in range(2):
        put(table.cell(0, at), "", "Cell")
    put(table.cell(1, 0), "{%tr for one in block.bars %}", "Cell")
    for cell in table.rows[2].cells:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    choose(table.cell(2, 0), "{{ one.title }}", "one.level == 1", "Cell Strong", "Cell")
    put(table.cell(2, 1), "{{ one.bar }}", "Cell")
    for at, name in enumerate(("proven", "claimed", "possible")):
        choose(table.cell(2, at + 2), f"{{{{ one.{name} }}}}", "one.level == 1", "Number Strong", "Number")
    put(table.cell(3, 0), "{%tr endfor %}", "Cell")
    writer.line("", "After Table")
    for at, name in enumerate(("proven", "claimed", "possible")):
        legend = writer.line("", "Faint")
        legend.paragraph_format.keep_with_next = False
        legend.add_run("\u25a0", style=f"Bar {name}")
        legend.add_run(f" {{{{ block.heads[{at}] }}}}: ").bold = True
        legend.add_run(f"{{{{ block.meanings[{at}] }}}}")


def choose(cell: Any, text: str, when: str, style: str, otherwise: str) -> None:
    """A text in a style that depends on something."""
    more(
        cell,
        ("{%p if " + when + " %}", otherwise),
        (text, style),
        ("{%p else %}", otherwise),
        (text, otherwise),
        ("{%p endif %}", otherwise),
    )


def plain_table(writer: Writer) -> None:
    """A table with as many columns as it has heads."""
    table = writer.table([7.6, 1.0, 2.25, 1.0], 4, "Report Table")
    heads(table.rows[0])
    put(table.cell(0, 0), "{{ block.heads[0] }}", "Label")
    put(table.cell(0, 1), "{%tc for head in block.heads[1:] %}", "Cell")
    choose(table.cell(0, 2), "{{ head }}", "block.numbers", "Number", "Cell")
    put(table.cell(0, 3), "{%tc endfor %}", "Cell")
    put(table.cell(1, 0), "{%tr for row in block.rows %}", "Cell")
    choose(table.cell(2, 0), "{{ row[0] }}", f"block.rows|length < {FEW}", "Cell Together", "Cell")
    put(table.cell(2, 1), "{%tc for cell in row[1:] %}", "Cell")
    choose(table.cell(2, 2), "{{ cell }}", "block.numbers", "Number", "Cell")
    put(table.cell(2, 3), "{%tc endfor %}", "Cell")
    put(table.cell(3, 0), "{%tr endfor %}", "Cell")
    writer.line("", "After Table")


def toned(writer: Writer, text: str, tone: str, style: str, plain: str) -> None:
    """A paragraph in the style of its tone."""
    word = "if"
    for name in TONES:
        writer.tag(f'{word} {tone} == "{name.lower()}"')
        writer.line(text, f"{style} {name}")
        word = "elif"
    writer.tag("else")
    writer.line(text, plain)
    writer.tag("endif")


def paragraph(writer: Writer) -> None:
    """Running text in the style of its tone."""
    writer.tag('if block.tone == "faint"')
    writer.line("{{ block.text }}", "Faint")
    writer.tag("else")
    toned(writer, "{{ block.text }}", "block.tone", "Verdict", "Normal")
    writer.tag("endif")


def entry(writer: Writer) -> None:
    """A finding: numbered, or with its id."""
    writer.tag("if block.number")
    writer.line("{{ block.number }}. {{ block.title }}", "Heading 2")
    writer.tag("else")
    item = writer.line("", "Item")
    item.add_run("{{ block.lead }}", style="Code")
    item.add_run("  {{ block.title }}")
    writer.tag("endif")
    writer.tag("if block.remark")
    toned(writer, "{{ block.remark }}", "block.tone", "Remark", "Remark")
    writer.tag("endif")
    writer.tag("if block.rows")
    labelled(writer, "block.rows")
    writer.tag("endif")


def picture(writer: Writer) -> None:
    """A picture under its title; one that is too wide on a page of its own, on its side, and in words too."""
    writer.tag("if block.wide")
    writer.end_of_pages(on_side=False)
    writer.line("{{ block.title }}", "Picture Title")
    writer.line("{{ block.large }}", "Picture")
    writer.line("{{ block.alternative }}", "Cell")
    writer.end_of_pages(on_side=True)
    writer.tag("else")
    writer.line("{{ block.title }}", "Picture Title")
    writer.line("{{ block.image }}")
    writer.tag("endif")


def tree(writer: Writer) -> None:
    """Something with what it came from, each indented below it."""
    writer.tag("for line in block.lines")
    writer.line(
        "{{ '\u2003' * line.depth }}{{ line.title }}{% if line.remark %}: {{ line.remark }}{% endif %}",
        "Cell",
    )
    writer.tag("endfor")
    writer.line("", "After Table")


def body(writer: Writer) -> None:
    """The report: every section with its blocks, in the order in which it is told."""
    writer.line("{{ title }}", "Title")
    writer.tag("for section in sections")
    writer.tag("if not loop.first")
    writer.line("{{ section.title }}", "Heading 1")
    writer.tag("endif")
    writer.tag("for block in section.blocks")
    word = "if"
    for kind, write in (
        ("paragraph", paragraph),
        ("rows", lambda it: labelled(it, "block.rows")),
        ("bars", bars),
        ("table", plain_table),
        ("entry", entry),
        ("picture", picture),
        ("tree", tree),
    ):
        writer.tag(f'{word} block.kind == "{kind}"')
        write(writer)
        word = "elif"
    writer.tag("endif")
    writer.tag("endfor")
    writer.tag("endfor")


def field(paragraph: Any, code: str) -> None:
    """A number that Word works out."""
    simple = element("w:fldSimple", instr=code)
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def around(doc: Any) -> None:
    """The page, with what stands above and below on each."""
    page = doc.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin, page.bottom_margin = Cm(2.3), Cm(2)
    page.different_first_page_header_footer = True
    page.header.paragraphs[0].text = "{{ title }}"
    for footer in (page.footer, page.first_page_footer):
        below = footer.paragraphs[0]
        below.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        below.style = "Footer"
        below.add_run("{{ words.page }} ")
        field(below, "PAGE")
        below.add_run(" {{ words.of }} ")
        field(below, "NUMPAGES")


def bare(doc: Any) -> None:
    """Without what the library's own template brings and no report uses."""
    for one in list(doc.styles):
        if one.type == WD_STYLE_TYPE.TABLE and one.name != "Normal Table":
            one.delete()
    for name, one in list(doc.part.rels.items()):
        if one.reltype.endswith(("/stylesWithEffects", "/customXml")):
            del doc.part.rels[name]


def template() -> bytes:
    """The standard template."""
    document = Document()
    bare(document)
    styles(document)
    around(document)
    body(Writer(document))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "Report", "", ""
    properties.created = properties.modified = datetime(2026, 1, 1)
    made = BytesIO()
    document.save(made)
    parts = unpacked(Template(FILE.name, made.getvalue()))
    del parts["docProps/thumbnail.jpeg"]  # it shows another document
    parts["_rels/.rels"] = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", parts["_rels/.rels"])
    return packed(parts, small=True)


if __name__ == "__main__":
    FILE.write_bytes(template())
    print(f"{FILE.name}: {FILE.stat().st_size} bytes")
