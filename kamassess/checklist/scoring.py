"""
The scoring policies that come with kamassess, by name: data in ``checklists/scoring/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kamassess.checklist.policy import ScoringPolicy
from kamassess.checklist.policy_reading import read_policy
from kamassess.source import read_bytes

DEFAULT: Final = "weighted-mean"
"""The policy of a checklist that names none."""


class _Shipped(Mapping[str, ScoringPolicy]):
    """The policies by name, each read when it is first asked for."""

    def __getitem__(self, name: str) -> ScoringPolicy:
        return _read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_files())

    def __len__(self) -> int:
        return len(_files())


POLICIES: Final[Mapping[str, ScoringPolicy]] = _Shipped()
"""Policies by name."""


@cache
def _read(name: str) -> ScoringPolicy:
    file = _files()[name]
    return read_policy(read_bytes(file.read_bytes(), file.name))


@cache
def _files() -> dict[str, Path]:
    package = Path(__file__).parents[1]
    homes = (package / "_checklists" / "scoring", package.parent / "checklists" / "scoring")
    home = next(folder for folder in homes if folder.is_dir())
    return {file.stem: file for file in sorted(home.glob("*.yaml"))}
