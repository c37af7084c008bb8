//! From the text of an expression to one that can be asked of items.

use std::ops::Range;
use std::sync::Arc;

use cel::{Env, IdedExpr};

use crate::config::Config;

use super::fields::Fields;
use super::walk::Walk;
use super::{faults, limits};

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// A lower-case sentence.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Where, in bytes of the expression.
    pub at: Range<usize>,
}

impl Fault {
    pub(super) fn new(message: impl Into<String>, at: Range<usize>) -> Self {
        Self {
            message: message.into(),
            help: None,
            at,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

/// What expressions are made of in a plan: its fields, and the functions.
pub struct Language {
    pub(super) env: Arc<Env>,
    /// The fields of an item.
    pub fields: Fields,
}

/// An expression that is understood.
#[derive(Debug)]
pub struct Expression {
    pub(super) tree: IdedExpr,
    /// The fields that it reads, by their places in [`Fields`].
    pub(super) used: Vec<usize>,
    /// Those without which it cannot be worked out.
    pub(super) needed: Vec<usize>,
}

impl Language {
    /// The language of a plan with these settings.
    pub fn of(config: &Config) -> Self {
        Self {
            env: Arc::new(Env::stdlib()),
            fields: Fields::of(config),
        }
    }

    /// Understands an expression that is true or false of an item.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it: it cannot be read, names what
    /// is not there, or compares what cannot be compared.
    pub fn compile(&self, text: &str) -> Result<Expression, Fault> {
        limits::check(text)?;
        let program = self.env.compile(text);
        let program = program.map_err(|errors| faults::of_syntax(text, &errors))?;
        let mut tree = program.expression().clone();
        let (used, needed) = Walk::new(self, text, program.source_info()).whole(&mut tree)?;
        Ok(Expression { tree, used, needed })
    }
}
