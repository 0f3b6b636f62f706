"""What no organisation can be: what ends before it begins, is done by nobody beside others, or holds itself."""

from __future__ import annotations

from datetime import date

import pytest

from kamassess.model.consistency import IN_ORDER, Inconsistency, inconsistencies
from kamassess.model.kind import Attribute, Type
from kamassess.model.organisation import Link, Node, Organisation, Told
from kamassess.model.vocabulary import VOCABULARY


def found(*nodes: Node, not_described: tuple[str, ...] = ()) -> list[Inconsistency]:
    return list(
        inconsistencies(Organisation("x", nodes=nodes, not_described=frozenset(not_described)), VOCABULARY)
    )


def dated(kind: str, **days: date) -> Node:
    return Node(kind, "it", attributes=tuple(Told(name, day) for name, day in days.items()))


NEW_YEAR, EASTER = date(2026, 1, 1), date(2026, 4, 5)


class TestDates:
    @pytest.mark.parametrize(
        ("node", "part", "sentence"),
        [
            (dated("promise", made_on=EASTER, due=NEW_YEAR), "due", "it is due on 2026-01-01, before it was made on 2026-04-05"),
            (dated("promise", made_on=EASTER, kept_on=NEW_YEAR), "kept_on", "it was kept on 2026-01-01, before it was made on 2026-04-05"),
            (dated("promise", made_on=EASTER, withdrawn_on=NEW_YEAR), "withdrawn_on", "it was taken back on 2026-01-01, before it was made on 2026-04-05"),
            (dated("initiative", start=EASTER, end=NEW_YEAR), "end", "it ends on 2026-01-01, before it starts on 2026-04-05"),
        ],
    )  # fmt: skip
    def test_nothing_ends_before_it_begins(self, node: Node, part: str, sentence: str) -> None:
        assert found(node) == [Inconsistency(node.key, part, sentence)]

    @pytest.mark.parametrize(
        "node",
        [
            dated("promise", made_on=NEW_YEAR, due=NEW_YEAR, kept_on=NEW_YEAR, withdrawn_on=EASTER),
            dated("promise", due=EASTER, kept_on=NEW_YEAR),
            dated("initiative", start=NEW_YEAR, end=NEW_YEAR),
            dated("initiative", end=NEW_YEAR),
            dated("initiative", start=NEW_YEAR),
            dated("transfer_plan", due=NEW_YEAR),
        ],
    )
    def test_what_begins_and_ends_on_one_day_or_has_one_date_is_in_order(self, node: Node) -> None:
        assert found(node) == []

    def test_nor_does_the_period_that_a_conversation_looks_back_on(self) -> None:
        (one,) = found(dated("performance_conversation", period_from=EASTER, period_to=NEW_YEAR))
        assert (one.key, one.part) == ("performance_conversation:it", "period_to")

    def test_each_date_that_is_wrong_is_told(self) -> None:
        node = dated("promise", made_on=EASTER, due=NEW_YEAR, kept_on=NEW_YEAR)
        assert [one.part for one in found(node)] == ["due", "kept_on"]

    def test_all_dates_that_follow_each_other_are_dates_of_the_vocabulary(self) -> None:
        for kind, pairs in IN_ORDER.items():
            written = VOCABULARY.by_name[kind].written
            for first, second, _ in pairs:
                for name in (first, second):
                    one = written[name]
                    assert isinstance(one, Attribute)
                    assert one.type is Type.DATE


def step(id_: str, *performers: str, chain: str | None = "orders") -> Node:
    of_chain = () if chain is None else (Link("chain", f"chain:{chain}"),)
    return Node(
        "step", id_, links=of_chain + tuple(Link("performers", f"person:{one}") for one in performers)
    )


class TestPerformers:
    def test_where_one_step_of_a_chain_has_a_performer_each_has(self) -> None:
        (one,) = found(step("sell", "ann"), step("make"))
        assert (one.key, one.part, one.of_absence) == ("step:make", None, True)
        assert one.sentence == (
            "nobody performs this step, while other steps of chain:orders have a performer; "
            "name who does it, or list 'step:make.performers' under not_described"
        )

    def test_each_step_that_nobody_performs_is_told(self) -> None:
        told = found(step("plan"), step("sell", "ann", "bob"), step("make"))
        assert [one.key for one in told] == ["step:plan", "step:make"]

    @pytest.mark.parametrize(
        "steps",
        [
            (step("sell"), step("make")),
            (step("sell", "ann"), step("make", "bob")),
            (step("sell", "ann"), step("make", chain="repairs")),
            (step("sell", "ann"), step("make", chain=None)),
            (step("sell", "ann", chain=None), step("make")),
        ],
        ids=["told-of-none", "told-of-all", "another-chain", "no-chain", "performer-of-no-chain"],
    )
    def test_other_chains_do_not_matter_nor_one_in_which_none_has(self, steps: tuple[Node, ...]) -> None:
        assert found(*steps) == []

    @pytest.mark.parametrize(
        ("part", "told"),
        [
            ("step", []),
            ("step.performers", []),
            ("step:make.performers", []),
            ("step:sell.performers", ["step:make"]),
            ("step.skills", ["step:make"]),
        ],
    )
    def test_what_is_said_not_to_be_described_is_not_missed(self, part: str, told: list[str]) -> None:
        listed = found(step("sell", "ann"), step("make"), not_described=(part,))
        assert [one.key for one in listed] == told


def chain(id_: str, **links: str) -> Node:
    return Node("chain", id_, links=tuple(Link(name, f"chain:{to}") for name, to in links.items()))


class TestCycles:
    @pytest.mark.parametrize(
        ("nodes", "key", "way"),
        [
            (
                (chain("a", part_of="a"),),
                "chain:a",
                "'part_of' comes back to where it began: chain:a -> chain:a",
            ),
            (
                (chain("a", part_of="b"), chain("b", part_of="c"), chain("c", part_of="a")),
                "chain:a",
                "'part_of' comes back to where it began: chain:a -> chain:b -> chain:c -> chain:a",
            ),
            (
                (chain("outside", part_of="b"), chain("a", part_of="b"), chain("b", part_of="a")),
                "chain:b",
                "'part_of' comes back to where it began: chain:b -> chain:a -> chain:b",
            ),
        ],
    )
    def test_nothing_holds_itself(self, nodes: tuple[Node, ...], key: str, way: str) -> None:
        """The way begins where it is met first."""
        assert found(*nodes) == [Inconsistency(key, None, way)]

    @pytest.mark.parametrize(
        ("kind", "relation"),
        [("chain", "part_of"), ("chain", "replaces"), ("unit", "part_of"), ("person", "reports_to")],
    )
    def test_neither_chains_nor_units_nor_lines_of_reporting(self, kind: str, relation: str) -> None:
        one, other = (Node(kind, of, links=(Link(relation, f"{kind}:{to}"),)) for of, to in ("ab", "ba"))
        assert [it.key for it in found(one, other)] == [f"{kind}:a"]

    def test_each_cycle_is_told_once(self) -> None:
        nodes = [chain(of, part_of=to) for of, to in ("ab", "ba", "cd", "dc", "ea", "fe")]
        assert [one.key for one in found(*nodes)] == ["chain:a", "chain:c"]

    def test_two_relations_together_make_no_cycle(self) -> None:
        assert found(chain("a", part_of="b"), chain("b", replaces="a")) == []

    def test_what_comes_to_an_end_is_no_cycle(self) -> None:
        assert (
            found(chain("a", part_of="b"), chain("b", part_of="c"), chain("c"), chain("d", part_of="b")) == []
        )

    def test_relations_that_may_come_back_do(self) -> None:
        kpis = [Node("kpi", of, links=(Link("influences", f"kpi:{to}"),)) for of, to in ("ab", "ba")]
        assert found(*kpis) == []

    def test_what_may_not_come_back_points_at_one_node(self) -> None:
        """So that the way from a node is one way."""
        acyclic = [one for kind in VOCABULARY.kinds for one in kind.relations if one.acyclic]
        assert acyclic
        assert all(one.one for one in acyclic)


def test_all_that_is_wrong_is_told_dates_first() -> None:
    told = found(
        chain("a", part_of="a"),
        step("sell", "ann"),
        step("make"),
        dated("initiative", start=EASTER, end=NEW_YEAR),
    )
    assert [one.key for one in told] == ["initiative:it", "step:make", "chain:a"]
    assert [one.of_absence for one in told] == [False, True, False]
