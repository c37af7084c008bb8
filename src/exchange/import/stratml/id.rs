//! Ids that people can use.

use std::collections::BTreeSet;

use super::super::Fields;
use super::parts::Parts;

/// A longer identifier is nothing that people can use.
const LONGEST: usize = 16;

/// The ids that are taken.
#[derive(Default)]
pub(super) struct Ids(BTreeSet<String>);

/// What a document says about the id of an element.
pub(super) struct Named {
    /// The id; none where it is to be made up.
    pub id: Option<String>,
    /// What its identifier becomes, where that is no id for people.
    pub alias: String,
}

impl Ids {
    /// The id of an element: its identifier where that is short, else letters
    /// with the number in the sequence. An identifier that another element has
    /// already, which the standard forbids and real documents do, is kept.
    pub fn named(&mut self, letters: &str, parts: &mut Parts<'_>, fields: &mut Fields) -> Named {
        let identifier = parts.line("Identifier");
        let sequence = parts.line("SequenceIndicator");
        let is_of_ours = identifier.len() <= LONGEST && is_id(&identifier);
        if is_of_ours && self.take(&identifier) {
            if numbered(&identifier) != sequence {
                fields.keep("SequenceIndicator", &sequence);
            }
            return Named {
                id: Some(identifier),
                alias: String::new(),
            };
        }
        let alias = as_xml_id(&identifier);
        let alias = if alias.is_empty() || self.take(&alias) {
            alias
        } else {
            fields.keep("Identifier", &identifier);
            String::new()
        };
        let number = sequence.trim_end_matches('.');
        let id = format!("{letters}{number}");
        let is_number = !number.is_empty()
            && number
                .split('.')
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
        let id = (is_number && self.take(&id)).then_some(id);
        if id.is_none() {
            fields.keep("SequenceIndicator", &sequence);
        }
        Named { id, alias }
    }

    fn take(&mut self, id: &str) -> bool {
        self.0.insert(id.to_lowercase())
    }
}

/// The number in an id: `1.2` of `O1.2`.
pub(in crate::exchange) fn numbered(id: &str) -> &str {
    id.trim_start_matches(|c: char| !c.is_ascii_digit())
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic()) && crate::plan::odd_in_id(text).is_none()
}

/// An identifier as XML Schema's type ID wants it: it does not begin with a
/// digit.
fn as_xml_id(identifier: &str) -> String {
    if crate::plan::odd_in_id(identifier).is_some() || identifier.is_empty() {
        return String::new();
    }
    if identifier.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        identifier.to_owned()
    } else {
        format!("_{identifier}")
    }
}
