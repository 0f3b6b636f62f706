"""
An assessment as the command line makes it: files in, a second opinion taken, what is odd told beside it.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from kamassess.assessing import assess, compile, view
from kamassess.assessment import Assessment
from kamassess.checklist.compiled import Compiled
from kamassess.cli.streams import tell
from kamassess.errors import InvalidCall, nearest
from kamassess.facts.speaking import speaks_as_leader
from kamassess.files import builtin_checklists, load_checklist, load_organisation
from kamassess.model.organisation import Answer, Organisation, Waiver
from kamassess.model.terms import Outcome, Reading
from kamassess.report.arranging import mostly_undetermined
from kamassess.showing.text import clean
from kamassess.source.characters import refused_in, sentence_about


def made(arguments: Namespace) -> tuple[Assessment, Assessment]:
    """
    Make the assessment that the arguments ask for.

    Args:
        arguments: those of ``assess`` or ``explain``.

    Returns:
        The assessment, decided by two engines where both can be had; and as it is shown: with pseudonyms
        where these are asked for, else the same.
    """
    compiled = compile(arguments.checklist, parameters(arguments.set))
    organisation = load_organisation(arguments.organisation, arguments.answers)
    assessment = assess(organisation, compiled, as_of=told_day(arguments.as_of), engines=_engines())
    _tell_what_is_odd(assessment, organisation)
    _tell_who_may_lead(compiled, organisation, assessment.result.as_of)
    return assessment, assessment.pseudonymised(organisation) if arguments.pseudonyms else assessment


def parameters(settings: list[str]) -> dict[str, str]:
    """The parameters that ``--set`` sets, by name."""
    found: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            raise InvalidCall(f"--set takes name=value, as span=9; found '{setting}'")
        found[name.strip()] = typed_text(f"--set {clean(name)}", value).strip()
    return found


def typed_text(option: str, value: str) -> str:
    """What was typed behind an option; a character in it that is no text is refused."""
    for character in refused_in(value):
        raise InvalidCall(f"{option}: {sentence_about(character)}")
    return value


def told_day(as_of: str | None) -> date:
    """The day that ``--as-of`` names: today where it does not, which is told."""
    found = day(as_of)
    if as_of is None:
        tell(f"kamassess: as of today, {found}; give --as-of to assess another day")
    return found


def day(as_of: str | None) -> date:
    """The day that ``--as-of`` names: today where it does not."""
    try:
        return date.today() if as_of is None else date.fromisoformat(as_of)
    except ValueError:
        raise InvalidCall(f"--as-of takes a date, as 2026-11-01; found '{as_of}'") from None


def _engines() -> tuple[str, ...]:
    from kamassess.engine.rete import unavailable

    why_not = unavailable()
    if why_not is None:
        return ("reference", "rete")
    tell(f"kamassess: no second opinion: {why_not}")
    return ("reference",)


def _tell_what_is_odd(assessment: Assessment, organisation: Organisation) -> None:
    named = {
        (one.checklist, name) for one in assessment.verdicts for name in (one.checkpoint, one.requirement)
    }
    known = {name for _, name in named} | {f"{checklist}/{name}" for checklist, name in named}
    tell_unused("waiver", [one for one in organisation.waivers if one.checkpoint not in known], known)
    for one in organisation.waivers:
        if one.checkpoint in known and one.until < assessment.result.as_of:
            until = f"up to and including {one.until}"
            tell(f"{one.place}: the waiver of '{one.checkpoint}' held {until}, and no longer does")
    _tell_answers(assessment, organisation, known)
    checkpoints = {one.checkpoint for one in assessment.verdicts}
    tell_unused("answer", assessment.result.run.unused, checkpoints)
    if mostly_undetermined(assessment.result):
        total = len(assessment.verdicts)
        undetermined = sum(one.claimed.outcome is Outcome.UNDETERMINED for one in assessment.verdicts)
        tell(f"kamassess: undetermined are {undetermined} of {total} verdicts; describe or answer more")


def _tell_answers(assessment: Assessment, organisation: Organisation, known: set[str]) -> None:
    """Answers that do not count yet, and who answered and is nearly somebody who is described."""
    given = [one for one in organisation.answers if one.checkpoint in known]
    day = assessment.result.as_of
    later = sum(one.claim.on is not None and one.claim.on > day for one in given)
    if later:
        what = "1 answer is" if later == 1 else f"{later} answers are"
        tell(
            f"kamassess: {what} of a day after {day}, and not counted; give a later --as-of to count what is"
        )
    ids = {one.id for one in organisation.nodes} | {one.key for one in organisation.nodes}
    names = {name for one in organisation.nodes if one.kind == "person" for name in (one.name or {}).values()}
    persons = {one.id for one in organisation.nodes if one.kind == "person"} | names
    for by in dict.fromkeys(one.claim.by for one in given):
        near = None if by is None or by in ids else nearest(by, sorted(persons))
        if near is not None:
            tell(f"kamassess: '{by}', who answered, is nobody who is described; did you mean '{near}'?")


def _tell_who_may_lead(compiled: Compiled, organisation: Organisation, as_of: date) -> None:
    """Answers about leaders that would be proof, were it known that a leader did not give them."""
    about = {
        name
        for one in compiled.checkpoints
        if one.checkpoint.about_leaders
        for name in (one.checkpoint.id, one.rule)
    }
    given = [one.claim.by for one in organisation.answers if one.checkpoint in about and one.claim.evidence]
    proven = view(organisation, as_of=as_of, reading=Reading.PROVEN) if given else None
    unknown = [by for by in given if proven is not None and speaks_as_leader(proven, by) is None]
    if unknown:
        who = ", ".join(f"'{by}'" if by else "nobody is named" for by in dict.fromkeys(unknown))
        told = "answers about leaders that prove nothing, as a leader may have given them"
        tell(f"kamassess: {told}: {len(unknown)} ({who}); name who gave them, and describe them")


def tell_unused(what: str, unused: Sequence[Answer | Waiver], known: set[str]) -> None:
    """
    Tell what no chosen checklist uses: a misspelt checkpoint with its place, those of others in one line.

    Args:
        what: what they are: ``answer`` or ``waiver``.
        unused: those that are not used.
        known: the checkpoints that could have been named.
    """
    if not unused:
        return
    shipped = [one for name in builtin_checklists() for one in load_checklist(name).requirements]
    elsewhere = {it.id for one in shipped for it in one.checkpoints}
    if what == "waiver":  # which may be of what is told of a requirement as a whole
        elsewhere |= {one.id for one in shipped}
    others = [one for one in unused if one.checkpoint.rpartition("/")[2] in elsewhere]
    if len(others) == 1:
        tell(f"kamassess: 1 {what} is about a checkpoint of no chosen checklist, and is not used")
    elif others:
        tell(
            f"kamassess: {len(others)} {what}s are about checkpoints of no chosen checklist, and are not used"
        )
    for one in unused:
        if one not in others:
            near = nearest(one.checkpoint, known)
            hint = f"; did you mean '{near}'?" if near else ""
            known_not = f"no chosen checklist has a checkpoint '{one.checkpoint}'"
            tell(f"{one.place}: {known_not}; this {what} is not used{hint}")
