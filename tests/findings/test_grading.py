"""Several minor nonconformities on one requirement make a major one."""

from __future__ import annotations

from kamassess.graph.ownership import Actor
from kamassess.model.terms import FindingKind, Grade
from kamassess.result import Result
from tests.findings.small import BELIEVED, Data, assess, checkpoint, people

FAILING = [
    checkpoint("C-1", each="chain", holds="products.size() > 0", grade="minor"),
    checkpoint(
        "C-2", each="chain", holds="owners.size() == 1", grade="minor", finding_kind="missing-ownership"
    ),
    checkpoint("C-3", each="chain", holds="kpis.size() > 0", grade="major"),
    checkpoint("C-4", role="advice", each="chain", holds="reports.size() > 0"),
]


def systemic(result: Result) -> list[tuple[Grade | None, bool, str]]:
    return [(one.grade, one.certain, one.id) for one in result.findings if one.checkpoint is None]


def found(minors: int, nodes: Data | None = None) -> Result:
    return assess(FAILING, nodes or {"chain": [{"id": "a"}]}, requirement={"systemic": {"minors": minors}})


class TestSystemic:
    """'``systemic: {minors: 3}`` adds one major finding on the requirement.'"""

    def test_enough_minor_ones_make_one_major_finding_at_the_end(self) -> None:
        result = found(2)
        assert systemic(result) == [(Grade.MAJOR, True, "norm/one/organisation/systemic")]
        assert result.findings[-1].kind is FindingKind.GAP
        assert result.findings[-1].message["en"].startswith("A requirement fails as a whole (2 minor ")

    def test_too_few_make_none(self) -> None:
        assert systemic(found(3)) == []

    def test_each_focus_counts(self) -> None:
        assert len(systemic(found(4, {"chain": [{"id": "a"}, {"id": "b"}]}))) == 1

    def test_without_a_number_there_is_none(self) -> None:
        assert systemic(assess(FAILING, {"chain": [{"id": "a"}]})) == []

    def test_is_certain_when_enough_of_them_are(self) -> None:
        nodes = {
            "person": people("jan", "piet"),
            "chain": [{"id": "a", "owners": ["jan", {"to": "piet", **BELIEVED}]}],
        }
        assert [certain for _, certain, _ in systemic(found(2, nodes))] == [False]
        assert [certain for _, certain, _ in systemic(found(1, nodes))] == [True]

    def test_what_is_not_proven_or_not_answered_is_no_nonconformity(self) -> None:
        nodes = {
            "person": people("jan"),
            "product": [{"id": "permit"}],
            "chain": [{"id": "a", "products": ["permit"], "owners": [{"to": "jan", **BELIEVED}]}],
        }
        assert systemic(found(1, nodes)) == []

    def test_whoever_must_act_on_one_of_them_must_act_on_it(self) -> None:
        nodes = {"person": people("jan"), "chain": [{"id": "a", "owners": ["jan"]}, {"id": "b"}]}
        assert found(3, nodes).findings[-1].act == (Actor("person:jan", ("chain:a",)),)
