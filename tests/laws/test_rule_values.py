"""
The rule language means what CEL means: on the same facts the same value.

The oracle is cel-expr-python, the implementation in C++. It is given what is known of a node and of
those that it is related to; a fact that is not known is not there, and asking it is an error, which
CEL absorbs in ``||`` and ``&&`` as we absorb what is unknown.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.checklist.cel import Language, Scope
from kamassess.checklist.condition import lower
from kamassess.checklist.ruleset import Ask, Rule, Ruleset
from kamassess.checklist.syntax import parse
from kamassess.engine.protocol import Truth
from kamassess.engine.reference import Reference
from kamassess.facts.answering import Answers
from kamassess.facts.collecting import collect, observe, related
from kamassess.graph.building import build
from kamassess.graph.calendar import Interval
from kamassess.graph.view import View
from kamassess.model.kind import AskedRelation, Type
from kamassess.model.terms import ORGANISATION, Reading
from kamassess.model.vocabulary import VOCABULARY
from tests.strategies_organisations import AS_OF, THEMES, Data, completions, organisations, read

COMPARISONS = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))


# ------------------------------------------------------------------------------------------------ rules
@st.composite
def rules(draw: st.DrawFn, kind: str, kinds: tuple[str, ...], variable: str = "", deep: int = 2) -> str:
    """A rule about a kind that asks about nodes of some kinds, in words."""
    shape = draw(st.sampled_from(("fact", "fact", "has", "count", "quantifier", "and", "or", "not")))
    if shape in ("and", "or") and deep:
        one, other = (draw(rules(kind, kinds, variable, deep - 1)) for _ in range(2))
        return f"({one} {'&&' if shape == 'and' else '||'} {other})"
    if shape == "not" and deep:
        return f"!({draw(rules(kind, kinds, variable, deep - 1))})"
    relations = several(kind, kinds)
    if shape in ("count", "quantifier") and deep and relations:
        relation = draw(st.sampled_from(relations))
        (target,) = relation.targets
        path = f"{variable}.{relation.name}" if variable else relation.name
        member = f"{variable}v"
        inner = draw(rules(target, kinds, member, deep - 1))
        if shape == "quantifier":
            return f"{path}.{draw(st.sampled_from(('exists', 'all', 'exists_one')))}({member}, {inner})"
        counted = draw(st.sampled_from((path, f"{path}.filter({member}, {inner})")))
        return f"{counted}.size() {draw(COMPARISONS)} {draw(st.integers(0, 2))}"
    attributes = (
        [one.name for one in VOCABULARY.by_name[kind].attributes if not one.flag] if kind in kinds else []
    )
    if shape == "has" and attributes:
        return f"has({variable or kind}.{draw(st.sampled_from(attributes))})"
    return draw(comparisons(kind, variable))


@cache
def several(kind: str, kinds: tuple[str, ...]) -> list[AskedRelation]:
    """The relations of a kind to any number of one kind."""
    relations = VOCABULARY._relations[kind].values()
    return [one for one in relations if not one.one and len(one.targets) == 1 and one.targets <= set(kinds)]


@st.composite
def comparisons(draw: st.DrawFn, kind: str, variable: str) -> str:
    """A fact of a kind against a value of its type, or against another fact."""
    asked = draw(st.sampled_from(list(VOCABULARY._facts[kind].values())))
    path = f"{variable}.{asked.name}" if variable else asked.name
    if asked.type is Type.BOOL:
        return draw(st.sampled_from((path, f"{path} == true", f"false != {path}")))
    if asked.words:
        words = '", "'.join(draw(st.lists(st.sampled_from(asked.words), min_size=1, max_size=2)))
        return draw(st.sampled_from((f'{path} == "{asked.words[0]}"', f'{path} in ["{words}"]')))
    if asked.type is Type.TEXT:
        return draw(st.sampled_from((f'{path} < "x"', f'{path}.startsWith("{kind}")', f"{path} != 'y'")))
    values = {
        Type.DATE: ('"2026-11-01"', '"2026-10-22"', "as_of"),
        Type.INT: ("0", "10", "12"),
        Type.COUNT: ("0", "10", "40"),
        Type.DECIMAL: ("0.5", "1", "0"),
        Type.SHARE: ("0.5", "1", "0.0"),
    }[asked.type]
    one, value, sign = path, draw(st.sampled_from(values)), draw(COMPARISONS)
    return f"{one} {sign} {value}" if draw(st.booleans()) else f"{value} {sign} {one}"


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, str, str]:
    """A theme, a kind of it, and a rule about that kind."""
    theme = draw(st.sampled_from(THEMES))
    kinds = tuple(theme.split())
    kind = draw(st.sampled_from((*kinds, ORGANISATION)))
    return theme, kind, draw(rules(kind, kinds))


# ------------------------------------------------------------------------------------------- what we say
def ours(data: Data, kind: str, rule: str, reading: Reading) -> dict[str, Truth]:
    """What we decide of a rule at each focus of its kind."""
    language = Language(VOCABULARY)
    meant = language.condition(parse(rule), Scope((kind,)))
    ruleset: Ruleset = language.ruleset([Rule("R", (kind,), meant, lower(meant, True), lower(meant, False))])
    graph = build(read(data), AS_OF)
    facts = collect(View(graph, Reading.CLAIMED), View(graph, Reading.PROVEN), ruleset, (), Answers())
    decided = Reference().decide(ruleset, facts)
    return dict((decided.claimed if reading is Reading.CLAIMED else decided.proven)["R"])


# ------------------------------------------------------------------------------------------ what CEL says
def theirs(data: Data, kind: str, rule: str) -> dict[str, Truth]:
    """What CEL makes of the same rule at each focus of its kind; unknown where that is an error."""
    view = View(build(read(data), AS_OF), Reading.CLAIMED)
    foci = (ORGANISATION,) if kind == ORGANISATION else view.graph.kinds[kind]
    return {focus: value_in_cel(rule, kind, activation(view, focus, 3)) for focus in foci}


def value_in_cel(rule: str, kind: str, facts: dict[str, Any]) -> Truth:
    cel = pytest.importorskip("cel_expr_python.cel")
    data = {**facts, kind: facts, "as_of": AS_OF.isoformat()}
    names = {*VOCABULARY.names(kind), kind, "as_of"}
    environment = cel.NewEnv(variables=dict.fromkeys(names, cel.Type.DYN))
    value = environment.compile(rule).eval(data=data).value()
    return value if isinstance(value, bool) else None


def activation(view: View, focus: str, deep: int) -> dict[str, Any]:
    """What is known of a node, and of those that it is related to."""
    kind = ORGANISATION if focus == ORGANISATION else view.kind_of(focus)
    found: dict[str, Any] = {}
    for name in VOCABULARY._facts[kind]:
        known = plain(observe(view, focus, Ask(name, (name,))))
        if known is not None:
            found[name] = known
    for name, relation in VOCABULARY._relations[kind].items() if deep else ():
        if not relation.one:
            members = related(view, focus, (name,))
            found[name] = [
                {**activation(view, one, deep - 1), **members.facts.get(one, {})} for one in members.named
            ]
    return found


def plain(known: Any) -> Any:
    if isinstance(known, Interval):
        return plain(known.low) if known.low == known.high else None
    return float(known) if isinstance(known, Decimal) else known


class TestCompleteFacts:
    """'On complete facts the value equals cel-expr-python's.'"""

    @given(questions(), st.data())
    def test_we_decide_as_cel_does(self, question: tuple[str, str, str], drawn: st.DataObject) -> None:
        theme, kind, rule = question
        data = drawn.draw(organisations(uncertain=False, open_ended=False, theme=theme))
        said, oracle = ours(data, kind, rule, Reading.CLAIMED), theirs(data, kind, rule)
        for focus, value in oracle.items():
            assert value is None or said[focus] is value, focus


class TestUnknown:
    """'With unknowns, whenever ours decides, it gives that value for every completion.'"""

    @given(questions(), st.data())
    def test_what_we_decide_cel_says_of_each_completion(
        self, question: tuple[str, str, str], drawn: st.DataObject
    ) -> None:
        theme, kind, rule = question
        data = drawn.draw(organisations(theme=theme))
        said = ours(data, kind, rule, Reading.PROVEN)
        for focus, value in theirs(drawn.draw(completions(data)), kind, rule).items():
            assert said.get(focus) is None or value is None or said[focus] is value, focus


def test_the_oracle_knows_the_facts_of_members() -> None:
    data: Data = {
        "id": "x",
        "nodes": {
            "person": [{"id": "jan", "leader": {"value": True}}],
            "chain": [{"id": "a", "owners": [{"to": "person:jan"}]}],
        },
    }
    rule = "owners.exists(p, p.leads) && !has(chain.trigger)"
    assert theirs(data, "chain", rule) == ours(data, "chain", rule, Reading.CLAIMED) == {"chain:a": True}
