"""Runs the command line: ``python -m kamassess``."""

import sys

from kamassess.cli import main

if __name__ == "__main__":
    sys.exit(main())
