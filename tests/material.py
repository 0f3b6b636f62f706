"""A small town and a small checklist that show all that a report can tell."""

from __future__ import annotations

from typing import Final

CHECKLIST: Final = """\
id: small-chains
version: 1.2.0
title: {nl: Ketens in het klein, en: Chains in small}
source: {title: Een tekst over ketens, author: A. Auteur, language: nl, edition: "2012"}
scoring: weighted-mean
parameters:
  span: {type: int, default: 2, title: {nl: Spanwijdte, en: Span of control}, source: our reading}
  strict: {type: bool, default: true, title: {nl: Van boven naar beneden, en: From the top down}}
diagnosis: {covers: [T-0], weights: {major: 3, minor: 1}, strict: strict}
requirements:
  - id: ownership
    title: {nl: Elke keten heeft één eigenaar, en: Every chain has one owner}
    weight: 2
    systemic: {minors: 2}
    checkpoints:
      - id: T-1
        title: {nl: Elke keten heeft precies één eigenaar, en: Each chain has exactly one owner}
        role: requirement
        each: chain
        if_none: nonconformity
        holds: owners.size() == 1
        finding_kind: missing-ownership
        grade: major
        told_first: true
        orientation: identity
        clauses: [{norm: ISO 9001, edition: "2015", clause: 5.3, more: {nl: "één persoon, geen orgaan", en: "one person, no body"}}]
        why: {nl: Wie door niemand wordt aangesproken verbetert niets, en: What nobody answers for does not improve}
        finding: {nl: "Keten {name}: {owners.size()} eigenaren ({owners})", en: "Chain {name}: {owners.size()} owners ({owners})"}
        repair: {nl: Wijs één lid van het managementteam aan, en: Appoint one member of the management team}
      - id: T-2
        title: {nl: De eigenaar zit in het managementteam, en: The owner is in the management team}
        role: requirement
        each: chain
        if_none: not-applicable
        applies: owners.size() > 0
        holds: owners.all(p, p.in_management_team)
        finding_kind: missing-ownership
        grade: minor
        finding: {nl: "{owners} zit niet in het managementteam", en: "{owners} is not in the management team"}
        repair: {nl: Neem de eigenaar op in het managementteam, en: Take the owner into the management team}
      - id: T-3
        title: {nl: De eigenaar leidt het prestatiegesprek, en: The owner leads the performance conversation}
        role: requirement
        each: chain
        if_none: not-applicable
        holds: accountable_performance_conversation.exists_one(p, p.owner)
        finding_kind: missing-ownership
        grade: minor
        finding: {nl: "Keten {name}: niet de eigenaar leidt het prestatiegesprek", en: "Chain {name}: not the owner leads the performance conversation"}
        repair: {nl: Ken deze taak aan de eigenaar toe, en: Assign this duty to the owner}
      - id: T-4
        title: {nl: Niemand leidt te veel mensen, en: Nobody leads too many people}
        role: advice
        each: person
        if_none: not-applicable
        holds: direct_reports.size() <= span
        finding: {nl: "{name} leidt {direct_reports.size()} mensen", en: "{name} leads {direct_reports.size()} people"}
        repair: {nl: Verdeel het werk, en: Divide the work}
  - id: voice
    title: {nl: De stem van de klant wordt gehoord, en: The voice of the customer is heard}
    checkpoints:
      - id: T-5
        title: {nl: Leiders zijn persoonlijk betrokken, en: Leaders are personally involved}
        role: requirement
        ask: {nl: Zijn leiders persoonlijk betrokken?, en: Are leaders personally involved?}
        scale: yes-partly-no
        guidance: {nl: Verslagen waaruit dat blijkt, en: Minutes that show it}
        about_leaders: true
        grade: major
      - id: T-6
        title: {nl: Het beleid is bekendgemaakt, en: The policy has been made known}
        role: requirement
        ask: {nl: Is het beleid bekendgemaakt?, en: Has the policy been made known?}
        holds: communications.exists(c, c.held)
        grade: minor
        finding: {nl: Het beleid is niet bekendgemaakt, en: The policy has not been made known}
        repair: {nl: Vertel het aan iedereen, en: Tell everybody}
      - {id: T-7, role: sign, shows: [T-6], title: {nl: Iedereen kent het waarom, en: Everybody knows why}, ask: {nl: Kent iedereen het waarom?, en: Does everybody know why?}}
      - {id: T-8, role: sign, shows: [T-6], sign_group: plan, title: {nl: Er is een plan, en: There is a plan}, ask: {nl: Is er een plan?, en: Is there a plan?}}
      - {id: T-9, role: sign, shows: [T-6], sign_group: plan, title: {nl: Het plan is begrijpelijk, en: The plan is understandable}, ask: {nl: Is het plan begrijpelijk?, en: Is the plan understandable?}}
      - id: T-10
        title: {nl: Elke keten levert iets, en: Each chain delivers something}
        role: requirement
        each: chain
        if_none: nonconformity
        holds: products.size() > 0 && has(chain.trigger)
        grade: minor
        orientation: mission
        finding: {nl: "Keten {name} levert niets", en: "Chain {name} delivers nothing"}
        repair: {nl: Noem wat de keten levert, en: Name what the chain delivers}
"""

ORGANISATION: Final = """\
id: kleinstad
name: {nl: Gemeente Kleinstad, en: Municipality of Smalltown}
described: {by: ada, on: 2026-10-01, basis: record}
not_described: [communication]
nodes:
  person:
    - {id: ada, name: Ada Aalders, management_team: true, top_management: true}
    - {id: bob, name: Bob Bos, management_team: true, reports_to: ada}
    - {id: cas, name: Cas Citroen, reports_to: ada}
    - {id: dee, name: Dee Dijk, reports_to: ada}
  product:
    - {id: permit, name: {nl: Vergunning, en: Permit}}
  chain:
    - id: permits
      name: {nl: Vergunningen verlenen, en: Granting permits}
      owners: [bob]
      products: [permit]
      trigger: a request
    - {id: objections, name: {nl: Bezwaren behandelen, en: Handling objections}, trigger: an objection}
    - id: markets
      name: {nl: Markten houden, en: Holding markets}
      owners: [bob, cas]
      products: [permit]
      trigger: a season
    - id: parking
      name: {nl: Parkeren regelen, en: Regulating parking}
      owners: [{to: cas, basis: belief}]
      products: [permit]
      trigger: a car
  assignment:
    - {id: talks, chains: [permits], duties: [performance-conversation], accountable: [bob]}
    - {id: talks-of-markets, chains: [markets], duties: [performance-conversation], accountable: [dee]}
evidence:
  - {id: minutes, kind: document, on: 2026-06-01, about: [T-8, T-6], name: {nl: Notulen, en: Minutes}}
answers:
  - {checkpoint: T-5, value: partly, basis: belief, by: ada, on: 2026-09-01}
  - {checkpoint: T-6, value: yes, basis: document, evidence: [minutes], by: bob, on: 2026-09-01}
  - {checkpoint: T-7, value: no, basis: observation, by: bob, on: 2026-09-01}
  - {checkpoint: T-8, value: yes, basis: document, evidence: [minutes], by: bob, on: 2026-09-01}
  - {checkpoint: T-9, value: yes, basis: trust, by: bob, on: 2026-09-01}
"""

AS_OF: Final = "2026-11-01"
