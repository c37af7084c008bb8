//! What the system says, and what people can do about it.

use std::io;

/// What to do when a file was not opened because too many others are; nothing
/// about other errors.
pub fn too_many_open(error: &io::Error) -> Option<&'static str> {
    // ENFILE and EMFILE, the same on every Unix.
    let too_many = cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24));
    too_many.then_some("let the program open more files, for example by `ulimit -n 1024`")
}
