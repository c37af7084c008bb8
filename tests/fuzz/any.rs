#![no_main]
//! The fuzzer: `FUZZ` says which target.

mod targets;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<targets::Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ").expect("FUZZ names a target");
    targets::named(&name)
});

fuzz_target!(|bytes: &[u8]| TARGET(bytes));
