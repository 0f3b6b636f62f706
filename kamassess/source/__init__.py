"""
YAML, JSON and Python data, read into one plain tree that knows the place of everything in it.

Nothing here opens a file or knows what an organisation is.
"""

from kamassess.source.data import read_data
from kamassess.source.limits import DEPTH, MISTAKES, NODES, SAVED_NODES, SAVED_SIZE, SIZE
from kamassess.source.text import read_bytes, read_text
from kamassess.source.tree import Entry, Mapping, Node, Scalar, Sequence, Style

__all__ = [
    "DEPTH",
    "MISTAKES",
    "NODES",
    "SAVED_NODES",
    "SAVED_SIZE",
    "SIZE",
    "Entry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Style",
    "read_bytes",
    "read_data",
    "read_text",
]
