//! The smallest plan whose thread holds, for the examples of the rules.

/// A goal, G1.
pub(super) const GOAL: (&str, &str) = ("goals/G1.md", "# Shorter waits\n");
/// A strategy for it, S1.
pub(super) const STRATEGY: (&str, &str) = (
    "strategies/S1.md",
    "---\nsupports: G1\n---\n# More counters\n",
);
/// An action for that, A1.
pub(super) const ACTION: (&str, &str) = (
    "actions/A1.md",
    "---\nsupports: S1\n---\n# Open a second counter\n",
);
