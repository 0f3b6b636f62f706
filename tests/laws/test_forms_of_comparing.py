"""The laws of a comparison for other programs: only what is new fails, and each thing is named once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import fromstring

from hypothesis import given, settings

from kamassess.comparing import How, compare_results
from kamassess.model.terms import NONCONFORMITIES, Outcome
from kamassess.report.earl import changes_to_earl
from kamassess.report.graphs import changes_to_graphml
from kamassess.report.junit import changes_to_junit
from kamassess.report.oscal import changes_to_oscal
from tests.laws.test_comparing import assess, described
from tests.strategies_organisations import Data


@given(described, described)
def test_a_case_fails_where_a_nonconformity_is_new_and_none_does_where_all_are_known(
    before: Data, after: Data
) -> None:
    """'Of its JUnit only what is new fails.'"""
    changes = compare_results(assess(before), assess(after))
    cases = fromstring(changes_to_junit(changes)).iter("testcase")
    failing = {one.get("name") for one in cases if one.find("failure") is not None}
    at = {(it.finding.checkpoint, it.finding.focus) for it in changes.findings if it.finding.accepted}
    new = {
        f"{one.finding.checkpoint} [{one.finding.focus}]"
        for one in changes.of(How.NEW)
        if one.finding.kind in NONCONFORMITIES
        and one.finding.checkpoint is not None
        and (one.finding.checkpoint, one.finding.focus) not in at
    }
    assert new <= failing
    known = {f"{one.finding.checkpoint} [{one.finding.focus}]" for one in changes.of(How.OPEN)}
    told_anew = {f"{one.finding.checkpoint} [{one.finding.focus}]" for one in changes.of(How.NEW)}
    assert not (failing & known) - told_anew
    claimed = {f"{one.checkpoint} [{one.focus}]": one.claimed.outcome for one in changes.later.verdicts}
    assert {claimed[one or ""] for one in failing} <= {Outcome.NONCONFORMITY}


@settings(max_examples=max(50, settings().max_examples // 4))  # four documents an example
@given(described, described)
def test_each_thing_is_named_once_and_whatever_is_named_is_there(before: Data, after: Data) -> None:
    changes = compare_results(assess(before), assess(after))
    whole = json.loads(changes_to_oscal(changes))
    given_names = Counter(value for key, value in _walk(whole) if key == "uuid")
    assert set(given_names.values()) == {1}
    assert {value for key, value in _walk(whole) if key.endswith("-uuid")} <= set(given_names)
    things = json.loads(changes_to_earl(changes))["@graph"]
    named = Counter(one["id"] for one in things)
    assert set(named.values()) == {1}
    referring = {
        one[key] for one in things for key in ("subject", "test", "assertedBy", "replaces") if key in one
    }
    assert referring <= set(named)
    nodes = [
        one.get("id") for one in fromstring(changes_to_graphml(changes)).iter() if one.tag.endswith("node")
    ]
    assert len(nodes) == len(set(nodes))


def _walk(thing: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield key, value
            yield from _walk(value)
    elif isinstance(thing, list):
        for one in thing:
            yield from _walk(one)
