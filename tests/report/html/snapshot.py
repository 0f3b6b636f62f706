"""
The page of the small town as it reads. Where a change of it is meant, ``python -m tests.report.html.snapshot`` writes it anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kamassess.report.html import to_html
from kamassess.result import Result
from tests.material import ORGANISATION
from tests.report.conftest import assess
from tests.report.html.reading import Reader

FILE: Final = Path(__file__).with_name("snapshot.txt")


def read(result: Result) -> str:
    """What a reader reads of a page, a line for each text; not what is drawn."""
    return "\n".join(" ".join(one.split()) for one in Reader(to_html(result, "nl")).texts) + "\n"


if __name__ == "__main__":
    FILE.write_text(read(assess(ORGANISATION)), "utf-8", newline="\n")
