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

/// An edition for the public, where what is not marked is for the board.
pub(super) const PUBLIC_EDITION: (&str, &str) = (
    "plan.toml",
    "[audiences]\norder = [\"public\", \"board\"]\n\n[editions.public]\naudience = \"public\"\n",
);
/// The goal, for the public.
pub(super) const PUBLIC_GOAL: (&str, &str) = (
    "goals/G1.md",
    "---\naudience: public\n---\n# Shorter waits\n",
);
/// The strategy, for the public.
pub(super) const PUBLIC_STRATEGY: (&str, &str) = (
    "strategies/S1.md",
    "---\nsupports: G1\naudience: public\n---\n# More counters\n",
);
