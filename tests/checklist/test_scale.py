"""Scales of answers: what can be said, what it is worth, and from when on it conforms."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kamassess.checklist.scale import SCALES
from kamassess.checklist.scoring import POLICIES
from kamassess.model.kind import Type


@pytest.mark.parametrize(
    ("scale", "answer", "share"),
    [
        ("yes-no", "yes", 1),
        ("yes-no", "no", 0),
        ("yes-no", "partly", None),
        ("yes-no", "true", None),
        ("yes-no", "Yes", None),
        ("yes-partly-no", "partly", Fraction(1, 2)),
        ("level-0-5", "0", 0),
        ("level-0-5", "3", Fraction(3, 5)),
        ("level-0-5", "2.5", Fraction(1, 2)),
        ("level-0-5", "5.0", 1),
        ("level-0-5", "5.1", None),
        ("level-0-5", "6", None),
        ("level-0-5", "-1", None),
        ("level-0-5", "", None),
        ("level-0-5", "three", None),
        ("level-0-5", "1_0", None),
        ("level-0-5", "1e0", None),
        ("level-0-5", "NaN", None),
        ("level-0-5", "Infinity", None),
        ("percentage", "33", Fraction(33, 100)),
        ("percentage", "100", 1),
        ("percentage", "105", None),
    ],
)
def test_an_answer_is_worth_its_share(scale: str, answer: str, share: Fraction | None) -> None:
    assert SCALES[scale].share(answer) == share


@pytest.mark.parametrize(
    ("scale", "type_", "value", "graded", "expected"),
    [
        ("yes-no", Type.TEXT, "1", False, "no, yes"),
        ("yes-partly-no", Type.TEXT, "1", True, "no, partly, yes"),
        ("level-0-5", Type.DECIMAL, Decimal(1), True, "a number from 0 to 5"),
        ("percentage", Type.DECIMAL, Decimal(1), True, "a number from 0 to 100"),
    ],
)
def test_a_scale_says_what_its_answers_are(
    scale: str, type_: Type, value: object, graded: bool, expected: str
) -> None:
    found = SCALES[scale]
    assert found.type is type_
    assert found.value("1") == value
    assert found.is_graded is graded
    assert found.expected() == expected


@pytest.mark.parametrize("scale", SCALES.values(), ids=list(SCALES))
def test_the_values_of_a_scale_run_from_none_to_all(scale: object) -> None:
    shares = [step.share for step in scale.steps]  # type: ignore[attr-defined]
    assert shares in ([], sorted(shares))
    assert not shares or (shares[0], shares[-1]) == (0, 1)
    for step in scale.steps:  # type: ignore[attr-defined]
        assert step.label["nl"]
        assert step.label["en"]
    assert 0 < scale.conforms_from <= 1  # type: ignore[attr-defined]


def test_a_policy_is_known_by_its_name() -> None:
    assert all(name == policy.id for name, policy in POLICIES.items())
    assert all({"nl", "en"} <= set(policy.title) for policy in POLICIES.values())
