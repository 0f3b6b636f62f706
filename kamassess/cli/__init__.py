"""
The command line: arguments, exit status, printing; one module a command.
"""

from kamassess.cli.running import main

__all__ = ["main"]
