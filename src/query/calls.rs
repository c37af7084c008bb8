//! The functions in an expression: known, given what they can use, and with
//! days and patterns that can be read.

use std::ops::Range;
use std::sync::Arc;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue};

use crate::diagnostic::nearest;
use crate::quantity::Date;

use super::compile::Fault;
use super::functions::{FUNCTIONS, Function, LOOPS};
use super::limits;
use super::types::Type;
use super::walk::{Found, Walk};

impl Walk<'_> {
    pub fn function(&mut self, id: u64, call: &mut CallExpr) -> Found {
        let name = call.func_name.as_str();
        let about = call.target.is_some();
        let fits = |it: &&Function| {
            it.name == name && it.about.is_some() == about && it.given.len() == call.args.len()
        };
        let Some(function) = FUNCTIONS.iter().find(fits) else {
            return Err(self.unknown_function(id, name));
        };
        self.literal_arguments(call)?;
        if let (Some(target), Some(wanted)) = (&mut call.target, function.about) {
            self.argument(target, wanted)?;
        }
        for (argument, wanted) in call.args.iter_mut().zip(function.given) {
            self.argument(argument, *wanted)?;
        }
        Ok(function.gives)
    }

    fn unknown_function(&self, id: u64, name: &str) -> Fault {
        let known = FUNCTIONS.iter().map(|it| it.name).chain(LOOPS);
        if known.clone().any(|it| it == name) {
            let fault = Fault::new(
                format!("`{name}` is not used like this"),
                self.places.function_at(id, name),
            );
            return fault.help(usage(name));
        }
        let near = match name {
            "timestamp" => Some("date"),
            "duration" => Some("days"),
            "getFullYear" => Some("year"),
            "getMonth" => Some("month"),
            name => nearest(name, known),
        };
        let fault = Fault::new(
            format!("there is no function `{name}`"),
            self.places.function_at(id, name),
        );
        fault.maybe_help(near.map(|near| format!("did you mean `{near}`? {}", usage(near))))
    }

    fn argument(&mut self, node: &mut IdedExpr, wanted: Type) -> Result<(), Fault> {
        let (said, at) = (self.places.said(node), self.places.place(node));
        let found = self.visit(node)?;
        if found.fits(wanted) {
            return Ok(());
        }
        let message = format!("{said} is {}, not {}", found.what(), wanted.what());
        Err(Fault::new(message, at))
    }

    /// Days and patterns are written out, so that they can be looked at now.
    fn literal_arguments(&self, call: &mut CallExpr) -> Result<(), Fault> {
        let name = call.func_name.as_str();
        let Some(argument) = call
            .args
            .first_mut()
            .filter(|_| matches!(name, "date" | "matches"))
        else {
            return Ok(());
        };
        let place = self.places.place(argument);
        let Expr::Literal(LiteralValue::String(text)) = &mut argument.expr else {
            let fault = Fault::new(format!("`{name}` takes text in quotes"), place);
            return Err(fault.help(usage(name)));
        };
        if name == "date" {
            let read = day(text.inner());
            return read
                .map(|_| ())
                .map_err(|wrong| Fault::new(wrong, place).help(usage(name)));
        }
        *text = self.pattern(text.inner(), place)?.into();
        Ok(())
    }

    /// The pattern that is tried.
    fn pattern(&self, written: &str, place: Range<usize>) -> Result<String, Fault> {
        let pattern = limits::pattern(written).map_err(|(wrong, help)| {
            Fault::new(wrong, place.clone()).maybe_help(help.map(str::to_owned))
        })?;
        let mut context = cel::Context::with_env(Arc::clone(&self.language.env));
        context.add_variable_from_value("pattern", pattern.as_str());
        let program = self.language.env.compile("''.matches(pattern)");
        match program.map(|program| program.execute(&context)) {
            Ok(Ok(_)) => Ok(pattern),
            Ok(Err(_)) | Err(_) => Err(Fault::new(format!("`{written}` is not a pattern"), place)),
        }
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("`{text}` is not a day"))
}

/// How a function is written.
fn usage(name: &str) -> &'static str {
    match name {
        "date" => "write a day as in `date(\"2026-09-30\")`",
        "days" => "write it as in `today + days(30)`",
        "year" => "write it as in `year(item.due)`",
        "month" => "write it as in `month(item.due)`",
        "size" => "write it as in `size(item.tags)`",
        "contains" | "startsWith" | "endsWith" => {
            "write it as in `item.title.contains(\"library\")`"
        }
        "matches" => "write it as in `item.id.matches(\"^A[0-9]+$\")`",
        "exists" | "all" | "exists_one" | "filter" | "map" => {
            "write it as in `item.tags.exists(tag, tag.startsWith(\"q\"))`"
        }
        _ => "write it as in `string(item.score)`",
    }
}
