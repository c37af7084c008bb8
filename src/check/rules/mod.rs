//! r
pub const RULES: &[&super::Rule] = &[];
