"""
What a file is, by its keys: whether it is what it was given for is told before what is wrong in it.
"""

from __future__ import annotations

from typing import Final

from kamassess.errors import InvalidSource, Mistake
from kamassess.source import Mapping, Node

ORGANISATION: Final = "organisation"
ANSWERS: Final = "file of answers"
CHECKLIST: Final = "checklist"
CASES: Final = "file of cases"
ASSESSMENT: Final = "saved assessment"

_SIGNS: Final = {
    ASSESSMENT: {"verdicts", "findings"},
    CASES: {"cases"},
    CHECKLIST: {"requirements"},
    ORGANISATION: {"nodes"},
    ANSWERS: {"answers"},
}


def kind_of(tree: Node) -> str | None:
    """
    What a file is.

    Args:
        tree: what it holds.

    Returns:
        Its kind; ``None`` where the keys are of none.

    Example:
        >>> from kamassess.source import read_text
        >>> kind_of(read_text("answers: []", "a.yaml"))
        'file of answers'
        >>> kind_of(read_text("{id: town, answers: []}", "a.yaml"))
        'organisation'
    """
    keys = _keys(tree)
    found = next((what for what, signs in _SIGNS.items() if signs <= keys), None)
    return ORGANISATION if found in (None, ANSWERS) and "id" in keys else found


def refuse_other(tree: Node, wanted: str) -> None:
    """
    Refuse a file that is something else; one that is nothing we know is looked at further.

    Args:
        tree: what it holds.
        wanted: what it was given for.

    Raises:
        InvalidSource: it is something else.
    """
    keys = _keys(tree)
    found = kind_of(tree)
    is_wanted = wanted != ANSWERS and _SIGNS[wanted] <= keys  # answers stand in organisations too
    if is_wanted or found in (None, wanted) or not _SIGNS[found] <= keys:
        return
    article = "an" if found[0] in "aeio" else "a"
    raise InvalidSource([Mistake(tree.place, f"this is {article} {found}, and no {wanted}")])


def _keys(tree: Node) -> set[str]:
    return {key.text for key, _ in tree.entries} if isinstance(tree, Mapping) else set()
