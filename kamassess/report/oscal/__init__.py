"""
A result as OSCAL assessment results: NIST's form for what an assessment found.
"""

from kamassess.report.oscal.document import to_oscal

__all__ = ["to_oscal"]
