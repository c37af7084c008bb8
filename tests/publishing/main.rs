//! Sites brought to where their readers find them, without any server.
#![allow(
    clippy::disallowed_methods,
    reason = "tests look at what was delivered"
)]

mod commands;
mod delivering;
mod faults;
#[path = "../support/mod.rs"]
mod support;
mod releases;
