"""
A comparison as a page, in the look of a report.
"""

from __future__ import annotations

from attrs import evolve

from kamassess.comparing import Changes
from kamassess.model.days import day
from kamassess.report.changes import compose_changes
from kamassess.report.document import Heading
from kamassess.report.html.rendering import page as render
from kamassess.report.html.sectioning import sections
from kamassess.report.html.words import tell
from kamassess.report.wording import in_language


def changes_to_html(changes: Changes, language: str = "en") -> str:
    """
    The report of a comparison as one HTML file.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The page, with all that it needs in it.

    Raises:
        MissingLibrary: Jinja2 is not installed.
    """
    title, *blocks = compose_changes(changes, language)
    assert isinstance(title, Heading)  # noqa: S101 - a report begins with its title
    about, verdict, *rest = sections((Heading(tell("report section", language)), *blocks))
    subject = changes.later.organisation
    before, after = (day(one.as_of, language) for one in (changes.earlier, changes.later))
    return render(
        "changes",
        language,
        title=title.text,
        name=in_language(subject.name, language, subject.id),
        subtitle=tell("compared", language, before=before, after=after),
        verdict=evolve(verdict, anchor="verdict"),
        sections=(*rest, about),
    )
