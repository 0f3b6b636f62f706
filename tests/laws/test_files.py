"""The laws of files: what is written is what is read, in every form that a file can have."""

from __future__ import annotations

import json

import yaml
from hypothesis import given

from kamassess.checklist.reading import checklist_from_data, read_checklist
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_organisation
from kamassess.source import read_text
from tests.norm import ASKED, NORM
from tests.strategies_organisations import Data, answered, organisations, read

described = organisations().flatmap(lambda data: answered(data, ASKED))


def written_in_yaml(data: Data) -> str:
    return yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False)


class Plain(yaml.SafeDumper):
    """Writes no anchors, which are not read."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class TestReadingWhatWasWritten:
    """'Reading what was written gives the same organisation, and the same checklist.'"""

    @given(described)
    def test_an_organisation_in_yaml_is_the_same(self, data: Data) -> None:
        assert same(read(data), read_organisation(read_text(written_in_yaml(data), "x.yaml")))

    @given(described)
    def test_an_organisation_in_json_is_the_same(self, data: Data) -> None:
        text = json.dumps(data, default=str)
        assert same(read(data), read_organisation(read_text(text, "x.json")))

    def test_a_checklist_is_the_same_in_yaml_and_in_json(self) -> None:
        checklist = checklist_from_data(NORM)
        assert read_checklist(read_text(written_in_yaml(NORM), "norm.yaml")).sha256 == checklist.sha256
        assert read_checklist(read_text(json.dumps(NORM), "norm.json")) == checklist


def same(one: Organisation, other: Organisation) -> bool:
    return one == other and one.sha256 == other.sha256


class TestHash:
    """'Hashes are of what was read, defaults filled in.'"""

    @given(described)
    def test_how_it_is_written_does_not_count(self, data: Data) -> None:
        spelt_out = {"described": {"basis": "record"}, "not_described": [], **data}
        for kind, listed in data["nodes"].items():
            spelt_out["nodes"] = {**spelt_out["nodes"], kind: [dict(reversed(one.items())) for one in listed]}
        assert same(read(data), read(spelt_out))

    @given(described)
    def test_what_it_says_counts(self, data: Data) -> None:
        assert read(data).sha256 != read({**data, "id": "another"}).sha256
        assert read(data).sha256 != read({**data, "described": {"basis": "trust"}}).sha256
