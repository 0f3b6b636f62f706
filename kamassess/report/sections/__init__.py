"""The sections of a report: each a function of the page, giving its blocks."""
