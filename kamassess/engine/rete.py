"""
durable-rules: the second opinion, and an engine of live sessions.

It is a Rete network in C that crashes, hangs or answers wrongly outside a narrow path, which this
module keeps to: flat facts of typed values, asserted one at a time; positive conditions; no joins, no
batches, no threads of its own, nothing retracted. A question, which is a rule on a row, is asserted
once and its answer remembered, for it depends on nothing else. Members are counted in
Python, between the strata; every comparison and combination is durable-rules' own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from importlib import metadata
from itertools import count
from typing import Any, Final, NamedTuple, cast

from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.following import Following
from kamassess.engine.protocol import Truth, Verdicts
from kamassess.engine.reference import compiled
from kamassess.engine.rete_encoding import (
    NUMBER,
    Condition,
    Constant,
    Encoding,
    HandedBack,
    Variant,
    encodings,
)
from kamassess.facts.table import Facts, Row

INSTALL: Final = (
    "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --no-binary :all: durable-rules==2.0.28"
)

_UNAVAILABLE: Final = {
    "nl": "durable-rules kan niet worden geladen ({error}); dit installeert het: {install}",
    "en": "durable-rules cannot be imported ({error}); this installs it: {install}",
}

ROOM: Final = 400
"""Rules in a network; with 512 different conditions in one place it is never ready."""

REMEMBERED: Final = 10_000
"""Answers after which everything is built anew: a long session must not fill the memory."""

NAME: Final = "kamassess"
SID: Final = "o"

OBSERVED: Final = 2
"""What durable-rules says of a fact when it has one with the same id, or with an id of the same hash."""


def unavailable(language: str = "en") -> str | None:
    """
    Why durable-rules cannot be used here.

    Args:
        language: ``nl`` or ``en``; what Python says of it is English.

    Returns:
        One line that says why and what to do; ``None`` when it can be used.
    """
    try:
        _durable()
    except ImportError as error:
        return _UNAVAILABLE[language].format(error=error, install=INSTALL)
    return None


def _durable() -> tuple[Any, Any]:
    import durable.engine
    import durable_rules_engine

    return durable.engine, durable_rules_engine


class Rete:
    """
    The second opinion.

    Example:
        >>> from kamassess.checklist.condition import Compare, Fact, Literal, lower
        >>> from kamassess.checklist.ruleset import Stratum
        >>> from kamassess.facts.table import Table
        >>> from kamassess.model.kind import Type
        >>> late = Compare(Fact("days", Type.INT), ">", Literal(31, Type.INT))
        >>> rule = Rule("R-1", ("kpi",), late, lower(late, True), lower(late, False))
        >>> rows = {"kpi:wait": {"days": 40}, "kpi:cost": {}}
        >>> table = Table(rows, {}, {"kpi": ("kpi:wait", "kpi:cost")})
        >>> Rete().decide(Ruleset((Stratum((), (rule,)),), {}, {}), Facts(table, table)).claimed
        {'R-1': {'kpi:wait': True, 'kpi:cost': None}}
    """

    name = "durable-rules"

    @cached_property
    def version(self) -> str:
        """That of durable-rules."""
        return metadata.version("durable-rules")

    def decide(self, ruleset: Ruleset, facts: Facts) -> Verdicts:
        """
        Decide every rule at every focus of its kind.

        Args:
            ruleset: the rules.
            facts: what is known, under both readings.

        Returns:
            What was decided, and which rules the reference decided instead.
        """
        live = self.open(ruleset, facts)
        try:
            return live.outcomes()
        finally:
            live.close()

    def open(self, ruleset: Ruleset, facts: Facts) -> Following:
        """
        Begin a live one.

        Args:
            ruleset: the rules.
            facts: what is known to begin with.

        Returns:
            The live one, to be closed: durable-rules holds memory that Python knows nothing of.
        """
        return Following(ruleset, facts, _Asking(ruleset))


class _Question(NamedTuple):
    """A rule on a row: whoever asks the same gets the same answer."""

    rule: str
    variant: Variant
    told: str


class _Asking:
    """
    Decides by asking durable-rules, each question once.

    Args:
        ruleset: the rules.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        self._encodings = encodings(ruleset)
        self._reference = {rule.id: rule for floor in compiled(ruleset) for rule in floor.rules}
        self._networks: list[_Network] = []
        self._places: dict[tuple[str, Variant], tuple[_Network, int]] = {}
        self._answers: dict[_Question, Truth] = {}
        self.handed_back: Mapping[str, str] = {
            rule: one.reason for rule, one in self._encodings.items() if isinstance(one, HandedBack)
        }

    def decide(self, asked: Sequence[tuple[Rule, Row]]) -> list[Truth]:
        if len(self._answers) > REMEMBERED:
            self.close()
        posed = [self._pose(rule, row) for rule, row in asked]
        fresh = {one: None for one in posed if isinstance(one, _Question) and one not in self._answers}
        if fresh:
            self._ask(tuple(fresh))
        return [self._answers[one] if isinstance(one, _Question) else one for one in posed]

    def _pose(self, rule: Rule, row: Row) -> _Question | Truth:
        encoding = self._encodings[rule.id]
        if isinstance(encoding, Encoding):
            return _Question(rule.id, *encoding.ask(row))
        if isinstance(encoding, Constant):
            return encoding.truth
        return self._reference[rule.id].decide(row)

    def _ask(self, questions: Sequence[_Question]) -> None:
        self._make_room({(one.rule, one.variant): None for one in questions})
        put = []
        for question in questions:
            network, number = self._places[question.rule, question.variant]
            put.append((question, network, network.put(number, question.told)))
        for network in self._networks:
            network.run()
        for question, network, fact in put:
            self._answers[question] = network.proven.pop(fact, None)

    def _make_room(self, variants: Iterable[tuple[str, Variant]]) -> None:
        """Build networks for rules, and variants of rules, that no network holds yet."""
        new = [one for one in variants if one not in self._places]
        for start in range(0, len(new), ROOM):
            some = new[start : start + ROOM]
            alternatives = []
            for number, (rule, variant) in enumerate(some, start=1):
                encoding = self._encodings[rule]
                alternatives += cast(Encoding, encoding).conditions(variant, number)
            network = _Network(alternatives)
            self._networks.append(network)
            self._places.update((one, (network, number)) for number, one in enumerate(some, start=1))

    def close(self) -> None:
        for network in self._networks:
            network.close()
        self._networks, self._places, self._answers = [], {}, {}


class _Network:
    """
    A ruleset of durable-rules, and its one state.

    Args:
        alternatives: what is proven of a fact, and the conditions that prove it.
    """

    def __init__(self, alternatives: Sequence[tuple[bool, list[Condition]]]) -> None:
        durable, self._raw = _durable()
        self._ids = count()
        self.proven: dict[str, bool] = {}
        """What was proven of facts, by id."""
        rules = {
            f"r{number}": {"all": [{"m": {"$and": conditions}}], "run": self._record(truth)}
            for number, (truth, conditions) in enumerate(alternatives)
        }
        # A state for which no action ever ran cannot be given back: that crashes.
        rules["first"] = {"all": [{"m": {NUMBER: 0}}], "run": self._record(True)}
        self._rules = durable.Ruleset(NAME, None, rules)  # without a host, which would start threads
        self.put(0, "")
        self.run()

    def _record(self, truth: bool) -> Callable[[Any], None]:
        """An action does no more than this: what goes wrong in one is told to nobody."""
        proven = self.proven

        def record(context: Any) -> None:
            proven[context.m.id] = truth

        return record

    def put(self, number: int, told: str) -> str:
        """Assert a fact, and give its id."""
        while True:
            fact = str(next(self._ids))
            text = f'{{"id":"{fact}","sid":"{SID}","{NUMBER}":{number}{told}}}'
            code, self._state = self._raw.assert_fact(self._rules._handle, text)
            if code != OBSERVED:  # it has a fact whose id has the same hash: the next id will do
                return fact

    def run(self) -> None:
        """Run the actions of all facts that were put."""
        ends: list[tuple[object, dict[str, object] | None]] = []
        self._rules.do_actions(self._state, lambda error, state: ends.append((error, state)))
        # It calls back once; or never, when an action took so long that it was dropped.
        error, state = ends[0] if ends else ("an action was dropped", None)
        if error or "exception" in (state or {}):
            raise RuntimeError(f"durable-rules failed: {error or state}")

    def close(self) -> None:
        """Give back the memory: the state first, for the ruleset does not take it along."""
        self._rules.delete_state(SID)
        self._raw.delete_ruleset(self._rules._handle)
