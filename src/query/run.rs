//! Asking an expression of items.

use cel::common::value::CowVal;
use cel::context::VariableResolver;
use cel::{Context, ExecutionError, Value};

use crate::plan::ItemIx;

use super::compile::{Expression, Language};
use super::fields::{Field, FieldValue};
use super::functions::{self, day_value};
use super::read::Facts;
use super::walk::{HAS, ITEM, TODAY};

/// Why an expression is neither true nor false of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// A lower-case clause: "`item.due` is absent".
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

/// Items for which an expression cannot be worked out: the first, why, and how
/// many.
pub type Failed = (ItemIx, Failure, usize);

/// An expression that is asked of items of a plan.
pub struct Run<'a> {
    expression: &'a Expression,
    language: &'a Language,
    facts: Facts<'a>,
    root: Context<'a, 'a>,
}

impl<'a> Run<'a> {
    /// Begins to ask an expression of a plan's items.
    pub fn new(expression: &'a Expression, language: &'a Language, facts: Facts<'a>) -> Self {
        let mut root = Context::with_env(std::sync::Arc::clone(&language.env));
        functions::add(&mut root);
        Self {
            expression,
            language,
            facts,
            root,
        }
    }

    /// Whether the expression is true of an item.
    ///
    /// # Errors
    ///
    /// When it cannot be worked out: a field is absent that it reckons with,
    /// or a number is too large.
    pub fn holds(&self, at: ItemIx) -> Result<bool, Failure> {
        let variables = Variables { run: self, at };
        let mut context = self.root.new_inner_scope();
        context.set_variable_resolver(&variables);
        match Value::resolve(&self.expression.tree, &context) {
            Ok(Value::Bool(holds)) => Ok(holds),
            Ok(_) => Err(self.failure(at, None)),
            Err(error) => Err(self.failure(at, Some(&error))),
        }
    }

    /// The items among some of which the expression is true, and what became
    /// of those for which it cannot be worked out.
    pub fn among(&self, items: impl IntoIterator<Item = ItemIx>) -> (Vec<ItemIx>, Option<Failed>) {
        let mut failed: Option<Failed> = None;
        let mut held = Vec::new();
        for at in items {
            match self.holds(at) {
                Ok(true) => held.push(at),
                Ok(false) => {}
                Err(failure) => match &mut failed {
                    Some((.., number)) => *number += 1,
                    None => failed = Some((at, failure, 1)),
                },
            }
        }
        (held, failed)
    }

    /// What an item's absent fields have to do with it, else what the
    /// language says.
    fn failure(&self, at: ItemIx, error: Option<&ExecutionError>) -> Failure {
        let fields = &self.language.fields;
        let needed = self.expression.needed.iter();
        let needed = needed.map(|field| fields.get(*field));
        let mut absent = needed.filter(|field| field.of(self.facts, at).is_none());
        let is_type = !matches!(
            error,
            Some(
                ExecutionError::Overflow(..)
                    | ExecutionError::DivisionByZero(_)
                    | ExecutionError::RemainderByZero(_)
            )
        );
        if let Some(field) = absent.next().filter(|_| is_type) {
            return Failure {
                message: format!("`item.{}` is absent", field.name),
                help: Some(format!("ask first: `has(item.{}) && …`", field.name)),
            };
        }
        let message = match error {
            None => "it is neither true nor false".to_owned(),
            Some(ExecutionError::DivisionByZero(_) | ExecutionError::RemainderByZero(_)) => {
                "it divides by 0".to_owned()
            }
            Some(ExecutionError::Overflow(..)) => "a number in it is too large".to_owned(),
            Some(ExecutionError::NoSuchOverload(call)) => {
                let types = call.argument_types().join(" and ");
                format!("`{}` cannot be done with {types}", call.function())
            }
            Some(error) => {
                let said = error.to_string();
                said.lines().next().unwrap_or_default().to_lowercase()
            }
        };
        Failure {
            message,
            help: None,
        }
    }
}

/// The variables of an expression about an item, read when they are needed.
struct Variables<'r, 'a> {
    run: &'r Run<'a>,
    at: ItemIx,
}

impl Variables<'_, '_> {
    fn field(&self, name: &str) -> Option<&Field> {
        let fields = &self.run.language.fields;
        let mut used = self.run.expression.used.iter();
        used.find_map(|at| Some(fields.get(*at)).filter(|field| field.name == name))
    }
}

impl VariableResolver for Variables<'_, '_> {
    fn resolve<'b>(&'b self, name: &str) -> Option<CowVal<'b, 'b>> {
        let value = if let Some(name) = name.strip_prefix(HAS) {
            let value = self.field(name)?.of(self.run.facts, self.at);
            let empty = FieldValue::Texts(Vec::new());
            Value::Bool(value.is_some_and(|value| value != empty))
        } else if let Some(name) = name.strip_prefix(ITEM) {
            let value = self.field(name)?.of(self.run.facts, self.at);
            value.map_or(Value::Null, value_of)
        } else if name == TODAY {
            day_value(self.run.facts.today)?
        } else {
            return None;
        };
        value.try_into().ok().map(CowVal::Owned)
    }
}

fn value_of(value: FieldValue) -> Value {
    match value {
        FieldValue::Text(text) => text.into(),
        FieldValue::Texts(texts) => texts.into(),
        FieldValue::Whole(number) => Value::Int(number),
        FieldValue::Number(number) => Value::Float(number),
        FieldValue::Day(day) => day_value(day).unwrap_or(Value::Null),
        FieldValue::Bool(yes) => Value::Bool(yes),
    }
}
