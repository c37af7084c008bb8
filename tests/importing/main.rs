//! Files of other tools become plans, and plans that were imported go back.
#![expect(
    clippy::disallowed_methods,
    reason = "tests write plans and read what comes of them"
)]

#[path = "../support/mod.rs"]
mod support;

mod generated;
mod json;
mod outlines;
mod placing;
mod stratml;
mod tables;
mod ways;
