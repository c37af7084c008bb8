//! Serving a site while its plan is being written.
//!
//! The [`Server`] answers from a [`Moment`]: a [`Site`] and what is wrong with
//! the plan. Whoever keeps its [`Stage`] shows it the next moment; every
//! answer is from one moment, whole, and every open page is told what has
//! become of it. How a site is made is none of this module's business, and
//! neither is how a browser follows it.

mod addresses;
mod answer;
mod editor;
mod events;
mod hosts;
mod listen;
mod moment;
mod own;
mod pages;
mod put_in;
mod ranges;
mod routes;
mod server;
#[cfg(test)]
mod testing;

pub use editor::{Editor, UnknownEditor};
pub use listen::{BindError, Options, next_free};
pub use moment::{File, Finding, Moment, Site};
pub use server::{Server, Stage};
