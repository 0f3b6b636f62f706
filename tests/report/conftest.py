"""What the small town of ``tests.material`` gets from the small checklist."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from typing import Final

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.checklist.reading import read_checklist
from kamassess.findings.finding import Texts
from kamassess.later import Later
from kamassess.model.organisation import Waiver
from kamassess.model.reading import read_organisation
from kamassess.model.terms import Outcome
from kamassess.result import Result
from kamassess.source import read_text
from tests.material import AS_OF, CHECKLIST, ORGANISATION


def assess(organisation: str, checklist: str = CHECKLIST, **more: object) -> Result:
    """The result of a description, as text, against a checklist, as text."""
    town = read_organisation(read_text(organisation, "town.yaml"))
    norm = read_checklist(read_text(checklist, "small.yaml"))
    return ka.assess(town, norm, as_of=AS_OF, **more).result  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def result() -> Result:
    """The small town, with a gap, an observation and something open of every sort."""
    return assess(ORGANISATION)


HOSTILE: Final = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</script></skipped></testcase>",
    '"/><failure message="',
    "]]><failure/>",
    "<![CDATA[x]]>",
    "<!-- -->",
    '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
    "&lt;&amp;&#65;",
    "javascript:alert(1)",
    "{{7*7}} ${7*7} <%= 7 %> {% raw %}",
    '=HYPERLINK("http://example.org", "x")',
    "+31 6 12345678",
    "-2+3",
    "@SUM(A1:A9)",
    " \xa0=1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u200b\ufeff=1",
    "\uff1d1",
    "'=1",
    "''@x",
    "'quoted'",
    'a,"b";c\td',
    "one\r\ntwo\rthree\nfour\u2028five\x85six",
    "\x1b[2J\x07\x08",
    "nul\x00here",
    "\ufffe\uffff",
    "\u202eright to left\u2066\u200f",
    "@id",
    "_:b0",
    "earl:passed",
    '{"@id": "urn:x"}',
    "\U0001f600 é",
    "x<" * 50_000,
]
"""Texts that a program could take for something else than text."""


def saying(result: Result, text: str) -> Result:
    """A result in which every name, title, message and reason is a text, and the first failing is accepted."""
    both, title = {"nl": text, "en": text}, {"nl": f"{text}.", "en": f"{text}."}  # else it is 'not met'
    failing = {
        (one.checkpoint, one.focus) for one in result.verdicts if one.claimed.outcome is Outcome.NONCONFORMITY
    }
    findings = [evolve(one, texts=Later.known(Texts(both, both))) for one in result.findings]
    first = next(i for i, one in enumerate(findings) if (one.checkpoint, one.focus) in failing)
    waiver = Waiver(findings[first].checkpoint or "", findings[first].focus, both, text, date(2026, 12, 31))
    findings[first] = evolve(findings[first], accepted=waiver)
    checklists = [
        evolve(
            checklist,
            title=title,
            requirements=tuple(
                evolve(
                    requirement,
                    title=title,
                    checkpoints=tuple(
                        evolve(one, title=title, ask=title if one.ask else None)
                        for one in requirement.checkpoints
                    ),
                )
                for requirement in checklist.requirements
            ),
        )
        for checklist in result.checklists
    ]
    return evolve(
        result,
        organisation=evolve(result.organisation, name=both),
        checklists=tuple(checklists),
        findings=tuple(findings),
        named=Later.known(dict.fromkeys(result.names, both)),
    )


def shown(text: str) -> str:
    """A hostile text as the name of its test."""
    return ascii(text[:30])


UNSEEN: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What turns the direction of a text, or stands in it unseen."""


def assert_nothing_unseen(data: bytes) -> None:
    """No part of an archive holds a character that nobody sees, its properties and what is hidden included."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                assert not UNSEEN.search(archive.read(name).decode()), name
