//! Files of other tools, read into plans.
//!
//! Each format has a reader that turns a file into a [`Draft`]: items with
//! fields of the plan format, and a list of what could not be placed.

pub mod csv;
mod decode;
mod draft;
pub mod json;
pub mod opml;
pub mod outline;
mod place;
mod refusal;
pub mod stratml;
pub mod table;
pub mod xlsx;
mod xml;
mod yaml;

pub use draft::{Datum, Draft, DraftItem, Fields, Loss, Text};
pub use place::{Fate, Placed, PlacedItem, There, place, settings};
pub use refusal::Refusal;
