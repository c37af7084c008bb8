//! Whatever is read, it does no harm: the program says what is wrong, or makes
//! a sound site of it.
#![expect(clippy::disallowed_methods, reason = "kept texts are read from disk")]

mod kept;
mod large;
mod mutated;
mod plans;

#[path = "../support/arbitrary.rs"]
mod arbitrary;
use targets::memory;

#[path = "../fuzz/targets/mod.rs"]
mod targets;
