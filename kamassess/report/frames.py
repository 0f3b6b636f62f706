"""
A table of a result or of a comparison as a frame of Polars or pandas, and as Parquet.

The rows are those of the CSV, with types: a number is a number, a day a day,
a flag a flag, several names a list, and what is not there is null. No text is
touched: no program runs what stands in a frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from kamassess.comparing import Changes
from kamassess.errors import InvalidCall, nearest
from kamassess.report.needing import need
from kamassess.report.tables import CHANGE_TABLES, TABLES, Cell, Of, Sort, Table, table
from kamassess.result import Result

if TYPE_CHECKING:
    import polars

LIBRARIES: Final = ("polars", "pandas")
"""The libraries whose frames can be made."""


def to_frame(result: Result, what: str = "verdicts", language: str = "en", library: str = "polars") -> Any:
    """
    A table of a result as a frame.

    Args:
        result: the result.
        what: ``verdicts``, ``findings`` or ``scores``.
        language: ``nl`` or ``en``, of names and messages; heads and outcomes are the same in both.
        library: ``polars`` or ``pandas``.

    Returns:
        A ``polars.DataFrame`` or a ``pandas.DataFrame``.

    Raises:
        InvalidCall: there is no such table or library, with the nearest there is.
        MissingLibrary: the library is not installed.
    """
    return _frame(table(TABLES, what), result, language, library)


def changes_to_frame(
    changes: Changes, what: str = "changes", language: str = "en", library: str = "polars"
) -> Any:
    """
    A table of a comparison as a frame.

    Args:
        changes: what two assessments say differently.
        what: ``changes`` or ``scores``.
        language: ``nl`` or ``en``, of names and messages; heads and outcomes are the same in both.
        library: ``polars`` or ``pandas``.

    Returns:
        A ``polars.DataFrame`` or a ``pandas.DataFrame``.

    Raises:
        InvalidCall: there is no such table or library, with the nearest there is.
        MissingLibrary: the library is not installed.
    """
    return _frame(table(CHANGE_TABLES, what), changes, language, library)


def to_parquet(result: Result, what: str = "verdicts", language: str = "en") -> bytes:
    """
    A table of a result as Parquet.

    Args:
        result: the result.
        what: ``verdicts``, ``findings`` or ``scores``.
        language: ``nl`` or ``en``, of names and messages.

    Returns:
        The bytes of the file: the same for the same result, of one version of Polars.

    Raises:
        InvalidCall: there is no such table, with the nearest there is.
        MissingLibrary: Polars is not installed.
    """
    return _parquet(to_frame(result, what, language))


def changes_to_parquet(changes: Changes, what: str = "changes", language: str = "en") -> bytes:
    """
    A table of a comparison as Parquet.

    Args:
        changes: what two assessments say differently.
        what: ``changes`` or ``scores``.
        language: ``nl`` or ``en``, of names and messages.

    Returns:
        The bytes of the file: the same for the same comparison, of one version of Polars.

    Raises:
        InvalidCall: there is no such table, with the nearest there is.
        MissingLibrary: Polars is not installed.
    """
    return _parquet(changes_to_frame(changes, what, language))


def _parquet(frame: polars.DataFrame) -> bytes:
    written = BytesIO()
    frame.write_parquet(written)
    return written.getvalue()


def _frame(table: Table[Of], of: Of, language: str, library: str) -> Any:
    if library not in LIBRARIES:
        near = nearest(library, LIBRARIES)
        hint = f"did you mean '{near}'?" if near else f"there are {' and '.join(LIBRARIES)}"
        raise InvalidCall(f"there are no frames of '{library}'; {hint}")
    columns = _columns(table, of, language)
    return _of_polars(table, columns) if library == "polars" else _of_pandas(table, columns)


def _columns(table: Table[Of], of: Of, language: str) -> Mapping[str, list[object]]:
    rows = list(table.rows(of, language))
    return {head: [_plain(row[at]) for row in rows] for at, head in enumerate(table.columns)}


def _plain(value: Cell) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Fraction):
        return float(value)
    return str(value) if isinstance(value, str) else value  # a word of a list is a text like any other


def _of_polars(table: Table[Of], columns: Mapping[str, list[object]]) -> polars.DataFrame:
    pl = need("polars", "population")
    types = {
        Sort.TEXT: pl.String,
        Sort.TEXTS: pl.List(pl.String),
        Sort.NUMBER: pl.Float64,
        Sort.WHOLE: pl.Int64,
        Sort.FLAG: pl.Boolean,
        Sort.DAY: pl.Date,
    }
    schema = {head: types[sort] for head, sort in table.columns.items()}
    made: polars.DataFrame = pl.DataFrame(columns, schema=schema)
    return made


_PANDAS: Final[Mapping[Sort, str]] = {
    Sort.TEXT: "string",
    Sort.TEXTS: "object",
    Sort.NUMBER: "Float64",
    Sort.WHOLE: "Int64",
    Sort.FLAG: "boolean",
    Sort.DAY: "datetime64[s]",
}
"""Types of pandas that can be null."""


def _of_pandas(table: Table[Of], columns: Mapping[str, list[object]]) -> Any:
    pandas = need("pandas")
    return pandas.DataFrame(
        {head: pandas.Series(columns[head], dtype=_PANDAS[sort]) for head, sort in table.columns.items()}
    )
