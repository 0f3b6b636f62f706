"""
A file of answers with further answers in it: what stands there is kept, comments and layout too.

The new entries are put behind those that are there, each on a line of its own; where the
file has its list on one line, in that line. Nothing that was there is written anew, and lines end as
those that are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import yaml
from attrs import frozen

from kamassess.model.organisation import Answer, Claim, Evidence

ANSWERS: Final = "answers"
EVIDENCE: Final = "evidence"

_WIDEST: Final = 2**31
"""An entry stands on one line, however long."""

_END_OF_LINE: Final = re.compile("\r?\n")


@frozen
class Added:
    """
    What comes into a file.

    Args:
        answers: answers.
        evidence: evidence that the file does not have yet.
        about: of evidence that it has, what it is about as well, by its id.
    """

    answers: tuple[Answer, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    about: tuple[tuple[str, str], ...] = ()


@frozen
class _Edit:
    """A piece of a text, and what stands there instead."""

    start: int
    end: int
    text: str


def begun(organisation: str, comment: str) -> str:
    """
    A file of answers that has none yet.

    Args:
        organisation: the id of the organisation.
        comment: what its first line says.

    Returns:
        The text of the file.
    """
    line = "".join(one if one.isprintable() else " " for one in comment)
    return f"# {line}\norganisation: {_scalar(organisation)}\nanswers: []\nevidence: []\n"


def added(text: str, more: Added) -> str:
    r"""
    A file of answers with more in it.

    Args:
        text: the text of the file, which is a file of answers in YAML.
        more: what comes into it.

    Returns:
        The text of the file then.

    Raises:
        ValueError: it is no file of answers.

    Example:
        >>> print(added("answers: []\n", Added((Answer("K-6", "chain:permits", "yes"),))), end="")
        answers:
        - {checkpoint: K-6, focus: 'chain:permits', value: 'yes'}
    """
    newline = _end_of_line(text, 0) or "\n"
    lines = text.rstrip("\r\n")
    text = lines + (_end_of_line(text, len(lines)) or newline)
    root = yaml.compose(text, yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise ValueError("a file of answers has keys")
    edits = [  # where several are at one place, what lies deepest comes first
        *(edit for id_, about in _together(more.about) for edit in _about(text, root, id_, about)),
        *_further(text, root, ANSWERS, [_answer(one) for one in more.answers]),
        *_further(text, root, EVIDENCE, [_evidence(one) for one in more.evidence]),
    ]
    pieces: list[str] = []
    end = 0
    for edit in sorted(
        edits, key=lambda one: one.start
    ):  # of two at the end of the file the first stays first
        pieces += [text[end : edit.start], edit.text.replace("\n", newline)]
        end = edit.end
    return "".join((*pieces, text[end:]))


def _end_of_line(text: str, start: int) -> str | None:
    """How the first line ends that ends from here on."""
    found = _END_OF_LINE.search(text, start)
    return found[0] if found else None


def _together(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for id_, about in pairs:
        found.setdefault(id_, []).append(about)
    yield from found.items()


# ------------------------------------------------------------------ where it goes
def _further(text: str, root: yaml.MappingNode, key: str, entries: list[dict[str, Any]]) -> Iterator[_Edit]:
    if not entries:
        return
    lines = [_flow(one) for one in entries]
    node = _value(root, key)
    if node is None and root.flow_style:
        at = root.end_mark.index - 1
        comma = ", " if root.value else ""
        yield _Edit(at, at, f"{comma}{key}: [{', '.join(lines)}]")
    elif node is None:
        indent = " " * root.start_mark.column
        listed = "".join(f"{indent}- {line}\n" for line in lines)
        yield _Edit(len(text), len(text), f"{indent}{key}:\n{listed}")
    elif isinstance(node, yaml.SequenceNode) and not node.value and not root.flow_style:
        indent = " " * root.start_mark.column
        start: int = node.start_mark.index
        while text[start - 1] in " \t":
            start -= 1
        yield _Edit(start, node.end_mark.index, "".join(f"\n{indent}- {line}" for line in lines))
    elif isinstance(node, yaml.SequenceNode):
        yield from _behind(text, node, lines)
    else:
        raise ValueError(f"'{key}' is no list")


def _behind(text: str, node: yaml.SequenceNode, lines: list[str]) -> Iterator[_Edit]:
    """Behind the last entry of a list."""
    if node.flow_style:
        at = node.end_mark.index - 1
        comma = ", " if node.value and not text[:at].rstrip().endswith(",") else ""
        yield _Edit(at, at, comma + ", ".join(lines))
        return
    at = _last(node)
    if text[at - 1] != "\n":
        at = text.index("\n", at) + 1
    indent = " " * node.start_mark.column
    yield _Edit(at, at, "".join(f"{indent}- {line}\n" for line in lines))


def _about(text: str, root: yaml.MappingNode, id_: str, about: list[str]) -> Iterator[_Edit]:
    """What a piece of evidence that stands in the file is about as well."""
    pieces = _value(root, EVIDENCE)
    listed = pieces.value if isinstance(pieces, yaml.SequenceNode) else [pieces]
    for one in listed:
        named = _value(one, "id")
        if not isinstance(named, yaml.ScalarNode) or named.value != id_:
            continue
        node = _value(one, "about")
        lines = [_scalar(it) for it in about]
        if isinstance(node, yaml.SequenceNode):
            yield from _behind(text, node, lines)
        elif isinstance(node, yaml.ScalarNode):
            start, end = (int(mark.index) for mark in (node.start_mark, node.end_mark))
            yield _Edit(start, end, f"[{', '.join((text[start:end].rstrip(), *lines))}]")


def _value(node: Any, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if getattr(name, "value", None) == key), None)


def _last(node: yaml.Node) -> int:
    """Where the last of a node's text ends; PyYAML lets a list end where the next thing begins."""
    inner: list[yaml.Node] = []
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        inner = node.value
    elif isinstance(node, yaml.MappingNode) and not node.flow_style:
        inner = [value for _, value in node.value]
    return _last(inner[-1]) if inner else int(node.end_mark.index)


# ------------------------------------------------------------------ how it is written
def _flow(entry: dict[str, Any]) -> str:
    dumped: str = yaml.safe_dump(
        entry, default_flow_style=True, allow_unicode=True, width=_WIDEST, sort_keys=False
    )
    return dumped.rstrip("\n")


def _scalar(text: str) -> str:
    return _flow({"x": text})[len("{x: ") : -1]


def _answer(one: Answer) -> dict[str, Any]:
    return _there(
        checkpoint=one.checkpoint, focus=one.focus, value=one.value, reason=one.reason, **_claim(one.claim)
    )


def _claim(one: Claim) -> dict[str, Any]:
    return {
        "basis": one.basis and one.basis.value,
        "evidence": list(one.evidence),
        "by": one.by,
        "on": one.on,
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return _there(
        id=one.id,
        name=one.name,
        kind=one.kind.value,
        on=one.on,
        valid_until=one.valid_until,
        owner=one.owner,
        about=list(one.about),
        reference=one.reference,
    )


def _there(**entry: Any) -> dict[str, Any]:
    """What is there of an entry; a text that is the same in both languages is one text."""
    found: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, dict):
            value = next(iter(value.values())) if len(set(value.values())) == 1 else dict(value)
        if value is not None and value != [] and value != {}:
            found[key] = value
    return found
