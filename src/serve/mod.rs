//! Serving a site while its plan is being written.

mod editor;
mod moment;

pub use editor::{Editor, UnknownEditor};
pub use moment::{File, Finding, Moment, Site};
