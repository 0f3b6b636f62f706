"""
What can be typed: every command with its arguments, nothing imported that only a command needs.
"""

from __future__ import annotations

from argparse import (
    SUPPRESS,
    ArgumentParser,
    ArgumentTypeError,
    RawDescriptionHelpFormatter,
    _SubParsersAction,
)
from typing import Final

from kamassess.cli.parsing import Parser
from kamassess.report.formats import FORMATS

LANGUAGES: Final = ("nl", "en")
TABLES: Final = tuple(dict.fromkeys(table for one in FORMATS.values() for table in one.tables))
CHANGE_TABLES: Final = tuple(dict.fromkeys(table for one in FORMATS.values() for table in one.change_tables))
FAIL_ON: Final = ("major", "minor", "observation", "never")
READINGS: Final = ("claimed", "proven")
SCHEMAS: Final = ("organisation", "checklist", "assessment")

_STATUS: Final = """\
exit status:
  0  nothing at or above --fail-on
  1  a gap, missing ownership or contradiction at or above it
  2  the command was not understood
  3  a file is missing, or is not what it should be
  4  a fault of ours
"""

_EXAMPLES: Final = """\
examples:
  kamassess init mine
  kamassess assess mine/organisation.yaml --checklist customer-chains
  kamassess explain mine/organisation.yaml --checklist customer-chains K-4 chain:permits
  kamassess check mine/organisation.yaml
"""


def parser() -> ArgumentParser:
    """
    The parser of the command line.

    Returns:
        A parser whose result names the command, and holds its arguments.

    Example:
        >>> parser().parse_args(["check", "a.yaml"]).files
        ['a.yaml']
    """
    top: ArgumentParser = Parser(
        prog="kamassess",
        description="Hold an organisation against the checkpoints of a norm: what falls short, "
        "who does not own it, how sure that is, and why.",
        epilog=f"{_EXAMPLES}\n{_STATUS}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    top.add_argument("--debug", action="store_true", help="print the traceback of a fault of ours")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _assess(commands)
    _explain(commands)
    _report(commands)
    _compare(commands)
    _questionnaire(commands)
    _interview(commands)
    _check(commands)
    _test(commands)
    _checklists(commands)
    _policies(commands)
    _schema(commands)
    _template(commands)
    _init(commands)
    return top


def _command(
    commands: _SubParsersAction[ArgumentParser], name: str, help: str, epilog: str = ""
) -> ArgumentParser:
    command = commands.add_parser(
        name,
        help=help,
        description=help[0].upper() + help[1:] + ".",
        epilog=epilog,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument("--debug", action="store_true", default=SUPPRESS, help=SUPPRESS)
    return command


def _of_organisation(command: ArgumentParser) -> None:
    """Who is assessed."""
    command.add_argument(
        "organisation", metavar="ORGANISATION", help="the file of the organisation (YAML or JSON)"
    )


def _of_language(command: ArgumentParser, what: str) -> None:
    """In which language."""
    command.add_argument(
        "--lang", choices=LANGUAGES, default="en", help=f"the language of {what} (default: en)"
    )


def _of_assessment(command: ArgumentParser) -> None:
    """The arguments by which an assessment is made."""
    _of_organisation(command)
    _of_questions(command)
    _of_persons(command)
    _of_output(command)


_ANSWERS: Final = "a file with answers and evidence that come on top, or a questionnaire that was filled in"


def _of_questions(command: ArgumentParser, answers: str = _ANSWERS) -> None:
    """What is asked, on which day, and what was answered."""
    _of_checklists(command, "a checklist that comes with kamassess, or a file of your own", required=True)
    command.add_argument("--answers", metavar="FILE", help=answers)
    command.add_argument(
        "--as-of", metavar="DATE", help="the day of the assessment, as 2026-11-01 (default: today)"
    )
    command.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a parameter of a checklist, as span=9; may be given several times",
    )


def _of_checklists(command: ArgumentParser, what: str, *, required: bool) -> None:
    command.add_argument(
        "--checklist",
        "-c",
        action="append",
        required=required,
        metavar="NAME|FILE",
        help=f"{what}; may be given several times",
    )


def _of_persons(command: ArgumentParser) -> None:
    """How persons are called."""
    command.add_argument(
        "--pseudonyms",
        action="store_true",
        help="call persons Person 1, Person 2 wherever they are named",
    )


def _of_output(command: ArgumentParser) -> None:
    """In which language, and where to."""
    _of_language(command, "the report")
    command.add_argument(
        "--output",
        "-o",
        metavar="FILE",
        type=_output,
        help="write to a file instead of the terminal (which - names too)",
    )


def _output(file: str) -> str | None:
    if not file:
        raise ArgumentTypeError("name the file to write")
    return None if file == "-" else file


def _of_form(command: ArgumentParser, tables: tuple[str, ...]) -> None:
    """In which form."""
    command.add_argument(
        "--format",
        choices=tuple(FORMATS),
        help="the form of the report (default: what the name of --output says, else text)",
    )
    command.add_argument(
        "--table", choices=tables, help="of a form that holds one table: which (default: its first)"
    )
    command.add_argument(
        "--template", metavar="FILE", help="of --format docx: a Word template of your own (see 'template')"
    )


def _of_verdict(command: ArgumentParser) -> None:
    """Which exit status."""
    command.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        default="major",
        help="from which grade on a finding gives exit status 1 (default: major)",
    )
    command.add_argument(
        "--reading",
        choices=READINGS,
        default="claimed",
        help="'proven' counts what is unproven and unanswered too (default: claimed)",
    )


def _assess(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(commands, "assess", "assess an organisation against one or more checklists", _STATUS)
    _of_assessment(command)
    _of_form(command, TABLES)
    _of_verdict(command)


def _explain(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(commands, "explain", "tell why a checkpoint has its verdict, or a score its number")
    _of_assessment(command)
    command.add_argument(
        "checkpoint",
        metavar="CHECKPOINT",
        help="the checkpoint, as K-4; or 'score': how the score of each checklist came about; or "
        "'policies': what other scoring policies say",
    )
    command.add_argument(
        "focus",
        metavar="FOCUS",
        nargs="?",
        help="what it is about, as chain:permits; left out: every focus of the checkpoint; of a score: "
        "claimed (if left out), proven, or published",
    )


def _compare(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(
        commands,
        "compare",
        "compare two saved assessments: what is new, solved and still open, and how the scores moved",
        "save an assessment with: kamassess assess ... --format json --output before.json\n\n"
        "exit status: 1 where something new is at or above --fail-on, else as of assess",
    )
    command.add_argument("earlier", metavar="EARLIER", help="the assessment before, saved as JSON")
    command.add_argument("later", metavar="LATER", help="the assessment after, saved as JSON")
    _of_persons(command)
    _of_output(command)
    _of_form(command, CHANGE_TABLES)
    _of_verdict(command)


def _questionnaire(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(
        commands,
        "questionnaire",
        "write the questions of checklists as a workbook (xlsx), to be filled in and read back",
        "read it back with: kamassess assess ORGANISATION --checklist NAME --answers questions.xlsx",
    )
    command.add_argument(
        "organisation",
        metavar="ORGANISATION",
        nargs="?",
        help="the file of the organisation; left out: what is asked of any organisation as a whole",
    )
    _of_questions(command)
    _of_output(command)


def _interview(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(
        commands,
        "interview",
        "ask the open questions one after another in the terminal, and keep each answer at once",
        "break it off with q, and go on later with the same command; assess with the answers with:\n"
        "  kamassess assess ORGANISATION --checklist NAME --answers FILE",
    )
    _of_organisation(command)
    _of_questions(
        command,
        "the file that answers are kept in (YAML); one that is there is gone on with (default: beside the "
        "organisation, its name with -answers behind it)",
    )
    command.add_argument("--by", metavar="PERSON", help="who answers: an id or a name (asked, if left out)")
    _of_language(command, "the interview")


def _report(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(commands, "report", "tell a saved assessment again, in another form or language")
    command.add_argument("assessment", metavar="ASSESSMENT", help="the assessment, saved as JSON")
    _of_persons(command)
    _of_output(command)
    _of_form(command, TABLES)


def _check(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(
        commands, "check", "check files: organisations, answers, checklists, cases, saved assessments"
    )
    command.add_argument("files", metavar="FILE", nargs="+", help="the files")
    _of_checklists(command, "a checklist that answers are held against", required=False)
    command.add_argument("--answers", metavar="FILE", help=f"of one organisation: {_ANSWERS}")
    _of_language(command, "what is told of files; mistakes are told in that of the file")


def _test(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(
        commands, "test", "run the cases of a checklist, which stand in the folder 'cases' beside it"
    )
    command.add_argument("checklists", metavar="CHECKLIST", nargs="+", help="names or files of checklists")


def _checklists(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(commands, "checklists", "list the checklists that come with kamassess")
    _of_language(command, "the titles")


def _policies(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(commands, "policies", "list the scoring policies that a checklist can name")
    _of_language(command, "the titles")


def _schema(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(commands, "schema", "print the JSON Schema of a kind of file, for editors")
    command.add_argument("what", choices=SCHEMAS, help="the kind of file")


def _template(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(
        commands, "template", "write the template of Word reports, to make your own of for --template"
    )
    command.add_argument("--output", "-o", required=True, metavar="FILE", help="the file to write")


def _init(commands: _SubParsersAction[ArgumentParser]) -> None:
    command = _command(commands, "init", "write the file of a small organisation to begin with")
    command.add_argument("folder", metavar="FOLDER", nargs="?", default=".", help="where to (default: here)")
    _of_language(command, "the comments")
