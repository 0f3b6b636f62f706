"""
Pictures of an assessment and of a comparison, as SVG with a text alternative.
"""

from kamassess.report.pictures.every import pictures, pictures_of_changes
from kamassess.report.pictures.picture import Picture

__all__ = ["Picture", "pictures", "pictures_of_changes"]
