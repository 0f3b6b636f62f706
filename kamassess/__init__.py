"""
Norm self-assessment: describe an organisation, hold it against checklists, see what falls short and why.
"""

from kamassess.assessing import assess, check_answers, compile, network, view
from kamassess.assessment import Assessment, load_assessment
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.requirement import Checklist
from kamassess.comparison import Comparison, compare
from kamassess.errors import (
    EnginesDiffer,
    InvalidAssessment,
    InvalidCall,
    InvalidChecklist,
    InvalidInput,
    InvalidOrganisation,
    InvalidSource,
    InvalidTemplate,
    KamassessError,
    MissingLibrary,
)
from kamassess.files import builtin_checklists, load_checklist, load_organisation
from kamassess.model.organisation import Organisation
from kamassess.model.terms import Basis, FindingKind, Grade, Level, Outcome, Reading
from kamassess.result import Result

__all__ = [
    "Assessment",
    "Basis",
    "Checklist",
    "Comparison",
    "Compiled",
    "EnginesDiffer",
    "FindingKind",
    "Grade",
    "InvalidAssessment",
    "InvalidCall",
    "InvalidChecklist",
    "InvalidInput",
    "InvalidOrganisation",
    "InvalidSource",
    "InvalidTemplate",
    "KamassessError",
    "Level",
    "MissingLibrary",
    "Organisation",
    "Outcome",
    "Reading",
    "Result",
    "assess",
    "builtin_checklists",
    "check_answers",
    "compare",
    "compile",
    "load_assessment",
    "load_checklist",
    "load_organisation",
    "network",
    "view",
]
