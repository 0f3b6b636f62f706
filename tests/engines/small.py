"""Small rulesets and tables, written down in a line."""

from __future__ import annotations

from collections.abc import Mapping

from kamassess.checklist.condition import Compare, Condition, Count, Fact, Literal, lower
from kamassess.checklist.ruleset import Counting, Rule, Ruleset, Stratum
from kamassess.engine.protocol import Engine, Truth
from kamassess.facts.table import Facts, Members, Row, Table
from kamassess.model.kind import Type
from kamassess.model.terms import ORGANISATION

X = Fact("x", Type.INT)
MET = Fact("met", Type.BOOL)


def is_met() -> Condition:
    return Compare(MET, "==", Literal(True, Type.BOOL))


def int_of(value: int) -> Literal:
    return Literal(value, Type.INT)


def rule(name: str, condition: Condition, *kinds: str) -> Rule:
    return Rule(name, kinds or ("kpi",), condition, lower(condition, True), lower(condition, False))


def ruleset(*conditions: Condition, kind: str = "kpi") -> Ruleset:
    """A stratum of rules R-0, R-1 ... about one kind."""
    rules = tuple(rule(f"R-{number}", one, kind) for number, one in enumerate(conditions))
    return Ruleset((Stratum((), rules),), asks={}, relations={})


def counting(*conditions: Condition, counts: tuple[Count, ...], body: Condition | None = None) -> Ruleset:
    """Rules R-0 ... about the organisation, and the body that they count with, if any."""
    bodies = (rule("body", body, "kpi", "chain"),) if body else ()
    rules = tuple(rule(f"R-{number}", one, ORGANISATION) for number, one in enumerate(conditions))
    taken = tuple(Counting((ORGANISATION,), one) for one in counts)
    return Ruleset((Stratum((), bodies), Stratum(taken, rules)), asks={}, relations={})


def table(rows: Mapping[str, Row], related: Mapping[tuple[str, ...], Members] | None = None) -> Table:
    """Rows of KPIs, and relations of the organisation."""
    foci = {"kpi": tuple(one for one in rows if one != ORGANISATION), ORGANISATION: (ORGANISATION,)}
    return Table(rows, {ORGANISATION: related or {}}, foci)


def decide(engine: Engine, condition: Condition, row: Row) -> Truth:
    """What one condition comes to on one row."""
    facts = table({"kpi:a": row})
    return engine.decide(ruleset(condition), Facts(facts, facts)).claimed["R-0"]["kpi:a"]


def conclude(engine: Engine, rules: Ruleset, known: Table) -> dict[str, Truth]:
    """What rules about the organisation come to."""
    decided = engine.decide(rules, Facts(known, known)).claimed
    return {name: by_focus[ORGANISATION] for name, by_focus in decided.items()}
