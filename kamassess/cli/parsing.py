"""
A parser of arguments that says what was probably meant, and takes nothing for granted.
"""

from __future__ import annotations

import re
from argparse import Action, ArgumentError, ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any, Final, NoReturn

from kamassess.cli.streams import say
from kamassess.errors import nearest

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_CHOICE: Final = re.compile(r"invalid choice: '([^']*)' \(choose from (.*)\)")
_UNKNOWN: Final = re.compile(r"unrecognized arguments: (-[^\s=]*)")
_OPTION: Final = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


class Parser(ArgumentParser):
    """A parser whose help is a result, and whose errors name the nearest word that there is."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.register("action", None, _Once)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help, on the standard output where no file is named."""
        if file is None:
            say(self.format_help())
        else:
            super().print_help(file)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse, and tell what is not known by the usage of this command, not of the whole."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """End with the usage, what is wrong, and what was probably meant."""
        near = _meant(message, self.format_help())
        super().error(message if near is None else f"{message}; did you mean '{near}'?")


class _Once(Action):
    """An option that takes one value, of which a second would silently take the place."""

    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        given = vars(namespace).setdefault("given", set())
        if self.option_strings and self.dest in given:
            raise ArgumentError(self, "this is given twice, and takes one value")
        given.add(self.dest)
        setattr(namespace, self.dest, values)


def _meant(message: str, help: str) -> str | None:
    choice = _CHOICE.search(message)
    if choice is not None:
        return nearest(choice[1], [one.strip("'") for one in choice[2].split(", ")])
    unknown = _UNKNOWN.search(message)
    return None if unknown is None else nearest(unknown[1], _OPTION.findall(help))
