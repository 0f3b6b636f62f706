"""
A comparison as a page, in the look of a report.
"""

from __future__ import annotations

from attrs import evolve

from kamassess.comparing import Changes
from kamassess.report.changes import compose_changes, days
from kamassess.report.html.rendering import page as render
from kamassess.report.html.sectioning import sections
from kamassess.report.html.words import tell
from kamassess.report.pictures import pictures_of_changes
from kamassess.report.wording import in_language
from kamassess.showing.document import Heading


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
    about, verdict, scores, *rest = sections((Heading(tell("report section", language)), *blocks))
    subject = changes.later.organisation
    return render(
        "changes",
        language,
        title=title.text,
        name=in_language(subject.name, language, subject.id),
        subtitle=days(changes, language),
        verdict=evolve(verdict, anchor="verdict"),
        scores=scores,
        pictures=pictures_of_changes(changes, language),
        sections=(*rest, about),
    )
