"""The YAML parser: PyYAML's, of which only the events are used, so that it never composes or constructs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.scanner import ScannerError


class PythonParser(yaml.BaseLoader):
    """The parser in Python, for where libyaml is missing, with one fault mended."""

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        r"""Scan part of a text between quotes; PyYAML lets ``chr`` fail on an escape as ``\U00110000``."""
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            problem = "found invalid Unicode character escape code"
            raise ScannerError(
                "while scanning a double-quoted scalar", start_mark, problem, self.get_mark()
            ) from None


PARSER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else PythonParser


def events(text: str) -> Callable[[], Any]:
    """
    The events of a YAML text, one a call.

    Args:
        text: YAML in which every character is readable.

    Returns:
        A function that returns the next event. It is not to be called after the end of the stream.

    Example:
        >>> following = events("a: 1")
        >>> type(following()).__name__, type(following()).__name__
        ('StreamStartEvent', 'DocumentStartEvent')
    """
    get_event: Callable[[], Any] = PARSER(text).get_event
    return get_event
