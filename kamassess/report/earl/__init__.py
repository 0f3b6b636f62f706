"""
EARL 1.0, the W3C's language for what tests found: of an assessment, and of a comparison.
"""

from kamassess.report.earl.document import changes_to_earl, to_earl

__all__ = ["changes_to_earl", "to_earl"]
