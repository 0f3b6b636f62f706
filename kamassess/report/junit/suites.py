"""
The document: suites of cases, counted as readers check it. There is no clock in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from attrs import frozen

from kamassess.report.junit.cases import Case, State
from kamassess.report.xml import holdable

_COUNTED: Final = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
"""What readers check the number of, and the element that is counted."""


@frozen
class Suite:
    """
    A suite of cases.

    Args:
        name: its name.
        properties: what is told of it, by name.
        cases: its cases.
        further: what is told of none of them.
    """

    name: str
    properties: Mapping[str, str]
    cases: tuple[Case, ...]
    further: tuple[str, ...] = ()


def written(name: str, suites: Iterable[Suite]) -> str:
    """
    Write a document.

    Args:
        name: what it is about.
        suites: its suites.

    Returns:
        The document, with a line end behind the last line.
    """
    root = Element("testsuites", name=holdable(name))
    for one in suites:
        _count(_suite(root, one))
    _count(root)
    del root.attrib["skipped"]  # which the schema that Jenkins goes by knows of a suite alone
    indent(root)
    # ElementTree writes a CR in a text as it is, and whoever reads it would make a LF of it.
    document = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _count(counted: Element) -> None:
    counted.attrib |= {name: str(sum(1 for _ in counted.iter(tag))) for name, tag in _COUNTED.items()}


def _suite(root: Element, one: Suite) -> Element:
    suite = _element(root, "testsuite", name=one.name)
    properties = _element(suite, "properties")
    for name, value in one.properties.items():
        _element(properties, "property", name=name, value=value)
    for it in one.cases:
        _case(suite, it)
    if one.further:
        _element(suite, "system-out", "\n".join(one.further))
    return suite


def _case(suite: Element, one: Case) -> None:
    case = _element(suite, "testcase", classname=one.of, name=one.name)
    lines = "\n".join(one.lines)
    if one.state is State.FAILED:
        _element(case, "failure", lines, message=one.message, type=one.sort)
    elif one.state is State.SKIPPED:
        _element(case, "skipped", lines, message=one.message)
    elif one.lines:
        _element(case, "system-out", lines)


def _element(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """An element below another, holding nothing but text."""
    made = SubElement(parent, tag, {name: holdable(value) for name, value in attributes.items()})
    made.text = holdable(text) or None
    return made
