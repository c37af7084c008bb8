//! Going over an expression before any item is looked at: every name is
//! known, every word can occur, everything that is compared can be compared.
//!
//! On the way, fields become variables of their own: `item.due` is read only
//! where it is reached, is nothing where it is absent, and equals nothing
//! then; `has(item.due)` says whether it is there.

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue, SelectExpr, SourceInfo, operators};

use crate::diagnostic::did_you_mean;

use super::compile::{Fault, Language};
use super::fields::Holds;
use super::place::Places;
use super::types::Type;

/// What stands before a field's name in the variable that reads it.
pub(super) const ITEM: &str = "item.";
/// What stands before a field's name in the variable that says whether it is
/// there.
pub(super) const HAS: &str = "has item.";
/// The day.
pub(super) const TODAY: &str = "today";
const ITEM_ITSELF: &str = "item";

pub(super) struct Walk<'a> {
    pub(super) language: &'a Language,
    pub(super) places: Places<'a>,
    /// The names that loops give to what they go over.
    scope: Vec<String>,
    loops: usize,
    used: Vec<usize>,
    /// Those without which it cannot be worked out.
    needed: Vec<usize>,
}

pub(super) type Found = Result<Type, Fault>;

impl<'a> Walk<'a> {
    pub fn new(language: &'a Language, text: &'a str, info: &'a SourceInfo) -> Self {
        Self {
            language,
            places: Places { text, info },
            scope: Vec::new(),
            loops: 0,
            used: Vec::new(),
            needed: Vec::new(),
        }
    }

    /// Goes over a whole expression; gives the fields that it reads, and of
    /// these those without which it cannot be worked out.
    pub fn whole(mut self, tree: &mut IdedExpr) -> Result<(Vec<usize>, Vec<usize>), Fault> {
        let said = self.places.said(tree);
        match self.visit(tree)? {
            Type::Bool | Type::Any => Ok((self.used, self.needed)),
            other => {
                let message = format!("{said} is {}, not a yes or no", other.what());
                let help = "compare it with something, or ask `has(…)`";
                Err(Fault::new(message, 0..self.places.text.len()).help(help))
            }
        }
    }

    pub(super) fn visit(&mut self, node: &mut IdedExpr) -> Found {
        let id = node.id;
        match &mut node.expr {
            Expr::Literal(value) => Ok(literal_type(value)),
            Expr::Ident(name) => self.name(id, &name.clone()),
            Expr::Select(select) => {
                let (variable, holds) = self.select(id, select)?;
                node.expr = Expr::Ident(variable);
                Ok(holds)
            }
            Expr::List(list) => {
                for element in &mut list.elements {
                    let place = self.places.place(element);
                    if self.visit(element)? == Type::List {
                        return Err(Fault::new("a list lies within another", place));
                    }
                }
                Ok(Type::List)
            }
            Expr::Call(call) => self.call(id, call),
            Expr::Comprehension(_) => self.comprehension(node),
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                Err(Fault::new("maps mean nothing here", self.places.at(id)))
            }
        }
    }

    fn name(&self, id: u64, name: &str) -> Found {
        if self.scope.iter().any(|known| known == name) || name.starts_with('@') {
            return Ok(Type::Any);
        }
        match name {
            TODAY => Ok(Type::Day),
            ITEM_ITSELF => Err(
                Fault::new("`item` is asked for by its fields", self.places.at(id))
                    .help("name one, as in `item.status`"),
            ),
            name => {
                let fault = Fault::new(format!("nothing is called `{name}`"), self.places.at(id));
                Err(fault.maybe_help(self.near_name(name)))
            }
        }
    }

    fn near_name(&self, name: &str) -> Option<String> {
        let fields = &self.language.fields;
        if fields.find(name).is_some() {
            return Some(format!("write `item.{name}`"));
        }
        let known = [TODAY, ITEM_ITSELF];
        let known = known
            .into_iter()
            .chain(self.scope.iter().map(String::as_str));
        let words = "put it in quotes if it is text".to_owned();
        did_you_mean(name, known).or(Some(words))
    }

    /// The variable that stands for a field, and what it holds.
    fn select(&mut self, id: u64, select: &SelectExpr) -> Result<(String, Type), Fault> {
        let is_item = matches!(&select.operand.expr, Expr::Ident(name) if name == ITEM_ITSELF);
        let name = &select.field;
        if !is_item || self.scope.iter().any(|known| known == ITEM_ITSELF) {
            let message = format!("`.{name}` asks for a field of what has none");
            let help = "only `item` has fields, as in `item.status`";
            return Err(Fault::new(message, self.places.field_at(id, name)).help(help));
        }
        let fields = &self.language.fields;
        let Some(field) = fields.find(name) else {
            let fault = Fault::new(
                format!("items have no field `{name}`"),
                self.places.field_at(id, name),
            );
            return Err(fault.maybe_help(fields.nearest(name)));
        };
        if !self.used.contains(&field) {
            self.used.push(field);
        }
        Ok(if select.test {
            (format!("{HAS}{name}"), Type::Bool)
        } else {
            self.needed.push(field);
            let holds = &fields.get(field).holds;
            (format!("{ITEM}{name}"), Type::of(holds))
        })
    }

    fn comprehension(&mut self, node: &mut IdedExpr) -> Found {
        let at = self.places.at(node.id);
        let Expr::Comprehension(inner) = &mut node.expr else {
            return Ok(Type::Any);
        };
        if self.loops > 0 {
            let fault = Fault::new("a loop lies within another", at);
            return Err(fault.help("write it without the inner `exists`, `all`, `filter` or `map`"));
        }
        // What a loop makes could grow without end, were it gone over again.
        if !matches!(inner.iter_range.expr, Expr::Select(_) | Expr::List(_)) {
            let fault = Fault::new("a loop goes over something other than a field", at);
            return Err(fault.help("write it as in `item.tags.exists(tag, …)`"));
        }
        let (range, place) = (
            self.places.said(&inner.iter_range),
            self.places.place(&inner.iter_range),
        );
        let over = self.visit(&mut inner.iter_range)?;
        if !over.fits(Type::List) {
            let message = format!("{range} is {}, not a list", over.what());
            return Err(Fault::new(message, place));
        }
        self.loops += 1;
        let before = self.scope.len();
        self.scope.push(inner.iter_var.clone());
        self.scope.extend(inner.iter_var2.clone());
        self.scope.push(inner.accu_var.clone());
        let gives = self.visit(&mut inner.accu_init)?;
        self.visit(&mut inner.loop_cond)?;
        self.visit(&mut inner.loop_step)?;
        self.visit(&mut inner.result)?;
        self.scope.truncate(before);
        self.loops -= 1;
        // What `exists_one` counts is a number until it is compared.
        Ok(if gives == Type::Whole {
            Type::Bool
        } else {
            gives
        })
    }

    fn call(&mut self, id: u64, call: &mut CallExpr) -> Found {
        let sign = call.func_name.clone();
        match (sign.as_str(), call.args.as_mut_slice()) {
            (operators::LOGICAL_AND | operators::LOGICAL_OR, [a, b]) => {
                self.yes_or_no(a)?;
                self.yes_or_no(b)
            }
            (operators::LOGICAL_NOT | operators::NOT_STRICTLY_FALSE, [a]) => self.yes_or_no(a),
            (operators::NEGATE, [a]) => self.visit(a),
            (operators::CONDITIONAL, [test, a, b]) => {
                self.yes_or_no(test)?;
                let (a, b) = (self.visit(a)?, self.visit(b)?);
                Ok(if a == b { a } else { Type::Any })
            }
            (operators::EQUALS | operators::NOT_EQUALS, [a, b]) => {
                self.words(a, b)?;
                self.words(b, a)?;
                let before = self.needed.len();
                let found = self.compare(id, a, b);
                self.may_lack(before, &[a, b]);
                found
            }
            (
                operators::LESS
                | operators::LESS_EQUALS
                | operators::GREATER
                | operators::GREATER_EQUALS,
                [a, b],
            ) => self.compare(id, a, b),
            (operators::IN, [a, b]) => self.within(a, b),
            (
                operators::ADD
                | operators::SUBSTRACT
                | operators::MULTIPLY
                | operators::DIVIDE
                | operators::MODULO,
                [a, b],
            ) => self.reckon(id, &sign, a, b),
            (operators::INDEX, [_, _]) => {
                Err(Fault::new("brackets mean nothing here", self.places.at(id))
                    .help("name fields as in `item.status`, and ask lists with `in` or `exists`"))
            }
            _ => self.function(id, call),
        }
    }

    /// What is asked of fields since then can be said of absent ones too, if
    /// it is asked of these alone.
    fn may_lack(&mut self, before: usize, asked: &[&mut IdedExpr]) {
        let is_plain = |node: &&mut IdedExpr| {
            matches!(node.expr, Expr::Ident(_) | Expr::Literal(_) | Expr::List(_))
        };
        if asked.iter().all(is_plain) {
            self.needed.truncate(before);
        }
    }

    fn yes_or_no(&mut self, node: &mut IdedExpr) -> Found {
        let said = self.places.said(node);
        let (at, is_field) = (
            self.places.place(node),
            matches!(node.expr, Expr::Select(_)),
        );
        let found = self.visit(node)?;
        if found.fits(Type::Bool) {
            return Ok(Type::Bool);
        }
        let message = format!("{said} is {}, not a yes or no", found.what());
        let help =
            is_field.then(|| format!("to ask whether it is there, write `has({})`", bare(&said)));
        Err(Fault::new(message, at).maybe_help(help))
    }

    fn compare(&mut self, id: u64, a: &mut IdedExpr, b: &mut IdedExpr) -> Found {
        let (said_a, said_b) = (self.places.said(a), self.places.said(b));
        let (is_a, is_b) = (self.visit(a)?, self.visit(b)?);
        if is_a.fits(is_b) {
            return Ok(Type::Bool);
        }
        let message = format!(
            "{said_a} is {}, and {said_b} is {}",
            is_a.what(),
            is_b.what()
        );
        let help = match (is_a, is_b) {
            (Type::Day, Type::Text) => Some(format!("write `date({})`", bare(&said_b))),
            (Type::Text, Type::Day) => Some(format!("write `date({})`", bare(&said_a))),
            (Type::Span, other) if other.is_number() => {
                Some(format!("write `days({})`", bare(&said_b)))
            }
            (Type::List, Type::Text) => {
                Some(format!("write `{} in {}`", bare(&said_b), bare(&said_a)))
            }
            _ => None,
        };
        Err(Fault::new(message, self.places.at(id)).maybe_help(help))
    }

    fn within(&mut self, a: &mut IdedExpr, b: &mut IdedExpr) -> Found {
        if let Expr::List(list) = &b.expr {
            for element in &list.elements {
                self.words(a, element)?;
            }
        }
        let (said_a, said_b) = (self.places.said(a), self.places.said(b));
        let at = self.places.place(b);
        let before = self.needed.len();
        self.visit(a)?;
        self.may_lack(before, &[a]);
        let found = self.visit(b)?;
        if found.fits(Type::List) {
            return Ok(Type::Bool);
        }
        let fault = Fault::new(format!("{said_b} is {}, not a list", found.what()), at);
        let help = format!("write `{}.contains({})`", bare(&said_b), bare(&said_a));
        Err(fault.maybe_help((found == Type::Text).then_some(help)))
    }

    /// Reckons with two; a whole number beside one that need not be whole is
    /// made like it.
    fn reckon(&mut self, id: u64, sign: &str, a: &mut IdedExpr, b: &mut IdedExpr) -> Found {
        let (said_a, said_b) = (self.places.said(a), self.places.said(b));
        let (is_a, is_b) = (self.visit(a)?, self.visit(b)?);
        match (is_a, is_b) {
            (Type::Whole, Type::Number) => as_number(a),
            (Type::Number, Type::Whole) => as_number(b),
            _ => {}
        }
        is_a.reckon(sign, is_b).ok_or_else(|| {
            let message = format!(
                "{said_a} is {}, and {said_b} is {}: they cannot be reckoned with",
                is_a.what(),
                is_b.what()
            );
            let days = is_a == Type::Day && is_b == Type::Whole;
            let help = days.then(|| format!("write `days({})`", bare(&said_b)));
            Fault::new(message, self.places.at(id)).maybe_help(help)
        })
    }

    /// A word that a field is compared with is one that it can have.
    fn words(&self, field: &IdedExpr, value: &IdedExpr) -> Result<(), Fault> {
        let (Expr::Select(select), Expr::Literal(LiteralValue::String(word))) =
            (&field.expr, &value.expr)
        else {
            return Ok(());
        };
        let fields = &self.language.fields;
        let known = fields.find(&select.field).map(|at| fields.get(at));
        let Some(Holds::Word(words)) = known.map(|field| &field.holds) else {
            return Ok(());
        };
        let word = word.inner();
        if words.is_empty() || words.iter().any(|known| known == word) {
            return Ok(());
        }
        let message = format!("`item.{}` is never `{word}`", select.field);
        let all = format!("it is one of: {}", words.join(", "));
        let near = did_you_mean(word, words.iter().map(String::as_str));
        let help = near.map_or(all.clone(), |near| format!("{near} ({all})"));
        Err(Fault::new(message, self.places.at(value.id)).help(help))
    }
}

fn literal_type(value: &LiteralValue) -> Type {
    match value {
        LiteralValue::Boolean(_) => Type::Bool,
        LiteralValue::String(_) => Type::Text,
        LiteralValue::Int(_) | LiteralValue::UInt(_) => Type::Whole,
        LiteralValue::Double(_) => Type::Number,
        LiteralValue::Bytes(_) | LiteralValue::Null => Type::Any,
    }
}

/// Wraps a whole number so that it can be reckoned with beside others.
fn as_number(node: &mut IdedExpr) {
    let inner = std::mem::take(node);
    node.id = inner.id;
    node.expr = Expr::Call(CallExpr {
        func_name: "double".to_owned(),
        target: None,
        args: vec![inner],
    });
}

/// Without the backticks of a message.
fn bare(said: &str) -> &str {
    said.trim_matches('`')
}
