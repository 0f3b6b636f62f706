"""
Writes which characters the fonts have that typst brings: ``kamassess/report/typst/characters.txt``.

Run it when a newer typst brings other fonts: ``python docs/make_characters.py``.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

FILE = Path(__file__).parent.parent / "kamassess/report/typst/characters.txt"
SOURCE = '#set document(title: "x")\n#for it in json(bytes(sys.inputs.x)) [#it\n\n]'
NOT_TEXT = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def shown(characters: list[str], page: Path) -> bool:
    """Whether a page can show all characters, each on a line of its own."""
    try:
        typst.compile(
            page,
            ignore_system_fonts=True,
            sys_inputs={"x": json.dumps(characters)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True


def those_shown(characters: list[str], page: Path) -> Iterator[str]:
    """The characters that can be shown, found by halving."""
    if shown(characters, page):
        yield from characters
    elif len(characters) > 1:
        middle = len(characters) // 2
        yield from those_shown(characters[:middle], page)
        yield from those_shown(characters[middle:], page)


def ranges(characters: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Characters that follow each other, as first and last."""
    first = last = -2
    for point in sorted(map(ord, characters)):
        if point != last + 1:
            if first >= 0:
                yield first, last
            first = point
        last = point
    if first >= 0:
        yield first, last


if __name__ == "__main__":
    every = [chr(one) for one in range(0x20, 0x20000) if unicodedata.category(chr(one)) not in NOT_TEXT]
    blocks = (every[at : at + 256] for at in range(0, len(every), 256))
    found: list[str] = []
    with TemporaryDirectory() as folder:
        page = Path(folder, "page.typ")
        page.write_text(SOURCE, encoding="utf-8")
        for block in blocks:
            # Scripts of which no font has a sixteenth are not looked through: that would take minutes.
            if any(shown([one], page) for one in block[::16]):
                found += those_shown(block, page)
    lines = [f"{a:04X}" if a == b else f"{a:04X}-{b:04X}" for a, b in ranges(found)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found)} characters in {len(lines)} ranges")
