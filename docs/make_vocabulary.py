"""
Writes the page ``docs/vocabulary.md`` from the vocabulary, so that the two cannot differ.

Run it after a change of ``kamassess/model/vocabulary.py``::

    python docs/make_vocabulary.py
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kamassess.model.kind import Attribute, DerivedFact, DerivedRelation, Kind, Relation, Vocabulary
from kamassess.model.vocabulary import VOCABULARY

PAGE: Final = Path(__file__).with_name("vocabulary.md")

_HEAD: Final = """\
# Vocabulary

Everything that an organisation's file can say and that a rule can ask. This page is written by
`docs/make_vocabulary.py` from `kamassess/model/vocabulary.py`, the one place where it is listed.
Do not edit it.

How to read it:

* An **attribute** is a value. A `flag` is false where it is left out; any other attribute is then unknown.
  An `int` is a whole number, a `decimal` any number.
* A **relation** points at nodes of the kinds named. What is not drawn does not exist, unless the file lists
  the part under `not_described`. *One* means: at most one, so that a path in a rule may go through it.
  *People* means: rules see persons; a role counts its holders, a body its members.
  *Up* means: the target is nearer to vision and owner, so that whoever answers for it answers for this too.
* An **inverse** is a relation asked from the other end. It is never written.
* A **derived** fact or relation is worked out from the graph and the calendar. It is never written either.
* A **fact of a member** holds of it only as a member of that relation, as in
  `owners.exists(p, p.responsible_in_chain)`.
* A `count` and a `share` are intervals: at least so much, at most so much.

Every node also has the facts `id`, `name` and `kind`, and the relation `organisation` to the whole.
{anywhere}
"""


def vocabulary_page(vocabulary: Vocabulary = VOCABULARY) -> str:
    """
    The page that tells of every kind, and of what is asked of the organisation as a whole.

    Args:
        vocabulary: what it tells of.

    Returns:
        Markdown.

    Example:
        >>> "## chain" in vocabulary_page()
        True
    """
    kinds = (_kind(one, vocabulary) for one in vocabulary.kinds)
    head = _HEAD.replace("{anywhere}", _anywhere(vocabulary.kinds))
    return "\n".join((head, _contents(vocabulary.kinds), _organisation(vocabulary), *kinds))


def _anywhere(kinds: Iterable[Kind]) -> str:
    """The inverses of relations that may point at a node of any kind: told once."""
    told = [
        f"`{one.inverse}` (`{kind.name}`, by `{one.name}`)"
        for kind in kinds
        for one in kind.relations
        if one.inverse and not one.targets
    ]
    return f"So do these inverses, whose relation may point at any node: {', '.join(told)}."


def _contents(kinds: Iterable[Kind]) -> str:
    rows = ((f"[`{one.name}`](#{one.name})", f"`{one.plural}`", one.en, one.nl) for one in kinds)
    return "## All kinds\n\n" + _table(("kind", "plural", "English", "Dutch"), rows)


def _organisation(vocabulary: Vocabulary) -> str:
    lead = (
        "## organisation\n\n"
        "The focus of a checkpoint about the whole. Its relations are the plurals above, as in "
        "`chains.exists(c, c.current)`. From any node it is asked as `organisation.silo_share`.\n\n"
    )
    head = ("derived fact", "type", "English", "Dutch")
    return lead + _table(head, map(_derived_row, vocabulary.organisation))


def _kind(kind: Kind, vocabulary: Vocabulary) -> str:
    return "\n".join((f"## {kind.name}\n\n{_capital(kind.en)} ({kind.nl}).\n", *_tables(kind, vocabulary)))


def _tables(kind: Kind, vocabulary: Vocabulary) -> Iterator[str]:
    """The tables of a kind, those without rows left out."""
    members = [(one.name, fact) for one in kind.relations for fact in one.members]
    members += [(one.name, fact) for one in kind.derived for fact in one.members]
    inverses = [
        (one.inverse, source.name, one.name)
        for source in vocabulary.kinds
        for one in source.relations
        if one.inverse and kind.name in one.targets
    ]
    for head, rows in (
        (("attribute", "type", "English", "Dutch"), list(map(_attribute_row, kind.attributes))),
        (("relation", "points at", "English", "Dutch"), list(map(_relation_row, kind.relations))),
        (("derived fact", "type", "English", "Dutch"), list(map(_derived_row, kind.facts))),
        (("derived relation", "members", "English", "Dutch"), list(map(_derived_relation_row, kind.derived))),
        (
            ("fact of a member", "type", "English", "Dutch"),
            [(f"`{name}` → `{fact.name}`", fact.type.value, fact.en, fact.nl) for name, fact in members],
        ),
        (
            ("inverse", "members", "of their"),
            [(f"`{name}`", f"`{source}`", f"`{relation}`") for name, source, relation in inverses],
        ),
        (("always there", "English", "Dutch"), [(f"`{id_}`", en, nl) for id_, en, nl in kind.fixed]),
    ):
        if rows:
            yield _table(head, rows)


def _attribute_row(one: Attribute) -> tuple[str, ...]:
    return f"`{one.name}`", _type(one), one.en, one.nl


def _type(one: Attribute) -> str:
    if one.words:
        return "one of " + ", ".join(f"`{word}`" for word in one.words)
    if one.flag:
        return "flag"
    least = "" if one.least is None else f", at least {one.least}"
    return one.type.value + least


def _relation_row(one: Relation) -> tuple[str, ...]:
    marks = {"one": one.one, "people": one.people, "up": one.upward, "never comes back": one.acyclic}
    notes = [mark for mark, is_so in marks.items() if is_so]
    return f"`{one.name}`", _targets(one.targets) + (f"; {', '.join(notes)}" if notes else ""), one.en, one.nl


def _derived_row(one: DerivedFact) -> tuple[str, ...]:
    return f"`{one.name}`", one.type.value, one.en, one.nl


def _derived_relation_row(one: DerivedRelation) -> tuple[str, ...]:
    return f"`{one.name}`", _targets(one.targets), one.en, one.nl


def _targets(kinds: Iterable[str]) -> str:
    return ", ".join(f"`{kind}`" for kind in sorted(kinds)) or "any kind"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(vocabulary_page(), encoding="utf-8")
