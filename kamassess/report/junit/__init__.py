"""
JUnit XML, which build servers show: of an assessment, and of a comparison.
"""

from kamassess.report.junit.changes import changes_to_junit
from kamassess.report.junit.result import to_junit

__all__ = ["changes_to_junit", "to_junit"]
