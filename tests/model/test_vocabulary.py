"""The laws of the vocabulary: the one list must be whole, and say everything once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from kamassess.checklist.cel import AS_OF
from kamassess.checklist.compiled import ANSWER
from kamassess.checklist.syntax import REFUSED_WORDS
from kamassess.graph.derived import FACTS, LINK_FACTS, ORGANISATION_FACTS, RELATIONS
from kamassess.graph.ownership import OWNING
from kamassess.model.kind import UNIVERSAL, DerivedFact, Kind, Type
from kamassess.model.terms import ORGANISATION
from kamassess.model.vocabulary import DUTIES, VOCABULARY, duty_relation

KINDS = pytest.mark.parametrize("kind", VOCABULARY.kinds, ids=lambda kind: kind.name)


def own_names(kind: Kind) -> list[str]:
    """Every name that a kind gives itself."""
    listed = (*kind.attributes, *kind.relations, *kind.facts, *kind.derived)
    return [one.name for one in listed]


def member_facts(kind: Kind) -> Iterator[tuple[str, frozenset[str], DerivedFact]]:
    """The facts that members of a relation have only as such: relation, kinds of the members, fact."""
    for one in (*kind.relations, *kind.derived):
        relation = VOCABULARY.relation(kind.name, one.name)
        assert relation is not None
        for fact in one.members:
            yield one.name, relation.targets, fact


class TestWorkedOut:
    def test_every_derived_fact_has_its_function_and_the_other_way_round(self) -> None:
        listed = {(kind.name, one.name) for kind in VOCABULARY.kinds for one in kind.facts}
        assert listed == set(FACTS)

    def test_every_derived_relation_has_its_function_and_the_other_way_round(self) -> None:
        listed = {(kind.name, one.name) for kind in VOCABULARY.kinds for one in kind.derived}
        assert listed == set(RELATIONS)

    def test_every_fact_of_the_whole_has_its_function_and_the_other_way_round(self) -> None:
        assert {one.name for one in VOCABULARY.organisation} == set(ORGANISATION_FACTS)

    def test_every_fact_of_members_of_a_written_relation_has_its_function_and_the_other_way_round(
        self,
    ) -> None:
        listed = {
            (kind.name, one.name): {fact.name for fact in one.members}
            for kind in VOCABULARY.kinds
            for one in kind.relations
            if one.members
        }
        assert listed == {place: set(facts) for place, facts in LINK_FACTS.items()}

    def test_whoever_answers_for_a_kind_is_named_by_a_relation_of_people(self) -> None:
        for kind, relation in OWNING.items():
            written = VOCABULARY.by_name[kind].written[relation]
            assert getattr(written, "people", False)

    def test_each_duty_has_its_relation_from_a_chain(self) -> None:
        for duty, _, _ in DUTIES:
            asked = VOCABULARY.relation("chain", duty_relation(duty))
            assert asked is not None
            assert asked.targets == {"person"}


def inverses(kind: Kind) -> set[str]:
    """The names by which relations are asked from their other end, at a kind."""
    relations = ((one, of.name) for of in VOCABULARY.kinds for one in of.relations)
    return {
        VOCABULARY.turned_round[of, one.name]
        for one, of in relations
        if one.inverse and kind.name in (one.targets or VOCABULARY.by_name)
    }


class TestNames:
    @KINDS
    def test_a_kind_gives_each_name_once(self, kind: Kind) -> None:
        assert [name for name, times in Counter(own_names(kind)).items() if times > 1] == []

    @KINDS
    def test_an_inverse_is_no_other_name_of_its_kind(self, kind: Kind) -> None:
        assert inverses(kind).isdisjoint(own_names(kind))

    @KINDS
    def test_no_name_is_one_that_every_node_has(self, kind: Kind) -> None:
        every = {one.name for one in UNIVERSAL} | {ORGANISATION}
        assert every.isdisjoint(own_names(kind))
        assert every.isdisjoint(inverses(kind))

    @KINDS
    def test_a_kind_has_no_relation_of_its_own_name(self, kind: Kind) -> None:
        assert VOCABULARY.relation(kind.name, kind.name) is None

    @KINDS
    def test_a_fact_of_members_hides_no_fact_of_theirs(self, kind: Kind) -> None:
        for relation, targets, fact in member_facts(kind):
            for target in targets:
                assert fact.name not in set(VOCABULARY.names(target)), (relation, target, fact.name)

    @pytest.mark.parametrize("kind", [*VOCABULARY.by_name, ORGANISATION])
    def test_every_name_can_be_written_in_a_rule(self, kind: str) -> None:
        for name in (kind, *VOCABULARY.names(kind)):
            assert name.isidentifier()
            assert name.isascii()
            assert name == name.lower()
            assert name not in REFUSED_WORDS
            assert name not in (AS_OF, ANSWER)

    def test_no_two_kinds_have_a_name_or_plural_in_common(self) -> None:
        names = [name for kind in VOCABULARY.kinds for name in (kind.name, kind.plural)]
        assert [name for name, times in Counter(names).items() if times > 1] == []
        assert {one.name for one in VOCABULARY.organisation}.isdisjoint(names)

    @KINDS
    def test_no_name_looks_like_a_part_of_a_claim(self, kind: Kind) -> None:
        assert not any(name.startswith("described_") for name in kind.written)


class TestTexts:
    @KINDS
    def test_everything_is_explained_in_dutch_and_in_english(self, kind: Kind) -> None:
        facts = [fact for _, _, fact in member_facts(kind)]
        for one in (kind, *kind.attributes, *kind.relations, *kind.facts, *kind.derived, *facts):
            assert one.en.strip(), one.name
            assert one.nl.strip(), one.name
            assert not one.en.endswith("."), one.name

    @KINDS
    def test_nodes_that_everybody_has_are_named_in_both(self, kind: Kind) -> None:
        for id_, en, nl in kind.fixed:
            assert id_
            assert en
            assert nl

    def test_facts_of_the_whole_are_explained_in_both(self) -> None:
        for one in VOCABULARY.organisation:
            assert one.en
            assert one.nl


class TestShapes:
    @KINDS
    def test_relations_point_at_kinds_that_there_are(self, kind: Kind) -> None:
        for one in (*kind.relations, *kind.derived):
            assert one.targets <= set(VOCABULARY.by_name), one.name

    @KINDS
    def test_what_never_comes_back_to_itself_points_at_one_of_its_own_kind(self, kind: Kind) -> None:
        for one in kind.relations:
            if one.acyclic:
                assert one.one
                assert one.targets == {kind.name}

    @KINDS
    def test_a_relation_of_people_points_at_persons_roles_and_bodies(self, kind: Kind) -> None:
        for one in kind.relations:
            if one.people:
                assert one.targets == {"person", "role", "body"}

    @KINDS
    def test_an_attribute_is_no_interval_and_a_flag_is_true_or_false(self, kind: Kind) -> None:
        for one in kind.attributes:
            assert not one.type.is_interval
            assert one.flag is (one.type is Type.BOOL)
            assert one.type is Type.TEXT or not one.words

    @KINDS
    def test_what_a_fact_rests_on_is_a_name_of_its_kind(self, kind: Kind) -> None:
        for one in (*kind.facts, *kind.derived):
            assert set(one.rests_on) <= set(VOCABULARY.names(kind.name)), one.name


class TestAsked:
    def test_a_relation_of_people_is_asked_as_persons(self) -> None:
        relation = VOCABULARY.relation("chain", "owners")
        assert relation is not None
        assert relation.targets == {"person"}
        assert not relation.one

    def test_a_relation_to_any_kind_is_asked_of_all(self) -> None:
        relation = VOCABULARY.relation("document", "about")
        assert relation is not None
        assert relation.targets == set(VOCABULARY.by_name)
        assert VOCABULARY.relation("chain", "told_in_documents") is not None

    def test_an_inverse_that_several_relations_share_has_the_members_of_all(self) -> None:
        relation = VOCABULARY.relation("objective", "kpis")
        assert relation is not None
        assert relation.targets == {"kpi"}
        supported = VOCABULARY.relation("vision", "supported_by")
        assert supported is not None
        assert supported.targets == {"mission", "strategy", "policy"}

    def test_the_organisation_is_related_to_all_nodes_of_each_kind_and_each_node_to_it(self) -> None:
        chains, whole = (
            VOCABULARY.relation(ORGANISATION, "chains"),
            VOCABULARY.relation("chain", ORGANISATION),
        )
        assert chains is not None
        assert chains.targets == {"chain"}
        assert whole is not None
        assert whole.one
        assert whole.targets == {ORGANISATION}

    def test_what_nobody_listed_is_not_there(self) -> None:
        assert VOCABULARY.fact("chain", "colour") is None
        assert VOCABULARY.relation("chain", "colours") is None


def test_a_kind_is_called_as_people_call_it_and_what_is_no_kind_as_it_is_written() -> None:
    assert (VOCABULARY.called("chain", "nl"), VOCABULARY.called("management_system", "en")) == (
        "klantketen",
        "management system",
    )
    assert VOCABULARY.called("chian", "nl") == "chian"
