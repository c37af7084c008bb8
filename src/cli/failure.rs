//! Why a command could not run, and what to do about it.

use std::fmt::Display;

use crate::diagnostic::Fault;

/// Why a command could not run.
#[derive(Debug)]
pub(super) struct Failure {
    pub message: String,
    pub help: Option<String>,
    /// What is wrong in files that are none of the plan's.
    pub faults: Vec<Fault>,
}

impl Failure {
    pub fn new(message: impl Display) -> Self {
        Self {
            message: message.to_string(),
            help: None,
            faults: Vec::new(),
        }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What is wrong, each with its place.
    pub fn into_faults(self) -> Vec<Fault> {
        if !self.faults.is_empty() {
            return self.faults;
        }
        let mut fault = Fault::said(&self.message);
        fault.help.extend(self.help);
        vec![fault]
    }

    #[must_use]
    pub fn of(mut self, faults: Vec<Fault>) -> Self {
        self.faults = faults;
        self
    }
}
