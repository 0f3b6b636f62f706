"""A report is written whole or not at all, and to nothing but what was named."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from kamassess.cli.putting import put
from kamassess.errors import InvalidSource

posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and modes as POSIX has them")


def left_behind(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.endswith(".part")]


class TestPut:
    def test_a_new_file_and_one_that_is_there(self, tmp_path: Path) -> None:
        for text in ("een\n", "twee\r\n"):
            put(text, str(tmp_path / "r.txt"))
            assert (tmp_path / "r.txt").read_bytes() == text.encode()
        assert not left_behind(tmp_path)

    @posix
    def test_a_file_keeps_who_may_read_it(self, tmp_path: Path) -> None:
        file = tmp_path / "r.txt"
        put("x", str(file))
        mask = os.umask(0)
        os.umask(mask)
        assert file.stat().st_mode & 0o777 == 0o666 & ~mask
        file.chmod(0o640)
        put("y", str(file))
        assert file.stat().st_mode & 0o777 == 0o640

    @posix
    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        real, link = tmp_path / "real.txt", tmp_path / "link.txt"
        real.write_text("before")
        link.symlink_to(real)
        put("after", str(link))
        assert link.is_symlink()
        assert real.read_text() == "after"

    @posix
    def test_a_pipe_stays_a_pipe(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        read: list[bytes] = []
        reader = Thread(target=lambda: read.append(pipe.read_bytes()))
        reader.start()
        put("through", str(pipe))
        reader.join(10)
        assert read == [b"through"]
        assert pipe.is_fifo()

    @posix
    def test_what_somebody_put_beside_it_is_not_written(self, tmp_path: Path) -> None:
        victim = tmp_path / "victim"
        victim.write_text("mine")
        (tmp_path / ".r.txt.part").symlink_to(victim)
        put("x", str(tmp_path / "r.txt"))
        assert victim.read_text() == "mine"

    @pytest.mark.parametrize("name", ["file/r.txt", "nowhere/r.txt", "n" * 300])
    def test_what_cannot_be_written_is_told_with_why(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(InvalidSource, match="the file cannot be written"):
            put("x", str(tmp_path / name))
        assert not left_behind(tmp_path)

    def test_a_folder_is_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidSource, match="this is a folder"):
            put("x", str(tmp_path))

    def test_the_longest_name_that_can_be_is_written(self, tmp_path: Path) -> None:
        put("x", str(tmp_path / ("n" * 255)))
        assert not left_behind(tmp_path)
