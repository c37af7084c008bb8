//! Something wrong with a text that is none of the plan's, such as a
//! template, in the look of findings.

use std::ops::Range;

use annotate_snippets::{Group, Level};

use super::excerpt::alone;
use super::full::{GUTTER, NARROWEST, renderer};
use super::style::{lines, one_line};
use super::{Files, Label, SourceId, Span, Style};

/// Something wrong with a text that is none of the plan's.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where the text lies.
    pub path: String,
    /// The bytes at fault; none where they are not known.
    pub place: Option<(usize, usize)>,
    /// The whole text.
    pub text: String,
    /// One lower-case sentence that stands alone, without a full stop.
    pub message: String,
    /// What is to be said of the place; may be empty.
    pub label: String,
    /// How to mend it.
    pub help: Vec<String>,
    /// Where it was met.
    pub note: Option<String>,
}

impl Fault {
    /// A fault that is known by its words only.
    pub fn said(message: &str) -> Self {
        Self {
            message: message.to_owned(),
            ..Self::default()
        }
    }

    /// Whether the other one is the same, perhaps met elsewhere.
    pub fn is_as(&self, other: &Self) -> bool {
        let key = |it: &Self| (it.path.clone(), it.place, it.message.clone());
        key(self) == key(other)
    }

    /// Line and column, both from 1, where the place is known.
    pub fn position(&self) -> Option<(usize, usize)> {
        let (start, _) = self.place?;
        Some(Files::position(self, SourceId(0), start))
    }

    /// The fault on several lines, without an end of line at the end.
    pub fn render(&self, style: &Style) -> String {
        let columns = style.width.saturating_sub(GUTTER).max(NARROWEST);
        let title = Level::ERROR.primary_title(one_line(&self.message));
        let mut group = Group::with_title(title);
        let range = self.range();
        let label = Label {
            span: Span::new(SourceId(0), range.start, range.end),
            text: self.label.clone(),
        };
        if self.place.is_some() {
            group = group.element(alone(&label, self, columns).snippet("", self));
        } else if !self.path.is_empty() {
            group = group.element(Level::NOTE.message(one_line(&format!("in {}", self.path))));
        }
        for help in &self.help {
            group = group.element(Level::HELP.message(lines(help)));
        }
        if let Some(note) = &self.note {
            group = group.element(Level::NOTE.message(one_line(note)));
        }
        renderer(style, columns).render(&[group])
    }

    fn range(&self) -> Range<usize> {
        let (start, end) = self.place.unwrap_or_default();
        let start = self.text.floor_char_boundary(start);
        start..self.text.floor_char_boundary(end).max(start)
    }
}

impl Files for Fault {
    fn path(&self, _: SourceId) -> &str {
        &self.path
    }

    fn text(&self, _: SourceId) -> &str {
        &self.text
    }

    fn position(&self, _: SourceId, byte: usize) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(byte)];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        (
            before.matches('\n').count() + 1,
            before[line..].chars().count() + 1,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;
    use crate::diagnostic::Style;

    #[test]
    fn it_looks_like_a_finding() {
        let fault = Fault {
            path: "theme/templates/item.html".to_owned(),
            place: Some((7, 12)),
            text: "<p>\n{{ titel }}\n</p>\n".to_owned(),
            message: "there is no variable `titel` here".to_owned(),
            label: "not there".to_owned(),
            help: vec!["did you mean `title`?".to_owned()],
            note: Some("met while making goals/g1.html".to_owned()),
        };
        insta::assert_snapshot!(fault.render(&Style::default()), @"
        error: there is no variable `titel` here
         --> theme/templates/item.html:2:4
          |
        2 | {{ titel }}
          |    ^^^^^ not there
          |
          = help: did you mean `title`?
          = note: met while making goals/g1.html
        ");
    }

    #[test]
    fn it_may_have_no_place() {
        let fault = Fault {
            path: "theme/templates/item.html".to_owned(),
            message: "it includes itself".to_owned(),
            ..Fault::default()
        };
        insta::assert_snapshot!(fault.render(&Style::default()), @"
        error: it includes itself
         |
         = note: in theme/templates/item.html
        ");
    }
}
