//! A plan while it is being written: each change is followed at once.
//!
//! A [`Draft`] sees what changes on disk, reads that again and checks the
//! whole plan. [`serve()`] makes of each sound state a site whose pages come to
//! be when somebody looks at them, and swaps it for the last one; [`write()`]
//! writes what differs into a folder. While the plan is broken, the last good
//! site stays.

mod desk;
mod draft;
mod findings;
mod generation;
mod hashes;
mod serving;
mod sweep;
mod waiting;
mod writing;

pub use desk::{Desk, Report, Told};
pub use draft::{Draft, Occasion, Version};
pub use serving::serve;
pub use sweep::Reason;
pub use writing::write;
