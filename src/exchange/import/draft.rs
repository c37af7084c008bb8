//! What was read of another tool's file, before it has a place in a plan.

/// A plan in the making.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// `plan.toml`: sections and what they set.
    pub settings: Fields,
    /// `index.md`.
    pub home: Text,
    /// The items, in the order of the file.
    pub items: Vec<DraftItem>,
    /// What could not be taken over as it was.
    pub losses: Vec<Loss>,
}

/// Front matter and the text below it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// The fields of the plan format, in the order in which they are written.
    pub fields: Fields,
    /// Markdown.
    pub body: String,
}

/// An item in the making.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftItem {
    /// Its kind, by name.
    pub kind: String,
    /// The id that the file gives it, if that can be one; else it is given the
    /// next free number of its kind.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// All other fields, and its text.
    pub text: Text,
    /// Where it stands in the file: "row 12 of sheet Actions".
    pub place: String,
}

/// Names with values, in the order in which they are written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(pub Vec<(String, Datum)>);

/// A value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum {
    /// Words, also dates and money as the plan format writes them.
    Text(String),
    /// A number or a yes or no, as it is written.
    Plain(String),
    /// The id of another item of the draft, by its place in
    /// [`Draft::items`].
    Item(usize),
    /// Several values.
    List(Vec<Datum>),
    /// Named values.
    Table(Fields),
}

/// Something that could not be taken over as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// Where it stands in the file: "cell D7 of sheet Actions".
    pub place: String,
    /// What it is and what became of it: "`asap` is not a date; kept as `Due`".
    pub what: String,
}

/// The field in which an item keeps what has no place in a plan.
const KEPT: &str = "kept";

impl Fields {
    /// Sets a field that is not there yet, unless the value is empty.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<Datum>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((name.into(), value));
        }
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Datum> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value)
    }

    /// Adds a value to those of a field.
    pub fn add(&mut self, name: &str, value: Datum) {
        let there = self.0.iter_mut().find(|(known, _)| known == name);
        match there.map(|(_, there)| there) {
            Some(Datum::List(values)) => values.push(value),
            Some(single) => *single = Datum::List(vec![single.clone(), value]),
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// The values within a field, which is made where it is not there.
    pub fn within(&mut self, name: &str) -> &mut Self {
        let is_table =
            |(known, value): &(String, Datum)| known == name && matches!(value, Datum::Table(_));
        let at = self.0.iter().position(is_table).unwrap_or_else(|| {
            self.0
                .push((name.to_owned(), Datum::Table(Self::default())));
            self.0.len() - 1
        });
        match &mut self.0[at].1 {
            Datum::Table(table) => table,
            _ => unreachable!("it was looked for by being a table"),
        }
    }

    /// Adds fields; what is kept joins what is kept already.
    pub fn join(&mut self, others: Self) {
        for (name, value) in others.0 {
            match value {
                Datum::Table(kept) if name == KEPT => self.within(KEPT).0.extend(kept.0),
                value => self.set(name, value),
            }
        }
    }

    /// Brings what is kept into the order of its names.
    pub fn sort_kept(&mut self) {
        if self.get(KEPT).is_some() {
            self.within(KEPT).0.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
    }

    /// Keeps what has no place in a plan, under the name that the file gives
    /// it; what comes later under that name is added to it.
    pub fn keep(&mut self, name: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let kept = self.within(KEPT);
        let there = kept.0.iter_mut().find(|(known, _)| known == name);
        match there {
            Some((_, Datum::Text(text))) => {
                text.push('\n');
                text.push_str(value);
            }
            _ => kept.set(name, value),
        }
    }
}

impl Datum {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Plain(text) => text.trim().is_empty(),
            Self::List(values) => values.is_empty(),
            Self::Table(fields) => fields.0.is_empty(),
            Self::Item(_) => false,
        }
    }
}

impl From<&str> for Datum {
    fn from(text: &str) -> Self {
        Self::Text(text.trim().to_owned())
    }
}

impl From<String> for Datum {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl<T: Into<Datum>> From<Vec<T>> for Datum {
    fn from(values: Vec<T>) -> Self {
        let values = values.into_iter().map(Into::into);
        Self::List(values.filter(|value| !value.is_empty()).collect())
    }
}

impl From<Fields> for Datum {
    fn from(fields: Fields) -> Self {
        Self::Table(fields)
    }
}
