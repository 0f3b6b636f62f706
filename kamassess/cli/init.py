"""
``kamassess init``: the file of a small organisation to begin with.
"""

from __future__ import annotations

import shlex
from argparse import Namespace
from pathlib import Path
from typing import Final

from kamassess.cli.status import Status
from kamassess.cli.streams import say, unwritten
from kamassess.cli.words import told
from kamassess.errors import InvalidSource, Mistake, Place
from kamassess.showing.text import clean

NAME: Final = "organisation.yaml"

_EN: Final = """\
# The description of an organisation. What stands here is a beginning: change it, and run
#   kamassess assess {file} --checklist customer-chains
id: my-organisation
name: {{nl: Mijn organisatie, en: My organisation}}

# Who describes it, when, and what that rests on: contract, document, record or observation is certain;
# assumption, belief, trust, promise, experience or pressure is not.
described: {{by: your-name, on: {today}, basis: record}}

# What is left open on purpose: a kind, kind.relation, or kind:id.relation.
# What is not there and not named here does not exist.
not_described: [promise, it_system]

nodes:
  person:
    - {{id: director, name: The director, management_team: true, top_management: true}}
    - {{id: manager, name: The manager, management_team: true, reports_to: director}}

  customer_group:
    - {{id: customers, name: {{nl: Klanten, en: Customers}}}}

  product:
    - {{id: service, name: {{nl: Dienst, en: Service}}, sort: service, family: services}}

  # A customer chain: from the customer's question to the need fulfilled. One owner, who sits in the management team.
  chain:
    - id: delivery
      name: {{nl: Dienst leveren, en: Delivering the service}}
      trigger: a customer asks for the service
      outcome: the customer has the service
      owners: [{{to: manager, basis: document, evidence: [mandate]}}]
      customers: [customers]
      started_by: [customers]
      received_by: [customers]
      products: [service]

  contact_moment:
    - {{id: request, chain: delivery, at: start, description: the request}}
    - {{id: handing-over, chain: delivery, at: end, description: handing over}}

# What a basis can be proven with: it says what it is about, has a date, and may expire.
evidence:
  - {{id: mandate, kind: document, on: {today}, about: ["chain:delivery"], reference: where it is to be found}}

# Answers to the questions of checkpoints. 'kamassess explain' tells what a checkpoint asks.
answers: []
"""

_NL: Final = """\
# De beschrijving van een organisatie. Wat hier staat is een begin: pas het aan, en geef
#   kamassess assess {file} --checklist customer-chains --lang nl
id: mijn-organisatie
name: {{nl: Mijn organisatie, en: My organisation}}

# Wie beschrijft, wanneer, en waar dat op rust. Zeker is: contract, document, record (registratie),
# observation (waarneming). Niet zeker: assumption (aanname), belief (overtuiging), trust (vertrouwen),
# promise (belofte), experience (ervaring), pressure (druk).
described: {{by: uw-naam, on: {today}, basis: record}}

# Wat met opzet open blijft: een soort, soort.relatie, of soort:id.relatie.
# Wat er niet staat en hier niet genoemd is, bestaat niet.
not_described: [promise, it_system]

nodes:
  person:
    - {{id: directeur, name: De directeur, management_team: true, top_management: true}}
    - {{id: manager, name: De manager, management_team: true, reports_to: directeur}}

  customer_group:
    - {{id: klanten, name: {{nl: Klanten, en: Customers}}}}

  product:
    - {{id: dienst, name: {{nl: Dienst, en: Service}}, sort: service, family: diensten}}

  # Een klantketen: van de vraag van de klant tot de vervulde behoefte. Eén eigenaar, lid van het managementteam.
  chain:
    - id: levering
      name: {{nl: Dienst leveren, en: Delivering the service}}
      trigger: een klant vraagt om de dienst
      outcome: de klant heeft de dienst
      owners: [{{to: manager, basis: document, evidence: [mandaat]}}]
      customers: [klanten]
      started_by: [klanten]
      received_by: [klanten]
      products: [dienst]

  contact_moment:
    - {{id: aanvraag, chain: levering, at: start, description: de aanvraag}}
    - {{id: overhandiging, chain: levering, at: end, description: de overhandiging}}

# Waarmee iets te bewijzen is: het zegt waar het over gaat, heeft een datum, en kan verlopen.
evidence:
  - {{id: mandaat, kind: document, on: {today}, about: ["chain:levering"], reference: waar het te vinden is}}

# Antwoorden op de vragen van checkpunten. 'kamassess explain' vertelt wat een checkpunt vraagt.
answers: []
"""

_NEXT: Final = {
    "en": "Wrote {file}. Describe your organisation in it; then:\n  kamassess assess {file} --checklist customer-chains",
    "nl": "{file} is geschreven. Beschrijf daarin uw organisatie; daarna:\n"
    "  kamassess assess {file} --checklist customer-chains --lang nl",
}


def run(arguments: Namespace) -> int:
    """Write the file, and say what to do next. A file that is there already is left as it is."""
    from datetime import date

    file = Path(arguments.folder) / NAME
    named = shlex.quote(clean(str(file)))
    text = {"en": _EN, "nl": _NL}[arguments.lang].format(file=named, today=date.today().isoformat())
    if file.parent.is_file():
        raise InvalidSource([Mistake(Place(arguments.folder), told("no folder", arguments.lang))])
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(text.encode(errors="replace"))  # a path may be no text
    except FileExistsError:
        raise InvalidSource([Mistake(Place(str(file)), told("there already", arguments.lang))]) from None
    except OSError as error:
        raise unwritten(str(file), error, arguments.lang) from None
    say(_NEXT[arguments.lang].format(file=named) + "\n")
    return Status.FINE
