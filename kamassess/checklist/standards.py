"""
The standards that a checklist may refer to, by edition: which clauses there are.

Only numbers: what a clause says stands in the standard. Of another norm any clause is taken as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _clauses(text: str) -> frozenset[str]:
    """``5.1(1-2) 5.2`` is 5.1, 5.1.1, 5.1.2 and 5.2."""
    found: set[str] = set()
    for piece in text.split():
        clause, bracket, inside = piece.rstrip(")").partition("(")
        found.add(clause)
        if bracket:
            first, last = inside.split("-")
            found.update(f"{clause}.{number}" for number in range(int(first), int(last) + 1))
    return frozenset(found)


_ENVIRONMENT_2015: Final = (
    "4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1(1-4) 6.2(1-2) 7.1 7.2 7.3 7.4(1-3) 7.5(1-3) 8.1 8.2 "
    "9.1(1-2) 9.2(1-2) 9.3 10.1 10.2 10.3"
)

STANDARDS: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "ISO 9001": {
        "2015": _clauses(
            "4.1 4.2 4.3 4.4(1-2) 5.1(1-2) 5.2(1-2) 5.3 6.1(1-2) 6.2(1-2) 6.3 "
            "7.1(1-6) 7.1.5(1-2) 7.2 7.3 7.4 7.5(1-3) 7.5.3(1-2) "
            "8.1 8.2(1-4) 8.2.3(1-2) 8.3(1-6) 8.4(1-3) 8.5(1-6) 8.6 8.7(1-2) "
            "9.1(1-3) 9.2(1-2) 9.3(1-3) 10.1 10.2(1-2) 10.3"
        ),
    },
    "ISO 14001": {
        "2015": _clauses(_ENVIRONMENT_2015),
        # Risks and opportunities became 6.1.4, planning action 6.1.5; planning of changes, 6.3, is new.
        "2026": _clauses(_ENVIRONMENT_2015.replace("6.1(1-4)", "6.1(1-5)").replace("7.1 ", "6.3 7.1 ", 1)),
    },
    "ISO 45001": {
        "2018": _clauses(
            "4.1 4.2 4.3 4.4 5.1 5.2 5.3 5.4 6.1(1-4) 6.1.2(1-3) 6.2(1-2) 7.1 7.2 7.3 7.4(1-3) 7.5(1-3) "
            "8.1(1-4) 8.1.4(1-3) 8.2 9.1(1-2) 9.2(1-2) 9.3 10.1 10.2 10.3"
        ),
    },
}
"""The clauses of each standard, by edition."""
