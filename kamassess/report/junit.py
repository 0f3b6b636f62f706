"""
A result as JUnit XML, which build servers show: a suite a checklist, a case a verdict.

What falls short fails. What is undetermined, does not apply, was accepted
for a time, or is no more than an observation is skipped, with why. There is no clock in it, so the same
assessment gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kamassess.checklist.outline import ChecklistOutline
from kamassess.findings.finding import Finding
from kamassess.model.terms import FindingKind, Outcome
from kamassess.report.arranging import by_verdict, telling
from kamassess.report.wording import answer, in_language, message, reason, waived, who_acts
from kamassess.report.words import KINDS, OUTCOMES, tell, word
from kamassess.report.xml import holdable
from kamassess.result import JudgedFocus, Result

_COUNTED: Final = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
"""What readers check the number of, and the element that is counted."""


def to_junit(result: Result, language: str = "en") -> str:
    """
    A result as JUnit XML.

    Args:
        result: the result.
        language: ``nl`` or ``en``, of the messages.

    Returns:
        The document, with a line end behind the last line.
    """
    root = Element("testsuites", name=holdable(result.organisation.id))
    told = by_verdict(result)
    suites = {one.id: _suite(root, one, result) for one in result.checklists}
    for judged in result.verdicts:
        found = told.get((judged.checklist, judged.checkpoint, judged.focus), ())
        _case(suites[judged.checklist], judged, found, result, language)
    for checklist, suite in suites.items():
        systemic = [one for one in result.findings if one.checkpoint is None and one.checklist == checklist]
        if systemic:
            _element(suite, "system-out", "\n".join(_lines(systemic, result, language)))
    for one in (root, *suites.values()):
        one.attrib |= {count: str(sum(1 for _ in one.iter(tag))) for count, tag in _COUNTED.items()}
    del root.attrib["skipped"]  # which the schema that Jenkins goes by knows of a suite alone
    indent(root)
    # ElementTree writes a CR in a text as it is, and whoever reads it would make a LF of it.
    document = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _element(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """An element below another, holding nothing but text."""
    made = SubElement(parent, tag, {name: holdable(value) for name, value in attributes.items()})
    made.text = holdable(text) or None
    return made


def _suite(root: Element, checklist: ChecklistOutline, result: Result) -> Element:
    suite = _element(root, "testsuite", name=checklist.id)
    properties = _element(suite, "properties")
    told = {
        "as_of": result.as_of.isoformat(),
        "organisation": result.organisation.id,
        "checklist.version": checklist.version,
    }
    for name, value in told.items():
        _element(properties, "property", name=name, value=value)
    return suite


def _case(
    suite: Element, judged: JudgedFocus, found: tuple[Finding, ...], result: Result, language: str
) -> None:
    case = _element(
        suite,
        "testcase",
        classname=f"{judged.checklist}.{judged.requirement}",
        name=f"{judged.checkpoint} [{judged.focus}]",
    )
    outcome = judged.claimed.outcome
    accepted = next((one.accepted for one in found if one.accepted is not None), None)
    said = message(found[0], result, language) if found else word(OUTCOMES, outcome, language)
    answers = (f"{tell('answer', language)}: {answer(one, result, language)}" for one in judged.answers)
    lines = "\n".join((*answers, *_lines(found, result, language)))
    if outcome is Outcome.CONFORMITY:
        if found:
            _element(case, "system-out", lines)  # it passes, and may still not be proven
    elif outcome is Outcome.NONCONFORMITY and accepted is None and not _is_observed(found):
        _element(case, "failure", lines, message=said, type=found[0].kind if found else outcome)
    elif accepted is not None:
        _element(case, "skipped", lines, message=f"{said} ({waived(accepted, result, language)})")
    else:
        _element(case, "skipped", lines, message=said)


def _is_observed(found: tuple[Finding, ...]) -> bool:
    """Whether there is no more to tell than an observation: of a sign, advice or a wish."""
    return bool(found) and all(one.kind is FindingKind.OBSERVATION for one in found)


def _lines(found: Iterable[Finding], result: Result, language: str) -> Iterator[str]:
    """Of each finding what it is, why it is so, what would mend it, who must act, and that it is accepted."""
    for one in found:
        yield f"{word(KINDS, one.kind, language)}: {message(one, result, language)}"
        yield from (f"- {reason(atom, result, language, one.focus)}" for atom in telling(one.because))
        if one.repair:
            yield f"{tell('repair', language)}: {in_language(one.repair, language)}"
        yield f"{tell('act', language)}: {'; '.join(who_acts(one, result, language))}"
        if one.accepted is not None:
            yield waived(one.accepted, result, language)
