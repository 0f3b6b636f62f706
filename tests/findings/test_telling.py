"""Messages with their placeholders filled in: as people read it, in Dutch and in English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kamassess.findings.finding import Found
from kamassess.findings.telling import say, say_fact
from kamassess.model.vocabulary import VOCABULARY
from tests.findings.small import BELIEVED, Data, assess, checkpoint, people


class TestAFactAsPeopleReadIt:
    """'Unknown prints as onbekend, an interval as ten minste 1, nodes by name.'"""

    @pytest.mark.parametrize(
        ("found", "nl", "en"),
        [
            (None, "onbekend", "unknown"),
            (True, "ja", "yes"),
            (False, "nee", "no"),
            (3, "3", "3"),
            (Decimal("0.50"), "0,50", "0.50"),
            (Decimal("1E+2"), "100", "100"),
            ("v1.2", "v1.2", "v1.2"),
            ((1, None), "ten minste 1", "at least 1"),
            ((1, 3), "1 tot 3", "1 to 3"),
            ((2, 2), "2", "2"),
        ],
    )
    def test_is_said_in_both_languages(self, found: Found, nl: str, en: str) -> None:
        assert (say(found, "nl"), say(found, "en")) == (nl, en)

    @pytest.mark.parametrize(
        ("found", "nl"),
        [
            (None, "onbekend"),
            (Decimal("0.5"), "50 %"),
            ((Decimal("0.25"), Decimal("0.255")), "25 % tot 26 %"),
            ((Decimal("0.5"), None), "ten minste 50 %"),
            ((Decimal(1), Decimal(1)), "100 %"),
        ],
    )
    def test_of_a_share_is_a_percentage(self, found: Found, nl: str) -> None:
        assert say(found, "nl", share=True) == nl

    @pytest.mark.parametrize(
        ("found", "nl", "en"),
        [
            ("management_system", "managementsysteem", "management system"),
            ("organisation", "organisatie", "organisation"),
            (None, "onbekend", "unknown"),
        ],
    )
    def test_a_kind_is_said_as_people_call_it(self, found: Found, nl: str, en: str) -> None:
        asked = VOCABULARY.fact("policy", "kind")
        assert (say_fact(found, asked, "nl"), say_fact(found, asked, "en")) == (nl, en)

    @pytest.mark.parametrize(
        ("kind", "name", "found", "nl", "en"),
        [
            ("objective", "due", "2026-11-01", "1 november 2026", "1 November 2026"),
            ("objective", "reach", "tactical", "tactisch", "tactical"),
            ("chain", "trigger", "a request", "a request", "a request"),
        ],
    )
    def test_a_day_and_a_choice_are_said_in_words_and_a_text_as_it_is(
        self, kind: str, name: str, found: str, nl: str, en: str
    ) -> None:
        asked = VOCABULARY.fact(kind, name)
        assert (say_fact(found, asked, "nl"), say_fact(found, asked, "en")) == (nl, en)


def message(each: str, text: str, nodes: Data, focus: str, **rest: object) -> dict[str, str]:
    one = checkpoint(each=each, holds="id == 'nothing'", finding={"nl": text, "en": text})
    found = assess([one], nodes, **rest).findings  # type: ignore[arg-type]
    return next(it.message for it in found if it.focus == focus)


JAN: Data = {"id": "jan", "name": "Jan Jansen"}


class TestAMessage:
    def test_calls_a_node_by_its_name_in_the_language(self) -> None:
        nodes = {"chain": [{"id": "permits", "name": {"nl": "Vergunningen", "en": "Permits"}}]}
        found = message("chain", "Keten {name}", nodes, "chain:permits")
        assert found == {"nl": "Keten Vergunningen", "en": "Keten Permits"}

    def test_calls_a_node_without_a_name_by_its_id(self) -> None:
        assert message("chain", "{name}", {"chain": [{"id": "a"}]}, "chain:a")["nl"] == "a"

    @pytest.mark.parametrize(
        ("owners", "told"),
        [
            ([], "niemand of niets"),
            (["jan"], "Jan Jansen"),
            (["jan", "piet"], "Jan Jansen, piet"),
        ],
    )
    def test_names_the_members_of_a_relation(self, owners: list[str], told: str) -> None:
        nodes = {"person": [JAN, *people("piet")], "chain": [{"id": "a", "owners": owners}]}
        assert message("chain", "{owners}", nodes, "chain:a")["nl"] == told

    def test_says_who_may_be_a_member(self) -> None:
        nodes = {
            "person": [JAN],
            "chain": [{"id": "a"}],
            "assignment": [{"id": "one", "chains": ["a"], "accountable": ["jan"]}],
        }
        left_open = ["assignment:one.duties"]
        found = message("chain", "{accountable_kpi_tree}", nodes, "chain:a", not_described=left_open)
        assert found == {"nl": "misschien Jan Jansen", "en": "perhaps Jan Jansen"}

    def test_says_that_there_may_be_others(self) -> None:
        nodes = {"person": [JAN], "chain": [{"id": "a", "owners": ["jan"]}]}
        found = message(
            "chain", "{owners}: {owners.size()}", nodes, "chain:a", not_described=["chain.owners"]
        )
        assert found == {
            "nl": "Jan Jansen, misschien nog anderen: ten minste 1",
            "en": "Jan Jansen, perhaps others: at least 1",
        }

    def test_is_as_the_organisation_claims_it(self) -> None:
        nodes = {"person": [JAN], "chain": [{"id": "a", "owners": [{"to": "jan", **BELIEVED}]}]}
        assert message("chain", "{owners.size()} {owners}", nodes, "chain:a")["en"] == "1 Jan Jansen"

    def test_says_what_is_not_known(self) -> None:
        assert message("chain", "{trigger}", {"chain": [{"id": "a"}]}, "chain:a")["nl"] == "onbekend"

    def test_gives_a_share_of_the_whole_as_a_percentage(self) -> None:
        nodes = {"unit": [{"id": "u"}], "kpi": [{"id": "a", "units": ["u"]}, {"id": "b"}]}
        found = message("kpi", "{organisation.silo_share}", nodes, "kpi:a")
        assert found["nl"] == "50 %"

    def test_calls_the_whole_by_its_name(self) -> None:
        one = checkpoint(
            holds="chains.size() > 0", finding={"nl": "{name} heeft er geen", "en": "{name}: none"}
        )
        (found,) = assess([one]).findings
        assert found.message == {"nl": "Gemeente X heeft er geen", "en": "Town X: none"}

    def test_gives_a_parameter_its_value(self) -> None:
        one = checkpoint(each="chain", holds="owners.size() > few", finding={"nl": "{few}", "en": "{few}"})
        few = {"few": {"type": "int", "default": 3, "title": "Few"}}
        (found,) = assess([one], {"chain": [{"id": "a"}]}, parameters=few).findings
        assert found.message["en"] == "3"
