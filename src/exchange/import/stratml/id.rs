//! Ids that people can use.

use std::collections::BTreeSet;

use super::super::Fields;
use super::parts::Parts;

/// A longer identifier is nothing that people can use.
const LONGEST: usize = 31;

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
        if let Some(id) = of_people(&identifier).filter(|id| self.take(id)) {
            if numbered(id) != sequence {
                fields.keep("SequenceIndicator", &sequence);
            }
            return Named {
                id: Some(id.to_owned()),
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
        if id.as_deref().is_none_or(|id| numbered(id) != sequence) {
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

/// The id in an identifier that people can use.
fn of_people(identifier: &str) -> Option<&str> {
    let begins = |text: &str| text.starts_with(char::is_alphabetic);
    let id = identifier.strip_prefix('_').filter(|rest| !begins(rest));
    let id = id.unwrap_or(identifier);
    let fits = id.len() <= LONGEST && crate::plan::can_be_id(id);
    (fits && !id.starts_with('_')).then_some(id)
}

/// An identifier as XML Schema's type ID wants it: it does not begin with a
/// digit, a dot or a hyphen.
pub(in crate::exchange) fn as_xml_id(identifier: &str) -> String {
    if !crate::plan::can_be_id(identifier) {
        return String::new();
    }
    if identifier.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        identifier.to_owned()
    } else {
        format!("_{identifier}")
    }
}
