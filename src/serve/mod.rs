//! Serving a site while its plan is being written.

mod moment;

pub use moment::{File, Finding, Moment, Site};
