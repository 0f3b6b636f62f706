"""
The second opinion: two engines that decided the same facts must have decided the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.protocol import Truth, Verdicts
from kamassess.errors import EnginesDiffer
from kamassess.facts.table import Facts
from kamassess.model.terms import Reading


def compare(one: str, first: Verdicts, other: str, second: Verdicts, ruleset: Ruleset, facts: Facts) -> None:
    """
    Hold what two engines decided against each other.

    Args:
        one: the name of the first engine.
        first: what it decided.
        other: the name of the second.
        second: what that decided.
        ruleset: what they decided.
        facts: what they decided on.

    Raises:
        EnginesDiffer: with every difference, and the smallest case that shows one.
    """
    found = list(_differences(first, second))
    if not found:
        return
    rules = {rule.id: rule for rule in ruleset.rules}
    smallest = min(
        (_case(rules[rule], focus, reading, facts) for rule, focus, reading, _, _ in found), key=len
    )
    raise EnginesDiffer(
        (
            f"{rule} at {focus}, {reading}: {one} says {_said(its)}, {other} says {_said(theirs)}"
            for rule, focus, reading, its, theirs in found
        ),
        smallest,
    )


def _differences(first: Verdicts, second: Verdicts) -> Iterator[tuple[str, str, Reading, Truth, Truth]]:
    for reading in Reading:
        ours = first.claimed if reading is Reading.CLAIMED else first.proven
        theirs = second.claimed if reading is Reading.CLAIMED else second.proven
        for rule, foci in ours.items():
            for focus, truth in foci.items():
                if theirs[rule][focus] is not truth:
                    yield rule, focus, reading, truth, theirs[rule][focus]


def _said(truth: Truth) -> str:
    return {True: "true", False: "false", None: "unknown"}[truth]


def _case(rule: Rule, focus: str, reading: Reading, facts: Facts) -> str:
    """The rule and all that is known at the focus: enough to see the difference again."""
    table = facts.claimed if reading is Reading.CLAIMED else facts.proven
    row = dict(sorted(table.rows.get(focus, {}).items()))
    members = {".".join(path): one for path, one in table.members.get(focus, {}).items()}
    return f"condition: {rule.condition!r}\nfacts: {row!r}\nmembers: {members!r}"
