//! What parts of an expression stand for, as far as that is known before any
//! item is looked at.

use super::fields::Holds;

/// What a part of an expression stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Bool,
    Text,
    List,
    Whole,
    Number,
    Day,
    /// The days between two days.
    Span,
    /// Not known, or nothing at all.
    Any,
}

impl Type {
    pub fn of(holds: &Holds) -> Self {
        match holds {
            Holds::Text | Holds::Word(_) => Self::Text,
            Holds::Texts => Self::List,
            Holds::Whole => Self::Whole,
            Holds::Number => Self::Number,
            Holds::Day => Self::Day,
            Holds::Bool => Self::Bool,
        }
    }

    /// What it is, in a message: "a day".
    pub fn what(self) -> &'static str {
        match self {
            Self::Bool => "a yes or no",
            Self::Text => "text",
            Self::List => "a list",
            Self::Whole | Self::Number => "a number",
            Self::Day => "a day",
            Self::Span => "a number of days",
            Self::Any => "anything",
        }
    }

    pub fn is_number(self) -> bool {
        matches!(self, Self::Whole | Self::Number)
    }

    /// Whether two can be compared.
    pub fn fits(self, other: Self) -> bool {
        self == other
            || self == Self::Any
            || other == Self::Any
            || (self.is_number() && other.is_number())
    }

    /// What adding, subtracting, multiplying or dividing two gives; none
    /// where it cannot be done.
    pub fn reckon(self, sign: &str, other: Self) -> Option<Self> {
        use Type::{Any, Day, List, Number, Span, Text, Whole};
        match (self, sign, other) {
            (Any, ..) | (_, _, Any) => Some(Any),
            (Whole, _, Whole) => Some(Whole),
            (a, "_%_", b) if a.is_number() || b.is_number() => None,
            (a, _, b) if a.is_number() && b.is_number() => Some(Number),
            (Day, "_+_" | "_-_", Span) | (Span, "_+_", Day) => Some(Day),
            (Day, "_-_", Day) | (Span, "_+_" | "_-_", Span) => Some(Span),
            (Text, "_+_", Text) => Some(Text),
            (List, "_+_", List) => Some(List),
            _ => None,
        }
    }
}
