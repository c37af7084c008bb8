//! The functions that an expression may use.

use std::sync::Arc;

use cel::{Context, ExecutionError, Value};

use crate::quantity::Date;

use super::types::Type;

/// A function: its name, whether it follows what it is about after a point,
/// what it is given, and what it gives.
pub(super) struct Function {
    pub name: &'static str,
    pub about: Option<Type>,
    pub given: &'static [Type],
    pub gives: Type,
}

const fn after(name: &'static str, given: &'static [Type], result: Type) -> Function {
    Function {
        name,
        about: Some(Type::Text),
        given,
        gives: result,
    }
}

const fn global(name: &'static str, given: &'static [Type], result: Type) -> Function {
    Function {
        name,
        about: None,
        given,
        gives: result,
    }
}

/// All functions. `has`, `exists`, `all`, `filter` and their like are part of
/// the grammar.
pub(super) const FUNCTIONS: [Function; 13] = [
    after("contains", &[Type::Text], Type::Bool),
    after("startsWith", &[Type::Text], Type::Bool),
    after("endsWith", &[Type::Text], Type::Bool),
    after("matches", &[Type::Text], Type::Bool),
    Function {
        name: "size",
        about: Some(Type::Any),
        given: &[],
        gives: Type::Whole,
    },
    global("size", &[Type::Any], Type::Whole),
    global("date", &[Type::Text], Type::Day),
    global("days", &[Type::Whole], Type::Span),
    global("year", &[Type::Day], Type::Whole),
    global("month", &[Type::Day], Type::Whole),
    global("int", &[Type::Any], Type::Whole),
    global("double", &[Type::Any], Type::Number),
    global("string", &[Type::Any], Type::Text),
];

/// The names of loops, which the grammar knows.
pub(super) const LOOPS: [&str; 5] = ["exists", "all", "exists_one", "filter", "map"];

/// Adds the functions that the language does not bring along.
pub(super) fn add(context: &mut Context<'_, '_>) {
    let added = [
        context.add_function("date", |text: Arc<String>| {
            let day = text.parse().ok().and_then(day_value);
            day.ok_or_else(|| ExecutionError::function_error("date", "not a day"))
        }),
        context.add_function("days", |days: i64| {
            span_value(days).ok_or_else(|| ExecutionError::function_error("days", "too many"))
        }),
        context.add_function("year", |day: Value| {
            part("year", &day, |day| i64::from(day.year()))
        }),
        context.add_function("month", |day: Value| {
            part("month", &day, |day| i64::from(day.month()))
        }),
    ];
    debug_assert!(added.iter().all(Result::is_ok), "no name is taken");
}

fn part(
    function: &str,
    value: &Value,
    read: impl Fn(Date) -> i64,
) -> Result<Value, ExecutionError> {
    let day = match value {
        Value::Timestamp(time) => day_of(time.timestamp()),
        _ => None,
    };
    let number = day.map(|day| Value::Int(read(day)));
    number.ok_or_else(|| ExecutionError::function_error(function, "not a day"))
}

const SECONDS: i64 = 24 * 60 * 60;
const EPOCH: Date = Date::constant(1970, 1, 1);

fn day_of(seconds: i64) -> Option<Date> {
    let days = jiff::Span::new()
        .try_days(seconds.div_euclid(SECONDS))
        .ok()?;
    EPOCH.checked_add(days).ok()
}

/// A day as expressions know it: its first moment, in UTC.
pub(super) fn day_value(day: Date) -> Option<Value> {
    format!("{day}T00:00:00Z")
        .parse()
        .ok()
        .map(Value::Timestamp)
}

/// A number of days as expressions know it.
fn span_value(days: i64) -> Option<Value> {
    let epoch = day_value(EPOCH)?;
    let span = jiff::Span::new().try_days(days).ok()?;
    match (day_value(EPOCH.checked_add(span).ok()?)?, epoch) {
        (Value::Timestamp(then), Value::Timestamp(epoch)) => Some(Value::Duration(then - epoch)),
        _ => None,
    }
}
