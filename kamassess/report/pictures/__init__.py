"""
Pictures of an assessment, as SVG with a text alternative.
"""

from kamassess.report.pictures.every import pictures
from kamassess.report.pictures.picture import Picture

__all__ = ["Picture", "pictures"]
