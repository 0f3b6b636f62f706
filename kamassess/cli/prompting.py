"""
A line from a terminal, which Ctrl-C always breaks off.
"""

from __future__ import annotations

import os
import select
import signal
import sys

from kamassess.cli.streams import say


def typed(prompt: str) -> str:
    """
    A line that is typed behind a prompt.

    Args:
        prompt: what is shown before it.

    Returns:
        The line, without its end.

    Raises:
        EOFError: nothing more will be typed.
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    if os.name == "posix":
        say(prompt)
        _wait_for_a_line_or_a_signal()
        prompt = ""
    return input(prompt)


def _wait_for_a_line_or_a_signal() -> None:
    """
    Wait until a line can be read, or a signal has come.

    A signal that comes when ``input`` has shown its prompt and does not read yet is noted, and then
    waits for a line that nobody types. One that is written to a pipe ends this wait whenever it comes.
    """
    noted, notes = os.pipe()
    os.set_blocking(notes, False)
    before = signal.set_wakeup_fd(notes, warn_on_full_buffer=False)
    try:
        select.select([sys.stdin, noted], [], [])
    finally:
        signal.set_wakeup_fd(before)
        os.close(noted)
        os.close(notes)
