"""
Templates -> a page: everything escaped, and one style and one script that the page allows by their hashes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from kamassess.report.html.cleaning import plain
from kamassess.report.html.words import tell
from kamassess.report.needing import need
from kamassess.report.pictures.paint import PAINTS

if TYPE_CHECKING:
    from jinja2 import Environment

EXTRA: Final = "report"
"""The extra of kamassess that installs what pages are made with."""


def page(template: str, language: str, **values: object) -> str:
    """
    A page of a template.

    Args:
        template: the name of the template, without its ending.
        language: ``nl`` or ``en``.
        values: what it shows.

    Returns:
        The HTML.

    Raises:
        MissingLibrary: Jinja2 is not installed.
    """

    def say(key: str, **places: object) -> str:
        return tell(key, language, **places)

    style, script = _style(), _static("page.js")
    markup = need("markupsafe", EXTRA).Markup
    made = (
        _environment()
        .get_template(f"{template}.html.jinja")
        .render(
            language=language,
            say=say,
            style=markup(style),  # ours, and named in the policy by its hash
            script=markup(script),
            policy=policy(style, script),
            **values,
        )
    )
    return _without_gaps(made)


def policy(style: str, script: str) -> str:
    """
    What a page may do: use its own style and script, and nothing else.

    Args:
        style: the style.
        script: the script.

    Returns:
        A Content-Security-Policy.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    """The style of the page, with the paints of the pictures: both are of one palette, light and dark."""
    paints = PAINTS.items()
    variables = "".join(f"--k-{name}:light-dark({light},{dark});" for name, (light, dark) in paints)
    shapes = "".join(
        f".k-{name}{{fill:var(--k-{name})}}.k-s-{name}{{stroke:var(--k-{name})}}\n" for name, _ in paints
    )
    return f"\n:root{{{variables}}}\n{shapes}{_static('page.css').lstrip()}"


@cache
def _static(name: str) -> str:
    """A file that stands in the page as it is; with the ends of lines that a browser hashes."""
    text = files(__package__).joinpath("static", name).read_text("utf-8")
    return _without_gaps(f"\n{text.strip()}\n")


def _without_gaps(text: str) -> str:
    """A text without empty lines: templates leave many, and no text of people has any end of line."""
    return re.sub(r"\n\s*\n", "\n", text)


@cache
def _environment() -> Environment:
    jinja = need("jinja2", EXTRA)
    environment: Environment = jinja.Environment(
        loader=jinja.PackageLoader("kamassess.report.html"),
        autoescape=True,
        undefined=jinja.StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["sort_of"] = _sort_of
    environment.filters["drawn"] = _drawn
    return environment


def _finalized(value: Any) -> Any:
    """What a template puts on the page: markup of ours as it is, all else as a plain text."""
    return value if hasattr(value, "__html__") else plain(str(value))


def _sort_of(block: object) -> str:
    """What sort of block something is, as the name of its macro."""
    return type(block).__name__.lower()


def _drawn(picture: Any) -> Any:
    """A picture as markup: whatever people wrote was escaped when it was drawn."""
    return need("markupsafe", EXTRA).Markup(plain(picture.svg))
