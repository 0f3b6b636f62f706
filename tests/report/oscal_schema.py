"""NIST's own schema of OSCAL assessment results, as a validator of Python can run it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SCHEMA = Path(__file__).parents[3] / "shared" / "oracles" / "oscal" / "oscal_assessment-results_schema.json"


@cache
def validator() -> Any:
    """A validator; the patterns that only other engines know are written in the words of Python."""
    jsonschema = pytest.importorskip("jsonschema")
    text = SCHEMA.read_text("utf-8").replace(r"\\p{L}", r"[^\\W\\d_]").replace(r"\\p{N}", r"\\d")
    schema = json.loads(text)
    # A dollar of Python matches before a last line end too, and there may be none.
    for one in schema["definitions"].values():
        if "pattern" in one:
            one["pattern"] = one["pattern"].removesuffix("$") + r"\Z"
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


def mistakes(written: str) -> list[str]:
    """What the schema says of an OSCAL document."""
    if not SCHEMA.exists():
        pytest.skip("NIST's schema is not beside this checkout")
    return [f"{one.json_path}: {one.message[:200]}" for one in validator().iter_errors(json.loads(written))]
