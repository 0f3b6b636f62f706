"""
What reports say, in Dutch and English: the words of the glossary, and no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.showing.telling import teller as teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # ------------------------------------------------------------------ the head
    "title": ("{name}: beoordeling op {day}", "{name}: assessment of {day}"),
    "against": ("checklist", "checklist"),
    "checklist": ("{title}, versie {version}; naar ‘{source}’{by}{edition}", "{title}, version {version}; after ‘{source}’{by}{edition}"),
    "by author": (" van {author}", " by {author}"),
    "edition": (", editie {edition}", ", {edition} edition"),
    "described": ("beschreven", "described"),
    "described by": ("door {by}", "by {by}"),
    "described on": ("op {day}", "on {day}"),
    "described basis": ("op grond van: {basis}", "on the basis of: {basis}"),
    "not described": ("open gelaten", "left open"),
    "parameters": ("parameters", "parameters"),
    "parameter": ("{value} · {title}", "{value} · {title}"),
    # --------------------------------------------------------------- the verdict
    "verdict": ("Oordeel", "Verdict"),
    "falls short": (
        "Voldoet niet aan alle eisen: {found}; {sure}{open}; begin {first}.",
        "Falls short of the requirements: {found}; {sure}{open}; begin {first}.",
    ),
    "one major": ("1 kritieke afwijking", "1 major nonconformity"),
    "one minor": ("1 niet-kritieke afwijking", "1 minor nonconformity"),
    "all major": ("{count} afwijkingen, alle kritiek", "{count} nonconformities, all of them major"),
    "all minor": ("{count} afwijkingen, geen ervan kritiek", "{count} nonconformities, none of them major"),
    "some major": ("{count} afwijkingen, waarvan {major} kritiek", "{count} nonconformities, {major} of them major"),
    "sure of all": ("dat staat vast", "that is certain"),
    "sure of none": ("dat volgt uit wat gesteld is, en staat nog niet vast", "that follows from what is claimed, and is not certain yet"),
    "sure of some": ("dat staat vast voor {count} en nog niet voor {other}", "that is certain of {count} and not yet of {other}"),
    "mostly unknown": (", en meer dan de helft van wat is gevraagd, is nog niet bekend", ", and more than half of what was asked is not known yet"),
    "first of all": ("met: {what}", "with: {what}"),
    "first there": ("bij ‘{where}’: {what}", "with ‘{where}’: {what}"),
    "first to answer": ("met deze vraag: {what}", "with this question: {what}"),
    "first to prove": ("met bewijs hiervan: {what}", "with evidence of this: {what}"),
    "nothing found": (
        "Geen afwijkingen gevonden, maar dat staat nog niet vast: {unproven} keer is gesteld en niet bewezen dat het in orde is, en {unanswered} keer is het niet bekend{first}.",
        "No nonconformities were found, but that is not certain yet: {unproven} times it is claimed and not proven that all is well, and {unanswered} times it is not known{first}.",
    ),
    "and begin": ("; begin {first}", "; begin {first}"),
    "conforms": (
        "Voldoet aan alle eisen, en dat is bewezen: er hoeft niets hersteld te worden.",
        "Conforms to all requirements, and that is proven: nothing needs mending.",
    ),
    "nothing applies": (
        "Van wat is gevraagd, is hier niets van toepassing: over voldoen is niets te zeggen.",
        "Nothing of what was asked applies here: of conformity nothing can be said.",
    ),
    "nothing judged": ("Er is niets beoordeeld.", "Nothing was judged."),
    "causes": ("oorzaken", "causes"),
    "so many causes": (
        "de {count} afwijkingen hebben samen {causes} oorzaken; elke oorzaak wordt één keer verteld",
        "the {count} nonconformities have {causes} causes between them; each cause is told once",
    ),
    "ownership": ("eigenaarschap", "ownership"),
    "ownership missing": (
        "van de {total} afwijkingen gaan er {count} over wie ervoor instaat: dat is niet één bevoegd mens{causes}",
        "{count} of the {total} nonconformities are about who answers: that is not one entitled person{causes}",
    ),
    "ownership all": (
        "alles gaat over wie ervoor instaat: dat is niet één bevoegd mens{causes}",
        "all of it is about who answers: that is not one entitled person{causes}",
    ),
    "ownership causes": (" (oorzaken: {count})", " (causes: {count})"),
    "certainty": ("zekerheid", "certainty"),
    "certain": (
        "vast: {count}; uit wat gesteld is: {other}",
        "certain: {count}; from what is claimed: {other}",
    ),
    "all certain": ("alle staan vast", "all are certain"),
    "none certain": ("geen staat vast: zij volgen uit wat gesteld is", "none is certain: they follow from what is claimed"),
    "waivers": ("aanvaard", "waivers"),
    "so many accepted": (
        "{count} aanvaard voor een tijd, en toch geteld",
        "{count} accepted for a time, and still counted",
    ),
    "contradictory": ("tegenspraak", "contradictory"),
    "once contradictory": ("1 keer spreken beweringen elkaar of de beschrijving tegen", "once claims contradict each other or the description"),
    "times contradictory": ("{count} keer spreken beweringen elkaar of de beschrijving tegen", "{count} times claims contradict each other or the description"),
    "open": ("nog open", "still open"),
    "how open": (
        "{unproven} gesteld maar niet bewezen, {unanswered} niet beantwoord of beschreven",
        "{unproven} claimed but not proven, {unanswered} not answered or described",
    ),
    "verdicts": ("oordelen", "verdicts"),
    "counts": (
        "{total}: {conformity} conform (waarvan {proven} bewezen), {nonconformity} niet conform, {undetermined} onbepaald, {not_applicable} niet van toepassing",
        "{total}: {conformity} in conformity ({proven} proven), {nonconformity} not in conformity, {undetermined} undetermined, {not_applicable} not applicable",
    ),
    "no nonconformities": (
        "niet conform is ook een teken, advies of wens waaraan niet is voldaan; dat telt niet als afwijking",
        "not in conformity is also a sign, advice or wish that is not met; that is not counted as a nonconformity",
    ),
    "mostly undetermined": (
        "meer dan de helft is onbepaald: dit zegt vooral wat nog moet worden uitgezocht",
        "more than half are undetermined: this mostly tells what is still to be found out",
    ),
    "not met": ("Niet vervuld: {title}", "Not met: {title}"),
    # ---------------------------------------------------------------- the scores
    "scores": ("Scores", "Scores"),
    "scores by requirement": ("Scores per eis", "Scores by requirement"),
    "proven": ("bewezen", "proven"),
    "claimed": ("gesteld", "claimed"),
    "possible": ("mogelijk", "possible"),
    "what proven says": ("ten minste zoveel staat vast", "at least so much is certain"),
    "what claimed says": ("ten minste zoveel, als elke bewering klopt", "at least so much, if every claim is right"),
    "what possible says": (
        "ten hoogste zoveel, als ook alles wat onbekend is meevalt",
        "at most so much, if all that is unknown turns out well too",
    ),
    "no score": ("–", "–"),
    "published": ("eigen cijfer", "own figure"),
    "published as": ("het eigen cijfer van {policy}: {number}", "the own figure of {policy}: {number}"),
    "gate fails": (
        "poort {gate} is niet gehaald: de score is ten hoogste {most}",
        "gate {gate} fails: the score is {most} at most",
    ),
    "gate to prove": (
        "dat poort {gate} gehaald is, is gesteld en niet bewezen: de bewezen score is ten hoogste {most}",
        "that gate {gate} is passed is claimed and not proven: the proven score is {most} at most",
    ),
    "gate open": (
        "of poort {gate} gehaald is, is niet bekend: tot dan is het lage eind van de score ten hoogste {most}",
        "whether gate {gate} is passed is not known: until it is, the low end of the score is {most} at most",
    ),
    "refused": ("geen grenzen: {why}", "no bounds: {why}"),
    "score of": ("Score: {title} ({reading})", "Score: {title} ({reading})"),
    "by policy": ("Volgens ‘{policy}’. Bron: {source}.", "By ‘{policy}’. Source: {source}."),
    "it hides": ("Wat het getal niet laat zien: {what}", "What the number hides: {what}"),
    "weighs": ("gewicht {weight}", "weight {weight}"),
    "by gates": ("poort {gates}", "gate {gates}"),
    "reasons": ("Wat de woorden betekenen", "What the words mean"),
    "from to": ("{low} tot {high}", "{low} to {high}"),
    "policy": ("formule", "formula"),
    "of": ("van", "of"),
    "unconfirmed": ("{title} [onbevestigd]", "{title} [unconfirmed]"),
    "what policies say": (
        "Dezelfde oordelen volgens elke formule die past. Zegt een andere formule iets anders, dan is het oordeel ten dele dat van de formule.",
        "The same verdicts by every formula that fits. Where another formula says otherwise, the verdict is in part the formula's.",
    ),
    "weights section": ("Wat elk gewicht doet", "What each weight does"),
    "what weights say": (
        "De score zoals gesteld, als deze eis niets weegt en als hij dubbel weegt.",
        "The score as claimed, where this requirement weighs nothing and where it weighs double.",
    ),
    "of requirement": ("eis", "requirement"),
    "without it": ("zonder", "without"),
    "doubled": ("dubbel", "doubled"),
    "next section": ("Wat het meest zou ophelderen", "What would clear up most"),
    "what next says": (
        "Deze antwoorden of bewijzen maken de marge van de score het kleinst.",
        "These answers or pieces of evidence would narrow the score most.",
    ),
    "effect": ("effect", "effect"),
    "prove it": ("bewijs wat gesteld is", "prove what is claimed"),
    "answer it": ("beantwoord of beschrijf dit", "answer or describe this"),
    "narrows": ("maakt de marge {points} procentpunt kleiner", "narrows the score by {points} percentage points"),
    "narrows by one": ("maakt de marge 1 procentpunt kleiner", "narrows the score by 1 percentage point"),
    "narrows between": (
        "maakt de marge {least} tot {most} procentpunt kleiner",
        "narrows the score by {least} to {most} percentage points",
    ),
    # ------------------------------------------------------------ the seven levels
    "levels section": ("De zeven niveaus, ter overdenking", "The seven levels, for reflection"),
    "what levels say": (
        "Afwijkingen van alle checklists naar het niveau waarop zij liggen, gewogen naar hoe kritiek zij zijn. Een model om over in gesprek te gaan, geen meting.",
        "Nonconformities of all checklists by the level that they lie on, weighed by grade. A model to talk about, not a measurement.",
    ),
    "level": ("niveau", "level"),
    "weight": ("gewicht", "weight"),
    "weight certain": ("waarvan vast", "of it certain"),
    "heaviest level": (
        "Het meeste gewicht ligt op: {level}. Bij gelijk gewicht telt het hoogste niveau.",
        "Most weight lies on: {level}. Of equal weights the higher level counts.",
    ),
    "mend strictly": ("Herstel van boven naar beneden:", "Mend from the top down:"),
    "mend above": (
        "Herstel te beginnen één niveau boven het zwaarste:",
        "Mend beginning one level above the heaviest:",
    ),
    "times": ("{checkpoint} ({count} keer)", "{checkpoint} ({count} times)"),
    # ---------------------------------------------------------------- who acts
    "on whom": ("Wie is aan zet", "Who is to act"),
    "person": ("wie", "who"),
    "major": ("kritiek", "major"),
    "minor": ("niet-kritiek", "minor"),
    "to prove": ("bewijzen", "to prove"),
    "to answer": ("uitzoeken", "to find out"),
    "what acting says": (
        "Hoeveel er bij ieder ligt; wat bij meer mensen ligt, telt bij elk van hen.{nobody}",
        "How much lies with each; what lies with several people counts with each of them.{nobody}",
    ),
    "what nobody says": (
        " ‘Niemand’: hiervoor staat niemand in, ook niet erboven, waar het ook over gaat.",
        " ‘Nobody’: for these nobody answers, nor for what lies above them, whatever they are about.",
    ),
    "nobody": ("niemand", "nobody"),
    "nobody acts": (
        "niemand staat hiervoor in, ook niet erboven; de directie wijst iemand aan",
        "nobody answers for this, nor for what lies above it; top management appoints somebody",
    ),
    "via": ("{person}, via {way}", "{person}, through {way}"),
    # ---------------------------------------------------------------- the findings
    "missing-ownership section": ("Ontbrekend eigenaarschap", "Missing ownership"),
    "major section": ("Kritieke afwijkingen", "Major nonconformities"),
    "minor section": ("Niet-kritieke afwijkingen", "Minor nonconformities"),
    "contradiction section": ("Tegenspraak", "Contradictions"),
    "unproven section": ("Gesteld, nog te bewijzen", "Claimed, still to be proven"),
    "what contradicts": (
        "Een bewering en de beschrijving, of twee beweringen, sluiten niet op elkaar aan. Ga na welke klopt.",
        "A claim and the description, or two claims, do not agree. Find out which is right.",
    ),
    "what proves": (
        "Wat hier staat wordt gesteld. Het staat vast met bewijs dat hierover gaat, met een datum.",
        "What stands here is claimed. It becomes certain with evidence that is about it and has a date.",
    ),
    "unanswered section": ("Niet bekend, uit te zoeken", "Not known, to be found out"),
    "observation section": ("Observaties", "Observations"),
    "is certain": ("staat vast", "certain"),
    "is claimed": ("zoals gesteld", "as claimed"),
    "requirement": ("eis", "asked"),
    "why": ("waarom", "why"),
    "answer": ("antwoord", "answer"),
    "evidence": ("bewijs", "evidence"),
    "repair": ("doen", "to do"),
    "act": ("wie", "who"),
    "clause": ("norm", "norm"),
    "signs": ("tekenen", "signs"),
    "also": ("raakt ook", "touches"),
    "where": ("waar", "where"),
    "at all": ("in het geheel", "as a whole"),
    "and others": ("misschien nog anderen", "perhaps others"),
    "and more": ("en nog {count}", "and {count} more"),
    "accepted": (
        "aanvaard door {owner} tot en met {until}: {reason}",
        "accepted by {owner} up to and including {until}: {reason}",
    ),
    "sign of": ("teken van {checkpoints}", "sign of {checkpoints}"),
    # ------------------------------------------------------------------ the signs
    "signs section": ("Tekenen", "Signs"),
    "signs of": ("tekenen van", "signs of"),
    "hold": ("zijn er", "hold"),
    "unknown": ("onbekend", "unknown"),
    "signs hold": ("{hold} van {total} zijn er, {proven} bewezen", "{hold} of {total} hold, {proven} proven"),
    "sign holds": ("{hold} van 1 is er, {proven} bewezen", "{hold} of 1 holds, {proven} proven"),
    # ------------------------------------------------------------- the parameters
    "parameters section": ("Instellingen", "Settings"),
    "left to the reader": (
        "Dit laten de teksten aan de lezer over; hier is het zo ingesteld.",
        "This the texts leave to the reader; here it was set so.",
    ),
    # ---------------------------------------------------------------- the engines
    "engines section": ("Hoe dit is beslist", "How this was decided"),
    "judged": ("oordelen: {count}", "verdicts: {count}"),
    "two engines": ("twee motoren ({engines}), geen verschil", "two engines ({engines}), no difference"),
    "engines": ("{count} motoren ({engines}), geen verschil", "{count} engines ({engines}), no difference"),
    "one engine": ("één motor ({engines}), geen tweede mening", "one engine ({engines}), no second opinion"),
    "handed back": ("{count} regels teruggegeven ({why})", "{count} rules handed back ({why})"),
    "one handed back": ("1 regel teruggegeven ({why})", "1 rule handed back ({why})"),
    "none handed back": ("niets teruggegeven", "none handed back"),
    "covers": (
        "De tweede mening herhaalt wat een regel beslist, behalve wat is teruggegeven; niet het lezen van het bestand, de relaties, de bereikbaarheid en het optellen.",
        "The second opinion repeats what a rule decides, but for what was handed back; not the reading of the file, the relations, reachability and the adding up.",
    ),
    "one unused": (
        "1 antwoord gaat over een checkpunt van geen gebruikte checklist: {checkpoints}.",
        "1 answer is about a checkpoint of no checklist that was used: {checkpoints}.",
    ),
    "unused": (
        "{count} antwoorden gaan over checkpunten van geen gebruikte checklist: {checkpoints}.",
        "{count} answers are about checkpoints of no checklist that was used: {checkpoints}.",
    ),
    # --------------------------------------------------------------------- atoms
    "one value": ("{label}: {found}, moet {expected} zijn", "{label}: {found}, should be {expected}"),
    "two values": (
        "{label}: gesteld {claimed}, bewezen {proven}; moet {expected} zijn",
        "{label}: claimed {claimed}, proven {proven}; should be {expected}",
    ),
    "of whom": ("{who}: {what}", "{who}: {what}"),
    "exactly": ("precies {value}", "exactly {value}"),
    "not equal": ("anders dan {value}", "other than {value}"),
    "less": ("minder dan {value}", "less than {value}"),
    "at most": ("ten hoogste {value}", "at most {value}"),
    "more": ("meer dan {value}", "more than {value}"),
    "at least": ("ten minste {value}", "at least {value}"),
    "before": ("vóór {value}", "before {value}"),
    "not after": ("uiterlijk {value}", "{value} at the latest"),
    "after": ("na {value}", "after {value}"),
    "not before": ("{value} of later", "{value} or later"),
    "one of": ("een van {value}", "one of {value}"),
    "none of": ("geen van {value}", "none of {value}"),
    "starts with": ("een tekst die begint met {value}", "a text that starts with {value}"),
    "starts otherwise": ("een tekst die anders begint dan met {value}", "a text that does not start with {value}"),
    "is filled in": ("‘{label}’ is ingevuld", "‘{label}’ is filled in"),
    "with": ("{relation} waarvoor ‘{condition}’ geldt", "{relation} for which ‘{condition}’ holds"),
    "without": ("{relation} waarvoor ‘{condition}’ niet geldt", "{relation} for which ‘{condition}’ does not hold"),
    "with rule": ("{relation} volgens de regel", "{relation} as the rule asks"),
    "without rule": ("{relation} anders dan de regel vraagt", "{relation} other than the rule asks"),
    "count is": ("{label}: {expected}", "{label}: {expected}"),
    "accountable for": ("eindverantwoordelijken voor ‘{duty}’", "persons accountable for ‘{duty}’"),
    "and": (" en ", " and "),
    "or": (" of ", " or "),
    "not": ("niet: {condition}", "not: {condition}"),
    "is": ("{label} is {expected}", "{label} is {expected}"),
    "exists": ("ten minste één van de {relation}: {condition}", "at least one of the {relation}: {condition}"),
    "all": ("alle van de {relation}: {condition}", "all of the {relation}: {condition}"),
    "exists_one": ("precies één van de {relation}: {condition}", "exactly one of the {relation}: {condition}"),
    "path": ("{label} ({way})", "{label} ({way})"),
    "as of": ("de dag van de beoordeling", "the day of the assessment"),
    "answer.conforms": ("het antwoord voldoet", "the answer conforms"),
    "answer.applicable": ("de vraag is van toepassing", "the question applies"),
    "answer.answer": ("het antwoord", "the answer"),
    "said": ("{value}{by}{on}{basis}{evidence}", "{value}{by}{on}{basis}{evidence}"),
    "said by": (", {by}", ", {by}"),
    "said on": (", {day}", ", {day}"),
    "said basis": ("; grondslag: {basis}", "; basis: {basis}"),
    "said without basis": ("; zonder grondslag", "; without a basis"),
    "said evidence": ("; bewijs: {evidence}", "; evidence: {evidence}"),
    "said without evidence": (", zonder bewijs", ", without evidence"),
    "said reason": (" ({reason})", " ({reason})"),
    # -------------------------------------------------------------------- on paper
    "first section": ("Wat eerst te doen", "What to do first"),
    "about section": ("Over deze beoordeling", "About this assessment"),
    "page": ("pagina", "page"),
    "pictures section": ("In beeld", "In pictures"),
    "handovers section": ("Overdrachten in de ketens", "Handovers in the chains"),
    "contents": ("In dit rapport", "In this report"),
    "cut off": ("… en nog {count} tekens", "… and {count} more characters"),
    # ------------------------------------------------------------------ explaining
    "explanation": ("{checkpoint} bij {focus}", "{checkpoint} at {focus}"),
    "asks": ("vraag", "question"),
    "applies": ("geldt als", "applies if"),
    "rule": ("regel", "rule"),
    "matters": ("belang", "matters"),
    "guidance": ("als bewijs telt", "evidence is"),
    "role": ("rol", "role"),
    "place": ("plaats", "place"),
    "speaker": ("spreker", "speaker"),
    "decided by": ("Wat besliste", "What decided"),
    "fact": ("feit", "fact"),
    "asked": ("gevraagd", "asked"),
    "nothing decided": ("Er is geen feit dat dit besliste.", "No fact decided this."),
    "told": ("Wat hierover wordt gemeld", "What is told about it"),
    "nothing told": ("Hierover is niets te melden.", "There is nothing to tell about it."),
    "finding": ("bevinding", "finding"),
    # ----------------------------------------------------------- before and after
    "compared title": ("{name}: {days}", "{name}: {days}"),
    "two days compared": ("{before} en {after} naast elkaar", "{before} beside {after}"),
    "one day compared": ("{after}, voor en na", "{after}, before and after"),
    "same version": ("{title}, versie {after}", "{title}, version {after}"),
    "other version": ("{title}, versie {before}, nu {after}", "{title}, version {before}, now {after}"),
    "only before": ("{title}: alleen ervoor", "{title}: before only"),
    "only after": ("{title}: alleen erna", "{title}: after only"),
    "differing": ("verschil in", "differing"),
    "nothing differs": ("niets", "nothing"),
    "compared verdict": (
        "Afwijkingen en tegenspraken: nieuw {new}, opgelost {solved}, nog open {open}.",
        "Nonconformities and contradictions: new {new}, solved {solved}, still open {open}.",
    ),
    "solved as claimed": ("te bewijzen", "to prove"),
    "so many to prove": ("opgelost zoals gesteld, nog niet bewezen: {count}", "solved as claimed, not proven yet: {count}"),
    "not solved": ("niet opgelost", "not solved"),
    "so many lost": (
        "niet meer bekend of het zo is: {unknown}; niet meer gevraagd of niet meer van toepassing: {gone}",
        "not known any more whether it is so: {unknown}; not asked any more, or not applicable: {gone}",
    ),
    "so many of kind": ("nieuw {new}, niet meer {ended}, nog open {open}", "new {new}, no longer {ended}, still open {open}"),
    "beside": ("oorsprong", "origin"),
    "so many beside": (
        "niet door de organisatie veranderd: {count}; komt van: {origins}",
        "not changed by the organisation: {count}; comes from: {origins}",
    ),
    "comes from": ("komt van", "comes from"),
    "new section": ("Nieuw", "New"),
    "solved section": ("Opgelost", "Solved"),
    "unknown section": ("Niet meer bekend", "Not known any more"),
    "unknown is not solved": (
        "Dit was een afwijking of tegenspraak; of het nog zo is, is niet bekend. Dat is iets anders dan opgelost.",
        "This was a nonconformity or a contradiction; whether it still is, is not known. That is something else than solved.",
    ),
    "gone section": ("Niet meer gevraagd", "Not asked any more"),
    "open section": ("Nog open", "Still open"),
    "so many by cause": (
        "Het zijn er {count}; wat één oorzaak heeft, staat bij elkaar.",
        "There are {count}; what has one cause stands together.",
    ),
    "is proven": ("bewezen", "proven"),
    "was claimed": ("was zoals gesteld", "was as claimed"),
    "was certain": ("stond vast", "was certain"),
    "was grade": ("was {grade}", "was {grade}"),
    "no grade": ("zonder zwaarte", "without a grade"),
    "accepted now": ("nu aanvaard", "accepted now"),
    "accepted no more": ("niet meer aanvaard", "accepted no more"),
}  # fmt: skip
"""Every text of a report: Dutch, English."""

ORIGINS: Final[Mapping[str, tuple[str, str]]] = {
    "description": ("de beschrijving van de organisatie", "the description of the organisation"),
    "checklist": ("de checklist", "the checklist"),
    "parameters": ("de parameters", "the parameters"),
    "day": ("de dag", "the day"),
    "software": ("de versie van kamassess", "the version of kamassess"),
}
"""Where a change between two assessments can come from."""

OUTCOMES: Final[Mapping[str, tuple[str, str]]] = {
    "conformity": ("conform", "conformity"),
    "nonconformity": ("niet conform", "nonconformity"),
    "undetermined": ("onbepaald", "undetermined"),
    "not-applicable": ("niet van toepassing", "not applicable"),
}

REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "nobody": ("niemand", "nobody"),
    "vacant-role": ("vacante rol", "vacant role"),
    "several": ("meer dan één", "more than one"),
    "not-entitled": ("niet bevoegd", "not entitled"),
    "other": ("een ander", "somebody else"),
    "question": ("niet beantwoord", "not answered"),
    "description": ("niet beschreven", "not described"),
    "systemic": ("stelselmatig", "systemic"),
}

KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "gap": ("afwijking", "nonconformity"),
    "missing-ownership": ("ontbrekend eigenaarschap", "missing ownership"),
    "unproven": ("niet bewezen", "unproven"),
    "unanswered": ("niet beantwoord", "unanswered"),
    "contradiction": ("tegenspraak", "contradiction"),
    "observation": ("observatie", "observation"),
}

BASES: Final[Mapping[str, tuple[str, str]]] = {
    "contract": ("contract", "contract"),
    "document": ("document", "document"),
    "record": ("registratie", "record"),
    "observation": ("waarneming", "observation"),
    "assumption": ("aanname", "assumption"),
    "belief": ("overtuiging", "belief"),
    "trust": ("vertrouwen", "trust"),
    "promise": ("belofte", "promise"),
    "experience": ("ervaring", "experience"),
    "pressure": ("druk", "pressure"),
}

ROLES: Final[Mapping[str, tuple[str, str]]] = {
    "requirement": ("eis", "requirement"),
    "sign": ("teken", "sign"),
    "closed-sign": ("gesloten teken", "closed sign"),
    "rule": ("regel", "rule"),
    "definition": ("definitie", "definition"),
    "advice": ("advies", "advice"),
    "wish": ("wens", "wish"),
}

ANSWERS: Final[Mapping[str, tuple[str, str]]] = {
    "yes": ("ja", "yes"),
    "partly": ("deels", "partly"),
    "no": ("nee", "no"),
    "not-applicable": ("niet van toepassing", "not applicable"),
}

NOUNS: Final[Mapping[str, tuple[str, str]]] = {
    # -------------------------------------------------------- kinds, in the plural
    "visions": ("visies", "visions"),
    "missions": ("missies", "missions"),
    "strategies": ("strategieën", "strategies"),
    "identities": ("identiteiten", "identities"),
    "core_values": ("kernwaarden", "core values"),
    "competences": ("competenties", "competences"),
    "skills": ("vaardigheden", "skills"),
    "behaviour_norms": ("gedragsnormen", "norms of behaviour"),
    "management_systems": ("managementsystemen", "management systems"),
    "context_issues": ("contextonderwerpen", "context issues"),
    "interested_parties": ("belanghebbenden", "interested parties"),
    "customer_groups": ("klantgroepen", "customer groups"),
    "policies": ("beleid", "policies"),
    "objectives": ("doelstellingen", "objectives"),
    "kpis": ("KPI's", "KPIs"),
    "measurements": ("metingen", "measurements"),
    "decisions": ("besluiten", "decisions"),
    "reviews": ("evaluaties", "reviews"),
    "performance_conversations": ("prestatiegesprekken", "performance conversations"),
    "pdca_cycles": ("PDCA-cycli", "PDCA cycles"),
    "chains": ("klantketens", "customer chains"),
    "contact_moments": ("contactmomenten", "contact moments"),
    "steps": ("stappen", "steps"),
    "customer_values": ("klantwaarden", "customer values"),
    "internal_values": ("interne waarden", "internal values"),
    "expectations": ("verwachtingen", "expectations"),
    "products": ("producten en diensten", "products and services"),
    "it_systems": ("IT-systemen", "IT systems"),
    "persons": ("personen", "persons"),
    "roles": ("rollen", "roles"),
    "bodies": ("organen", "bodies"),
    "units": ("afdelingen", "units"),
    "teams": ("teams", "teams"),
    "authorities": ("bevoegdheden", "authorities"),
    "tasks": ("taken", "tasks"),
    "duties": ("eigenaarstaken", "duties"),
    "assignments": ("toewijzingen", "assignments"),
    "transfer_plans": ("kennisoverdrachtsplannen", "plans for passing on knowledge"),
    "topics": ("onderwerpen", "topics"),
    "documents": ("documenten", "documents"),
    "communications": ("berichten", "communications"),
    "feedback_forms": ("vormen van feedback", "forms of feedback"),
    "terms": ("begrippen", "terms"),
    "reports": ("rapportages", "reports"),
    "researches": ("klantonderzoeken", "customer research"),
    "initiatives": ("initiatieven", "initiatives"),
    "interventions": ("interventies", "interventions"),
    "promises": ("beloften", "promises"),
    "symptoms": ("symptomen", "symptoms"),
    "level_checks": ("niveautoetsen", "level checks"),
    "causes": ("oorzaken", "causes"),
    # ----------------------------------------------------- relations, where short
    "owners": ("eigenaren", "owners"),
    "answerable": ("wie ervoor instaat, ook van erboven", "who answers for it, from above too"),
    "customers": ("klanten", "customers"),
    "stakeholders": ("belangrijkste stakeholders", "chief stakeholders"),
    "participants": ("deelnemers", "participants"),
    "experts": ("deskundigen", "experts"),
    "holders": ("vervullers", "holders"),
    "members": ("leden", "members"),
    "head": ("leidinggevende", "head"),
    "accountable": ("eindverantwoordelijken", "accountable persons"),
    "step_units": ("afdelingen met een stap", "units with a step"),
    "tree": ("KPI's in de boom", "KPIs in the tree"),
    "tree_roots": ("KPI's boven in de boom", "KPIs at the top of the tree"),
    "tree_leaves": ("KPI's onder in de boom", "KPIs at the bottom of the tree"),
    "alike_chains": ("ketens die hetzelfde zijn ingericht", "chains that are set up alike"),
    "owned_chains": ("ketens waarvan iemand eigenaar is", "chains that somebody owns"),
    "organisation": ("de organisatie als geheel", "the organisation as a whole"),
    # ------------------------------------------- relations asked from the other end
    "aggregated_in": ("rapportages die haar samenbrengen", "reports that bring it together"),
    "answered_by": ("beleid en doelstellingen die erop ingaan", "policies and objectives that answer to it"),
    "available_documents": ("documenten waar men bij kan", "documents that are available"),
    "bears": ("gedragsnormen die erop rusten", "norms of behaviour that rest on it"),
    "brings": ("kernwaarden die eruit volgen", "core values that follow from it"),
    "brought_by": ("initiatieven die haar brengen", "initiatives that bring it"),
    "carries_out": ("taken die men doet", "tasks that are carried out"),
    "children": ("KPI's eronder", "KPIs below it"),
    "contributions": ("doelstellingen die eraan bijdragen", "objectives that contribute to it"),
    "coupled_from": ("cycli die eraan gekoppeld zijn", "cycles that are coupled to it"),
    "derived_roles": ("rollen die eruit volgen", "roles that follow from it"),
    "direct_reports": ("mensen die rechtstreeks rapporteren", "direct reports"),
    "fixes": ("identiteiten die zij bepaalt", "identities that it fixes"),
    "heads": ("afdelingen die men leidt", "units that are led"),
    "heard": ("berichten die men kreeg", "communications that were received"),
    "held_by": ("wie dat heeft", "who has it"),
    "influenced_by": ("KPI's die haar drijven", "KPIs that drive it"),
    "inner_chains": ("ketens erbinnen", "chains inside it"),
    "involved_in": ("beleid waaraan men meedeed", "policies with their part in it"),
    "needed_by": ("waar het voor nodig is", "what needs it"),
    "opposed_by": ("wat het tegenwerkt", "what works against it"),
    "orders": ("vaardigheden die zij ordent", "skills that it orders"),
    "owns": ("waarvan men eigenaar is", "what is owned"),
    "parts": ("afdelingen eronder", "units below it"),
    "performs": ("stappen die men doet", "steps that are performed"),
    "redesigned_by": ("initiatieven die haar vernieuwen", "initiatives that redesign it"),
    "relied_on_by": ("initiatieven die erop rekenen", "initiatives that count on it"),
    "replaced_by": ("ketens die haar vervangen", "chains that replace it"),
    "served_by": ("ketens die hen bedienen", "chains that serve them"),
    "shown_in": ("rapportages die haar laten zien", "reports that show it"),
    "states": ("beleid dat erin staat", "policies that it states"),
    "supported_by": ("wat het dient", "what serves it"),
    "told_in": ("berichten erover", "communications about it"),
    "told_in_documents": ("documenten erover", "documents about it"),
}  # fmt: skip
"""Nouns for relations by name, where the vocabulary has a clause or, for an inverse, nothing."""

PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "mean": ("gemiddelde", "mean"),
    "sum": ("som", "sum"),
    "lowest": ("het laagste", "the lowest"),
    "all": ("alles of niets", "all or nothing"),
    "deduction": ("aftrek", "deduction"),
    "levels": ("hoogste niveau zonder gat", "highest level without a gap"),
    "sum-of-levels": ("som van de niveaus", "sum of the levels"),
    "by-group": ("per groep", "by group"),
    "must-and-some": ("alles wat moet, en genoeg van de rest", "all that must be, and enough of the rest"),
    "at-least": ("drempel", "threshold"),
    "ladder": ("ladder", "ladder"),
    "table": ("tabel", "table"),
}
"""The parts of scoring policies."""

SCORE_REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "not-scored": ("telt niet mee", "has no part"),
    "not-applicable": ("niet van toepassing", "not applicable"),
    "weightless": ("weegt niets", "weighs nothing"),
    "may-not-count": ("telt misschien niet", "may not count"),
    "open": ("nog open", "still open"),
    "further-nodes": ("misschien zijn er meer", "there may be more"),
    "falls-short": ("schiet tekort", "falls short"),
    "holds-back": ("houdt tegen", "holds back"),
    "capped": ("begrensd", "capped"),
    "may-be-capped": ("misschien begrensd", "may be capped"),
    "nothing-counts": ("er telt niets", "nothing counts"),
    "left-out": ("niet bekend, buiten beschouwing", "not known, left out"),
    "refused": ("geen grenzen", "no bounds"),
}
"""Why something counts as it does in a score, in a word."""

MEANINGS: Final[Mapping[str, tuple[str, str]]] = {
    "not-scored": (
        "een teken, advies, wens of observatie heeft geen deel aan een score",
        "a sign, advice, wish or observation has no part in a score",
    ),
    "not-applicable": (
        "het is nergens van toepassing, en blijft erbuiten",
        "it applies nowhere, and is left out",
    ),
    "weightless": ("het gewicht is 0", "its weight is 0"),
    "may-not-count": (
        "het is misschien niet van toepassing, en telt dan niet mee",
        "it may turn out not to apply, and then does not count",
    ),
    "open": ("wat het waard is, is nog niet bekend", "what it is worth is not known yet"),
    "further-nodes": ("er zijn misschien meer dan zijn beschreven", "there may be more than were described"),
    "falls-short": (
        "het is minder waard dan alles, wat er ook blijkt",
        "it is worth less than all, whatever turns out",
    ),
    "holds-back": ("zonder dit komt de score geen stap hoger", "without it the score comes no step higher"),
    "capped": ("een poort is niet gehaald en begrenst de score", "a gate fails, and caps the score"),
    "may-be-capped": (
        "of een poort gehaald is, is niet bekend: dat begrenst de onderkant",
        "whether a gate fails is not known, which caps the low end",
    ),
    "nothing-counts": ("niets hieronder telt mee", "nothing below it counts"),
    "left-out": (
        "het is niet bepaald, en de formule laat dat buiten haar eigen cijfer",
        "it is not determined, and the policy leaves that out of its own figure",
    ),
    "refused": (
        "een beter antwoord kan de score verlagen, en er valt te veel te proberen",
        "a better answer can lower the score, and there is too much to try",
    ),
}
"""What each of these means."""

SHORT: Final[Mapping[str, tuple[str, str]]] = {
    "in_management_team": ("zit in het managementteam", "is in the management team"),
    "in_top_management": ("hoort tot de directie", "belongs to top management"),
    "leads": ("geeft leiding", "leads"),
    "held": ("heeft plaatsgevonden", "has taken place"),
    "overdue": ("had herhaald moeten zijn", "is overdue"),
    "current": ("is de huidige inrichting", "is the current set-up"),
    "days_ago": ("dagen geleden", "days ago"),
}
"""Short words for derived facts that the vocabulary defines at length."""


HANDED_BACK: Final[Mapping[str, tuple[str, str]]] = {
    one: (dutch, one)
    for one, dutch in {
        "it holds two facts against each other": "twee feiten worden met elkaar vergeleken",
        "it has # alternatives; durable-rules takes # at most": (
            "# mogelijkheden; durable-rules neemt er ten hoogste #"
        ),
        "it has # different tests; durable-rules takes # at most": (
            "# verschillende toetsen; durable-rules neemt er ten hoogste #"
        ),
    }.items()
}
"""Why an engine hands a rule back, by what it says itself, numbers left out."""


tell: Final = teller(WORDS)
"""The texts of reports."""


def word(table: Mapping[str, tuple[str, str]], key: str, language: str) -> str:
    """
    A word of a table in a language.

    Args:
        table: Dutch and English by key.
        key: which word.
        language: ``nl`` or ``en``.

    Returns:
        The word; the key itself where the table does not have it.

    Example:
        >>> word(BASES, "belief", "nl"), word(BASES, "hunch", "nl")
        ('overtuiging', 'hunch')
    """
    dutch, english = table.get(key, (key, key))
    return dutch if language == "nl" else english
