"""
Small organisations for the laws, and what they could turn out to be.

An organisation is drawn in the form of a file. What it leaves uncertain (a belief, evidence that does
not count, a part that is not described) can be *completed*: decided one way or the other, until
nothing is uncertain. Whatever is decided of the organisation must then be so of each completion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from kamassess.model.kind import Attribute, Kind, Relation, Type
from kamassess.model.organisation import Organisation
from kamassess.model.vocabulary import PROMISE_CERTAIN, VOCABULARY

AS_OF = date(2026, 11, 1)

Data = dict[str, Any]
"""An organisation in the form of a file."""

#: Kinds that have much to do with each other; an organisation is about one of these.
THEMES: tuple[str, ...] = (
    "person role body",
    "person role body chain",
    "person policy objective kpi",
    "person role chain assignment",
    "chain step unit person",
    "chain step unit team",
    "chain step product it_system",
    "chain kpi objective unit",
    "chain kpi expectation customer_group",
    "policy objective strategy mission vision",
    "policy objective unit communication",
    "kpi objective measurement policy",
    "task role authority unit",
    "report feedback_form task",
    "chain performance_conversation",
    "review policy chain",
    "customer_group interested_party chain contact_moment",
    "document person role unit",
    "initiative objective policy mission chain",
    "initiative intervention level_check symptom",
    "initiative chain step person team",
    "initiative chain kpi measurement",
    "promise customer_group person",
    "team skill step person transfer_plan",
    "management_system policy communication document person role",
    "management_system objective policy assignment role body person",
    "interested_party policy document communication person",
    "pdca_cycle objective kpi person role",
)

#: What a claim can rest on. The evidence ``good`` counts for every node; ``expired`` and ``other`` for none.
CLAIMS: tuple[Data, ...] = (
    {"basis": "document", "evidence": ["good"]},
    {"basis": "contract", "evidence": ["expired", "good"], "on": "2026-10-31"},
    {"basis": "belief"},
    {"basis": "promise", "evidence": ["good"]},
    {"basis": "record"},
    {"basis": "observation", "evidence": ["expired"]},
    {"basis": "document", "evidence": ["other"]},
    {"basis": "document", "evidence": ["good"], "on": "2026-11-02"},
    {"by": "somebody"},
)
CERTAIN = CLAIMS[:2]

_KINDS = VOCABULARY.by_name


def organisations(
    *, uncertain: bool = True, open_ended: bool = True, theme: str | None = None
) -> st.SearchStrategy[Data]:
    """
    An organisation in the form of a file.

    Args:
        uncertain: whether claims may be uncertain.
        open_ended: whether parts may be left open with ``not_described``.
        theme: the kinds that it is about; any of ``THEMES`` where none is given.
    """
    return _organisations(uncertain, open_ended, theme)


@cache
def _organisations(uncertain: bool, open_ended: bool, theme: str | None) -> st.SearchStrategy[Data]:
    return st.sampled_from((theme,) if theme else THEMES).flatmap(
        lambda theme: _about(tuple(_KINDS[kind] for kind in theme.split()), uncertain, open_ended)
    )


@st.composite
def _about(draw: st.DrawFn, kinds: tuple[Kind, ...], uncertain: bool, open_ended: bool) -> Data:
    numbers = {kind.name: draw(st.sampled_from((2, 1, 1, 3, 0))) for kind in kinds}
    ids = {name: tuple(f"{name}-{one}" for one in range(number)) for name, number in numbers.items()}
    nodes = {
        kind.name: [_node(draw, kind, id_, ids, uncertain) for id_ in ids[kind.name]]
        for kind in kinds
        if ids[kind.name]
    }
    data: Data = {"id": "x", "nodes": nodes, "evidence": evidence_about(nodes)}
    if draw(st.integers(0, 9)) == 0 and uncertain:
        data["described"] = {"basis": "belief"}
    if open_ended and draw(st.booleans()):
        parts = sorted(_parts(kinds, ids))
        data["not_described"] = draw(st.lists(st.sampled_from(parts), max_size=2, unique=True))
    return data


def evidence_about(nodes: Mapping[str, list[Data]]) -> list[Data]:
    """Evidence that counts for every node, that has expired, and that is about nothing there is."""
    about = ["organisation", *(f"{kind}:{one['id']}" for kind, listed in nodes.items() for one in listed)]
    return [
        {"id": "good", "kind": "document", "on": "2026-01-01", "about": about},
        {"id": "expired", "kind": "record", "on": "2025-01-01", "valid_until": "2025-12-31", "about": about},
        {"id": "other", "kind": "record", "on": "2026-01-01", "about": ["something-else"]},
    ]


def _parts(kinds: tuple[Kind, ...], ids: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for kind in kinds:
        yield kind.name
        for part, written in kind.written.items():
            if isinstance(written, Attribute) or targets_among(written, ids):
                yield f"{kind.name}.{part}"
                yield from (f"{kind.name}:{id_}.{part}" for id_ in ids[kind.name])


def targets_among(relation: Relation, ids: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The nodes that a relation can point at."""
    listed = [f"{kind}:{id_}" for kind in sorted(relation.targets or ids) for id_ in ids.get(kind, ())]
    return listed + [f"duty:{one}" for one in ("kpi-tree", "set-up") if "duty" in relation.targets]


def _node(draw: st.DrawFn, kind: Kind, id_: str, ids: Mapping[str, tuple[str, ...]], uncertain: bool) -> Data:
    node: Data = {"id": id_}
    if draw(st.integers(0, 4)) == 0:
        claim = draw(st.sampled_from(claims(uncertain)))
        node.update({described_by(kind, key): value for key, value in claim.items()})
    parts = _parts_to_tell(kind, tuple(one for one in ids if ids[one]))
    which = draw(st.integers(0, 2 ** len(parts) - 1))  # one bit a part: each is told half of the time
    for number, written in enumerate(parts):
        is_told = which >> number & 1 or must_be_told(kind, written)
        told = draw(_told(kind, id_, written, ids, uncertain)) if is_told else None
        if told:
            node[written.name] = told
    return node


def must_be_told(kind: Kind, written: Attribute | Relation) -> bool:
    """Whether a file must tell a part, or may not tell it of some nodes alone: who performs a step."""
    required = isinstance(written, Attribute) and written.required
    return required or (kind.name, written.name) == ("step", "performers")


@cache
def _parts_to_tell(kind: Kind, there: tuple[str, ...]) -> tuple[Attribute | Relation, ...]:
    """What can be told of a node where there are nodes of some kinds."""
    ids = dict.fromkeys(there, ("x",))
    written = kind.written.values()
    return tuple(one for one in written if isinstance(one, Attribute) or targets_among(one, ids))


def claims(uncertain: bool) -> tuple[Data, ...]:
    """What something can rest on."""
    return CLAIMS if uncertain else CERTAIN


def _told(
    kind: Kind, id_: str, written: Attribute | Relation, ids: Mapping[str, tuple[str, ...]], uncertain: bool
) -> st.SearchStrategy[Any]:
    if isinstance(written, Attribute):
        return _attributes(written, uncertain)
    targets = targets_among(written, ids)
    if written.acyclic:
        targets = [one for one in targets if one > f"{kind.name}:{id_}"]
    return _links(tuple(targets), 1 if written.one else 2, uncertain)


# One draw says both what is told and what that rests on: most of the time of a law goes into drawing.


@cache
def _attributes(attribute: Attribute, uncertain: bool) -> st.SearchStrategy[Data]:
    """A value of an attribute; one in four rests on a claim of its own."""
    rest = claims(uncertain)
    plain = [{"value": value} for value in few_values(attribute)]
    if not uncertain:  # what makes a promise certain, or a level in order, needs evidence of its own
        plain = [one for one in plain if one["value"] not in PROMISE_CERTAIN]
        plain = [one for one in plain if attribute.name != "in_order" or not one["value"]]
    claimed = [{**one, **claim} for one in plain for claim in rest]
    return st.sampled_from([one for one in plain for _ in range(3 * len(rest))] + claimed).map(dict)


@cache
def _links(targets: tuple[str, ...], most: int, uncertain: bool) -> st.SearchStrategy[list[Data]]:
    """Links to one or two nodes, or none; one in three rests on a claim of its own."""
    if not targets:
        return st.just([])
    rest = claims(uncertain)
    plain = [{"to": target} for target in targets]
    claimed = [{**one, **claim} for one in plain for claim in rest]
    some = [one for one in plain for _ in range(2 * len(rest))] + claimed
    first = st.sampled_from(some)
    second = st.sampled_from([None] * len(some) + some) if most > 1 else st.none()
    return st.tuples(first, second).map(
        lambda pair: [dict(one) for one in {one["to"]: one for one in pair[::-1] if one}.values()]
    )


def described_by(kind: Kind, key: str) -> str:
    """The key by which a node of a kind bears a part of its claim."""
    return f"described_{key}" if key in kind.written else key


@cache
def values(attribute: Attribute) -> st.SearchStrategy[Any]:
    """A value of an attribute."""
    return st.sampled_from(few_values(attribute))


def few_values(attribute: Attribute) -> tuple[Any, ...]:
    """What an attribute can be, out of few, so that two are often equal; nothing ends before it begins."""
    if attribute.words:
        return attribute.words
    if attribute.name in ("made_on", "start", "period_from"):
        return tuple(AS_OF + timedelta(days=days) for days in (-500, -450))
    return {
        Type.DATE: tuple(AS_OF + timedelta(days=days) for days in (-400, -40, -10, 0, 10)),
        Type.TEXT: ("x", "y"),
        Type.BOOL: (False, True),
        Type.INT: (0, 1, 2, 12),
        Type.DECIMAL: (0, 0.5, 1),
    }[attribute.type]


def links(
    kind: Kind, id_: str, relation: Relation, ids: Mapping[str, tuple[str, ...]]
) -> st.SearchStrategy[list[str]]:
    """Where a node may point by a relation; of what may not come back to itself only at nodes after it."""
    targets = targets_among(relation, ids)
    if relation.acyclic:
        targets = [one for one in targets if one > f"{kind.name}:{id_}"]
    if not targets:
        return st.just([])
    least, most = st.sampled_from((1, 1, 0)), 1 if relation.one else 2
    return least.flatmap(
        lambda few: st.lists(st.sampled_from(targets), min_size=few, max_size=most, unique=True)
    )


# -------------------------------------------------------------------------------- what it could turn out to be
@st.composite
def completions(draw: st.DrawFn, data: Data, *, trusting: bool = False) -> Data:
    """
    What an organisation could turn out to be when nothing of it is uncertain.

    Args:
        data: the organisation.
        trusting: whether every claim is taken at its word, so that only what is not described is open.
    """
    uncertain_file = data.get("described", {}).get("basis") == "belief"
    nodes: dict[str, list[Data]] = {}
    for name, listed in data["nodes"].items():
        kind = _KINDS[name]
        for node in listed:
            claim = {
                key: node[described_by(kind, key)] for key in CLAIM_KEYS if described_by(kind, key) in node
            }
            certain = trusting or (claim in CERTAIN if claim else not uncertain_file)
            if certain or draw(st.booleans()):
                nodes.setdefault(name, []).append(_certain_node(draw, kind, node, certain, trusting))
    ids = {name: tuple(one["id"] for one in listed) for name, listed in nodes.items()}
    _fill(draw, nodes, ids, data.get("not_described", ()))
    ids = {name: tuple(one["id"] for one in listed) for name, listed in nodes.items()}
    there = {f"{name}:{id_}" for name, listed in ids.items() for id_ in listed}
    for name, listed in nodes.items():
        for node in listed:
            for part, written in _KINDS[name].written.items():
                if isinstance(written, Relation) and part in node:
                    node[part] = [one for one in node[part] if one in there or one.startswith("duty:")]
    # Of a chain the performers of all steps are told, or of none.
    assume(len({bool(node.get("performers")) for node in nodes.get("step", ())}) < 2)
    return {"id": data["id"], "nodes": nodes, "evidence": evidence_about(nodes)}


CLAIM_KEYS = ("basis", "evidence", "by", "on")


def _certain_node(draw: st.DrawFn, kind: Kind, node: Data, certain: bool, trusting: bool) -> Data:
    """A node with what of it turns out to be so, and without claims but for the papers that decide."""
    found: Data = {"id": node["id"]}
    for part, written in kind.written.items():
        if part not in node:
            continue
        if isinstance(written, Attribute):
            told = dict(node[part])
            value = told.pop("value")
            if trusting or (told in CERTAIN if told else certain):
                papers = told.get("evidence") if told else node.get(described_by(kind, "evidence"))
                if trusting and papers and value in VOCABULARY.by_evidence.get((kind.name, part), ()):
                    # A paper that is named for it and has run out has still run out when every claim is true.
                    found[part] = {"value": value, "basis": "record", "evidence": papers}
                else:
                    found[part] = value
            elif must_be_told(kind, written) or draw(st.booleans()):
                found[part] = draw(values(written))
        else:
            found[part] = []
            for link in node[part]:
                claim = {key: value for key, value in link.items() if key != "to"}
                if trusting or (certain and (claim in CERTAIN if claim else True)) or draw(st.booleans()):
                    found[part].append(link["to"])
            if must_be_told(kind, written) and not found[part]:
                found[part].append(node[part][0]["to"])
    return found


def _fill(
    draw: st.DrawFn,
    nodes: dict[str, list[Data]],
    ids: dict[str, tuple[str, ...]],
    not_described: tuple[str, ...] | list[str],
) -> None:
    """Write something where nothing was described."""
    for kind in [_KINDS[one] for one in not_described if one in _KINDS]:
        if draw(st.booleans()):
            needed = {one.name: draw(values(one)) for one in kind.attributes if one.required}
            nodes.setdefault(kind.name, []).append({"id": f"{kind.name}-new", **needed})
            ids[kind.name] = (*ids.get(kind.name, ()), f"{kind.name}-new")
    for name, listed in nodes.items():
        kind = _KINDS[name]
        for node in listed:
            for part, written in kind.written.items():
                if not {name, f"{name}.{part}", f"{name}:{node['id']}.{part}"}.isdisjoint(not_described):
                    _fill_part(draw, kind, node, written, ids)


def _fill_part(
    draw: st.DrawFn, kind: Kind, node: Data, written: Attribute | Relation, ids: dict[str, tuple[str, ...]]
) -> None:
    if isinstance(written, Attribute):
        if written.name not in node and draw(st.booleans()):
            node[written.name] = draw(values(written))
        return
    there = node.setdefault(written.name, [])
    for one in draw(links(kind, node["id"], written, ids)):
        if one not in there and not (written.one and there):
            there.append(one)


def read(data: Data) -> Organisation:
    """The organisation that a file of this form holds."""
    return Organisation.from_data(deepcopy(data))


# -------------------------------------------------------------------------------------------------- answers
@st.composite
def answered(draw: st.DrawFn, data: Data, asked: Mapping[str, tuple[str, tuple[str, ...]]]) -> Data:
    """
    An organisation with answers, several to one question now and then.

    Args:
        data: the organisation.
        asked: the questions: of which kind each is asked, and what can be answered.
    """
    questions = [
        (checkpoint, focus) for checkpoint, (kind, _) in asked.items() for focus in foci_of(data, kind)
    ]
    answers = []
    for checkpoint, focus in draw(st.lists(st.sampled_from(questions), max_size=8)):
        value = draw(st.sampled_from((*asked[checkpoint][1], NOT_APPLICABLE)))
        reason = {"reason": "so it is"} if value == NOT_APPLICABLE else {}
        claim = draw(st.sampled_from(CLAIMS))
        answers.append({"checkpoint": checkpoint, "focus": focus, "value": value, **reason, **claim})
    return {**data, "answers": answers}


def foci_of(data: Data, kind: str) -> list[str]:
    """The foci of a kind."""
    if kind == "organisation":
        return ["organisation"]
    return [f"{kind}:{one['id']}" for one in data["nodes"].get(kind, ())]


@st.composite
def completed(
    draw: st.DrawFn,
    data: Data,
    asked: Mapping[str, tuple[str, tuple[str, ...]]],
    *,
    trusting: bool = False,
) -> Data:
    """
    What an organisation with its answers could turn out to be: every question has its answer.

    Args:
        data: the organisation.
        asked: the questions: of which kind each is asked, and what can be answered.
        trusting: whether every claim is taken at its word.
    """
    found = draw(completions(data, trusting=trusting))
    answers = []
    for checkpoint, (kind, words) in asked.items():
        for focus in foci_of(found, kind):
            given = [
                one
                for one in data.get("answers", ())
                if (one["checkpoint"], one["focus"]) == (checkpoint, focus)
                and one.get("on", "") <= str(AS_OF)
            ]
            sure = [one for one in given if claim_of(one) in CERTAIN]
            said = {one["value"] for one in sure or given if sure or trusting}
            open_to = (*words, *({NOT_APPLICABLE} & {one["value"] for one in given}))
            value = said.pop() if len(said) == 1 else draw(st.sampled_from(open_to))
            answers.append(
                {"checkpoint": checkpoint, "focus": focus, "value": value, "reason": "so it is", **CERTAIN[0]}
            )
    return {**found, "answers": answers}


def claim_of(told: Data) -> Data:
    """What an answer or link rests on."""
    return {key: told[key] for key in CLAIM_KEYS if key in told}


NOT_APPLICABLE = "not-applicable"
