//! Fields as YAML.

use serde::{Serialize, Serializer};
use serde_saphyr::SerializerOptions;

use super::{Datum, Fields};

/// The fields as lines of YAML 1.2, none where there are no fields. Lines are
/// as long as they have to be, so that a word more changes one line.
///
/// # Panics
///
/// When an item's id is not known yet: [`Datum::Item`] must not be among them.
pub(super) fn lines(fields: &Fields) -> String {
    if fields.0.is_empty() {
        return String::new();
    }
    let mut options = SerializerOptions::default();
    options.yaml_12 = true;
    options.no_lang_directive = true;
    options.compact_list_indent = false;
    options.min_fold_chars = usize::MAX;
    options.folded_wrap_chars = usize::MAX;
    serde_saphyr::to_string_with_options(fields, options)
        .expect("names and words can be written in YAML")
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Plain(text) => plain(text, serializer),
            Self::List(values) => serializer.collect_seq(values),
            Self::Table(fields) => fields.serialize(serializer),
            Self::Item(_) => Err(serde::ser::Error::custom("an item without an id")),
        }
    }
}

/// A number or a yes or no; words where it is written as YAML would not
/// write it.
fn plain<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(whole) = text.parse::<i64>() {
        return serializer.serialize_i64(whole);
    }
    match (text.parse::<bool>(), text.parse::<f64>()) {
        (Ok(yes), _) => serializer.serialize_bool(yes),
        (_, Ok(number)) if number.is_finite() => serializer.serialize_f64(number),
        _ => serializer.serialize_str(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::lines;
    use crate::diagnostic::SourceId;
    use crate::exchange::import::{Datum, Fields};
    use crate::value::{Data, Value, parse_yaml};

    #[test]
    fn values_are_written_as_people_write_them() {
        let mut fields = Fields::default();
        fields.set("title", "Budget: 12k");
        fields.set("due", "2026-12-31");
        fields.set("supports", vec!["S1", "S2"]);
        fields.set("weight", Datum::Plain("2.5".to_owned()));
        fields.keep("Cost centre", "4711");
        fields.keep("Cost centre", "4712");
        let expected = "title: \"Budget: 12k\"\ndue: 2026-12-31\nsupports:\n  - S1\n  - S2\n\
                        weight: 2.5\nkept:\n  Cost centre: |-\n    4711\n    4712\n";
        assert_eq!(lines(&fields), expected);
    }

    fn same(value: &Value, datum: &Datum) -> bool {
        match (&value.data, datum) {
            (Data::Text(read), Datum::Text(text)) => read == text,
            (Data::Text(read), Datum::Plain(text)) => {
                read == text || read.parse::<f64>().ok() == text.parse().ok()
            }
            (Data::List(read), Datum::List(values)) => {
                read.len() == values.len() && read.iter().zip(values).all(|(a, b)| same(a, b))
            }
            (Data::Table(read), Datum::Table(fields)) => {
                let pairs = read.entries.iter().zip(&fields.0);
                read.entries.len() == fields.0.len()
                    && pairs.fold(true, |all, (entry, (name, value))| {
                        all && entry.key == *name && same(&entry.value, value)
                    })
            }
            _ => false,
        }
    }

    fn datum() -> impl Strategy<Value = Datum> {
        let text = prop_oneof![
            "\\PC{1,30}",
            "[ -~\n]{1,60}",
            Just("no".to_owned()),
            Just("- x: [".to_owned()),
            Just("a\n  b\n\n\tc \nd".to_owned()),
        ];
        let text = text.prop_map(Datum::from).boxed();
        let number = (-1e9..1e9_f64).prop_map(|it| Datum::Plain(format!("{it}")));
        let leaf = prop_oneof![4 => text, 1 => number];
        leaf.prop_recursive(3, 12, 4, |inner| {
            let list = prop::collection::vec(inner.clone(), 1..4).prop_map(Datum::List);
            let table = prop::collection::btree_map("[A-Za-z:# -]{1,12}", inner, 1..4);
            prop_oneof![
                list,
                table.prop_map(|map| Datum::Table(Fields(map.into_iter().collect())))
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(value in datum()) {
            prop_assume!(!value.is_empty());
            let mut fields = Fields::default();
            fields.set("field", value.clone());
            let written = lines(&fields);
            let (table, problems) = parse_yaml(SourceId(0), &written, 0);
            prop_assert!(problems.is_empty(), "{written}\n{problems:?}");
            let read = &table.get("field").expect("it is there").value;
            prop_assert!(same(read, &value), "{written}\n{read:?}");
        }
    }
}
