//! The `planwright` program; everything it does is in the library.

use std::process::ExitCode;

/// Plans are made of very many small things, by several threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    planwright::cli::run()
}
