"""
JSON Schemas (2020-12) of the files, for editors and for whoever checks files without kamassess.

They are made from the vocabulary and from the words of the norm, so they
cannot fall behind. They check shapes and words; references, rules and types
in rules are checked by reading a file.
"""

from kamassess.report.schemas.entry import SCHEMAS, schema

__all__ = ["SCHEMAS", "schema"]
