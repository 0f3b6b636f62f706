"""A report as one HTML file: it asks nothing of any other place, and works without its script too."""

from kamassess.report.html.changes import changes_to_html
from kamassess.report.html.report import to_html

__all__ = ["changes_to_html", "to_html"]
