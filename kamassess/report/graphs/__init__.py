"""
The golden thread as a graph for other programs: Mermaid, DOT and GraphML.
"""

from kamassess.report.graphs.dot import changes_to_dot, to_dot
from kamassess.report.graphs.graphml import changes_to_graphml, to_graphml
from kamassess.report.graphs.mermaid import changes_to_mermaid, to_mermaid

__all__ = [
    "changes_to_dot",
    "changes_to_graphml",
    "changes_to_mermaid",
    "to_dot",
    "to_graphml",
    "to_mermaid",
]
