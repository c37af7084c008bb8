//! A plan in the formats of other tools.
