"""
An assessment as the command line makes it: files in, a second opinion taken, what is odd told beside it.
"""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from kamassess.assessing import assess, compile
from kamassess.assessment import Assessment
from kamassess.cli.noticing import tell_what_is_odd
from kamassess.cli.streams import tell
from kamassess.cli.words import told
from kamassess.errors import InvalidCall
from kamassess.files import load_organisation
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
    language = arguments.lang
    compiled = compile(arguments.checklist, parameters(arguments.set, language))
    organisation = load_organisation(arguments.organisation, arguments.answers)
    as_of = told_day(arguments.as_of, language)
    assessment = assess(organisation, compiled, as_of=as_of, engines=_engines(language))
    tell_what_is_odd(assessment, compiled, organisation, language)
    return assessment, assessment.pseudonymised(organisation) if arguments.pseudonyms else assessment


def parameters(settings: list[str], language: str) -> dict[str, str]:
    """The parameters that ``--set`` sets, by name."""
    found: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            raise InvalidCall(told("no setting", language, found=setting))
        found[name.strip()] = typed_text(f"--set {clean(name)}", value).strip()
    return found


def typed_text(option: str, value: str) -> str:
    """What was typed behind an option; a character in it that is no text is refused."""
    for character in refused_in(value):
        raise InvalidCall(f"{option}: {sentence_about(character)}")
    return value


def told_day(as_of: str | None, language: str) -> date:
    """The day that ``--as-of`` names: today where it does not, which is told."""
    found = day(as_of, language)
    if as_of is None:
        tell(told("today", language, day=found))
    return found


def day(as_of: str | None, language: str) -> date:
    """The day that ``--as-of`` names: today where it does not."""
    try:
        return date.today() if as_of is None else date.fromisoformat(as_of)
    except ValueError:
        raise InvalidCall(told("no day", language, found=as_of)) from None


def _engines(language: str) -> tuple[str, ...]:
    from kamassess.engine.rete import unavailable

    why_not = unavailable(language)
    if why_not is None:
        return ("reference", "rete")
    tell(told("no second opinion", language, why=why_not))
    return ("reference",)
