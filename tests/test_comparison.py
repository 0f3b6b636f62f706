"""``kamassess.compare``, and the comparison that it gives."""

from __future__ import annotations

import json
from pathlib import Path

import kamassess as ka
from tests.test_comparing import BEFORE, NO, assessed

EARLIER, LATER = ka.Assessment(assessed([], NO, as_of=BEFORE)), ka.Assessment(assessed(["jan"], NO))


class TestAComparison:
    def test_is_of_two_assessments_or_of_two_that_were_saved(self, tmp_path: Path) -> None:
        for name, one in (("before", EARLIER), ("after", LATER)):
            (tmp_path / f"{name}.json").write_text(one.to_json(), "utf-8")
        saved = ka.compare(tmp_path / "before.json", str(tmp_path / "after.json"))
        assert saved == ka.compare(EARLIER, LATER)
        assert saved.to_json() == ka.compare(EARLIER, LATER).to_json()

    def test_shows_itself_in_every_form(self) -> None:
        found = ka.compare(EARLIER, LATER)
        assert "solved 1" in found.to_text()
        assert "opgelost 1" in found.to_text("nl", width=60)
        assert found.to_markdown().startswith("# town")
        assert json.loads(found.to_json()) == found.to_data()
        assert repr(found).startswith("<Comparison of town")
        shown = found._repr_mimebundle_()
        assert list(shown) == ["text/plain", "text/markdown", "text/html"]
        assert shown["text/plain"] == str(found) == repr(found)
        assert shown["text/html"] == found.show()._repr_mimebundle_()["text/html"]

    def test_has_every_finding_and_every_score(self) -> None:
        found = ka.compare(EARLIER, LATER)
        assert [one.how for one in found.changes] == ["open", "solved"]
        assert [one.requirement for one in found.scores] == [None, "all"]
