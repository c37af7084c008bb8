//! The manual and the README say what the code does.
//!
//! `UPDATE=1 cargo test --test reference` writes the generated pages anew.
#![allow(clippy::disallowed_methods, reason = "tests read what they are about")]

mod examples;
mod generated;
#[path = "../support/mod.rs"]
mod support;
mod names;
mod page;
mod readme;
mod templates;
