"""``kamassess interview`` in a terminal of its own: answered at its prompts, broken off, gone on with."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kamassess as ka
from kamassess.cli.keeping import opened
from tests.cli.conftest import Run

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")

PATIENCE = 20
"""Seconds in which a prompt must be there; no more than a guard against waiting for ever."""

CHECKLIST = """\
id: own
version: "1"
title: Own
source: {title: ours}
requirements:
  - id: one
    title: {nl: "E\\u00e9n", en: One}
    checkpoints:
      - {id: A-1, title: First, role: requirement, ask: {nl: Is dit zo?, en: Is this so?}}
      - {id: A-2, title: Second, role: requirement, each: chain, if_none: not-applicable, ask: {nl: En dat?, en: And that?}}
"""

ORGANISATION = """\
id: town
name: Town
nodes:
  person: [{id: jan, name: Jan Bos}]
  chain: [{id: permits, name: "Permits \\u202e"}, {id: parks}]
"""


class Terminal:
    """A program in a terminal of its own, and what it printed."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self.ours, theirs = pty.openpty()
        root = str(Path(__file__).resolve().parents[2])
        known = {
            key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kamassess", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={**known, "PYTHONPATH": root, "TERM": "dumb", "PYTHONIOENCODING": "utf-8", **environment},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # else Ctrl-C interrupts nobody
        )
        os.close(theirs)
        self.seen = ""

    def until(self, text: str) -> str:
        """Wait for a text, and give all that was printed before and with it since the last one."""
        end = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < end, f"no {text!r} in {self.seen!r}"
            if not self._read():
                break
        assert text in self.seen, self.seen
        before, found, self.seen = self.seen.partition(text)
        return before + found

    def _read(self) -> bool:
        ready, _, _ = select.select([self.ours], [], [], 1)
        if not ready:
            return self.process.poll() is None
        try:
            data = os.read(self.ours, 65536)
        except OSError:  # how Linux says that nobody is at the other end
            return False
        self.seen += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)

    def type(self, prompt: str, line: str) -> str:
        """Wait for a prompt, and type a line."""
        before = self.until(prompt)
        os.write(self.ours, f"{line}\n".encode())
        return before

    def press(self, prompt: str, key: bytes) -> None:
        """Wait for a prompt, and press a key."""
        self.until(prompt)
        os.write(self.ours, key)

    def end(self) -> tuple[int, str]:
        """Wait for the end, and give the exit status and what was still printed."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"no end after {self.seen!r}"
        return self.process.wait(PATIENCE), self.seen

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.ours)


Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    (tmp_path / "own.yaml").write_text(CHECKLIST, "utf-8")
    (tmp_path / "town.yaml").write_text(ORGANISATION, "utf-8")
    started: list[Terminal] = []

    def one(*more: str, **environment: str) -> Terminal:
        given = ("interview", "town.yaml", "--checklist", "./own.yaml", "--as-of", "2026-11-01", *more)
        started.append(Terminal(tmp_path, *given, **environment))
        return started[-1]

    yield one
    for terminal in started:
        terminal.close()


def answer(terminal: Terminal, value: str = "yes") -> None:
    terminal.type("answer: ", value)
    terminal.type("how sure: ", "belief")
    terminal.type("who says so", "jan")
    terminal.until("Kept.")


class TestInATerminal:
    def test_it_is_broken_off_and_gone_on_with_until_nothing_is_open(
        self, start: Start, tmp_path: Path
    ) -> None:
        terminal = start()
        terminal.until("Question 1 of 3")
        answer(terminal)
        terminal.type("answer: ", "q")
        status, said = terminal.end()
        assert status == 0
        assert "1 answered, still open: 2." in said
        assert "kamassess interview town.yaml --checklist ./own.yaml --as-of 2026-11-01" in said

        terminal = start()
        assert "2 questions of 3 to go" in terminal.until("Question 1 of 2")
        answer(terminal, "no")
        answer(terminal, "2")
        status, said = terminal.end()
        assert status == 0
        assert "kamassess assess town.yaml" in said
        assert "--answers town-answers.yaml" in said
        assert "interview" not in said

        town = ka.load_organisation(tmp_path / "town.yaml", tmp_path / "town-answers.yaml")
        assert [one.value for one in town.answers] == ["yes", "no", "no"]
        assert {one.claim.by for one in town.answers} == {"jan"}
        terminal = start()
        status, said = terminal.end()
        assert (status, "No questions are open." in said) == (0, True)

    @pytest.mark.parametrize(("key", "status"), [(b"\x03", 130), (b"\x04", 0)], ids=["Ctrl-C", "Ctrl-D"])
    def test_a_key_breaks_it_off_and_what_was_answered_is_kept(
        self, start: Start, tmp_path: Path, key: bytes, status: int
    ) -> None:
        terminal = start()
        answer(terminal)
        terminal.type("answer: ", "yes")
        terminal.press("how sure: ", key)
        ended, said = terminal.end()
        assert ended == status
        assert "1 answered, still open: 2." in said
        assert "Traceback" not in said
        assert len(ka.load_organisation(tmp_path / "town.yaml", tmp_path / "town-answers.yaml").answers) == 1

    def test_a_terminal_that_is_gone_takes_nothing_with_it(self, start: Start, tmp_path: Path) -> None:
        terminal = start()
        answer(terminal)
        terminal.until("answer: ")
        terminal.process.send_signal(signal.SIGHUP)
        terminal.end()
        assert len(ka.load_organisation(tmp_path / "town.yaml", tmp_path / "town-answers.yaml").answers) == 1
        assert not list(tmp_path.glob(".*.part"))

    def test_what_stands_in_the_file_is_kept(self, start: Start, tmp_path: Path) -> None:
        file = tmp_path / "mine.yaml"
        before = "# ours\nanswers:\n  - {checkpoint: A-1, value: yes, by: jan}  # sure\n"
        file.write_text(before)
        terminal = start("--answers", "mine.yaml")
        answer(terminal)
        terminal.type("answer: ", "undo")
        answer(terminal, "no")
        terminal.type("answer: ", "stop")
        assert terminal.end()[0] == 0
        text = file.read_text("utf-8")
        assert text.startswith(before)
        assert text.count("checkpoint:") == 2

    def test_lines_end_as_they_did(self, start: Start, tmp_path: Path) -> None:
        file = tmp_path / "mine.yaml"
        before = b"\xef\xbb\xbf# ours\r\nanswers:\r\n  - {checkpoint: A-1, value: yes, by: jan}\r\n"
        file.write_bytes(before)
        terminal = start("--answers", "mine.yaml")
        answer(terminal)
        terminal.type("answer: ", "stop")
        assert terminal.end()[0] == 0
        text = file.read_bytes()
        assert text.startswith(before)
        assert text.count(b"\n") == text.count(b"\r\n") == 4

    def test_where_all_that_is_new_was_taken_back_what_stood_there_is_not_denied(
        self, start: Start, tmp_path: Path
    ) -> None:
        (tmp_path / "mine.yaml").write_text("answers:\n  - {checkpoint: A-1, value: yes, by: jan}\n")
        for language, prompt, said in (
            ("en", "answer: ", "Nothing was added; the earlier answers are in mine.yaml."),
            ("nl", "antwoord: ", "Er is niets bijgekomen; de eerdere antwoorden staan in mine.yaml."),
        ):
            terminal = start("--answers", "mine.yaml", "--lang", language, "--by", "jan")
            terminal.type(prompt, "no")
            terminal.type(": ", "belief")
            terminal.type("[Jan Bos]: ", "")
            terminal.type(prompt, "undo")
            terminal.type(prompt, "q")
            assert said in terminal.end()[1]
        terminal = start()
        terminal.type("answer: ", "q")
        assert "Nothing was kept." in terminal.end()[1]

    def test_a_file_that_somebody_else_changed_is_left(self, start: Start, tmp_path: Path) -> None:
        terminal = start()
        answer(terminal)
        file = tmp_path / "town-answers.yaml"
        file.write_text("answers: []\n")
        terminal.type("answer: ", "yes")
        terminal.type("how sure: ", "belief")
        terminal.type("who says so", "")
        status, said = terminal.end()
        assert status == 3
        assert "somebody else changed this file meanwhile" in said
        assert file.read_text() == "answers: []\n"

    def test_it_is_in_dutch_and_names_the_file_so(self, start: Start, tmp_path: Path) -> None:
        terminal = start("--lang", "nl", "--by", "Jan Bos")
        terminal.type("antwoord: ", "ja")
        terminal.type("hoe zeker: ", "overtuiging")
        terminal.type("wie zegt dit [Jan Bos]: ", "")
        terminal.type("antwoord: ", "stop")
        assert "1 beantwoord, nog open: 2." in terminal.end()[1]
        assert "by: jan" in (tmp_path / "town-antwoorden.yaml").read_text("utf-8")

    def test_it_has_colours_unless_these_are_not_wanted_and_nothing_else_that_a_terminal_obeys(
        self, start: Start
    ) -> None:
        for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
            terminal = start(**environment)
            terminal.type("answer: ", "skip")
            text = terminal.type("answer: ", "q") + terminal.end()[1]
            assert ("\x1b[" in text) is coloured
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1a\u202e]", re.sub(r"\x1b\[[0-9;]*m", "", text))


class TestWithoutATerminal:
    def test_it_says_so_and_offers_the_questionnaire(self, run: Run) -> None:
        ran = run("interview", "town.yaml", "-c", "./own.yaml")
        assert ran.status == 2
        assert ran.out == ""
        assert "kamassess questionnaire town.yaml --checklist ./own.yaml --output questions.xlsx" in ran.err


class TestWhoAnswers:
    def test_of_what_is_no_text_is_refused_before_anything_is_asked(self, start: Start) -> None:
        status, said = start("--by", os.fsdecode(b"Ren\xe9")).end()
        assert status == 2
        assert "kamassess: --by: the character U+DCE9 is not text; leave it out" in said
        assert "Question" not in said

    def test_can_be_left_empty(self, start: Start, tmp_path: Path) -> None:
        terminal = start("--by", " ")
        terminal.type("answer: ", "yes")
        terminal.type("how sure: ", "belief")
        terminal.type("who says so: ", "")
        terminal.type("answer: ", "q")
        assert terminal.end()[0] == 0
        assert "by:" not in (tmp_path / "town-answers.yaml").read_text("utf-8")


class TestAFileOfSomethingElse:
    @pytest.mark.parametrize("name", ["town.yaml", "own.yaml", "other.yaml", "broken.yaml"])
    def test_is_refused_and_left_as_it_is(self, start: Start, tmp_path: Path, name: str) -> None:
        (tmp_path / "other.yaml").write_text("hello: world\n")
        (tmp_path / "broken.yaml").write_text("answers: [\n")
        before = (tmp_path / name).read_bytes()
        status, _ = start("--answers", name).end()
        assert status == 3
        assert (tmp_path / name).read_bytes() == before

    def test_of_another_organisation_is_refused(self, start: Start, tmp_path: Path) -> None:
        (tmp_path / "mine.yaml").write_text("organisation: village\nanswers: []\n")
        status, said = start("--answers", "mine.yaml").end()
        assert (status, "village" in said) == (3, True)

    def test_a_link_to_nothing_is_told_as_such(self, start: Start, tmp_path: Path) -> None:
        (tmp_path / "mine.yaml").symlink_to("gone.yaml")
        status, said = start("--answers", "mine.yaml").end()
        assert (status, "mine.yaml: this is a link to a file that is not there" in said) == (3, True)

    def test_one_in_a_folder_that_is_not_there_is_refused_before_anything_is_asked(
        self, start: Start
    ) -> None:
        status, said = start("--answers", "nowhere/mine.yaml").end()
        assert status == 3
        assert "nowhere/mine.yaml: the file cannot be written (No such file or directory)" in said
        assert "Question" not in said

    def test_one_in_a_folder_that_takes_no_files_is_refused_likewise(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)  # nothing is forbidden to root
        with pytest.raises(ka.InvalidSource, match=r"cannot be written \(Permission denied\)"):
            opened(str(tmp_path / "mine.yaml"), ka.Organisation("town"), "ours")

    def test_a_workbook_is_none(self, start: Start) -> None:
        status, said = start("--answers", "mine.xlsx").end()
        assert status == 2
        assert "kept as YAML" in said
