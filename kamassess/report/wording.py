"""
Findings, answers, persons and clauses in words: what needs to know how a result calls its nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamassess.checklist.policy import ScoringPolicy
from kamassess.checklist.requirement import Clause
from kamassess.findings.finding import Atom, Finding
from kamassess.findings.telling import person_key
from kamassess.model.days import day
from kamassess.model.organisation import Claim, Waiver
from kamassess.model.terms import ORGANISATION, Basis, Text
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.phrasing import kind_label, part_label, told
from kamassess.report.words import ANSWERS, BASES, tell, word
from kamassess.result import EVIDENCE, Result, Said


def in_language(text: Text | None, language: str, otherwise: str = "") -> str:
    """
    A text in a language.

    Args:
        text: by language.
        language: ``nl`` or ``en``.
        otherwise: what stands for no text at all.

    Returns:
        The text; in another language where it is not there in this one.

    Example:
        >>> in_language({"nl": "keten"}, "en")
        'keten'
    """
    if not text:
        return otherwise
    return text.get(language) or next(iter(text.values()))


def policy_title(policy: ScoringPolicy, language: str) -> str:
    """
    What people call a scoring policy.

    Args:
        policy: the policy.
        language: ``nl`` or ``en``.

    Returns:
        Its title, marked where nobody read its formula in a published source.
    """
    title = in_language(policy.title, language, policy.id)
    return title if policy.confirmed else tell("unconfirmed", language, title=title)


def reason(atom: Atom, result: Result, language: str, focus: str) -> str:
    """
    An atom as one line of why something is so.

    Args:
        atom: the atom.
        result: what the node that it is about is called.
        language: ``nl`` or ``en``.
        focus: what the line stands beside; it is not named again.

    Returns:
        The line.
    """
    it = told(atom, language)
    if it.claimed == it.proven:
        line = tell("one value", language, label=it.label, found=it.claimed, expected=it.expected)
    else:
        line = tell(
            "two values",
            language,
            label=it.label,
            claimed=it.claimed,
            proven=it.proven,
            expected=it.expected,
        )
    if atom.focus in (focus, ORGANISATION):
        return line
    return tell("of whom", language, who=node(atom.focus, result, language), what=line)


# ------------------------------------------------------- answers, people, clauses
def answer(said: Said, result: Result, language: str) -> str:
    """
    An answer in words, with what it rests on: the answer to 'how sure are you?'.

    Args:
        said: the answer.
        result: what persons and evidence are called.
        language: ``nl`` or ``en``.

    Returns:
        The line.
    """
    claim = said.claim
    value = word(ANSWERS, said.value, language)
    if said.reason:
        value += tell("said reason", language, reason=in_language(said.reason, language))
    return tell(
        "said",
        language,
        value=value,
        by=tell("said by", language, by=person(claim.by, result, language)) if claim.by else "",
        on=tell("said on", language, day=day(claim.on, language)) if claim.on else "",
        basis=_basis(claim, language),
        evidence=_evidence(claim, result, language),
    )


def _basis(claim: Claim, language: str) -> str:
    if claim.basis is None:
        return tell("said without basis", language)
    return tell("said basis", language, basis=word(BASES, claim.basis, language))


def _evidence(claim: Claim, result: Result, language: str) -> str:
    if claim.evidence:
        return tell("said evidence", language, evidence=", ".join(evidence(claim.evidence, result, language)))
    wanting = claim.basis is not None and Basis(claim.basis).can_be_certain
    return tell("said without evidence", language) if wanting else ""


def evidence(ids: Iterable[str], result: Result, language: str) -> Iterator[str]:
    """
    What people call evidence.

    Args:
        ids: the ids of the evidence.
        result: what it is called.
        language: ``nl`` or ``en``.

    Yields:
        The name of each, or its id where it has none.
    """
    for one in ids:
        yield in_language(result.names.get(EVIDENCE + one), language, one)


def person(by: str | None, result: Result, language: str) -> str:
    """
    What people call whoever said something.

    Args:
        by: a person's id, or a name.
        result: what persons are called.
        language: ``nl`` or ``en``.

    Returns:
        The name.
    """
    if not by:
        return ""
    return in_language(result.names.get(person_key(by)), language, by)


def message(finding: Finding, result: Result, language: str) -> str:
    """
    What a finding tells.

    Args:
        finding: the finding.
        result: the checkpoints.
        language: ``nl`` or ``en``.

    Returns:
        The message; where the checklist gives none of its own, that what must hold does not.
    """
    text = in_language(finding.message, language, finding.id)
    if finding.checkpoint is not None:
        outline = result.outlines[finding.checklist, finding.checkpoint]
        if text == in_language(outline.title, language):
            return tell("not met", language, title=text)
    return text


def who_acts(finding: Finding, result: Result, language: str) -> tuple[str, ...]:
    """
    Who must act on a finding, and how that follows.

    Args:
        finding: the finding.
        result: what persons and nodes are called.
        language: ``nl`` or ``en``.

    Returns:
        A text for each person; one that says so where nobody must.
    """
    if not finding.act:
        return (tell("nobody acts", language),)
    ways: dict[tuple[str, ...], list[str]] = {}
    for actor in finding.act:
        ways.setdefault(actor.via[1:], []).append(result.name(actor.person, language))
    return tuple(
        tell(
            "via",
            language,
            person=", ".join(names),
            way=" → ".join(node(one, result, language) for one in way),
        )
        if way
        else ", ".join(names)
        for way, names in ways.items()
    )


def node(focus: str, result: Result, language: str) -> str:
    """
    What people call a node; where it has no name, what it is and its id.

    Args:
        focus: the node.
        result: what nodes are called.
        language: ``nl`` or ``en``.

    Returns:
        The name.
    """
    kind, _, id_ = focus.partition(":")
    name = result.name(focus, language)
    known = VOCABULARY.by_name.get(kind)
    if name not in (focus, id_) or known is None:
        return name
    return f"{known.called(language)} {id_}"


def waived(waiver: Waiver, result: Result, language: str) -> str:
    """
    That a finding is accepted, in words.

    Args:
        waiver: by what.
        result: the result, which knows names.
        language: ``nl`` or ``en``.

    Returns:
        By whom, until when, and why.
    """
    return tell(
        "accepted",
        language,
        reason=in_language(waiver.reason, language),
        owner=person(waiver.owner, result, language),
        until=day(waiver.until, language),
    )


def clause(one: Clause, language: str) -> str:
    """
    A place in a standard in words.

    Args:
        one: the clause.
        language: ``nl`` or ``en``.

    Returns:
        The standard with its edition, the number, and what is asked beyond it.

    Example:
        >>> clause(Clause("ISO 9001", "2015", "5.3"), "nl")
        'ISO 9001:2015, 5.3'
    """
    edition = f":{one.edition}" if one.edition else ""
    more = f" ({in_language(one.more, language)})" if one.more else ""
    return f"{one.norm}{edition}, {one.clause}{more}"


def part(text: str, result: Result, language: str) -> str:
    """
    A part of the description in words: a kind, ``kind.relation``, ``kind:id.relation``.

    Args:
        text: the part, as files have it.
        result: what nodes are called.
        language: ``nl`` or ``en``.

    Returns:
        The part; a node by its name where it has one.
    """
    if ":" in text:
        node, dot, name = text.rpartition(".")
        if not dot:
            return result.name(text, language)
        label = part_label(node.partition(":")[0], name, language)
        return tell("of whom", language, who=result.name(node, language), what=label)
    kind, dot, name = text.partition(".")
    if not dot:
        return kind_label(kind, language)
    return tell("of whom", language, who=kind_label(kind, language), what=part_label(kind, name, language))
