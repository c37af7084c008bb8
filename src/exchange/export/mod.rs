//! A plan in the formats of other tools.

pub mod stratml;
