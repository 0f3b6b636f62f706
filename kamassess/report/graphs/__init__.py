"""
The golden thread as a graph for other programs: Mermaid, DOT and GraphML.
"""

from kamassess.report.graphs.dot import to_dot
from kamassess.report.graphs.graphml import to_graphml
from kamassess.report.graphs.mermaid import to_mermaid

__all__ = ["to_dot", "to_graphml", "to_mermaid"]
