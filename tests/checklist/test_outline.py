"""What remains of a checklist in a result: all that a reader or a score needs of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kamassess.checklist.outline import CheckpointOutline, RequirementOutline, is_scored, outline
from kamassess.checklist.policy import Gate
from kamassess.checklist.reading import checklist_from_data
from kamassess.checklist.requirement import Checkpoint, Clause, Source
from kamassess.checklist.scoring import POLICIES
from kamassess.model.terms import FindingKind, Grade, Role

Data = dict[str, Any]

NORM: Data = {"id": "norm", "version": "1.2.0", "title": "Norm", "source": {"title": "A text"}}

ASKED: Data = {"id": "A-1", "role": "requirement", "title": "It is so", "ask": "Is it so?"}


def outlined(checkpoint: Data) -> CheckpointOutline:
    """The outline of a checkpoint in a checklist of its own."""
    requirement = {"id": "one", "title": "One", "checkpoints": [checkpoint]}
    return (
        outline(checklist_from_data({**NORM, "requirements": [requirement]})).requirements[0].checkpoints[0]
    )


class TestChecklist:
    def test_keeps_its_name_its_source_its_hash_and_its_policy(self) -> None:
        checklist = checklist_from_data({**NORM, "scoring": "mean-of-means", "requirements": []})
        found = outline(checklist)
        assert (found.id, found.version, found.title) == ("norm", "1.2.0", {"nl": "Norm", "en": "Norm"})
        assert found.source == Source("A text")
        assert found.sha256 == checklist.sha256 != ""
        assert found.policy is POLICIES["mean-of-means"]
        assert found.requirements == ()

    def test_keeps_requirements_and_checkpoints_in_their_order(self) -> None:
        ids = {"two": ["B", "A"], "one": ["D", "C"]}
        requirements = [
            {"id": id_, "title": id_, "checkpoints": [{**ASKED, "id": one} for one in below]}
            for id_, below in ids.items()
        ]
        found = outline(checklist_from_data({**NORM, "requirements": requirements}))
        assert {one.id: [it.id for it in one.checkpoints] for one in found.requirements} == ids
        assert [one.id for one in found.requirements] == list(ids)


class TestRequirement:
    @staticmethod
    def outlined(**rest: Any) -> RequirementOutline:
        requirement = {"id": "one", "title": "One", "checkpoints": [ASKED], **rest}
        return outline(checklist_from_data({**NORM, "requirements": [requirement]})).requirements[0]

    def test_keeps_what_a_score_needs(self) -> None:
        found = self.outlined(weight=20, level=2, group="inside", gate={"checkpoint": "A-1", "caps": 0.5})
        assert (found.id, found.title) == ("one", {"nl": "One", "en": "One"})
        assert (found.weight, found.level, found.group) == (20, 2, "inside")
        assert found.gate == Gate("A-1", 0.5)

    def test_counts_once_on_no_level_and_in_no_group_unless_it_says_so(self) -> None:
        found = self.outlined()
        assert (found.weight, found.level, found.group, found.gate) == (1, None, None, None)


class TestCheckpoint:
    def test_keeps_all_that_a_reader_needs(self) -> None:
        assert outlined(
            {
                "id": "A-1",
                "title": "It is so",
                "role": "rule",
                "why": "because",
                "where": "second paragraph",
                "speaker": "Lahr",
                "each": "chain",
                "if_none": "nonconformity",
                "applies": "!planned",
                "holds": "owners.size() == 1",
                "ask": "Is it so?",
                "scale": "yes-partly-no",
                "guidance": "minutes",
                "grade": "major",
                "told_first": True,
                "weight": 3,
                "level": 2,
                "must": True,
                "clauses": [{"norm": "ISO 9001", "edition": "2015", "clause": "5.3"}],
                "sign_group": "plan",
            }
        ) == CheckpointOutline(
            id="A-1",
            title={"nl": "It is so", "en": "It is so"},
            role=Role.RULE,
            grade=Grade.MAJOR,
            scored=True,
            each="chain",
            ask={"nl": "Is it so?", "en": "Is it so?"},
            applies="!planned",
            holds="owners.size() == 1",
            guidance={"nl": "minutes", "en": "minutes"},
            why={"nl": "because", "en": "because"},
            where={"nl": "second paragraph", "en": "second paragraph"},
            speaker="Lahr",
            clauses=(Clause("ISO 9001", "2015", "5.3"),),
            sign_group="plan",
            told_first=True,
            weight=3,
            level=2,
            must=True,
            shares=(Fraction(0), Fraction(1, 2), Fraction(1)),
            conforms_from=Fraction(1),
            scale="yes-partly-no",
        )

    def test_without_anything_that_it_may_say_it_is_of_the_organisation(self) -> None:
        found = outlined(ASKED)
        assert (found.each, found.applies, found.holds, found.guidance) == ("organisation", None, None, None)
        assert (found.weight, found.level, found.must, found.told_first) == (1, None, False, False)

    def test_a_sign_names_what_it_shows(self) -> None:
        sign = {**ASKED, "id": "A-2", "role": "sign", "shows": ["A-1"]}
        requirement = {"id": "one", "title": "One", "checkpoints": [ASKED, sign]}
        found = outline(checklist_from_data({**NORM, "requirements": [requirement]}))
        assert [one.shows for one in found.requirements[0].checkpoints] == [(), ("A-1",)]

    @pytest.mark.parametrize(
        ("scale", "shares", "conforms_from"),
        [
            ("yes-no", (0, 1), 1),
            ("n-p-l-f", (0, Fraction(33, 100), Fraction(67, 100), 1), Fraction(67, 100)),
            ("samm", (0, Fraction(1, 4), Fraction(1, 2), 1), 1),
            ("percentage", (), 1),
            ("level-0-5", (), Fraction(3, 5)),
        ],
    )
    def test_what_it_can_be_worth_is_what_its_scale_has(
        self, scale: str, shares: tuple[Any, ...], conforms_from: Any
    ) -> None:
        found = outlined({**ASKED, "scale": scale})
        assert (found.scale, found.shares, found.conforms_from) == (scale, shares, conforms_from)

    def test_where_nobody_is_asked_it_is_worth_all_or_nothing(self) -> None:
        found = outlined({"id": "A-1", "role": "rule", "title": "So", "holds": "vacant_roles.size() == 0"})
        assert found.ask is None
        assert (found.scale, found.shares, found.conforms_from) == (None, (0, 1), 1)


class TestScored:
    """'Signs, advice, wishes and whatever is never more than an observation have no part in a score.'"""

    @pytest.mark.parametrize(
        ("role", "scored"),
        [
            (Role.REQUIREMENT, True),
            (Role.RULE, True),
            (Role.DEFINITION, True),
            (Role.SIGN, False),
            (Role.CLOSED_SIGN, False),
            (Role.ADVICE, False),
            (Role.WISH, False),
        ],
    )
    def test_the_role_says_whether_it_counts(self, role: Role, scored: bool) -> None:
        assert is_scored(Checkpoint("A-1", {}, role)) is scored
        assert outlined({**ASKED, "role": role.value}).scored is scored

    @pytest.mark.parametrize(
        ("kind", "scored"),
        [
            (FindingKind.GAP, True),
            (FindingKind.MISSING_OWNERSHIP, True),
            (FindingKind.OBSERVATION, False),
            (FindingKind.CONTRADICTION, False),
        ],
    )
    def test_what_its_failing_is_says_so_too(self, kind: FindingKind, scored: bool) -> None:
        assert is_scored(Checkpoint("A-1", {}, Role.RULE, finding_kind=kind)) is scored
