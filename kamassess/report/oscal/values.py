"""
Values as OSCAL has them: every text of people made to fit its type, whatever stands in it.

A title or description of OSCAL is Markdown, so there a text is escaped. A string
or a token is not, but these may not begin with a space, or hold what a name may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any, Final

from kamassess.errors import InvalidCall
from kamassess.report.xml import holdable
from kamassess.showing.markdown import escape
from kamassess.showing.text import clean

Thing = dict[str, Any]
"""An object of OSCAL, by its keys."""

NAMESPACE: Final = "urn:kamassess:oscal:1"
"""Whose the properties are that OSCAL does not have."""

_TOKEN: Final = re.compile("[A-Za-z_][A-Za-z0-9._-]*")
_NOT_TOKEN: Final = re.compile("[^A-Za-z0-9_]+")
_MORE: Final = str.maketrans({'"': '\\"', "^": "\\^"})
"""What Markdown acts upon in OSCAL alone: quotes, and what is set above the line."""

_NOTHING: Final = "–"
"""Stands where a text must be, and there is none."""


def string(text: str) -> str:
    r"""
    A text on one line that says something.

    Args:
        text: any text.

    Returns:
        The text without what nobody sees and with single spaces; a dash where nothing is left.

    Example:
        >>> string("  Head of\npermits"), string("")
        ('Head of permits', '–')
    """
    return holdable(clean(text)) or _NOTHING


def line(text: str) -> str:
    r"""
    A text as a line of Markdown that says just what it says.

    Args:
        text: any text.

    Returns:
        The line, everything escaped that would be acted upon.

    Example:
        >>> line("<b>1</b>")
        '\\<b\\>1\\</b\\>'
    """
    return holdable(escape(text)).translate(_MORE) or _NOTHING


def lines(texts: Iterable[str]) -> str:
    """
    Texts as Markdown, each a paragraph.

    Args:
        texts: any texts.

    Returns:
        The paragraphs; a dash where there are none.
    """
    return "\n\n".join(line(one) for one in texts) or _NOTHING


def token(*parts: str) -> str:
    """
    A name that refers to something, made of the names of what it lies in and its own.

    Args:
        parts: the names, from the outermost.

    Returns:
        The names with dots between them where that is a token of OSCAL and can be taken apart again, else
        one with a hash behind it: other names never give the same.

    Example:
        >>> token("customer-chains", "K-4")
        'customer-chains.K-4'
        >>> token("4.1", "a b")
        '_4_1_a_b-7a03bc46'
    """
    whole = ".".join(parts)
    if _TOKEN.fullmatch(whole) and not any("." in one for one in parts[:-1]):
        return whole
    hashed = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    readable = _NOT_TOKEN.sub("_", whole)[:80]
    return f"{'' if readable[:1].isalpha() else '_'}{readable}-{hashed}"


def knows(day: date) -> bool:
    """Whether OSCAL knows a day."""
    return 1900 <= day.year <= 2999


def moment(day: date) -> str:
    """
    A day as a moment: its beginning, in UTC.

    Args:
        day: the day.

    Returns:
        The moment.

    Raises:
        InvalidCall: it is before 1900 or after 2999, which OSCAL does not know.

    Example:
        >>> moment(date(2026, 11, 1))
        '2026-11-01T00:00:00Z'
    """
    if not knows(day):
        raise InvalidCall(f"OSCAL knows the days from 1900 to 2999; this is of {day}")
    return f"{day.isoformat()}T00:00:00Z"


def property_(name: str, value: str | float | bool) -> Thing:
    """
    A property of ours.

    Args:
        name: its name, a token.
        value: its value.

    Returns:
        The property.
    """
    told = str(value).lower() if isinstance(value, bool) else string(str(value))
    return {"name": name, "ns": NAMESPACE, "value": told}


def without_empty(thing: Thing) -> Thing:
    """
    An object without keys that have nothing: a list of OSCAL has one thing at least.

    Args:
        thing: the object.

    Returns:
        The object without them.
    """
    return {key: value for key, value in thing.items() if value not in (None, [], "")}
