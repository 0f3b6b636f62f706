"""What of a result is told, and in which order."""

from __future__ import annotations

from kamassess.report.arranging import by_verdict, telling
from kamassess.result import Result
from tests.report.test_wording import atom


class TestTelling:
    """Which atoms tell a reader most."""

    def test_members_are_told_in_place_of_their_count(self) -> None:
        count = atom("owners.filter(p, !p.in_management_team).size()", 0, (1, 1))
        member = atom("in_management_team", True, False, focus="person:cas")
        assert list(telling((count, member))) == [member]
        assert list(telling((count,))) == [count]

    def test_answers_are_told_by_themselves(self) -> None:
        assert list(telling((atom("x/T-1.conforms", True, None),))) == []

    def test_an_alternative_that_nobody_would_choose_is_left_out_where_there_is_another(self) -> None:
        mendable = atom("products.size()", 0, (0, 0), ">", focus="chain:a")
        guards = (
            atom("current", True, True, "!=", focus="chain:a"),
            atom("days_ago", 365, 186, ">", focus="chain:a"),
            atom("units.size()", 0, (1, 1), focus="chain:a"),
            atom("id", "success", "feedback", focus="topic:feedback"),
            atom("kind", "strategy", "objective", focus="objective:a"),
        )
        assert list(telling((*guards, mendable))) == [mendable]
        assert list(telling(guards)) == list(guards)


def test_every_finding_is_told_at_its_verdict_or_at_its_requirement(result: Result) -> None:
    told = by_verdict(result)
    assert sorted(one.id for found in told.values() for one in found) == sorted(
        one.id for one in result.findings
    )
    judged = {(one.checklist, one.checkpoint, one.focus) for one in result.verdicts}
    assert {where for where in told if where[1] is not None} <= judged
