"""
OSCAL assessment results, NIST's form for what an assessment found: of an assessment, and of a comparison.
"""

from kamassess.report.oscal.document import changes_to_oscal, to_oscal

__all__ = ["changes_to_oscal", "to_oscal"]
