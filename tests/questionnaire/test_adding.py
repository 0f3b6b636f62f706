"""A file of answers with more in it: what stood there is kept, and what came in is read back."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kamassess.model.organisation import Answer, Claim, Evidence, Organisation
from kamassess.model.reading import read_further
from kamassess.model.terms import Basis
from kamassess.questionnaire.adding import Added, added, begun
from kamassess.source import read_text
from kamassess.source.characters import refused_in
from tests.report.conftest import HOSTILE, shown

TOWN = Organisation.from_data({"id": "town", "nodes": {"chain": [{"id": "permits"}]}})
DAY = date(2026, 11, 1)
ANSWER = Answer("K-6", "chain:permits", "yes", Claim(Basis.DOCUMENT, ("map",), "jan", DAY))
MAP = Evidence(
    "map",
    Basis.DOCUMENT,
    DAY,
    about=("chain:permits",),
    reference="the safe",
    name={"nl": "Kaart", "en": "Map"},
)

FILES = {
    "begun": begun("town", "answers"),
    "one a line": "answers:\n  - {checkpoint: K-1, value: yes}   # sure\n  # behind\n\nevidence:\n  - id: old\n    kind: record\n    about: K-1  # this\n",
    "blocks": "evidence:\n- id: old\n  kind: record\n  about:\n  - K-1\nanswers:\n- checkpoint: K-1\n  value: not-applicable\n  reason: |\n    two\n    lines\n",
    "no end of line": "answers:\n- {checkpoint: K-1, value: yes}",
    "in a line": "answers: [{checkpoint: K-1, value: yes},]\nevidence: [{id: old, kind: record, about: [K-1]}]  # those\n",
    "on one line": "{answers: [{checkpoint: K-1, value: yes}], evidence: [{id: old, kind: record, about: K-1}]}",
    "no evidence": "# first\nanswers: []  # none yet\n# last\n",
    "next line": "answers:\n  []\norganisation: town\n",
}


def read(text: str) -> Organisation:
    return read_further(read_text(text, "answers.yaml"), TOWN)


@pytest.mark.parametrize("name", FILES)
def test_what_comes_in_is_read_back_behind_what_was_there(name: str) -> None:
    before = read(FILES[name])
    text = added(FILES[name], Added((ANSWER,), (MAP,)))
    after = read(text)
    assert after.answers == (*before.answers, ANSWER)
    assert after.evidence == (*before.evidence, MAP)


@pytest.mark.parametrize("name", FILES)
def test_lines_end_as_they_did_and_a_byte_order_mark_stays(name: str) -> None:
    more = Added((ANSWER,), (MAP,), (("old", "chain:permits"),))
    text = FILES[name].rstrip("\n") + "\n"
    crlf = text.replace("\n", "\r\n")
    assert added(crlf, more) == added(text, more).replace("\n", "\r\n")
    assert added("\ufeff" + crlf, more) == "\ufeff" + added(crlf, more)


def test_a_line_that_ends_otherwise_than_the_first_is_left_so() -> None:
    text = added("# ours\r\nanswers:\n- {checkpoint: K-1, value: yes}\n", Added((ANSWER,)))
    assert text.startswith("# ours\r\nanswers:\n- {checkpoint: K-1, value: yes}\n- {")
    assert text.endswith("}\r\n")


@pytest.mark.parametrize("name", FILES)
def test_comments_are_kept(name: str) -> None:
    text = added(added(FILES[name], Added((ANSWER,))), Added((ANSWER,), (MAP,)))
    comments = [line.partition("#")[2] for line in FILES[name].splitlines() if "#" in line]
    assert [line.partition("#")[2] for line in text.splitlines() if "#" in line] == comments


@pytest.mark.parametrize("name", [one for one, text in FILES.items() if "old" in text])
def test_evidence_can_be_about_more(name: str) -> None:
    text = added(FILES[name], Added((ANSWER,), (MAP,), (("old", "chain:permits"), ("old", "K-2"))))
    old = next(one for one in read(text).evidence if one.id == "old")
    assert old.about == ("K-1", "chain:permits", "K-2")


def test_nothing_more_changes_nothing() -> None:
    for text in FILES.values():
        assert added(text, Added()) == text.rstrip("\n") + "\n"


@pytest.mark.parametrize(
    "text", ["- a list", "answers: {a}\n", "answers:\n  checkpoint: K-1\n  value: yes\n", ""]
)
def test_what_cannot_be_added_to_is_told_and_never_made_wrong(text: str) -> None:
    try:
        more = added(text, Added((ANSWER,)))
    except (ValueError, yaml.YAMLError):
        return
    assert "K-6" in more


@pytest.mark.parametrize("text", HOSTILE, ids=shown)
def test_a_hostile_text_is_a_text(text: str) -> None:
    if refused_in(text):
        return  # the interview does not take it
    hostile = Answer("K-6", "chain:permits", "not-applicable", Claim(by=text.strip() or None), {"nl": text})
    piece = Evidence("p", Basis.RECORD, DAY, about=("K-6",), reference=text, name={"nl": text})
    for file in FILES.values():
        found = read(added(file, Added((hostile,), (piece,))))
        assert found.answers[-1].claim.by == hostile.claim.by
        assert set(found.answers[-1].reason.values()) == {text}  # type: ignore[union-attr]
        assert found.evidence[-1].reference == text


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=20).filter(
    lambda text: not refused_in(text) and text.strip()
)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4), st.sampled_from(sorted(FILES)))
def test_any_text_is_read_back(texts: list[tuple[str, str]], name: str) -> None:
    answers = tuple(
        Answer("K-6", "organisation", value, Claim(by=by)) for value, by in texts if value != "not-applicable"
    )
    file = FILES[name]
    for one in answers:
        file = added(file, Added((one,)))
    assert read(file).answers[len(read(FILES[name]).answers) :] == answers
