//! Reviews: what an item leaned on when somebody last read both, so that a
//! later change of meaning is seen.
//!
//! `reviews.csv` in the plan folder holds a line for each item and each item
//! that it is for, with short hashes of what the latter meant on that day.

mod fingerprint;
mod record;
mod suspect;
mod writing;

pub use fingerprint::{Fingerprint, Part};
pub use record::{Review, Reviews};
pub use suspect::{Links, Suspect, Why};
pub use writing::Reading;

use crate::plan::Relation;

/// The relations along which meaning is handed on: who changes what stands at
/// their end may change what the item is for.
pub const CARRYING: [Relation; 5] = [
    Relation::Supports,
    Relation::Measures,
    Relation::Threatens,
    Relation::Mitigates,
    Relation::Answers,
];
