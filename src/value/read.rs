//! Reading a table field by field: what was asked for is what is known, and
//! the rest is reported.

use crate::diagnostic::{Diagnostic, Span, code, did_you_mean, surely};

use super::{Data, Entry, Spanned, Table, Value};

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// A lower-case clause: "is not a date".
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The words that were surely meant; they need no quotes.
    pub meant: Option<String>,
}

impl Wrong {
    /// Something wrong, in words.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
            meant: None,
        }
    }

    /// Adds how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the words that were surely meant, if they are known.
    #[must_use]
    pub fn meant(mut self, words: Option<String>) -> Self {
        self.meant = words;
        self
    }

    /// The finding that a field's or setting's value is wrong, with the edit
    /// that mends it where what was meant is known.
    pub fn found_in(self, key: &str, value: &Value) -> Diagnostic {
        let edit = self.meant.as_deref().and_then(|it| value.reworded(it));
        let mut found = self.found(key, value.span);
        found.fix.extend(edit);
        found
    }

    /// The finding that a field's or setting's value is wrong.
    pub fn found(self, key: &str, span: Span) -> Diagnostic {
        Diagnostic::new(&code::INVALID_VALUE, format!("`{key}`: {}", self.message))
            .at(span, "")
            .maybe_help(self.help)
    }

    /// A word that is none of those known, with the nearest and all of them.
    pub fn unknown_word<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let all = format!("use one of: {}", known.join(", "));
        let meant = surely(written, known.iter().copied()).map(str::to_owned);
        let help = match did_you_mean(written, known) {
            Some(near) => format!("{near} ({all})"),
            None => all,
        };
        Self::new(format!("`{written}` is not a value that is known here"))
            .help(help)
            .meant(meant)
    }
}

/// What a word stands for, whatever its case.
///
/// # Errors
///
/// When it is none of the words, with the nearest and all of them.
pub fn one_of<T: Copy>(written: &str, words: &[(&'static str, T)]) -> Result<T, Wrong> {
    let fits = |(word, _): &&(&str, T)| word.eq_ignore_ascii_case(written.trim());
    let found = words.iter().find(fits).map(|(_, meaning)| *meaning);
    found.ok_or_else(|| Wrong::unknown_word(written, words.iter().map(|(word, _)| *word)))
}

/// Reads a table, remembering which names were asked for and what was wrong.
#[derive(Debug)]
pub struct Reader<'a> {
    table: &'a Table,
    known: Vec<&'static str>,
    /// Everything that was wrong so far.
    pub problems: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// Starts to read a table.
    pub fn new(table: &'a Table) -> Self {
        Self {
            table,
            known: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The entry of that name, if it has a value.
    pub fn entry(&mut self, key: &'static str) -> Option<&'a Entry> {
        self.known.push(key);
        let entry = self.table.get(key)?;
        (entry.value.data != Data::Null).then_some(entry)
    }

    /// The value of that name.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Value> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// A scalar, trimmed.
    pub fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        self.parse(key, |text| Ok(text.trim().to_owned()))
    }

    /// A scalar read by a function.
    pub fn parse<T>(
        &mut self,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, Wrong>,
    ) -> Option<Spanned<T>> {
        let value = self.value(key)?;
        self.one(key, value, &parse)
    }

    /// One scalar or a list of them.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        self.parses(key, |text| Ok(text.trim().to_owned()))
    }

    /// One scalar or a list of them, each read by a function; those that are
    /// wrong are reported and left out.
    pub fn parses<T>(
        &mut self,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, Wrong>,
    ) -> Vec<Spanned<T>> {
        let values = self.value(key).map_or(&[][..], Value::as_list);
        values
            .iter()
            .filter_map(|value| self.one(key, value, &parse))
            .collect()
    }

    /// A table.
    pub fn table(&mut self, key: &'static str) -> Option<&'a Table> {
        let value = self.value(key)?;
        if value.as_table().is_none() {
            self.wrong_type(key, value, "a table");
        }
        value.as_table()
    }

    /// The entries whose names the plan chooses, each a table; others are
    /// reported.
    pub fn named_tables(
        table: &'a Table,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<(&'a Entry, &'a Table)> {
        let mut tables = Vec::new();
        for entry in &table.entries {
            match entry.value.as_table() {
                Some(table) => tables.push((entry, table)),
                None => problems.push(
                    Wrong::new(format!("expected a table, found {}", entry.value.what()))
                        .found(&entry.key, entry.value.span),
                ),
            }
        }
        tables
    }

    /// One table or a list of them.
    pub fn tables(&mut self, key: &'static str) -> Vec<&'a Table> {
        let values = self.value(key).map_or(&[][..], Value::as_list);
        let mut tables = Vec::new();
        for value in values {
            match value.as_table() {
                Some(table) => tables.push(table),
                None => self.wrong_type(key, value, "a table"),
            }
        }
        tables
    }

    /// The entries that nobody has asked for yet.
    pub fn rest(&self) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let known = self.known.clone();
        let entries = self.table.entries.iter();
        entries.filter(move |entry| !known.contains(&entry.key.as_str()))
    }

    /// Reports a value that is wrong.
    pub fn wrong(&mut self, key: &str, span: Span, wrong: Wrong) {
        self.problems.push(wrong.found(key, span));
    }

    /// Reports the entries that nobody has asked for as unknown, and gives
    /// back everything that was wrong. `what` is what an entry is called
    /// here: "field", "setting".
    pub fn finish<'k>(
        self,
        what: &str,
        also_known: impl IntoIterator<Item = &'k str>,
    ) -> Vec<Diagnostic> {
        let mut known = self.known.clone();
        let also: Vec<&str> = also_known.into_iter().collect();
        let rest: Vec<&Entry> = self
            .rest()
            .filter(|e| !also.contains(&e.key.as_str()))
            .collect();
        let mut problems = self.problems;
        known.sort_unstable();
        for entry in rest {
            let words = known.iter().copied().chain(also.iter().copied());
            problems.push(
                Diagnostic::new(
                    &code::UNKNOWN_FIELD,
                    format!("unknown {what} `{}`", entry.key),
                )
                .at(entry.key_span, format!("nothing reads this {what}"))
                .maybe_help(did_you_mean(&entry.key, words)),
            );
        }
        problems
    }

    fn one<T>(
        &mut self,
        key: &str,
        value: &Value,
        parse: &impl Fn(&str) -> Result<T, Wrong>,
    ) -> Option<Spanned<T>> {
        let Some(text) = value.as_text() else {
            self.wrong_type(key, value, "text");
            return None;
        };
        match parse(text) {
            Ok(read) => Some(Spanned::new(read, value.span)),
            Err(wrong) => {
                self.problems.push(wrong.found_in(key, value));
                None
            }
        }
    }

    fn wrong_type(&mut self, key: &str, value: &Value, wanted: &str) {
        let message = format!("expected {wanted}, found {}", value.what());
        self.wrong(key, value.span, Wrong::new(message));
    }
}
