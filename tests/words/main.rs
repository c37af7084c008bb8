//! The site's words: whole in every language, used, and nowhere forgotten.

#[path = "../support/mod.rs"]
mod support;

mod messages;
mod pages;
mod templates;
