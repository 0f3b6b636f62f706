"""
Every picture that there is of an assessment, and of a comparison.
"""

from __future__ import annotations

from kamassess.comparing import Changes
from kamassess.report.pictures.duties import duties
from kamassess.report.pictures.effort import effort
from kamassess.report.pictures.handovers import handovers
from kamassess.report.pictures.intervals import intervals
from kamassess.report.pictures.levels import levels
from kamassess.report.pictures.moved import moved
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.thread import thread
from kamassess.result import Result


def pictures(result: Result, language: str) -> tuple[Picture, ...]:
    """
    The pictures of an assessment.

    Args:
        result: the assessment.
        language: ``nl`` or ``en``.

    Returns:
        ``intervals``, ``thread``, ``duties``, ``levels``, ``effort``, and ``handovers:ID`` for each chain, as
        far as there is something to show.

    Raises:
        MissingLibrary: pygraphviz is not installed.
    """
    found = (one(result, language) for one in (intervals, thread, duties, levels, effort))
    return (*(one for one in found if one is not None), *handovers(result, language))


def pictures_of_changes(changes: Changes, language: str) -> tuple[Picture, ...]:
    """
    The pictures of a comparison.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        ``moved``: how the scores moved.
    """
    found = moved(changes, language)
    return () if found is None else (found,)
