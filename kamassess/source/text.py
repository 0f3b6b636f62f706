"""The door for text and bytes: not too large, every character readable, then YAML or JSON by the name."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from kamassess.errors import InvalidSource, Mistake, Place
from kamassess.source.characters import line_and_column, lines_and_columns, refused_in, sentence_about
from kamassess.source.json import read_json
from kamassess.source.limits import NODES, SIZE
from kamassess.source.tree import Node


def read_text(text: str, source: str, *, limit: int = SIZE, values: int = NODES) -> Node:
    """
    The tree of a text: of JSON when its name ends with ``.json``, else of YAML.

    Args:
        text: the text; a byte order mark before it is passed over.
        source: its name, as places call it.
        limit: how many bytes it may be, as UTF-8.
        values: how many values JSON may have.

    Returns:
        The tree.

    Raises:
        InvalidSource: when it cannot be read, with every mistake that could be found.

    Example:
        >>> read_text("value: no", "a.yaml").entries[0].value
        Scalar(text='no', style=<Style.PLAIN: 'plain'>)
        >>> read_text('{"id": 1, "id": 2}', "a.json")
        Traceback (most recent call last):
        kamassess.errors.InvalidSource: a.json: $.id: the key 'id' stands here twice; keep one of them
    """
    if len(text) > limit or (not text.isascii() and len(text.encode(errors="surrogatepass")) > limit):
        raise _too_large(source, limit)
    text = text.removeprefix("\ufeff")
    if found := refused_in(text):
        places = (Place(source, *at) for at in lines_and_columns(text, found.values()))
        raise InvalidSource(map(Mistake, places, map(sentence_about, found)))
    if source.casefold().endswith(".json"):
        return read_json(text, source, values)
    from kamassess.source.yaml import read_yaml  # PyYAML takes a tenth of the time of an import

    return read_yaml(text, source)


def read_bytes(data: bytes, source: str, *, limit: int = SIZE, values: int = NODES) -> Node:
    r"""
    The tree of the bytes of a text in UTF-8, read as by :func:`read_text`.

    Args:
        data: the bytes, as they are in a file.
        source: the name of the file, as places call it.
        limit: how many bytes there may be.
        values: how many values JSON may have.

    Returns:
        The tree.

    Raises:
        InvalidSource: when it cannot be read, with every mistake that could be found.

    Example:
        >>> read_bytes(b"owner: Ren\xe9", "a.yaml")
        Traceback (most recent call last):
        kamassess.errors.InvalidSource: a.yaml:1:11: the byte 0xE9 is not UTF-8; save the file as UTF-8
    """
    if len(data) > limit:
        raise _too_large(source, limit)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise InvalidSource([Mistake(Place(source, 1, 1), "this is UTF-16; save the file as UTF-8")])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8"
        place = Place(source, *line_and_column(before, len(before)))
        raise InvalidSource([Mistake(place, message)]) from None
    return read_text(text, source, limit=limit, values=values)


def _too_large(source: str, limit: int) -> InvalidSource:
    message = f"this is larger than {limit:,} bytes; divide it over more files"
    return InvalidSource([Mistake(Place(source), message)])
