//! Why a file cannot be read.

/// Why nothing can be taken over from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// A lower-case sentence, with the place where one is known.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Refusal {
    /// Why, in words.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
