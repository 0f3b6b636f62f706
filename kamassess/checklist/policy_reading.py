"""
Tree -> scoring policy, and back to data: every mistake and every sign of carelessness at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil
from re import fullmatch
from typing import Any, Final

from kamassess.checklist.policy import (
    All,
    AtLeast,
    Band,
    ByGroup,
    Credit,
    Deduction,
    Ladder,
    Levels,
    Lowest,
    Mean,
    MustAndSome,
    Part,
    Rung,
    ScoringPolicy,
    Stage,
    Step,
    Sum,
    SumOfLevels,
    Table,
    Unanswered,
    Without,
    highest,
    parts_of,
)
from kamassess.errors import InvalidChecklist, nearest
from kamassess.source import Node, Scalar, Sequence
from kamassess.source.reader import Reader
from kamassess.source.tree import quote

MOST_LEVELS: Final = 99
"""So many levels are counted, and no more."""

SCALES: Final = ("share", "points", "rung")

PARTS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "mean": ((), ("weighted",)),
    "sum": ((), ("weighted",)),
    "lowest": ((), ()),
    "all": ((), ("more_than",)),
    "deduction": (("start",), ()),
    "levels": (("top",), ("own", "below")),
    "sum-of-levels": ((), ()),
    "by-group": (("within", "over"), ()),
    "must-and-some": (("some",), ()),
    "at-least": (("of", "share"), ()),
    "ladder": (("rungs",), ()),
    "table": (("of", "steps"), ()),
}
"""The parts by name, each with the keys that it must have, and that it may have."""

_PART_KEYS: Final = tuple(dict.fromkeys(key for must, may in PARTS.values() for key in (*must, *may)))

_POLICY: Final = (
    "id", "title", "source", "hides", "confirmed", "credit", "unanswered", "without", "empty", "weights",
    "scales", "checkpoint", "requirement", "checklist", "flat", "bands",
)  # fmt: skip
_REQUIRED: Final = ("id", "title", "source", "hides", "requirement", "checklist")


def read_policy(tree: Node) -> ScoringPolicy:
    """
    Read a scoring policy.

    Args:
        tree: what a file, or the place of a policy in a checklist, holds.

    Returns:
        The policy.

    Raises:
        InvalidChecklist: with every mistake, and its place.
    """
    reader = PolicyReader()
    found = reader.policy(tree)
    if reader.mistakes:
        raise InvalidChecklist(reader.mistakes)
    return found


def _most(stage: Stage) -> Fraction | None:
    """The highest that a stage hands on; ``None`` for points, of which there may be any number."""
    if stage.maximum is None:
        return None if stage.scale == "points" else Fraction(1)
    return Fraction(stage.maximum, stage.times)


class PolicyReader(Reader):
    """Reads one policy. Where something is wrong it reads on with a mean."""

    def policy(self, tree: Node) -> ScoringPolicy:
        """A policy; a mean stands where a part of it could not be read."""
        found = self.entries(tree, _POLICY, _REQUIRED, "a scoring policy")
        flat = bool(self.flag(found.get("flat")))
        requirement = self._stage(found.get("requirement"))
        each = Fraction(1) if flat else _most(requirement)
        return ScoringPolicy(
            id=self.identifier(found.get("id")) or "",
            title=self.localised(found.get("title")) or {},
            source=self.text(found.get("source")) or "",
            hides=self.localised(found.get("hides")) or {},
            requirement=requirement,
            checklist=self._stage(found.get("checklist"), each),
            checkpoint=self._foci(found.get("checkpoint")),
            flat=flat,
            credit=Credit(self.word(found.get("credit"), tuple(Credit)) or Credit.GRADED),
            unanswered=Unanswered(self.word(found.get("unanswered"), tuple(Unanswered)) or Unanswered.ZERO),
            without=Without(self.word(found.get("without"), tuple(Without)) or Without.LEFT_OUT),
            weights=self.whole(found.get("weights"), least=0),
            scales=tuple(text for one in self.several(found.get("scales")) if (text := self.text(one))),
            empty=None if "empty" not in found else self._number(found["empty"]),
            bands=self._bands(found.get("bands")),
            confirmed=self.flag(found.get("confirmed")) is not False,
        )

    def _number(self, tree: Node | None, default: Fraction = Fraction(0)) -> Fraction:
        """A number from 0 up, or a fraction as ``2/3``."""
        if isinstance(tree, Scalar) and (
            match := fullmatch(r"\s*([0-9]{1,12})\s*/\s*([0-9]{1,12})\s*", tree.text)
        ):
            over, under = map(int, match.groups())
            if under:
                return Fraction(over, under)
        number: Decimal | None = self.decimal(tree, least=0)
        return default if number is None else Fraction(number)

    def _top(self, tree: Node) -> int:
        top = self.whole(tree, least=1) or 1
        if top > MOST_LEVELS:
            self.wrong(tree, f"there are {MOST_LEVELS} levels at most; found {top}")
        return min(top, MOST_LEVELS)

    def _share(self, found: Mapping[str, Node], name: str, default: Fraction) -> Fraction:
        if name not in found:
            return default
        number = self._number(found[name])
        if number > 1:
            self.wrong(found[name], f"{quote(name)} is a share, from 0 to 1; found {_told(number)}")
        return number

    # ------------------------------------------------------------------- stages
    def _stage(self, tree: Node | None, below: Fraction | None = Fraction(1)) -> Stage:
        if tree is None:
            return Stage(Mean())
        keys = ("part", "scale", "times", "maximum")
        # A part may stand for its stage: its keys lie beside those of the stage.
        found = self.entries(tree, (*keys, *_PART_KEYS), ("part",), "a stage of a scoring policy")
        scale = self.word(found.get("scale"), SCALES)
        times = self.whole(found.get("times"), least=1) or 1
        part = self._composed(tree, {key: one for key, one in found.items() if key not in keys[1:]})
        if below != 1 and any(isinstance(one, Deduction) for one in parts_of(part)):
            self.wrong(
                tree, "a deduction takes off what is missing of 1; what lies below it goes to another number"
            )
        return Stage(
            part, scale or "share", times, self._maximum(tree, found, highest(part, below), scale, times)
        )

    def _maximum(
        self, tree: Node, found: dict[str, Node], most: Fraction | None, scale: str | None, times: int
    ) -> int | None:
        """The highest score of a stage: as it is told, or else what its part comes to."""
        told = self.whole(found.get("maximum"), least=1)
        if most is not None:
            least = max(ceil(most * times), 1)
            if told is not None and told < least:
                self.wrong(found["maximum"], f"this can come to {least}, more than its maximum of {told}")
            return least if told is None else told
        mistaken = "scale" in found and scale is None
        if told is None and scale != "points" and not mistaken:
            self.wrong(
                tree,
                "how high a sum comes depends on what there is to add; say its 'maximum', or 'scale: points'",
            )
        return told

    def _foci(self, tree: Node | None) -> Part:
        """How foci become one: any number of them may be there, so that only few parts will do."""
        if tree is None:
            return Mean()
        part = self._part(tree)
        if not isinstance(part, Mean | Lowest):
            self.wrong(tree, f"foci become one by their mean or the lowest, not by {quote(part_name(part))}")
        return part

    def _part(self, tree: Node) -> Part:
        if isinstance(tree, Scalar):
            return self._composed(tree, {"part": tree})
        return self._composed(
            tree, self.entries(tree, ("part", *_PART_KEYS), ("part",), "a part of a policy")
        )

    def _composed(self, tree: Node, found: dict[str, Node]) -> Part:
        if "part" not in found:
            return Mean()
        name = self.text(found["part"])
        if name is None:
            return Mean()
        if name not in PARTS:
            self.wrong(found["part"], f"there is no part {quote(name)} of a policy", nearest(name, PARTS))
            return Mean()
        must, may = PARTS[name]
        for key, one in found.items():
            if key not in ("part", *must, *may):
                self.wrong(
                    one, f"{quote(key)} is no key of the part {quote(name)}", nearest(key, (*must, *may))
                )
        missing = [key for key in must if key not in found]
        for key in missing:
            self.wrong(tree, f"the part {quote(name)} has no {quote(key)}")
        return Mean() if missing else _BUILD[name](self, found)

    # ------------------------------------------------------------- rungs and bands
    def _rungs(self, tree: Node) -> tuple[Rung, ...]:
        trees = self.items(tree, "rungs")
        found = tuple(map(self._rung, trees))
        below: dict[frozenset[str], Fraction] = {}
        for one, at in zip(found, trees, strict=True):
            before = below.get(frozenset(one.groups))
            if before is not None and one.at_least <= before:
                self.wrong(
                    at,
                    f"this rung takes {_told(one.at_least)}, no more than the one below it, "
                    f"{_told(before)}: thresholds go up",
                )
            below[frozenset(one.groups)] = one.at_least
        if isinstance(tree, Sequence) and not found:
            self.wrong(tree, "a ladder has a rung at least")
        return found

    def _rung(self, tree: Node) -> Rung:
        found = self.entries(tree, ("title", "at_least", "groups"), ("title", "at_least"), "a rung")
        groups = tuple(text for one in self.several(found.get("groups")) if (text := self.text(one)))
        return Rung(self.localised(found.get("title")) or {}, self._number(found.get("at_least")), groups)

    def _steps(self, tree: Node) -> tuple[Step, ...]:
        trees = self.items(tree, "steps")
        found = []
        for one in trees:
            read = self.entries(one, ("up_to", "gives"), ("up_to", "gives"), "a step")
            found.append(Step(self._number(read.get("up_to")), self._number(read.get("gives"))))
        self._check_ascending(trees, [one.up_to for one in found], "step")
        if isinstance(tree, Sequence) and not found:
            self.wrong(tree, "a table has a step at least")
        return tuple(found)

    def _bands(self, tree: Node | None) -> tuple[Band, ...]:
        """
        Bands, written with both their ends, so that an overlap or a gap can be seen.
        """
        trees = self.items(tree, "bands")
        found, ends = list[Band](), list[Fraction]()
        for one in trees:
            read = self.entries(one, ("title", "above", "up_to"), ("title", "up_to"), "a band")
            up_to = self._number(read.get("up_to"))
            if "above" in read:
                above, before = self._number(read["above"]), ends[-1] if ends else Fraction(0)
                how = "overlaps" if above < before else "leaves a gap after"
                what = f"the one before it, which ends at {_told(before)}" if ends else "the lowest score, 0"
                if above != before:
                    self.wrong(read["above"], f"this band {how} {what}")
            found.append(Band(self.localised(read.get("title")) or {}, up_to))
            ends.append(up_to)
        self._check_ascending(trees, ends, "band")
        return tuple(found)

    def _check_ascending(self, trees: tuple[Node, ...], ends: list[Fraction], what: str) -> None:
        for number, (one, before) in enumerate(zip(ends[1:], ends, strict=False), 1):
            if one <= before:
                self.wrong(
                    trees[number],
                    f"this {what} ends at {_told(one)}, no higher than the one before it, at {_told(before)}",
                )


def _told(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else f"{float(number):g}"


_HALF: Final = Fraction(1, 2)

_BUILD: Final[Mapping[str, Callable[[PolicyReader, dict[str, Node]], Part]]] = {
    "mean": lambda it, found: Mean(it.flag(found.get("weighted")) is not False),
    "sum": lambda it, found: Sum(it.flag(found.get("weighted")) is not False),
    "lowest": lambda it, found: Lowest(),
    "all": lambda it, found: All(it._share(found, "more_than", _HALF)),
    "deduction": lambda it, found: Deduction(it.whole(found["start"], least=1) or 1),
    "levels": lambda it, found: Levels(
        it._top(found["top"]),
        own := it._share(found, "own", _HALF),
        it._share(found, "below", own),
    ),
    "sum-of-levels": lambda it, found: SumOfLevels(),
    "by-group": lambda it, found: ByGroup(it._part(found["within"]), it._part(found["over"])),
    "must-and-some": lambda it, found: MustAndSome(it._share(found, "some", _HALF)),
    "at-least": lambda it, found: AtLeast(it._part(found["of"]), it._share(found, "share", _HALF)),
    "ladder": lambda it, found: Ladder(it._rungs(found["rungs"])),
    "table": lambda it, found: Table(it._part(found["of"]), it._steps(found["steps"])),
}
"""How each part is read."""


# ------------------------------------------------------------------------- back to data
def policy_data(policy: ScoringPolicy) -> dict[str, Any]:
    """
    A policy as the data that it can be read from.

    Args:
        policy: the policy.

    Returns:
        Dictionaries, lists, texts, whole numbers and flags; any other number is a text, as ``1/2``.
    """
    data: dict[str, Any] = {
        "id": policy.id,
        "title": dict(policy.title),
        "source": policy.source,
        "hides": dict(policy.hides),
        "confirmed": policy.confirmed,
        "credit": policy.credit.value,
        "unanswered": policy.unanswered.value,
        "without": policy.without.value,
        "flat": policy.flat,
        "checkpoint": _part_data(policy.checkpoint),
        "requirement": _stage_data(policy.requirement),
        "checklist": _stage_data(policy.checklist),
    }
    if policy.weights is not None:
        data["weights"] = policy.weights
    if policy.scales:
        data["scales"] = list(policy.scales)
    if policy.empty is not None:
        data["empty"] = _number_data(policy.empty)
    if policy.bands:
        data["bands"] = [{"title": dict(one.title), "up_to": _number_data(one.up_to)} for one in policy.bands]
    return data


def _stage_data(stage: Stage) -> dict[str, Any]:
    data = {**_part_data(stage.part), "scale": stage.scale, "times": stage.times}
    return data if stage.maximum is None else {**data, "maximum": stage.maximum}


def _part_data(part: Part) -> dict[str, Any]:
    match part:
        case Mean(weighted):
            return {"part": "mean", "weighted": weighted}
        case Sum(weighted):
            return {"part": "sum", "weighted": weighted}
        case Lowest():
            return {"part": "lowest"}
        case All(more_than):
            return {"part": "all", "more_than": _number_data(more_than)}
        case Deduction(start):
            return {"part": "deduction", "start": start}
        case Levels(top, own, below):
            return {"part": "levels", "top": top, "own": _number_data(own), "below": _number_data(below)}
        case SumOfLevels():
            return {"part": "sum-of-levels"}
        case ByGroup(within, over):
            return {"part": "by-group", "within": _part_data(within), "over": _part_data(over)}
        case MustAndSome(some):
            return {"part": "must-and-some", "some": _number_data(some)}
        case AtLeast(of, share):
            return {"part": "at-least", "of": _part_data(of), "share": _number_data(share)}
        case Ladder(rungs):
            return {"part": "ladder", "rungs": [_rung_data(one) for one in rungs]}
        case Table(of, steps):
            told = [{"up_to": _number_data(it.up_to), "gives": _number_data(it.gives)} for it in steps]
            return {"part": "table", "of": _part_data(of), "steps": told}


def part_name(part: Part) -> str:
    """
    What a part is called in a policy.

    Example:
        >>> part_name(Lowest())
        'lowest'
    """
    return str(_part_data(part)["part"])


def _rung_data(rung: Rung) -> dict[str, Any]:
    return {"title": dict(rung.title), "at_least": _number_data(rung.at_least), "groups": list(rung.groups)}


def _number_data(number: Fraction) -> int | str:
    return int(number) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"
