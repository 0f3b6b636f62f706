"""
Everything that a file can say of an organisation and that a rule can ask: the one list.

A kind, attribute, relation or derived fact that is not here does not exist.
How a derived fact or relation is worked out stands in ``kamassess.graph``,
under the same name.
"""

from __future__ import annotations

from typing import Final

from kamassess.model.kind import (
    Attribute,
    DerivedFact,
    DerivedRelation,
    Kind,
    Relation,
    Type,
    Vocabulary,
)


def _text(name: str, en: str, nl: str) -> Attribute:
    return Attribute(name, Type.TEXT, en, nl)


def _choice(name: str, words: str, en: str, nl: str) -> Attribute:
    return Attribute(name, Type.TEXT, en, nl, words=tuple(words.split()))


def _whole(name: str, en: str, nl: str) -> Attribute:
    return Attribute(name, Type.INT, en, nl, least=0)


def _number(name: str, en: str, nl: str) -> Attribute:
    return Attribute(name, Type.DECIMAL, en, nl)


def _amount(name: str, en: str, nl: str) -> Attribute:
    return Attribute(name, Type.DECIMAL, en, nl, least=0)


def _date(name: str, en: str, nl: str, *, required: bool = False) -> Attribute:
    return Attribute(name, Type.DATE, en, nl, required=required)


def _flag(name: str, en: str, nl: str) -> Attribute:
    return Attribute(name, Type.BOOL, en, nl, flag=True)


def _to(
    name: str,
    targets: str,
    en: str,
    nl: str,
    *,
    inverse: str | None = None,
    one: bool = False,
    up: bool = False,
    acyclic: bool = False,
    members: tuple[DerivedFact, ...] = (),
) -> Relation:
    kinds = frozenset(targets.split())
    return Relation(name, kinds, en, nl, one, inverse, upward=up, acyclic=acyclic, members=members)


def _people(
    name: str, en: str, nl: str, *, inverse: str | None = None, members: tuple[DerivedFact, ...] = ()
) -> Relation:
    targets = frozenset({"person", "role", "body"})
    return Relation(name, targets, en, nl, inverse=inverse, people=True, members=members)


def _fact(name: str, type_: Type, en: str, nl: str, rests_on: str = "", words: str = "") -> DerivedFact:
    return DerivedFact(name, type_, en, nl, tuple(rests_on.split()), tuple(words.split()))


def _derived(
    name: str, targets: str, en: str, nl: str, *members: DerivedFact, rests_on: str = ""
) -> DerivedRelation:
    return DerivedRelation(name, frozenset(targets.split()), en, nl, members, tuple(rests_on.split()))


_OWNERS: Final = _people("owners", "who answers for it", "wie ervoor instaat", inverse="owns")
_STATEMENT: Final = _text("statement", "what it says", "wat er staat")
_ADOPTED: Final = (
    _date("adopted_on", "when it was established", "wanneer het is vastgesteld"),
)
_ADOPTED_BY: Final = _people("adopted_by", "who established it", "wie het heeft vastgesteld")

_ANSWERABLE: Final = _derived(
    "answerable",
    "person",
    "its owners, or else those of the nearest node above it",
    "de eigenaren ervan, of anders die van het eerste wat erboven ligt",
    rests_on="owners",
)
_ALIGNED: Final = (
    _fact("reaches_vision", Type.BOOL, "a path leads to a vision", "er loopt een lijn naar een visie"),
    _fact("reaches_mission", Type.BOOL, "a path leads to a mission", "er loopt een lijn naar een missie"),
    _fact("reaches_strategy", Type.BOOL, "a path leads to a strategy", "er loopt een lijn naar een strategie"),
)
_LEADS: Final = _fact(
    "leads",
    Type.BOOL,
    "leads: is marked as a leader, sits in the management team or heads a unit",
    "geeft leiding: is als leider aangeduid, zit in het managementteam of leidt een afdeling",
)
_DAYS_AGO: Final = _fact(
    "days_ago", Type.INT, "days from its date to the assessment", "dagen van de datum tot de beoordeling", "on"
)
_HELD: Final = _fact(
    "held", Type.BOOL, "its date is not after the assessment", "de datum ligt niet na de beoordeling", "on"
)

_BY_TOP: Final = _fact(
    "by_top_management", Type.BOOL, "somebody in top management did it", "iemand in de directie deed het", "by"
)
_BY_KAM_MANAGER: Final = _fact(
    "by_kam_manager_alone",
    Type.BOOL,
    "only KAM managers did it, none of whom is in top management",
    "alleen KAM-managers deden het, van wie niemand in de directie zit",
)

DUTIES: Final = (
    ("performance-conversation", "leading the performance conversation", "het prestatiegesprek leiden"),
    ("customer-values", "setting the customer values", "de klantwaarden vaststellen"),
    ("internal-values", "setting the internal values", "de interne waarden vaststellen"),
    ("kpi-tree", "drawing up and keeping the KPI tree", "de KPI-boom opstellen en beheren"),
    ("reporting", "drawing up and keeping the reporting", "de rapportage opstellen en beheren"),
    ("set-up", "deciding how the chain is set up", "de opzet en inrichting bepalen"),
    ("it-systems", "seeing that the IT systems work", "zorgen dat de IT-systemen werken"),
    ("conflicts", "resolving conflicts and problems", "conflicten en problemen oplossen"),
    ("prioritising", "prioritising improvements", "verbeteringen prioriteren"),
    ("carrying-through", "carrying improvements through", "verbeteringen doorvoeren"),
)
"""The duties of a chain's owner (Geelen): id, English, Dutch. Seven in the text; three have two halves."""

_DUTY_NAMES: Final = {duty: (en, nl) for duty, en, nl in DUTIES}

PROMISE_CERTAIN: Final = ("contract", "order-confirmation", "reserved-capacity")
"""What can make a promise certain: a contract about it (Beuker); the others are an extension of ours."""

PROMISE_UNCERTAIN: Final = ("assumption", "belief", "trust", "promise", "experience", "pressure")
"""What a promise can rest on without being certain: 'I think so', 'no reason why not', 'it went well before' ..."""

_SORTS: Final = "structure process system training culture coaching values identity mission redesign other"
"""What sorts of activities there are."""

_TOPICS: Final = (
    ("feedback", "handling customer feedback", "omgaan met klantfeedback"),
    ("satisfaction", "customer satisfaction", "klanttevredenheid"),
    ("success", "the organisation's success", "het succes van de organisatie"),
    ("pdca", "the PDCA process approach", "de PDCA-procesbenadering"),
    ("risk-thinking", "risk- and opportunity-based thinking", "risico- en kansengebaseerd denken"),
    ("kam-and-strategy", "the KAM system and the strategy", "het KAM-systeem en de strategie"),
)

_SERVED: Final = _fact(
    "served", Type.BOOL, "is a customer or chief stakeholder of the chain", "is klant of belangrijkste stakeholder van de keten", "customers"
)
_EXPECTATION: Final = (
    _fact("expectation_stated", Type.BOOL, "it is stated what they expect of the chain", "er staat wat zij van de keten verwachten"),
    _fact("expectation_measured", Type.BOOL, "a KPI of the chain measures what they expect", "een KPI van de keten meet wat zij verwachten"),
)
_OWNER_OF_CHAIN: Final = _fact(
    "owner", Type.BOOL, "is an owner of the chain", "is eigenaar van de keten", "owners"
)


def duty_relation(duty: str) -> str:
    """
    The relation of a chain to those who are accountable for one duty.

    Args:
        duty: the duty's id.

    Returns:
        The relation's name, as rules ask it.

    Example:
        >>> duty_relation("kpi-tree")
        'accountable_kpi_tree'
    """
    return "accountable_" + duty.replace("-", "_")


def duty_called(duty: str, language: str) -> str:
    """
    What people call a duty of a chain's owner.

    Args:
        duty: its id.
        language: ``nl`` or ``en``.

    Returns:
        What is done.

    Example:
        >>> duty_called("kpi-tree", "nl"), duty_called("kpi-tree", "en")
        ('de KPI-boom opstellen en beheren', 'drawing up and keeping the KPI tree')
    """
    en, nl = _DUTY_NAMES[duty]
    return nl if language == "nl" else en


def is_duty(relation: str) -> bool:
    """
    Whether a relation of a chain is to those who are accountable for a duty, or for any.

    Args:
        relation: the relation's name.

    Returns:
        True for each :func:`duty_relation` and for ``accountable_chain_duties``.

    Example:
        >>> is_duty("accountable_kpi_tree"), is_duty("owners")
        (True, False)
    """
    return relation == "accountable_chain_duties" or any(relation == duty_relation(one) for one, _, _ in DUTIES)


def _duties() -> tuple[DerivedRelation, ...]:
    return tuple(
        _derived(
            duty_relation(duty),
            "person",
            f"who is accountable for {en}",
            f"wie eindverantwoordelijk is voor {nl}",
            _OWNER_OF_CHAIN,
            rests_on="assignments",
        )
        for duty, en, nl in DUTIES
    )


_DIRECTION: Final = (
    Kind(
        "vision",
        "visions",
        "where the organisation wants to go",
        "visie",
        (_STATEMENT, *_ADOPTED),
        (_OWNERS, _ADOPTED_BY),
    ),
    Kind(
        "mission",
        "missions",
        "what the organisation is there for",
        "missie",
        (_STATEMENT, *_ADOPTED),
        (
            _OWNERS,
            _ADOPTED_BY,
            _to("supports", "vision", "the vision that it serves", "de visie die zij dient", inverse="supported_by", up=True),
        ),
        _ALIGNED[:1],
    ),
    Kind(
        "strategy",
        "strategies",
        "the way that is taken to mission and vision",
        "strategie",
        (_STATEMENT, *_ADOPTED),
        (
            _OWNERS,
            _ADOPTED_BY,
            _to("supports", "mission vision", "what it serves", "wat zij dient", inverse="supported_by", up=True),
        ),
        _ALIGNED[:2],
        (_ANSWERABLE,),
    ),
    Kind(
        "identity",
        "identities",
        "how the organisation sees itself, now or as it wants to be",
        "identiteit",
        (_STATEMENT, _choice("state", "current desired", "now or wanted", "nu of gewenst")),
        (_OWNERS, _to("fixed_by", "mission", "the mission that fixes it", "de missie die haar bepaalt", inverse="fixes", up=True)),
    ),
    Kind(
        "core_value",
        "core_values",
        "a value or belief that the organisation lives by",
        "kernwaarde",
        (_STATEMENT,),
        (_OWNERS, _to("follows_from", "identity", "the identity that it follows from", "de identiteit waar zij uit volgt", inverse="brings", up=True)),
    ),
    Kind(
        "competence",
        "competences",
        "a core trait of the organisation (not a skill)",
        "competentie",
        (_STATEMENT,),
        (_to("tied_to", "core_value", "the values that it hangs together with", "de waarden waar zij mee samenhangt", inverse="competences", up=True),),
    ),
    Kind(
        "skill",
        "skills",
        "something that people can do",
        "vaardigheid",
        (_STATEMENT,),
        (_to("ordered_by", "competence", "the competence that orders it", "de competentie die haar ordent", inverse="orders", up=True),),
        derived=(
            _derived(
                "needing_teams",
                "team",
                "teams in which a step is done that needs it",
                "teams waarin een stap gebeurt die haar vraagt",
                _fact("planned", Type.BOOL, "a plan says that the team learns it", "een plan zegt dat het team haar leert"),
                _fact("held_inside", Type.BOOL, "a member of the team has it", "een lid van het team heeft haar"),
                rests_on="needed_by",
            ),
        ),
    ),
    Kind(
        "behaviour_norm",
        "behaviour_norms",
        "what people are expected to do",
        "gedragsnorm",
        (_STATEMENT,),
        (_to("borne_by", "skill", "the skills that bear it", "de vaardigheden die het dragen", inverse="bears", up=True),),
    ),
)

_STEERING: Final = (
    Kind(
        "management_system",
        "management_systems",
        "the system by which quality, safety and environment are managed",
        "managementsysteem",
        (
            _flag("quality", "covers quality (ISO 9001)", "omvat kwaliteit (ISO 9001)"),
            _flag("safety", "covers occupational health and safety (ISO 45001)", "omvat arbo (ISO 45001)"),
            _flag("environment", "covers environment (ISO 14001)", "omvat milieu (ISO 14001)"),
        ),
        (
            _OWNERS,
            _people("accountable_for_design", "who is accountable for drawing it up", "wie eindverantwoordelijk is voor het opstellen"),
            _people("accountable_for_operation", "who is accountable for carrying it out", "wie eindverantwoordelijk is voor het uitvoeren"),
            _to("policies", "policy", "its policies", "het beleid ervan", inverse="management_systems"),
        ),
        derived=(
            _derived("objectives", "objective", "objectives of the KAM system, and those that make its policies concrete", "doelstellingen van het KAM-systeem, en die het beleid ervan concreet maken", rests_on="policies"),
            _derived("final_kam_managers", "person", "KAM managers outside top management who own it or are accountable for it", "KAM-managers buiten de directie die eigenaar of eindverantwoordelijk zijn", rests_on="accountable_for_design accountable_for_operation owners"),
            _derived("leadership_acts", "communication document review policy assignment", "what top management did for it by the day of assessment, with a date", "wat de directie ervoor deed voor de dag van beoordeling, met een datum", rests_on="policies"),
        ),
    ),
    Kind(
        "context_issue",
        "context_issues",
        "an internal or external issue that matters",
        "contextonderwerp",
        (_choice("side", "internal external", "inside or outside", "intern of extern"),),
        (_OWNERS,),
    ),
    Kind(
        "interested_party",
        "interested_parties",
        "somebody with an interest in the organisation",
        "belanghebbende",
        (
            _choice("sort", "customer referrer regulator neighbour employee supplier owner other", "what sort", "welk soort"),
            _flag("to_be_served", "is to be served by the organisation", "moet door de organisatie bediend worden"),
        ),
        (_OWNERS,),
        (
            _fact("told_kam_policy", Type.BOOL, "a communication by top management about each KAM policy reached it", "een bericht van de directie over elk KAM-beleid bereikte haar", "heard"),
            _fact("can_get_kam_policy", Type.BOOL, "can get at a document that states each KAM policy", "kan bij een document waarin elk KAM-beleid staat", "available_documents"),
        ),
    ),
    Kind(
        "customer_group",
        "customer_groups",
        "a group of customers",
        "klantgroep",
        (_flag("relevant", "is relevant to the feedback policy", "is relevant voor het feedbackbeleid"),),
        (_OWNERS,),
        (
            _fact(
                "involved_in_feedback_policy",
                Type.BOOL,
                "was involved in drawing up a feedback policy",
                "was betrokken bij het opstellen van feedbackbeleid",
                "involved_in",
            ),
        ),
    ),
    Kind(
        "policy",
        "policies",
        "direction stated by top management",
        "beleid",
        (
            _choice("subject", "feedback kam customer general other", "what it is about", "waar het over gaat"),
            *_ADOPTED,
            _amount("budget", "money set aside for it, in euros", "geld ervoor, in euro's"),
            _amount("hours", "hours set aside for it", "uren ervoor"),
        ),
        (
            _OWNERS,
            _ADOPTED_BY,
            _to("supports", "strategy mission vision policy", "what it serves", "wat het dient", inverse="supported_by", up=True),
            _to("conflicts_with", "strategy objective policy", "what it works against", "wat het tegenwerkt", inverse="opposed_by"),
            _to("answers_to", "context_issue interested_party", "the context that it answers to", "de context waar het op ingaat", inverse="answered_by"),
            _to("documents", "document", "where it is written down", "waar het is vastgelegd", inverse="states"),
            _to("involved_customers", "customer_group", "customer groups involved in drawing it up", "klantgroepen die meededen bij het opstellen", inverse="involved_in"),
            _to("involved", "person unit role", "people and units involved in drawing it up", "mensen en afdelingen die meededen bij het opstellen"),
        ),
        (
            *_ALIGNED,
            _fact("for_kam", Type.BOOL, "is about KAM, or a policy of a management system", "gaat over KAM, of is beleid van een managementsysteem", "subject management_systems"),
            _fact("adopted_by_top_management", Type.BOOL, "somebody in top management established it", "iemand in de directie heeft het vastgesteld", "adopted_by"),
            _fact("adopted_by_kam_manager_alone", Type.BOOL, "only KAM managers outside top management established it", "alleen KAM-managers buiten de directie hebben het vastgesteld", "adopted_by"),
            _fact("told_inside", Type.BOOL, "a communication about it by top management reached each unit, or one that holds it", "een bericht erover van de directie bereikte elke afdeling, of een afdeling erboven"),
            _fact("available_inside", Type.BOOL, "each unit, or one that holds it, can get at a document that states it", "elke afdeling, of een afdeling erboven, kan bij een document waarin het staat", "documents"),
        ),
        (
            _ANSWERABLE,
            _derived("kpis_below", "kpi", "KPIs of the objectives that make it concrete, directly or through another", "KPI's van de doelstellingen die het concreet maken, direct of via een andere", rests_on="objectives"),
        ),
    ),
    Kind(
        "objective",
        "objectives",
        "a result to be achieved",
        "doelstelling",
        (
            _text("what", "what is to be achieved", "wat er bereikt moet worden"),
            _text("measure", "how it is measured", "waaraan het gemeten wordt"),
            _text("target", "how much is wanted", "hoeveel er gewenst is"),
            _date("due", "when it is to be reached", "wanneer het bereikt moet zijn"),
            _choice("reach", "strategic tactical operational", "how far it looks", "hoe ver het kijkt"),
            _flag("kam", "is an objective of the KAM system", "is een KAM-doelstelling"),
            *_ADOPTED,
        ),
        (
            _OWNERS,
            _ADOPTED_BY,
            _to("implements", "policy", "the policy that it makes concrete", "het beleid dat zij concreet maakt", inverse="objectives", up=True),
            _to("contributes_to", "objective strategy mission vision", "what it contributes to", "waar zij aan bijdraagt", inverse="contributions", up=True),
            _to("conflicts_with", "objective strategy", "what it works against", "wat zij tegenwerkt", inverse="opposed_by"),
            _to("answers_to", "context_issue interested_party", "the context that it answers to", "de context waar zij op ingaat", inverse="answered_by"),
            _to("units", "unit", "the units whose objective it is; none: the organisation's", "de afdelingen waarvan zij is; geen: van de organisatie", inverse="objectives"),
        ),
        (
            *_ALIGNED,
            _fact("for_feedback", Type.BOOL, "implements a policy about feedback, directly or through another", "maakt feedbackbeleid concreet, direct of via een andere"),
            _fact("for_kam", Type.BOOL, "is an objective of the KAM system, or makes a KAM policy concrete", "is een doelstelling van het KAM-systeem, of maakt KAM-beleid concreet", "kam implements"),
            _fact("serves_the_whole", Type.BOOL, "contributes, directly or through another, to an objective of the organisation that is none of the KAM system", "draagt, direct of via een andere, bij aan een doelstelling van de organisatie buiten het KAM-systeem"),
            _fact("measured", Type.BOOL, "a KPI measures it, or what contributes to it", "een KPI meet haar, of wat eraan bijdraagt"),
            _fact("reaches_chain", Type.BOOL, "a KPI of it, or of what contributes to it, measures a chain", "een KPI ervan, of van wat eraan bijdraagt, meet een keten"),
        ),
        (_ANSWERABLE,),
    ),
    Kind(
        "kpi",
        "kpis",
        "a measure of an objective or of a chain",
        "KPI",
        (
            _choice("sort", "result process", "measures a result or a process", "meet een resultaat of een proces"),
            _choice("about", "quality speed volume flexibility cost satisfaction", "what it is about", "waar zij over gaat"),
            _choice("better", "higher lower", "which way is better", "welke kant beter is"),
            _number("target", "the value that is wanted", "de gewenste waarde"),
            _flag("steering", "is steered on", "er wordt op gestuurd"),
            _flag("feedback", "is about handling customer feedback", "gaat over het omgaan met klantfeedback"),
        ),
        (
            _OWNERS,
            _to("objectives", "objective", "the objectives that it measures", "de doelstellingen die zij meet", inverse="kpis", up=True),
            _to("chains", "chain", "the chains that it measures", "de ketens die zij meet", inverse="kpis", up=True),
            _to("units", "unit", "the units that it was made for", "de afdelingen waarvoor zij is gemaakt", inverse="kpis"),
            _to("parent", "kpi", "the KPI above it in the tree", "de KPI erboven in de boom", inverse="children", one=True, up=True),
            _to("influences", "kpi", "the KPIs that it drives", "de KPI's die zij drijft", inverse="influenced_by"),
            _to("expectations", "expectation", "the expectations that it measures", "de verwachtingen die zij meet", inverse="kpis"),
        ),
        (
            _fact("for_feedback", Type.BOOL, "is about handling feedback, or measures an objective for feedback", "gaat over omgaan met feedback, of meet een doel daarvoor"),
            _fact("traces_to_objective", Type.BOOL, "it, or a KPI above it in the tree, measures an objective", "zij, of een KPI erboven in de boom, meet een doelstelling", "objectives"),
            _fact("days_measured", Type.COUNT, "on how many days it was measured by the day of assessment", "op hoeveel dagen zij is gemeten tot de dag van beoordeling", "measurements"),
            _fact("drives_success", Type.BOOL, "drives a KPI of satisfaction that leads on to a strategic objective", "drijft een KPI van tevredenheid die doorwerkt in een strategische doelstelling"),
        ),
        (
            _ANSWERABLE,
            _derived("chains_through_tree", "chain", "its chains, or those of a KPI above it in the tree", "haar ketens, of die van een KPI erboven", rests_on="chains"),
        ),
    ),
    Kind(
        "measurement",
        "measurements",
        "a value of a KPI on a day",
        "meting",
        (_date("on", "the day", "de dag"), _number("value", "the value", "de waarde")),
        (_to("kpi", "kpi", "what was measured", "wat er gemeten is", inverse="measurements", one=True, up=True),),
        (
            _HELD,
            _DAYS_AGO,
            _fact("missed", Type.BOOL, "the value falls short of the KPI's target", "de waarde haalt de norm van de KPI niet", "value"),
            _fact("for_feedback", Type.BOOL, "is of a KPI about handling feedback", "is van een KPI over omgaan met feedback", "kpi"),
        ),
    ),
    Kind(
        "decision",
        "decisions",
        "something that was decided",
        "besluit",
        (_date("on", "the day", "de dag"), _text("what", "what was decided", "wat er besloten is")),
        (
            _OWNERS,
            _to("follows", "measurement report review performance_conversation research", "what it follows from", "waar het uit volgt", inverse="decisions"),
        ),
        (_HELD, _DAYS_AGO),
    ),
    Kind(
        "review",
        "reviews",
        "an evaluation whether the aim is reached",
        "evaluatie",
        (
            _date("on", "the day", "de dag"),
            _whole("interval_months", "months until the next one", "maanden tot de volgende"),
            _choice("conclusion", "reached partly not-reached", "whether the aim was reached", "of het doel bereikt is"),
        ),
        (
            _to("about", "policy objective strategy management_system chain", "what was evaluated", "wat er geëvalueerd is", inverse="reviews", up=True),
            _people("by", "who evaluated", "wie er evalueerde"),
        ),
        (
            _HELD,
            _DAYS_AGO,
            _BY_TOP,
            _fact("overdue", Type.BOOL, "the next one should have been held before the assessment", "de volgende had voor de beoordeling gehouden moeten zijn", "on interval_months"),
        ),
    ),
    Kind(
        "performance_conversation",
        "performance_conversations",
        "a conversation in which is learned about a chain",
        "prestatiegesprek",
        (
            _date("on", "the day", "de dag"),
            _date("period_from", "first day looked back on", "eerste dag van de periode"),
            _date("period_to", "last day looked back on", "laatste dag van de periode"),
            _text("lessons", "what was learned", "wat er geleerd is"),
        ),
        (
            _to("chain", "chain", "the chain that it was about", "de keten waar het over ging", inverse="performance_conversations", one=True, up=True),
            _people("led_by", "who led it", "wie het leidde"),
        ),
        (
            _HELD,
            _DAYS_AGO,
            _fact("days_to_next", Type.COUNT, "days to the next one held for the chain, or to the assessment", "dagen tot het volgende voor de keten, of tot de beoordeling", "on"),
            _fact("days_since_next", Type.COUNT, "days from the next one held for the chain to the assessment; 0 where there is none yet", "dagen van het volgende voor de keten tot de beoordeling; 0 als dat er nog niet is", "on"),
        ),
    ),
    Kind(
        "pdca_cycle",
        "pdca_cycles",
        "a cycle of plan, do, check and act",
        "PDCA-cyclus",
        (_choice("sort", "strategic operational", "doing the right things, or doing things right", "de goede dingen doen, of de dingen goed doen"),),
        (
            _OWNERS,
            _to("plan", "", "where it is planned", "waar gepland wordt"),
            _to("do", "", "where it is done", "waar gedaan wordt"),
            _to("check", "", "where it is checked", "waar gecontroleerd wordt"),
            _to("act", "", "where it is acted upon", "waar bijgestuurd wordt"),
            _to("coupled_to", "pdca_cycle", "the cycle that it is coupled to", "de cyclus waaraan zij gekoppeld is", inverse="coupled_from"),
        ),
        (
            _fact("coupled", Type.BOOL, "is coupled to a cycle of the other sort, from either side", "is gekoppeld aan een cyclus van de andere soort, van welke kant ook", "coupled_to"),
            _fact("owned_by_kam_manager_alone", Type.BOOL, "only KAM managers outside top management own it", "alleen KAM-managers buiten de directie zijn er eigenaar van", "owners"),
        ),
    ),
)

_CHAINS: Final = (
    Kind(
        "chain",
        "chains",
        "the steps from the customer's question to the need fulfilled",
        "klantketen",
        (
            _text("trigger", "what it begins with", "waar zij mee begint"),
            _text("outcome", "what it ends with", "waar zij mee eindigt"),
            _flag("all_embracing", "holds other chains", "omvat andere ketens"),
            _flag("long_running", "runs for years for one customer", "loopt jaren voor één klant"),
            _flag("previous", "is how it was", "is hoe het was"),
            _flag("planned", "is how it is to be", "is hoe het moet worden"),
        ),
        (
            _people(
                "owners",
                "who answers for it",
                "wie ervoor instaat",
                inverse="owns",
                members=(
                    _fact("responsible_in_chain", Type.BOOL, "heads a unit with a step in the chain, or a unit that holds one", "leidt een afdeling met een stap in de keten, of een afdeling daarboven"),
                ),
            ),
            _to(
                "customers",
                "customer_group interested_party",
                "who it is for",
                "voor wie zij is",
                inverse="served_by",
                members=_EXPECTATION,
            ),
            _to("stakeholders", "interested_party", "chief stakeholders in the customer's place", "belangrijkste stakeholders in de plaats van de klant", inverse="served_by", members=_EXPECTATION),
            _to("participants", "customer_group interested_party", "who takes part in it without being its customer", "wie eraan meedoet zonder klant te zijn"),
            _to(
                "experts",
                "person role",
                "who knows it best",
                "wie haar het best kent",
                members=(
                    _fact("consulted_on_set_up", Type.BOOL, "is consulted on how the chain is set up", "wordt geraadpleegd over de inrichting van de keten"),
                ),
            ),
            _to("products", "product", "products and services that it delivers", "producten en diensten die zij levert", inverse="chains"),
            _to("part_of", "chain", "the chain that holds it", "de keten die haar omvat", inverse="inner_chains", one=True, up=True, acyclic=True),
            _to("replaces", "chain", "the chain that it is a redesign of", "de keten waarvan zij een herontwerp is", inverse="replaced_by", one=True, acyclic=True),
            _to("started_by", "customer_group interested_party", "who starts it", "wie haar begint", members=(_SERVED,)),
            _to("received_by", "customer_group interested_party", "who gets what it ends with", "wie krijgt waar zij mee eindigt", members=(_SERVED,)),
            _to("feedback_forms", "feedback_form", "the forms of feedback that run through it", "de vormen van feedback die erdoor lopen", inverse="chains"),
            _to("it_systems", "it_system", "the IT systems under it", "de IT-systemen eronder", inverse="chains"),
        ),
        (
            _fact("current", Type.BOOL, "is neither a previous nor a planned set-up", "is geen vorige of geplande inrichting", "previous planned"),
            _fact("handovers", Type.COUNT, "steps whose performer differs from the one before", "stappen waarvan de uitvoerder een ander is dan die ervoor", "steps"),
            _fact("external_handovers", Type.COUNT, "handovers between units or teams", "overdrachten tussen afdelingen of teams", "steps"),
            _fact("internal_handovers", Type.COUNT, "handovers inside one unit or team", "overdrachten binnen één afdeling of team", "steps"),
            _fact("performers_known", Type.BOOL, "of each step it is known which one person does it", "van elke stap is bekend welke ene persoon hem doet", "steps"),
            _fact("tree_cycle", Type.BOOL, "its KPI tree turns back on itself", "de KPI-boom komt op zichzelf terug", "kpis"),
            _fact("same_customers_as_outer", Type.BOOL, "has just the customers of the chain that holds it", "heeft precies de klanten van de keten die haar omvat", "customers"),
        ),
        (
            *_duties(),
            _derived("step_units", "unit", "units in which its steps are done", "afdelingen waar de stappen gebeuren", rests_on="steps"),
            _derived("tree", "kpi", "its KPIs and all below them", "haar KPI's en alles daaronder", rests_on="kpis"),
            _derived("tree_roots", "kpi", "KPIs of its tree with none above them in it", "KPI's van de boom zonder KPI erboven", rests_on="kpis"),
            _derived("tree_leaves", "kpi", "KPIs of its tree with none below them", "KPI's van de boom zonder KPI eronder", rests_on="kpis"),
            _derived("alike_chains", "chain", "other chains of the same product family with the same units, systems and steps", "andere ketens van dezelfde productfamilie met dezelfde afdelingen, systemen en stappen", rests_on="products steps it_systems"),
            _derived("accountable_chain_duties", "person", "who is accountable for any duty of it", "wie eindverantwoordelijk is voor enige taak erin", _OWNER_OF_CHAIN, rests_on="assignments"),
        ),
    ),
    Kind(
        "contact_moment",
        "contact_moments",
        "a moment of contact with the customer",
        "contactmoment",
        (
            _choice("at", "start between end", "where in the chain", "waar in de keten"),
            _text("description", "what happens", "wat er gebeurt"),
        ),
        (_to("chain", "chain", "its chain", "de keten", inverse="contact_moments", one=True, up=True),),
    ),
    Kind(
        "step",
        "steps",
        "a step of a chain",
        "stap",
        (
            _whole("order", "its place in the chain", "de plaats in de keten"),
            _text("activity", "what is done", "wat er gedaan wordt"),
            _flag("optional", "can be left out", "kan overgeslagen worden"),
        ),
        (
            _to("chain", "chain", "its chain", "de keten", inverse="steps", one=True, up=True),
            _to("performers", "person role", "who does it", "wie het doet", inverse="performs"),
            _to("unit", "unit team", "where it is done", "waar het gedaan wordt", inverse="steps", one=True),
            _to("skills", "skill", "the skills that it needs", "de vaardigheden die het vraagt", inverse="needed_by"),
            _to("it_systems", "it_system", "the IT systems that it uses", "de IT-systemen die het gebruikt"),
        ),
    ),
    Kind(
        "customer_value",
        "customer_values",
        "what customers value in a chain",
        "klantwaarde",
        (_STATEMENT,),
        (_to("chain", "chain", "its chain", "de keten", inverse="customer_values", one=True, up=True),),
    ),
    Kind(
        "internal_value",
        "internal_values",
        "what the organisation itself values in a chain",
        "interne waarde",
        (_STATEMENT,),
        (_to("chain", "chain", "its chain", "de keten", inverse="internal_values", one=True, up=True),),
    ),
    Kind(
        "expectation",
        "expectations",
        "what a customer expects of a chain",
        "verwachting",
        (_STATEMENT,),
        (
            _to("chain", "chain", "its chain", "de keten", inverse="expectations", one=True, up=True),
            _to("of", "customer_group interested_party", "whose it is", "van wie zij is", inverse="expectations", one=True),
        ),
    ),
    Kind(
        "product",
        "products",
        "a product or service",
        "product of dienst",
        (
            _choice("sort", "product service", "a product or a service", "een product of een dienst"),
            _text("family", "the family that it belongs to", "de familie waar het bij hoort"),
        ),
        (_OWNERS,),
    ),
    Kind("it_system", "it_systems", "an IT system", "IT-systeem", (), (_OWNERS,)),
)

_PEOPLE: Final = (
    Kind(
        "person",
        "persons",
        "somebody in the organisation",
        "persoon",
        (
            _flag("management_team", "is a member of the management team", "is lid van het managementteam"),
            _flag("top_management", "belongs to top management", "hoort tot de directie"),
            _flag("leader", "leads people", "geeft leiding"),
        ),
        (
            _to("unit", "unit", "the unit that the person works in", "de afdeling waar iemand werkt", inverse="members", one=True),
            _to("reports_to", "person", "to whom the person reports", "aan wie iemand rapporteert", inverse="direct_reports", one=True, acyclic=True),
            _to("skills", "skill", "what the person can do", "wat iemand kan", inverse="held_by"),
        ),
        (
            _LEADS,
            _fact("in_management_team", Type.BOOL, "is marked as a member of the management team, or is a member of a body that is one", "is lid van het managementteam, rechtstreeks of via een orgaan", "management_team"),
            _fact("is_kam_manager", Type.BOOL, "holds a role of KAM manager or management representative", "vervult een rol van KAM-manager of directievertegenwoordiger", "roles"),
            _fact("in_top_management", Type.BOOL, "is marked as top management, or is a member of a body that is", "hoort tot de directie, rechtstreeks of via een orgaan", "top_management"),
        ),
        (_derived("owned_chains", "chain", "current chains that the person owns", "huidige ketens waarvan iemand eigenaar is", rests_on="owns"),),
    ),
    Kind(
        "role",
        "roles",
        "a position that persons hold",
        "rol",
        (
            _flag("feedback", "is part of the feedback function", "hoort bij de feedbackfunctie"),
            _flag("kam", "has a part in the KAM system", "heeft een aandeel in het KAM-systeem"),
            _flag("kam_manager", "is a KAM manager or management representative", "is KAM-manager of directievertegenwoordiger"),
            _flag("top_management", "belongs to top management", "hoort tot de directie"),
        ),
        (
            _to("holders", "person", "who holds it", "wie haar vervult", inverse="roles"),
            _to("unit", "unit", "its place in the organisation", "de plaats in de organisatie", inverse="roles", one=True),
            _to("authorities", "authority", "what it may decide", "waar zij over mag beslissen", inverse="held_by"),
            _to("derived_from", "policy", "the policy that it follows from", "het beleid waar zij uit volgt", inverse="derived_roles"),
        ),
        (_LEADS,),
    ),
    Kind(
        "body",
        "bodies",
        "a group that decides together, as a board",
        "orgaan",
        (
            _flag("management_team", "is the management team", "is het managementteam"),
            _flag("top_management", "is top management", "is de directie"),
        ),
        (_to("members", "person role", "who sits in it", "wie erin zit", inverse="bodies"),),
    ),
    Kind(
        "unit",
        "units",
        "a part of the organisation",
        "afdeling",
        (
            _flag("customer_contact", "has contact with customers", "heeft contact met klanten"),
            _flag("management", "is there to lead", "is er om leiding te geven"),
        ),
        (
            _people("head", "who leads it", "wie haar leidt", inverse="heads"),
            _to("part_of", "unit", "the unit that holds it", "de afdeling waar zij onder valt", inverse="parts", one=True, up=True, acyclic=True),
        ),
        (
            _LEADS,
            _fact("told_feedback_policy", Type.BOOL, "a communication about a feedback policy reached it or a unit that holds it", "een bericht over feedbackbeleid bereikte haar of een afdeling erboven"),
            _fact("told_feedback_objectives", Type.BOOL, "a communication about every objective for feedback reached it or a unit that holds it", "een bericht over elk doel voor feedback bereikte haar of een afdeling erboven"),
        ),
        (_derived("feedback_tasks", "task", "tasks of the feedback function that it has a part in", "taken van de feedbackfunctie waar zij deel aan heeft", rests_on="tasks"),),
    ),
    Kind(
        "team",
        "teams",
        "people who work together every day",
        "team",
        (
            _flag("multidisciplinary", "brings several disciplines together", "brengt meer disciplines samen"),
            _text("cooperation", "what is done for communication and cooperation in it", "wat er gedaan wordt voor communicatie en samenwerking erin"),
        ),
        (
            _OWNERS,
            _to("part_of", "unit", "the unit that holds it", "de afdeling waar het onder valt", inverse="teams", one=True, up=True),
            _to("members", "person", "who is in it", "wie erin zit", inverse="teams"),
            _to("chains", "chain", "the chains that it works in", "de ketens waarin het werkt", inverse="teams"),
            _to("objectives", "objective", "objectives that it has in common", "gezamenlijke doelstellingen", inverse="teams"),
        ),
        derived=(
            _derived("needed_skills", "skill", "skills that the steps done in it need", "vaardigheden die de stappen in het team vragen", rests_on="steps"),
            _derived("lacking_skills", "skill", "skills that the steps done in it need and none of its members has", "vaardigheden die de stappen in het team vragen en geen lid heeft", rests_on="members"),
        ),
    ),
    Kind("authority", "authorities", "something that a role may decide", "bevoegdheid"),
    Kind(
        "task",
        "tasks",
        "work that has to be done",
        "taak",
        (_flag("feedback", "is a task in handling customer feedback", "is een taak in het omgaan met klantfeedback"),),
        (
            _people("accountable", "who is accountable for it", "wie er eindverantwoordelijk voor is"),
            _to("carried_out_by", "person role", "who does it", "wie het doet", inverse="carries_out"),
            _to("needs", "authority", "the authorities that it needs", "de bevoegdheden die zij vraagt", inverse="needed_by"),
            _to("units", "unit", "the units that have a part in it", "de afdelingen die er deel aan hebben", inverse="tasks"),
            _to("feedback_forms", "feedback_form", "the forms of feedback that it is about", "de vormen van feedback waar zij over gaat", inverse="tasks"),
        ),
        (
            _fact("authorities_suffice", Type.BOOL, "each role that does it holds the authorities that it needs", "elke rol die haar doet heeft de bevoegdheden die zij vraagt", "needs carried_out_by"),
        ),
        (_derived("accountable_roles", "role", "roles that are accountable for it", "rollen die er eindverantwoordelijk voor zijn", rests_on="accountable"),),
    ),
    Kind(
        "duty",
        "duties",
        "something that the owner of a chain answers for",
        "eigenaarstaak",
        fixed=DUTIES,
    ),
    Kind(
        "assignment",
        "assignments",
        "who answers for what: accountable, carrying out, consulted",
        "toewijzing",
        (
            _date("assigned_on", "when it was assigned", "wanneer het is toegekend"),
            _date("communicated_on", "when it was told", "wanneer het is meegedeeld"),
        ),
        (
            _to("duties", "duty", "what is assigned", "wat er wordt toegekend", inverse="assignments"),
            _to("chains", "chain", "for which chains", "voor welke ketens", inverse="assignments"),
            _to("roles", "role", "for which roles", "voor welke rollen", inverse="assignments"),
            _to("tasks", "task", "for which tasks", "voor welke taken", inverse="assignments"),
            _to("management_systems", "management_system", "for which management systems", "voor welke managementsystemen", inverse="assignments"),
            _to("authorities", "authority", "with which authorities", "met welke bevoegdheden", inverse="assignments"),
            _people("accountable", "who answers for it in the end", "wie er uiteindelijk voor instaat"),
            _people("carries_out", "who does the work", "wie het werk doet"),
            _people("consulted", "who is consulted", "wie er geraadpleegd wordt"),
            _people("assigned_by", "who assigned it", "wie het toekende"),
            _people("communicated_by", "who told it", "wie het meedeelde"),
        ),
        (
            _fact("for_kam", Type.BOOL, "is for a management system, or for a role with a part in one", "is voor een managementsysteem, of voor een rol met een aandeel daarin", "management_systems roles"),
            _fact("assigned_from_the_top", Type.BOOL, "somebody in top management assigned it, by the day of assessment", "iemand in de directie kende het toe, voor de dag van beoordeling", "assigned_by"),
            _fact("told_from_the_top", Type.BOOL, "somebody in top management told it, by the day of assessment", "iemand in de directie deelde het mee, voor de dag van beoordeling", "communicated_by"),
            _fact("by_kam_manager_alone", Type.BOOL, "only KAM managers outside top management assigned or told it", "alleen KAM-managers buiten de directie kenden het toe of deelden het mee", "assigned_by"),
        ),
    ),
    Kind(
        "transfer_plan",
        "transfer_plans",
        "a plan for passing on knowledge",
        "kennisoverdrachtsplan",
        (_date("due", "when it is to be done", "wanneer het klaar moet zijn"),),
        (
            _OWNERS,
            _to("teams", "team", "the teams that learn", "de teams die leren", inverse="transfer_plans"),
            _to("skills", "skill", "the skills that are passed on", "de vaardigheden die worden overgedragen", inverse="transfer_plans"),
        ),
    ),
)

_TELLING: Final = (
    Kind(
        "topic",
        "topics",
        "a subject that is written or spoken about",
        "onderwerp",
        fixed=_TOPICS,
    ),
    Kind(
        "document",
        "documents",
        "documented information",
        "document",
        (
            _text("version", "its version", "de versie"),
            _date("on", "its date", "de datum"),
            _date("next_review", "when it is to be reviewed", "wanneer het wordt herzien"),
            _flag("to_all", "everybody in the organisation can get at it", "iedereen in de organisatie kan erbij"),
        ),
        (
            _OWNERS,
            _to("about", "", "what it is about", "waar het over gaat", inverse="told_in_documents"),
            _to("topics", "topic", "its subjects", "de onderwerpen", inverse="told_in_documents"),
            _people("by", "who wrote it", "wie het schreef"),
            _to("available_to", "unit person interested_party customer_group", "who can get at it", "wie erbij kan", inverse="available_documents"),
        ),
        (
            _fact("by_leader", Type.BOOL, "somebody who leads wrote it", "iemand die leiding geeft schreef het", "by"),
            _BY_TOP,
            _HELD,
            _DAYS_AGO,
        ),
    ),
    Kind(
        "communication",
        "communications",
        "something told to people",
        "communicatie",
        (
            _date("on", "the day", "de dag"),
            _flag("in_person", "was told in person", "is persoonlijk verteld"),
            _flag("to_all", "was told to the whole organisation", "is aan de hele organisatie verteld"),
            _choice("side", "internal external", "inside or outside", "intern of extern"),
        ),
        (
            _people("by", "who told it", "wie het vertelde"),
            _to("to", "unit person team interested_party customer_group", "who was told", "wie het te horen kreeg", inverse="heard"),
            _to("about", "", "what it was about", "waar het over ging", inverse="told_in"),
            _to("topics", "topic", "its subjects", "de onderwerpen", inverse="told_in"),
        ),
        (
            _HELD,
            _DAYS_AGO,
            _fact("by_leader", Type.BOOL, "somebody who leads told it", "iemand die leiding geeft vertelde het", "by"),
            _BY_TOP,
            _fact("about_kam", Type.BOOL, "is about a management system, KAM policy or KAM objective, or about a subject of these", "gaat over een managementsysteem, KAM-beleid of KAM-doelstelling, of over een onderwerp daarvan", "about topics"),
            _BY_KAM_MANAGER,
        ),
    ),
    Kind(
        "feedback_form",
        "feedback_forms",
        "a form of customer feedback",
        "vorm van feedback",
        (_choice("sort", "reaction remark signal report complaint objection satisfaction compliment other", "what sort", "welk soort"),),
        derived=(_derived("feedback_tasks", "task", "tasks of the feedback function that are about it", "taken van de feedbackfunctie die erover gaan", rests_on="tasks"),),
    ),
    Kind(
        "term",
        "terms",
        "a name for a form of feedback",
        "begrip",
        (_text("definition", "what it means", "wat het betekent"),),
        (
            _to("form", "feedback_form", "the form that it names", "de vorm die het benoemt", inverse="terms", one=True),
            _to("used_in", "unit report", "where it is used", "waar het wordt gebruikt", inverse="terms"),
        ),
    ),
    Kind(
        "report",
        "reports",
        "a report on feedback or performance",
        "rapportage",
        (_date("on", "the day", "de dag"),),
        (
            _OWNERS,
            _to("shows", "feedback_form", "forms that it shows separately", "vormen die zij apart laat zien", inverse="shown_in"),
            _to("aggregates", "feedback_form", "forms that it brings together", "vormen die zij samenbrengt", inverse="aggregated_in"),
            _to("chains", "chain", "the chains that it is about", "de ketens waar zij over gaat", inverse="reports"),
        ),
        (
            _fact("aggregates_every_form", Type.BOOL, "brings together every form of feedback there is", "brengt elke vorm van feedback samen", "aggregates"),
        ),
    ),
    Kind(
        "research",
        "researches",
        "research among customers",
        "klantonderzoek",
        (
            _date("on", "the day", "de dag"),
            _choice("method", "qualitative quantitative both", "how it is done", "hoe het gedaan wordt"),
        ),
        (
            _OWNERS,
            _to("customer_groups", "customer_group", "who was asked", "wie er gevraagd zijn", inverse="researches"),
        ),
    ),
)

_CHANGE: Final = (
    Kind(
        "initiative",
        "initiatives",
        "an activity or change that is undertaken",
        "initiatief",
        (
            _flag("customer_orientation", "is aimed at customer orientation", "is gericht op klantgerichtheid"),
            _choice(
                "sort",
                _SORTS,
                "what sort of activity",
                "welk soort activiteit",
            ),
            _date("start", "first day", "eerste dag"),
            _date("end", "last day", "laatste dag"),
            _text("intended_result", "what it is meant to bring", "wat het moet opleveren"),
            _text("evaluation", "what it brought", "wat het opleverde"),
            _date("evaluated_on", "when that was established", "wanneer dat is vastgesteld"),
            _flag("for_management", "is aimed at management", "is gericht op het management"),
            _flag("for_employees", "is aimed at employees", "is gericht op medewerkers"),
            _text("people_change", "which change in people it counts on", "op welke verandering bij mensen het rekent"),
            _flag("claims_fewer_handovers", "says that there will be fewer handovers", "zegt dat er minder overdrachten komen"),
        ),
        (
            _OWNERS,
            _to("contributes_to", "objective policy mission", "what it contributes to", "waar het aan bijdraagt", inverse="initiatives", up=True),
            _to("before", "chain", "the chains as they were", "de ketens zoals ze waren", inverse="redesigned_by"),
            _to("after", "chain", "the chains as they become", "de ketens zoals ze worden", inverse="brought_by"),
            _to("symptoms", "symptom", "the symptoms that it answers", "de symptomen waar het op antwoordt", inverse="initiatives"),
            _to("relies_on", "initiative", "what brings about the change in people that it counts on", "wat de verandering bij mensen brengt waarop het rekent", inverse="relied_on_by"),
            _to("teams", "team", "the teams inside which it works", "de teams waarbinnen het werkt", inverse="initiatives"),
        ),
        (
            _ALIGNED[1],
            _fact("hard", Type.BOOL, "is on the hard side: structure, process or system", "zit aan de harde kant: structuur, proces of systeem", "sort"),
            _fact("ended", Type.BOOL, "its last day is before the assessment", "de laatste dag ligt voor de beoordeling", "end"),
            _fact("lifted", Type.BOOL, "each level that it is placed on lies above the one where its sort works", "elk niveau waarop het is geplaatst ligt boven dat waarop zijn soort werkt", "sort"),
            _fact("money", Type.DECIMAL, "money spent on all its interventions, in euros", "geld voor alle interventies ervan, in euro's", "interventions"),
            _fact("hours", Type.DECIMAL, "hours spent on all its interventions", "uren voor alle interventies ervan", "interventions"),
            _fact("trains", Type.BOOL, "trains knowledge or skills", "traint kennis of vaardigheden", "sort"),
            _fact("with_values_of_management", Type.BOOL, "begun before it ends there is work on the values of management", "begonnen voor het eindigt is er werk aan de waarden van het management"),
            _fact("with_values_of_employees", Type.BOOL, "begun before it ends there is work on the values of employees", "begonnen voor het eindigt is er werk aan de waarden van medewerkers"),
            _fact("external_before", Type.COUNT, "handovers between units or teams in the chains as they were", "overdrachten tussen afdelingen of teams in de ketens zoals ze waren", "before"),
            _fact("external_after", Type.COUNT, "handovers between units or teams in the chains as they become", "overdrachten tussen afdelingen of teams in de ketens zoals ze worden", "after"),
            _fact("handovers_before", Type.COUNT, "handovers in the chains as they were", "overdrachten in de ketens zoals ze waren", "before"),
            _fact("handovers_after", Type.COUNT, "handovers in the chains as they become", "overdrachten in de ketens zoals ze worden", "after"),
            _fact("measured_quality", Type.BOOL, "quality in its chains was measured before its first and after its last day", "kwaliteit in de ketens is gemeten voor de eerste en na de laatste dag", "before after"),
            _fact("measured_flexibility", Type.BOOL, "flexibility in its chains was measured before its first and after its last day", "flexibiliteit in de ketens is gemeten voor de eerste en na de laatste dag", "before after"),
            _fact("measured_speed", Type.BOOL, "speed in its chains was measured before its first and after its last day", "snelheid in de ketens is gemeten voor de eerste en na de laatste dag", "before after"),
            _fact("boundaries_first", Type.BOOL, "no chain of its teams has handovers between teams, or a redesign of it that has fewer began no later", "geen keten van de teams heeft overdrachten tussen teams, of een herontwerp ervan met minder begon niet later", "teams"),
        ),
    ),
    Kind(
        "intervention",
        "interventions",
        "the part of an initiative that works on one of the seven levels",
        "interventie",
        (
            _choice("level", "mission identity values competences skills behaviour context", "the level that it works on", "het niveau waarop het werkt"),
            _amount("money", "money spent on it, in euros", "geld ervoor, in euro's"),
            _amount("hours", "hours spent on it", "uren ervoor"),
        ),
        (_to("initiative", "initiative", "its initiative", "het initiatief", inverse="interventions", one=True, up=True),),
        (
            _fact("judged", Type.BOOL, "is of an initiative for customer orientation, and below the highest level", "is van een initiatief voor klantgerichtheid, en onder het hoogste niveau", "initiative level"),
            _fact("above_worked", Type.BOOL, "each level above it was worked no later, or is in order", "elk niveau erboven is niet later bewerkt, of is in orde", "level"),
            _fact("next_above_worked", Type.BOOL, "the level right above it was worked no later, or is in order", "het niveau er vlak boven is niet later bewerkt, of is in orde", "level"),
        ),
    ),
    Kind(
        "level_check",
        "level_checks",
        "what was established about one of the seven levels",
        "niveautoets",
        (
            _choice("level", "mission identity values competences skills behaviour context", "the level", "het niveau"),
            Attribute("in_order", Type.BOOL, "the level is in order, and need not be worked on", "het niveau is in orde, en hoeft niet bewerkt te worden", flag=True, by_evidence=(True,)),
            _date("on", "when that was established", "wanneer dat is vastgesteld"),
        ),
        (_people("by", "who established it", "wie het vaststelde"),),
    ),
    Kind(
        "promise",
        "promises",
        "something said about the future",
        "belofte",
        (
            _text("what", "what was promised", "wat er beloofd is"),
            _date("made_on", "when it was made", "wanneer zij gedaan is"),
            _date("due", "when it is to be kept", "wanneer zij moet zijn nagekomen", required=True),
            _date("kept_on", "when it was kept", "wanneer zij is nagekomen"),
            _date("withdrawn_on", "when it was taken back", "wanneer zij is ingetrokken"),
            Attribute(
                "rests_on",
                Type.TEXT,
                "what it rests on, and so how sure it is",
                "waar zij op rust, en dus hoe zeker zij is",
                words=(*PROMISE_CERTAIN, *PROMISE_UNCERTAIN),
                by_evidence=PROMISE_CERTAIN,
            ),
            _text("conditions", "what it depends on", "waar zij van afhangt"),
            _choice("told_as", "certain uncertain", "how it was told", "hoe zij verteld is"),
            _flag("conditions_told", "its conditions were told to the receiver", "de voorwaarden zijn aan de ontvanger verteld"),
            Attribute("probability", Type.DECIMAL, "how likely it was said to be, from 0 to 1", "hoe waarschijnlijk zij werd genoemd, van 0 tot 1", least=0, most=1),
        ),
        (
            _people("maker", "who made it", "wie haar deed"),
            _to("receiver", "person unit team customer_group interested_party", "who received it", "wie haar kreeg", inverse="promises"),
            _to("chain", "chain", "its chain", "de keten", inverse="promises", one=True, up=True),
        ),
        (
            _fact("contracted", Type.BOOL, "a contract about it makes it certain, signed by the day of assessment", "een contract erover maakt haar zeker, getekend voor de dag van beoordeling", "rests_on"),
            _fact("secured", Type.BOOL, "a contract, order confirmation or reserved capacity about it makes it certain", "een contract, orderbevestiging of gereserveerde capaciteit erover maakt haar zeker", "rests_on"),
            _fact("fell_due", Type.BOOL, "was to be kept before the day of assessment", "moest voor de dag van beoordeling zijn nagekomen", "due"),
            _fact("kept_in_time", Type.BOOL, "was kept, and no later than promised", "is nagekomen, en niet later dan beloofd", "kept_on due"),
            _fact("outcome", Type.TEXT, "what became of it: kept, late, overdue, withdrawn or open", "wat ervan geworden is: nagekomen, te laat, verlopen, ingetrokken of open", "kept_on due", "kept late overdue withdrawn open"),
            _fact("to_customer", Type.BOOL, "was made to a customer or interested party", "is aan een klant of belanghebbende gedaan", "receiver"),
            _fact("to_colleague", Type.BOOL, "was made to somebody inside: a person, unit or team", "is aan iemand binnen gedaan: een persoon, afdeling of team", "receiver"),
        ),
    ),
    Kind(
        "symptom",
        "symptoms",
        "something that customers notice and that is not right",
        "symptoom",
        (_date("on", "when it was seen", "wanneer het gezien is"),),
        (
            _to("found_in", "research", "the research that showed it", "het onderzoek dat het liet zien", inverse="symptoms"),
            _to("chains", "chain", "the chains that it shows in", "de ketens waarin het zichtbaar is", inverse="symptoms", up=True),
        ),
        (
            _fact("first_answer", Type.TEXT, "the sort of the initiative for customer orientation that answered it first", "de soort van het initiatief voor klantgerichtheid dat er het eerst op antwoordde", "initiatives", _SORTS),
            _fact("first_answer_hard", Type.BOOL, "the initiative for customer orientation that answered it first is on the hard side", "het initiatief voor klantgerichtheid dat er het eerst op antwoordde zit aan de harde kant", "initiatives"),
        ),
    ),
    Kind(
        "cause",
        "causes",
        "what lies under a symptom",
        "oorzaak",
        (_choice("level", "mission identity values competences skills behaviour context", "the level that it lies on", "het niveau waarop zij ligt"),),
        (_to("explains", "symptom", "the symptoms that it explains", "de symptomen die zij verklaart", inverse="causes", up=True),),
    ),
)

VOCABULARY: Final = Vocabulary(
    kinds=(*_DIRECTION, *_STEERING, *_CHAINS, *_PEOPLE, *_TELLING, *_CHANGE),
    organisation=(
        _fact("silo_share", Type.SHARE, "share of KPIs made for a unit, tied to no chain and no result of an objective of the whole", "aandeel KPI's dat voor een afdeling is gemaakt, bij geen keten hoort en geen resultaat van een doel van het geheel meet"),
        _fact("steering_quality_share", Type.SHARE, "share of the KPIs for feedback that are steered on which are about quality", "aandeel van de KPI's voor feedback waarop gestuurd wordt dat over kwaliteit gaat"),
        _fact("told_feedback_share", Type.SHARE, "share of units that were told of a feedback policy and of every objective for feedback", "aandeel afdelingen dat over feedbackbeleid en elk doel voor feedback heeft gehoord"),
        _fact("people_money_share", Type.SHARE, "share of the money for customer orientation that goes to people: to any level above context", "aandeel van het geld voor klantgerichtheid dat naar mensen gaat: naar elk niveau boven de context"),
        _fact("people_hours_share", Type.SHARE, "share of the hours for customer orientation that goes to people: to any level above context", "aandeel van de uren voor klantgerichtheid dat naar mensen gaat: naar elk niveau boven de context"),
        _fact("levels_worked", Type.COUNT, "how many of the seven levels initiatives for customer orientation work on", "op hoeveel van de zeven niveaus initiatieven voor klantgerichtheid werken"),
        _fact("kept_to_customers_share", Type.SHARE, "share of the promises to customers that fell due which were kept in time", "aandeel van de beloften aan klanten die moesten zijn nagekomen dat op tijd is nagekomen"),
        _fact("kept_to_colleagues_share", Type.SHARE, "share of the promises between colleagues that fell due which were kept in time", "aandeel van de beloften tussen collega's die moesten zijn nagekomen dat op tijd is nagekomen"),
        _fact("tasks_authorised", Type.BOOL, "the roles that do tasks hold the authorities that each task needs", "de rollen die taken doen hebben de bevoegdheden die elke taak vraagt"),
    ),
)
