"""What rules mean: names that are known, types that agree, counts that become facts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from kamassess.checklist.cel import Language, Scope
from kamassess.checklist.compiled import Names
from kamassess.checklist.condition import (
    And,
    Compare,
    Condition,
    Constant,
    Count,
    Fact,
    Literal,
    Not,
    OneOf,
    Operand,
    Or,
    StartsWith,
    lower,
)
from kamassess.checklist.ruleset import Ask, Rule, Ruleset
from kamassess.checklist.syntax import parse, parse_operand
from kamassess.checklist.tokens import SyntaxMistake
from kamassess.model.kind import Type
from kamassess.model.terms import ORGANISATION
from kamassess.model.vocabulary import VOCABULARY

FEW = {"few": Literal(2, Type.INT), "day": Literal("2026-01-01", Type.DATE), "word": Literal("x", Type.TEXT)}


def scope(
    *kinds: str,
    answer: Fact | None = None,
    answers: tuple[str, ...] = (),
    parameters: Mapping[str, Literal] = FEW,
) -> Scope:
    return Scope(kinds, answer=answer, answers=answers, parameters=parameters)


def meant(rule: str, kind: str = "chain", language: Language | None = None) -> Condition:
    return (language or Language(VOCABULARY)).condition(parse(rule), scope(kind))


def mistake(rule: str, kind: str = "chain", **rest: object) -> str:
    """What is wrong with a rule: the column, the message and the suggestion."""
    with pytest.raises(SyntaxMistake) as told:
        Language(VOCABULARY).condition(parse(rule), scope(kind, **rest))  # type: ignore[arg-type]
    found = told.value
    return f"{found.offset + 1}: {found.message}" + (f" | {found.suggestion}" if found.suggestion else "")


def compare(
    fact: str, type_: Type, operator: str, value: Constant, value_type: Type | None = None
) -> Compare:
    return Compare(Fact(fact, type_), operator, Literal(value, value_type or type_))


class TestFacts:
    def test_a_flag_alone_is_true(self) -> None:
        assert meant("long_running") == compare("long_running", Type.BOOL, "==", True)

    def test_the_name_of_the_kind_is_the_name_of_the_focus(self) -> None:
        assert meant("chain.long_running") == meant("long_running")
        assert meant("organisation.silo_share < 0.5", ORGANISATION) == meant("silo_share < 0.5", ORGANISATION)

    def test_conditions_combine(self) -> None:
        flags = [compare(one, Type.BOOL, "==", True) for one in ("planned", "previous", "current")]
        assert meant("planned && previous || !current") == Or((And((flags[0], flags[1])), Not(flags[2])))

    def test_a_path_leads_through_relations_to_one(self) -> None:
        language = Language(VOCABULARY)
        rule = meant("part_of.part_of.long_running", "chain", language)
        assert rule == compare("part_of.part_of.long_running", Type.BOOL, "==", True)
        asks = ruleset(language, rule).asks["chain"]
        assert asks == (Ask("part_of.part_of.long_running", ("part_of", "part_of", "long_running")),)

    def test_a_path_may_lead_to_several_kinds_that_have_the_fact(self) -> None:
        assert meant('of.id == "a"', "expectation") == compare("of.id", Type.TEXT, "==", "a")

    def test_the_whole_can_be_asked_about_from_any_kind(self) -> None:
        assert meant("organisation.silo_share <= 0.5") == compare(
            "organisation.silo_share", Type.SHARE, "<=", Decimal("0.5"), Type.DECIMAL
        )

    def test_whether_an_attribute_is_there_is_a_fact_of_its_own(self) -> None:
        language = Language(VOCABULARY)
        rule = meant("has(chain.trigger) && has(part_of.outcome)", "chain", language)
        assert [one.name for one in ruleset(language, rule).asks["chain"]] == [
            "has(trigger)",
            "has(part_of.outcome)",
        ]
        assert all(one.has for one in ruleset(language, rule).asks["chain"])

    def test_the_day_of_the_assessment_is_a_date(self) -> None:
        assert meant('as_of > "2026-01-01"') == Compare(
            Fact("as_of", Type.DATE), ">", Literal("2026-01-01", Type.DATE)
        )

    def test_a_text_is_one_of_several_or_begins_with_another(self) -> None:
        assert meant('about in ["quality", "cost"]', "kpi") == OneOf(
            Fact("about", Type.TEXT), ("quality", "cost")
        )
        assert meant('trigger.startsWith("a ")') == StartsWith(Fact("trigger", Type.TEXT), "a ")

    def test_a_parameter_is_its_value(self) -> None:
        assert meant("owners.size() <= few") == meant("owners.size() <= 2")
        assert meant("trigger == word") == meant('trigger == "x"')


class TestLiberties:
    @pytest.mark.parametrize(
        ("rule", "kind", "value", "type_"),
        [
            ("target > 3", "kpi", Decimal(3), Type.DECIMAL),
            ("3 < target", "kpi", Decimal(3), Type.DECIMAL),
            ("silo_share == 1", ORGANISATION, Decimal(1), Type.DECIMAL),
            ("due < '2026-02-28'", "objective", "2026-02-28", Type.DATE),
        ],
    )
    def test_two_are_taken(self, rule: str, kind: str, value: Constant, type_: Type) -> None:
        found = meant(rule, kind)
        assert isinstance(found, Compare)
        literal = found.right if isinstance(found.right, Literal) else found.left
        assert literal == Literal(value, type_)
        assert isinstance(literal, Literal)
        assert type(literal.value) is type(value)

    def test_they_are_taken_in_a_list_as_well(self) -> None:
        assert meant("target in [1, 2.5]", "kpi") == OneOf(
            Fact("target", Type.DECIMAL), (Decimal(1), Decimal("2.5"))
        )
        assert meant('due in ["2026-01-01"]', "objective") == OneOf(Fact("due", Type.DATE), ("2026-01-01",))

    @pytest.mark.parametrize(
        ("rule", "kind", "message"),
        [
            ("order > 1.5", "step", "9: an int cannot be compared with the decimal 1.5"),
            ("order == '1'", "step", "10: an int cannot be compared with the text \"1\""),
            ("steering == 1", "kpi", "13: a bool cannot be compared with the int 1"),
            ("trigger == true", "chain", "12: a text cannot be compared with the bool true"),
            ("owners.size() == 1.0", "chain", "18: a count cannot be compared with the decimal 1.0"),
            ("order in [1, 'a']", "step", "14: an int cannot be compared with the text \"a\""),
            ("order == trigger_", "step", "10: a step has no fact 'trigger_'"),
            ("order == activity", "step", "1: an int cannot be compared with a text"),
            ("target == few", "kpi", "1: a decimal cannot be compared with an int"),
            ("1 == 'a'", "kpi", "6: an int cannot be compared with the text \"a\""),
            ("steering < true", "kpi", "1: true and false have no order; compare with == or !="),
            ("due < 'tomorrow'", "objective", '7: a date is written as "2026-11-01"; found "tomorrow"'),
            ("due < '2026-02-30'", "objective", '7: a date is written as "2026-11-01"; found "2026-02-30"'),
            ("due < '20260230'", "objective", '7: a date is written as "2026-11-01"; found "20260230"'),
            ("due < 3", "objective", "7: a date cannot be compared with the int 3"),
        ],
    )  # fmt: skip
    def test_and_no_others(self, rule: str, kind: str, message: str) -> None:
        assert mistake(rule, kind).partition(" | ")[0] == message

    def test_two_literals_of_a_type_may_be_compared(self) -> None:
        assert meant("1 < 2") == Compare(Literal(1, Type.INT), "<", Literal(2, Type.INT))

    def test_a_count_may_be_compared_with_a_count(self) -> None:
        found = meant("owners.size() < customers.size()")
        assert isinstance(found, Compare)
        assert isinstance(found.left, Count)
        assert isinstance(found.right, Count)


class TestWords:
    def test_a_choice_is_compared_with_a_word_that_it_can_be(self) -> None:
        assert mistake('about == "qualty"', "kpi") == (
            '10: "qualty" is not one of quality, speed, volume, flexibility, cost, satisfaction | quality'
        )
        assert mistake('"qualty" != about', "kpi").endswith("| quality")
        assert mistake('about in ["cost", "spede"]', "kpi").endswith("| speed")

    def test_so_is_an_answer(self) -> None:
        said = Fact("C/A.answer", Type.TEXT)
        words = ("no", "partly", "yes")
        assert mistake('answer == "partli"', answer=said, answers=words).endswith(
            "is not one of no, partly, yes | partly"
        )
        found = Language(VOCABULARY).condition(
            parse('answer == "partly"'), scope("chain", answer=said, answers=words)
        )
        assert found == Compare(said, "==", Literal("partly", Type.TEXT))

    def test_a_parameter_is_no_choice(self) -> None:
        assert meant('word == "anything"') == Compare(
            Literal("x", Type.TEXT), "==", Literal("anything", Type.TEXT)
        )
        assert meant('as_of == "2026-01-01"') == Compare(
            Fact("as_of", Type.DATE), "==", Literal("2026-01-01", Type.DATE)
        )


class TestUnknownNames:
    @pytest.mark.parametrize(
        ("rule", "kind", "message"),
        [
            ("long_runing", "chain", "1: a chain has no fact 'long_runing' | long_running"),
            ("fewer == 1", "chain", "1: a chain has no fact 'fewer' | few"),
            ("ordr == 1", "step", "1: a step has no fact 'ordr' | order"),
            ("silo_shar == 1", ORGANISATION, "1: the organisation has no fact 'silo_shar' | silo_share"),
            ("xyzzy", "objective", "1: an objective has no fact 'xyzzy'"),
            ("owner.size() == 1", "chain", "1: a chain has no relation 'owner' | owners"),
            ("trigger.size() == 1", "chain", "1: a chain has no relation (it is a fact) 'trigger' | trigger"),
            ("owners", "chain", "1: 'owners' is a relation; ask it with exists, all, exists_one or size()"),
            ("owners == 1", "chain", "1: 'owners' is a relation; ask it with exists, all, exists_one or size()"),
            ("trigger", "chain", "1: 'trigger' is a text; compare it with something"),
            ("owners.leads", "chain", "1: 'owners' can have several members; ask it with exists, all or exists_one"),
            ("part_of.owners.leads", "chain", "1: 'owners' can have several members; ask it with exists, all or exists_one"),
            ("trigger.leads", "chain", "1: a chain has no relation (it is a fact) 'trigger' | trigger"),
            ("nothing.leads", "chain", "1: a chain has no relation 'nothing'"),
            ("answer == 'yes'", "chain", "1: nobody is asked here, so there is no 'answer'"),
            ("order.startsWith('a')", "step", "1: only a text starts with something; 'order' is an int"),
            ("few.startsWith('a')", "step", "1: only a text starts with something; 'few' is an int"),
            ("few in [1]", "step", "1: only a fact is one of a list; compare a count with == or <="),
            ("owners.size() in [1]", "chain", "1: only a fact is one of a list; compare a count with == or <="),
            ("silo_share in [1]", ORGANISATION, "1: only a fact is one of a list; compare a count with == or <="),
        ],
    )  # fmt: skip
    def test_are_told_with_the_nearest_that_is_known(self, rule: str, kind: str, message: str) -> None:
        assert mistake(rule, kind) == message

    @pytest.mark.parametrize(
        ("rule", "kind", "message"),
        [
            ("has(chain.owners)", "chain", "5: has(...) asks for an attribute; 'owners' is none that can be left out"),
            ("has(chain.planned)", "chain", "5: has(...) asks for an attribute; 'planned' is none that can be left out"),
            ("has(chain.tree_cycle)", "chain", "5: has(...) asks for an attribute; 'tree_cycle' is none that can be left out"),
            ("has(nonsense.trigger)", "chain", "5: a chain has no relation 'nonsense'"),
            ("has(owners.leader)", "chain", "5: 'owners' can have several members; ask it with exists, all or exists_one"),
            ("has(organisation.name)", ORGANISATION, "5: has(...) asks for an attribute; 'name' is none that can be left out"),
            ("has(organisation.silo_share)", "chain", "5: has(...) asks for an attribute; 'silo_share' is none that can be left out"),
        ],
    )  # fmt: skip
    def test_has_asks_for_an_attribute_that_can_be_left_out(self, rule: str, kind: str, message: str) -> None:
        assert mistake(rule, kind) == message


class TestMembers:
    def test_a_quantifier_compares_a_count(self) -> None:
        for rule, operator, number, negated in (
            ("owners.exists(p, p.leads)", ">=", 1, False),
            ("owners.all(p, p.leads)", "==", 0, True),
            ("owners.exists_one(p, p.leads)", "==", 1, False),
        ):
            found = meant(rule)
            assert isinstance(found, Compare)
            assert isinstance(found.left, Count)
            assert (found.operator, found.right) == (operator, Literal(number, Type.INT))
            assert found.left.negated is negated
            assert found.left.body == "person(p, p.leads)"
            assert found.left.type is Type.COUNT

    def test_what_is_counted_can_be_filtered(self) -> None:
        found = meant("owners.filter(p, p.leads).size() == owners.size()")
        assert isinstance(found, Compare)
        assert found.left == Count("owners.filter(p, p.leads).size()", ("owners",), "person(p, p.leads)")
        assert found.right == Count("owners.size()", ("owners",))

    def test_a_body_is_a_rule_about_the_member_in_a_stratum_before(self) -> None:
        language = Language(VOCABULARY)
        rule = meant("customers.exists(c, c.served_by.exists(k, k.long_running))", "chain", language)
        strata = ruleset(language, rule).strata
        assert [[one.id for one in stratum.rules] for stratum in strata] == [
            ["chain(k, k.long_running)"],
            ["customer_group|interested_party(c, c.served_by.exists(k, k.long_running))"],
            ["R"],
        ]
        assert [[(one.kinds, one.count.name) for one in stratum.counts] for stratum in strata] == [
            [],
            [
                (("customer_group",), "served_by.filter(k, k.long_running).size()"),
                (("interested_party",), "served_by.filter(k, k.long_running).size()"),
            ],
            [(("chain",), "customers.filter(c, c.served_by.exists(k, k.long_running)).size()")],
        ]

    def test_only_what_counts_itself_puts_a_body_in_a_later_stratum(self) -> None:
        language = Language(VOCABULARY)
        span = meant("owners.exists(p, p.direct_reports.size() > 3)", "chain", language)
        named = meant("owners.exists(p, p.name.startsWith('A') || p.id in ['b'])", "chain", language)
        strata = ruleset(language, span, named).strata
        assert [[one.id for one in stratum.rules] for stratum in strata[:-1]] == [
            ["person(p, p.direct_reports.size() > 3)", 'person(p, p.name.startsWith("A") || p.id in ["b"])'],
        ]

    def test_two_rules_that_count_alike_share_a_body(self) -> None:
        language = Language(VOCABULARY)
        one = meant("owners.exists(p, p.leads)", "chain", language)
        other = meant("answerable.exists(p, p.leads)", "policy", language)
        assert [rule.id for rule in ruleset(language, one, other).strata[0].rules] == ["person(p, p.leads)"]

    def test_a_count_with_a_parameter_says_its_value(self) -> None:
        found = meant("owners.exists(p, p.direct_reports.size() > few)")
        assert isinstance(found, Compare)
        assert isinstance(found.left, Count)
        assert found.left.name.endswith(".size() with few = 2")

    def test_members_have_facts_that_they_have_only_as_such(self) -> None:
        language = Language(VOCABULARY)
        rule = meant("owners.exists(p, p.responsible_in_chain && p.leads)", "chain", language)
        assert [one.name for one in ruleset(language, rule).asks["person"]] == ["leads"]

    def test_and_not_in_another_relation_however_alike_the_words_are(self) -> None:
        language = Language(VOCABULARY)
        meant("started_by.exists(c, c.served)", "chain", language)
        with pytest.raises(SyntaxMistake, match="a customer_group has no fact 'served'"):
            meant("participants.exists(c, c.served)", "chain", language)

    @pytest.mark.parametrize(
        ("rule", "message"),
        [
            ("owners.exists(p, leads)", "18: inside a quantifier only the member is asked; 'leads' is not 'p' | p.leads"),
            ("owners.exists(person, persn.leads)", "23: inside a quantifier only the member is asked; 'persn' is not 'person' | person"),
            ("owners.exists(p, long_running)", "18: inside a quantifier only the member is asked; 'long_running' is not 'p' | p.long_running"),
            ("owners.exists(p, answer == 'x')", "18: inside a quantifier only the member is asked; 'answer' is not 'p' | p.answer"),
            ("owners.exists(p, p)", "18: 'p' is the member itself; ask something of it"),
            ("owners.exists(p, p == 'x')", "18: 'p' is the member itself; ask something of it"),
            ("owners.exists(p, p.size() > 1)", "18: 'p' is the member itself; ask something of it"),
            ("owners.exists(p, p.exists(q, q.leads))", "18: 'p' is the member itself; ask something of it"),
            ("owners.exists(few, few.leads)", "1: 'few' is a parameter; give the member another name"),
            ("owners.exists(as_of, as_of.leads)", "1: 'as_of' is a parameter; give the member another name"),
            ("owners.exists(p, p.leadz)", "18: a person has no fact 'leadz' | leads"),
            ("customers.exists(c, c.relevant)", "21: an interested_party has no fact 'relevant'"),
            ("experts.exists(e, e.feedback)", "19: a person has no fact 'feedback'"),
            ("customers.all(c, c.part_of.id == 'x')", "18: a customer_group has no relation 'part_of'"),
        ],
    )  # fmt: skip
    def test_inside_a_quantifier_only_the_member_is_asked(self, rule: str, message: str) -> None:
        assert mistake(rule).partition(" | ")[0] == message.partition(" | ")[0]
        if " | " in message:
            assert mistake(rule) == message

    def test_members_of_several_kinds_are_asked_what_all_of_them_have(self) -> None:
        assert meant('decisions.exists(d, d.follows.exists(f, f.on > "2026-01-01"))', "report")
        assert meant("plan.exists(n, n.kind == 'kpi')", "pdca_cycle")
        assert mistake("plan.exists(n, n.target == 'x')", "pdca_cycle").startswith("16: ")


def test_a_fact_that_is_not_the_same_for_all_kinds_is_told() -> None:
    language = Language(VOCABULARY)
    both = Scope(("kpi", "objective"))
    with pytest.raises(SyntaxMistake, match="'target' is not the same for kpi, objective"):
        language.condition(parse("target == 1"), both)


class TestMessages:
    def operand(self, text: str, kind: str = "chain") -> Operand | Names:
        return Language(VOCABULARY).message_operand(parse_operand(text), scope(kind))

    def test_a_placeholder_is_a_fact_a_count_or_a_parameter(self) -> None:
        assert self.operand("trigger") == Fact("trigger", Type.TEXT)
        assert self.operand("name") == Fact("name", Type.TEXT)
        assert self.operand("owners.size()") == Count("owners.size()", ("owners",))
        assert self.operand("few") == Literal(2, Type.INT)
        assert self.operand("as_of") == Fact("as_of", Type.DATE)

    def test_a_relation_stands_for_the_names_of_its_members(self) -> None:
        assert self.operand("owners") == Names(("owners",))
        assert self.operand("part_of") == Names(("part_of",))
        assert self.operand("part_of.owners") == Names(("part_of", "owners"))

    def test_the_name_of_a_node_is_told_in_the_language_of_the_message(self) -> None:
        assert self.operand("part_of.name") == Names(("part_of",))

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("nonsense.name", "a chain has no relation 'nonsense'"),
            ("foo.bar", "a chain has no relation 'foo'"),
            ("ownerz", "a chain has no fact 'ownerz'"),
            ("owners.name", "'owners' can have several members"),
            ("answer", "nobody is asked here"),
        ],
    )
    def test_an_unknown_name_is_told(self, text: str, message: str) -> None:
        with pytest.raises(SyntaxMistake, match=message):
            self.operand(text)


def ruleset(language: Language, *conditions: Condition) -> Ruleset:
    return language.ruleset(
        Rule("R", ("chain",), one, lower(one, True), lower(one, False)) for one in conditions
    )


def test_what_is_no_tree_of_a_rule_has_no_meaning() -> None:
    language = Language(VOCABULARY)
    with pytest.raises(TypeError, match="not a condition"):
        language.condition(parse_operand("owners.size()"), scope("chain"))
    with pytest.raises(TypeError, match="not an operand"):
        language._operand(parse("!long_running"), scope("chain"))
