"""
The schemas by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kamassess.errors import InvalidCall, nearest
from kamassess.report.schemas.assessment import assessment
from kamassess.report.schemas.checklist import checklist
from kamassess.report.schemas.organisation import organisation
from kamassess.report.schemas.shapes import Schema

SCHEMAS: Final[Mapping[str, Callable[[], Schema]]] = {
    "organisation": organisation,
    "checklist": checklist,
    "assessment": assessment,
}


def schema(what: str) -> Schema:
    """
    The JSON Schema of a kind of file.

    Args:
        what: ``organisation``, ``checklist`` or ``assessment``.

    Returns:
        The schema, as dictionaries.

    Raises:
        InvalidCall: there is no schema of that name.

    Example:
        >>> schema("organisation")["required"]
        ['id']
    """
    if what not in SCHEMAS:
        near = nearest(what, SCHEMAS)
        hint = f"; did you mean '{near}'?" if near else ""
        raise InvalidCall(f"there is no schema '{what}'; there are {', '.join(SCHEMAS)}{hint}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kamassess:{what}:1",
        "title": f"kamassess {what}",
        **SCHEMAS[what](),
    }
