"""
The scoring policies that a checklist can name.
"""

from __future__ import annotations

from typing import Final

from kamassess.checklist.policy import ScoringPolicy, WeightedMean

POLICIES: Final = {
    policy.id: policy
    for policy in (
        ScoringPolicy(
            id="weighted-mean",
            title={"nl": "Gewogen gemiddelde", "en": "Weighted mean"},
            requirement=WeightedMean(),
            checklist=WeightedMean(),
            source="the mean of what applies, each by its weight",
        ),
    )
}
"""Policies by name."""
