"""
A report as a Word document: the standard template, or an organisation's own, filled with what was found.
"""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from kamassess.comparing import Changes
from kamassess.errors import KamassessError
from kamassess.report import vetting
from kamassess.report.context import context
from kamassess.report.embedding import Embedder, bar, fit_columns
from kamassess.report.illustrating import Illustrated, illustrated, illustrated_changes
from kamassess.report.needing import need
from kamassess.report.plain import legible
from kamassess.report.sandbox import sandbox
from kamassess.report.templating import (
    EXTRA,
    Template,
    standard_template,
    told,
    unpacked,
)
from kamassess.report.wording import in_language
from kamassess.result import Result, Subject
from kamassess.scoring.score import ENDS
from kamassess.showing.document import Heading
from kamassess.source import archive

_HERE: Final = "kamassess.report"
_TAGS: Final = {"nl": "nl-NL", "en": "en-GB"}
_LONGEST: Final = 255
"""Of a property of a document; Word opens no file with more."""

_BAR, _TEXT = 4.0, 16.6
"""How wide the bar of a score is, and a picture that fills the width of a page, in centimetres."""

_SIDE: Final = (27.2, 15.2)
"""How wide and high a picture may be on a page on its side, between its title and the same in words."""

_REWRITTEN: Final = ("{_{", "}_}", "{_%", "%_}")
"""What the library would write as the signs of a template; in a text they are a text."""


def to_docx(result: Result, language: str = "en", template: Template | None = None) -> bytes:
    """
    The report of a result as a Word document.

    Args:
        result: the result.
        language: ``nl`` or ``en``.
        template: a template of one's own; ``None``: the standard one.

    Returns:
        The file: the same result and template give the same bytes.

    Raises:
        InvalidTemplate: the template cannot be used, with what is wrong in it.
        MissingLibrary: docxtpl is not installed.
    """
    need("docxtpl", EXTRA)  # first: pictures lack what another extra installs too
    return render(illustrated(result, language), result.organisation, result.as_of, language, template)


def changes_to_docx(changes: Changes, language: str = "en", template: Template | None = None) -> bytes:
    """
    The report of a comparison as a Word document.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.
        template: a template of one's own; ``None``: the standard one.

    Returns:
        The file: the same two assessments and template give the same bytes.

    Raises:
        InvalidTemplate: the template cannot be used, with what is wrong in it.
        MissingLibrary: docxtpl is not installed.
    """
    need("docxtpl", EXTRA)  # first: pictures lack what another extra installs too
    later = changes.later
    return render(illustrated_changes(changes, language), later.organisation, later.as_of, language, template)


def render(
    document: Illustrated, subject: Subject, day: date, language: str, template: Template | None = None
) -> bytes:
    """
    Render a document as a Word document.

    Args:
        document: its blocks and pictures.
        subject: the organisation that it is about.
        day: the day that it is of, which the file has as its date.
        language: the language that it is in.
        template: what is filled; ``None``: the standard template.

    Returns:
        The file.

    Raises:
        InvalidTemplate: the template cannot be used, with what is wrong in it.
        MissingLibrary: docxtpl is not installed.
    """
    docxtpl = need("docxtpl", EXTRA)
    chosen = template or Template("report.docx", standard_template())
    parts = unpacked(chosen)
    name = in_language(subject.name, language, subject.id)
    given = context(document, name, day, language, _say())
    try:
        filled = docxtpl.DocxTemplate(BytesIO(archive.packed(parts)))
        embedder = Embedder(filled.get_docx())
        _draw(given, embedder)
        filled.render_properties = lambda *_: None  # they are no templates: what we know of them is set below
        filled.render(given, sandbox(chosen, tuple(given)))
        if embedder.misplaced():
            raise chosen.wrong("pictures can stand in the text, not above or below the page")
        embedder.drop_unused()
        fit_columns(filled.docx)
        _describe(filled.docx, document, day, language)
        made = BytesIO()
        filled.save(made)
    except KamassessError:
        raise
    except Exception as error:  # whatever its libraries make of a template that is not one
        raise told(chosen, error) from error
    with ZipFile(made) as file:
        filled_in = {one: file.read(one) for one in file.namelist()}
    active = vetting.active(filled_in)  # a place to fill in may stand inside a field
    if active is not None:
        raise chosen.wrong(active)
    return archive.packed(filled_in, small=True)


def _draw(given: dict[str, Any], embedder: Embedder) -> None:
    """Give each score its bar, and each picture its image."""
    blocks = [block for section in given["sections"] for block in section["blocks"]]
    for one in (it for block in blocks for it in block.get("bars", ())):
        numbers = ", ".join(f"{given['words'][end]} {one[end]}" for end in ENDS)
        one["bar"] = embedder.picture(bar(one["ends"]), numbers, _BAR)
    for one in given["pictures"]:
        png = _png(one.pop("svg"), 450 if one["wide"] else 220)  # a wide one is looked at from close by
        one["image"] = embedder.picture(png, one["alternative"], _TEXT * one["width"])
        one["large"] = (
            embedder.picture(png, one["alternative"], _on_its_side(png)) if one["wide"] else one["image"]
        )


def _on_its_side(png: bytes) -> float:
    """How wide a picture is on a page on its side, in centimetres: as wide as fits, and no higher."""
    width, height = map(float, struct.unpack(">II", png[16:24]))
    return min(_SIDE[0], _SIDE[1] * width / height)


def _png(svg: str, ppi: int) -> bytes:
    """A picture in so many dots an inch: not every program that opens a Word document knows another form."""
    typst = need("typst", EXTRA)
    with as_file(files(_HERE) / "typst" / "picture.typ") as source:
        made: bytes = typst.compile(
            source,
            root=source.parent,
            ignore_system_fonts=True,
            sys_inputs={"svg": svg},
            format="png",
            ppi=ppi,
        )
    return made


def _say() -> Any:
    """What is done to each text: it is cleaned, and escaped where the library would rewrite it."""
    markup = need("markupsafe", EXTRA)

    def say(text: str) -> str:
        said = legible(text)
        if not any(one in said for one in _REWRITTEN):
            return said
        escaped = str(markup.escape(said))
        for one in _REWRITTEN:
            escaped = escaped.replace(one, f"&#{ord(one[0])};{one[1:]}")
        safe: str = markup.Markup(escaped)
        return safe

    return say


def _describe(docx: Any, document: Illustrated, day: date, language: str) -> None:
    """Tell in the file's properties what it is, of which day and in which language; no clock has a part."""
    title = next((legible(one.text) for one in document if isinstance(one, Heading)), "")
    on = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    known = docx.core_properties
    known.title, known.language = title[:_LONGEST], _TAGS[language]
    known.created = known.modified = on
    known.revision = 1
    for element in _languages(docx):
        element.set(_w("val"), _TAGS[language])


def _languages(docx: Any) -> list[Any]:
    """Where the styles name a language, made where they name none."""
    ns = need("docx.oxml.ns", EXTRA)
    root = docx.styles.element
    found: list[Any] = root.findall(f".//{ns.qn('w:lang')}")
    if found:
        return found
    oxml = need("docx.oxml", EXTRA)
    element = root
    for tag in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        below = element.find(ns.qn(tag))
        if below is None:
            below = oxml.OxmlElement(tag)
            element.insert(0 if tag != "w:lang" else len(element), below)  # the order of the standard
        element = below
    return [element]


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
