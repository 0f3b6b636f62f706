"""The laws of the two readings: what is certain of a description, whatever it turns out to be."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from kamassess.checklist.ruleset import Ask
from kamassess.facts.collecting import observe, related
from kamassess.facts.speaking import speaks_as_leader
from kamassess.facts.table import Members
from kamassess.graph.building import build
from kamassess.graph.calendar import Interval
from kamassess.graph.view import View
from kamassess.model.kind import Attribute
from kamassess.model.terms import ORGANISATION, Reading
from kamassess.model.vocabulary import VOCABULARY
from tests.strategies_organisations import AS_OF, Data, completions, organisations, read


def view_of(data: Data, reading: Reading) -> View:
    return View(build(read(data), AS_OF), reading)


def asks(kind: str) -> Iterator[Ask]:
    """Every fact that a rule can ask of a kind."""
    for name in VOCABULARY._facts[kind]:
        yield Ask(name, (name,))
        written = VOCABULARY.by_name[kind].written.get(name) if kind != ORGANISATION else None
        if isinstance(written, Attribute) and not written.flag:
            yield Ask(f"has({name})", (name,), has=True)


def foci(view: View) -> Iterator[tuple[str, str]]:
    yield ORGANISATION, ORGANISATION
    for kind, keys in view.graph.kinds.items():
        for key in keys:
            yield kind, key


def check_facts(less: View, more: View) -> None:
    """What one view knows of a fact, the other, which knows more, knows alike."""
    there = {focus for _, focus in foci(more)}
    for kind, focus in foci(less):
        for ask in asks(kind) if focus in there else ():
            known, found = observe(less, focus, ask), observe(more, focus, ask)
            if isinstance(known, Interval):
                assert isinstance(found, Interval), (focus, ask.name, known, found)
                assert known.low <= found.low, (focus, ask.name, known, found)
                if known.high is not None:
                    assert found.high is not None
                    assert found.high <= known.high, (focus, ask.name, known, found)
            elif known is not None:
                assert found == known, (focus, ask.name, known, found)


def check_members(less: View, more: View) -> None:
    """Whoever is certainly a member is one, and nobody is who was not named, unless others are possible."""
    there = {focus for _, focus in foci(more)}
    for kind, focus in foci(less):
        for name in VOCABULARY._relations[kind] if focus in there else ():
            known, found = related(less, focus, (name,)), related(more, focus, (name,))
            place = (focus, name, known, found)
            assert set(known.certain) <= set(found.certain), place
            if not known.open:
                assert not found.open, place
                assert set(found.named) <= set(known.named), place
            check_member_facts(known, found, place)


def check_member_facts(known: Members, found: Members, place: object) -> None:
    for one, facts in known.facts.items():
        for name, value in facts.items() if one in found.named else ():
            assert found.facts[one].get(name) == value, (place, one, name)


class TestProvenAgainstClaimed:
    """'Proven never contradicts claimed; it only knows less.'"""

    @given(organisations())
    def test_a_fact_that_is_proven_is_claimed(self, data: Data) -> None:
        check_facts(view_of(data, Reading.PROVEN), view_of(data, Reading.CLAIMED))

    @given(organisations())
    def test_who_is_proven_to_be_a_member_is_claimed_to_be(self, data: Data) -> None:
        check_members(view_of(data, Reading.PROVEN), view_of(data, Reading.CLAIMED))


class TestProvenAgainstWhatIsSo:
    """'The proven reading takes each uncertain claim as unknown': whatever it knows is so in each completion."""

    @given(organisations(), st.data())
    def test_a_fact_that_is_proven_is_so(self, data: Data, drawn: st.DataObject) -> None:
        completion = drawn.draw(completions(data))
        check_facts(view_of(data, Reading.PROVEN), view_of(completion, Reading.CLAIMED))

    @given(organisations(), st.data())
    def test_who_is_proven_to_be_a_member_is_one(self, data: Data, drawn: st.DataObject) -> None:
        completion = drawn.draw(completions(data))
        check_members(view_of(data, Reading.PROVEN), view_of(completion, Reading.CLAIMED))

    @given(organisations(theme="person role unit body"), st.data())
    def test_who_is_proven_to_speak_as_a_leader_or_not_does_so(
        self, data: Data, drawn: st.DataObject
    ) -> None:
        known = view_of(data, Reading.PROVEN)
        found = view_of(drawn.draw(completions(data)), Reading.CLAIMED)
        for by in (*known.graph.nodes, "person-0", "person-x", "somebody", None):
            if (leads := speaks_as_leader(known, by)) is not None:
                assert speaks_as_leader(found, by) == leads, by


class TestClaimedAgainstWhatIsSo:
    """'The claimed reading takes claims at their word': whatever it knows is so when they are true."""

    @given(organisations(), st.data())
    def test_a_fact_that_is_claimed_is_so_when_the_claims_are(self, data: Data, drawn: st.DataObject) -> None:
        completion = drawn.draw(completions(data, trusting=True))
        check_facts(view_of(data, Reading.CLAIMED), view_of(completion, Reading.CLAIMED))

    @given(organisations(), st.data())
    def test_who_is_claimed_to_be_a_member_is_one_when_the_claims_are_true(
        self, data: Data, drawn: st.DataObject
    ) -> None:
        completion = drawn.draw(completions(data, trusting=True))
        check_members(view_of(data, Reading.CLAIMED), view_of(completion, Reading.CLAIMED))


class TestBeside:
    """'What the proven reading takes over from the claimed one it would have found by itself.'"""

    @given(organisations())
    def test_taking_over_changes_nothing(self, data: Data) -> None:
        graph = build(read(data), AS_OF)
        claimed, alone = View(graph, Reading.CLAIMED), View(graph, Reading.PROVEN)
        beside = View(graph, Reading.PROVEN, beside=claimed)
        for view in (claimed, alone, beside):
            assert everything(view) == everything(view)
        assert everything(beside) == everything(alone)


def everything(view: View) -> dict[object, object]:
    """All that a rule can ask of every node."""
    facts = {(focus, ask): observe(view, focus, ask) for kind, focus in foci(view) for ask in asks(kind)}
    relations = {
        (focus, name): related(view, focus, (name,))
        for kind, focus in foci(view)
        for name in VOCABULARY._relations[kind]
    }
    return facts | relations


class TestCertain:
    """'Of what is certain both readings know the same.'"""

    @given(organisations(uncertain=False))
    def test_what_rests_on_good_evidence_is_claimed_and_proven_alike(self, data: Data) -> None:
        claimed, proven = view_of(data, Reading.CLAIMED), view_of(data, Reading.PROVEN)
        assert claimed.graph.is_certain
        check_facts(claimed, proven)
        check_members(claimed, proven)
