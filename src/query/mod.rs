//! Questions to a plan, in the [Common Expression Language](https://cel.dev):
//! which items are these?
//!
//! The plan's own rules and the views in its texts are made of expressions
//! over the fields of an item. [`Language`] understands them, before any item
//! is looked at: a field that is misspelled, a word that no item can have and
//! a comparison that cannot be made are faults with a place. [`Run`] asks them
//! of items, and [`View`] is what a block of a text asks for.

mod calls;
mod compile;
mod faults;
mod fields;
mod functions;
mod limits;
mod place;
mod quadrants;
mod read;
mod run;
mod select;
#[cfg(test)]
mod tests;
mod types;
mod view;
mod walk;

pub use compile::{Expression, Fault, Language};
pub use fields::{Field, FieldValue, Fields, Holds};
pub use quadrants::{Placed, Quadrants};
pub use read::Facts;
pub use run::{Failed, Failure, Run};
pub use select::{Group, Selected};
pub use view::{Problem, Shape, View};
