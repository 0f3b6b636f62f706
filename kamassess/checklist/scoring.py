"""
The scoring policies that come with kamassess, by name: data in ``checklists/scoring/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from kamassess.checklist.policy import ScoringPolicy
from kamassess.checklist.policy_reading import read_policy
from kamassess.shipped import shipped
from kamassess.source import read_bytes

DEFAULT: Final = "weighted-mean"
"""The policy of a checklist that names none."""


class _Shipped(Mapping[str, ScoringPolicy]):
    """The policies by name, each read when it is first asked for."""

    def __getitem__(self, name: str) -> ScoringPolicy:
        return _read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(shipped("scoring"))

    def __len__(self) -> int:
        return len(shipped("scoring"))


POLICIES: Final[Mapping[str, ScoringPolicy]] = _Shipped()
"""Policies by name."""


@cache
def _read(name: str) -> ScoringPolicy:
    file = shipped("scoring")[name]
    return read_policy(read_bytes(file.read_bytes(), file.name))
