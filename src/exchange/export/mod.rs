//! A plan in the formats of other tools.

pub mod json;
pub mod stratml;
mod text;
