//! In from what people have, out to what they use: one file per format.

pub mod model;

pub mod export;
pub mod import;
mod plain;
