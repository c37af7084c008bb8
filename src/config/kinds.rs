//! `[kinds.*]`: what items there are, what they are called, what may support
//! what.

use std::ops::Index;

use super::LinkCount;
use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Spanned, Table, Wrong, one_of};

/// What an item does in a plan, whatever it is called there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// What the organisation wants to have reached.
    Goal,
    /// A step of a goal that can be measured.
    Objective,
    /// How a goal or objective is to be reached.
    Strategy,
    /// Who does what by when.
    Action,
    /// A point at which part of an action is done.
    Milestone,
    /// How it is known whether a goal is reached.
    Measure,
    /// What may come in the way.
    Risk,
    /// What is done if it does: plan B.
    Contingency,
    /// A level of the plan's own between strategy and action.
    Own,
}

impl Role {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Objective => "objective",
            Self::Strategy => "strategy",
            Self::Action => "action",
            Self::Milestone => "milestone",
            Self::Measure => "measure",
            Self::Risk => "risk",
            Self::Contingency => "contingency",
            Self::Own => "own",
        }
    }

    /// Whether it is a link of the trace, and does not stand beside it.
    pub fn is_traced(self) -> bool {
        !matches!(self, Self::Measure | Self::Risk | Self::Contingency)
    }

    /// Whether it is something that somebody does by a day.
    pub fn is_work(self) -> bool {
        matches!(self, Self::Action | Self::Milestone | Self::Own)
    }
}

/// A kind of the plan, by its place in [`Kinds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub usize);

/// A kind's settings.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KindDef {
    /// The name that `kind:` takes.
    pub name: String,
    /// What one is called on the site.
    pub label: String,
    /// What several are called.
    pub plural: String,
    /// Whether these are the plan's own words, to be shown as they are written
    /// in every language.
    pub renamed: bool,
    /// What it does in the plan.
    pub role: Role,
    /// The folder of its files in the plan and of its pages in the site.
    pub folder: String,
    /// The kinds it may support, by name.
    pub supports: Vec<String>,
    /// Fields that each of its items must have.
    pub required: Vec<String>,
    /// How many links each of its items is to have.
    pub links: Vec<LinkCount>,
}

/// The kinds of a plan, from the top of the trace downward.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Kinds(Vec<KindDef>);

/// Name, label, plural, role and what it supports.
type BuiltIn = (
    &'static str,
    &'static str,
    &'static str,
    Role,
    &'static [&'static str],
);

const BUILT_IN: [BuiltIn; 8] = [
    ("goal", "Goal", "Goals", Role::Goal, &[]),
    (
        "objective",
        "Objective",
        "Objectives",
        Role::Objective,
        &["goal"],
    ),
    (
        "strategy",
        "Strategy",
        "Strategies",
        Role::Strategy,
        &["goal", "objective"],
    ),
    (
        "action",
        "Action",
        "Actions",
        Role::Action,
        &["strategy", "objective", "action", "contingency"],
    ),
    (
        "milestone",
        "Milestone",
        "Milestones",
        Role::Milestone,
        &["action"],
    ),
    ("measure", "Measure", "Measures", Role::Measure, &[]),
    ("risk", "Risk", "Risks", Role::Risk, &[]),
    ("contingency", "Plan B", "Plan Bs", Role::Contingency, &[]),
];

impl Default for Kinds {
    fn default() -> Self {
        Self(BUILT_IN.iter().map(built_in).collect())
    }
}

fn built_in((name, label, plural, role, supports): &BuiltIn) -> KindDef {
    KindDef {
        name: (*name).to_owned(),
        label: (*label).to_owned(),
        plural: (*plural).to_owned(),
        renamed: false,
        role: *role,
        folder: match role {
            Role::Contingency => "contingencies".to_owned(),
            _ => plural.to_lowercase(),
        },
        supports: supports.iter().map(|&name| name.to_owned()).collect(),
        required: Vec::new(),
        links: Vec::new(),
    }
}

impl Kinds {
    /// All kinds, from the top of the trace downward.
    pub fn iter(&self) -> impl Iterator<Item = &KindDef> {
        self.0.iter()
    }

    /// All kinds with their places.
    pub fn all(&self) -> impl Iterator<Item = (Kind, &KindDef)> {
        self.0.iter().enumerate().map(|(at, def)| (Kind(at), def))
    }

    /// The kind that `kind:` means, by its name, label or plural, whatever
    /// the case.
    pub fn by_name(&self, name: &str) -> Option<Kind> {
        let wanted = fold(name);
        let fits = |def: &&KindDef| {
            [&def.name, &def.label, &def.plural, &def.folder]
                .iter()
                .any(|word| fold(word) == wanted)
        };
        self.all().find(|(_, def)| fits(def)).map(|(kind, _)| kind)
    }

    /// Whether an item of one kind may support one of another.
    pub fn may_support(&self, from: Kind, to: Kind) -> bool {
        self[from].supports.contains(&self[to].name)
    }

    /// Reads `[kinds.*]` over the built-in ones.
    pub fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut kinds = Self::default();
        let mut supported = Vec::new();
        let mut off = Vec::new();
        let tables = Reader::named_tables(table, problems);
        // All kinds first, so that the order of the file does not matter.
        for (entry, _) in &tables {
            kinds.slot(&entry.key);
        }
        for (entry, settings) in tables {
            let mut r = Reader::new(settings);
            let at = kinds.slot(&entry.key);
            kinds.0[at].read(&mut r, &mut supported);
            if r.parse("enabled", yes_or_no).is_some_and(|on| !on.value) {
                off.push(entry.key.clone());
            }
            problems.extend(r.finish("setting", []));
        }
        let names: Vec<&str> = kinds.iter().map(|def| def.name.as_str()).collect();
        for name in supported
            .iter()
            .filter(|name| !names.contains(&name.as_str()))
        {
            let wrong = Wrong::unknown_word(name, names.iter().copied());
            problems.push(wrong.found("supports", name.span));
        }
        if kinds.iter().all(|kind| off.contains(&kind.name)) {
            let wrong = Wrong::new("a plan has at least one kind of items").help("enable one");
            problems.push(wrong.found("enabled", table.span));
        } else {
            kinds.0.retain(|kind| !off.contains(&kind.name));
        }
        kinds
    }

    /// The place of the kind of that name; a new one stands above actions,
    /// and actions and milestones may support it.
    fn slot(&mut self, name: &str) -> usize {
        if let Some(at) = self.0.iter().position(|def| def.name == name) {
            return at;
        }
        let label = capitalised(name);
        let new = KindDef {
            name: name.to_owned(),
            plural: format!("{label}s"),
            label,
            renamed: true,
            role: Role::Own,
            folder: format!("{name}s"),
            supports: vec!["strategy".to_owned()],
            required: Vec::new(),
            links: Vec::new(),
        };
        for below in [Role::Action, Role::Milestone] {
            let lower = self.0.iter_mut().filter(|def| def.role == below);
            lower.for_each(|def| def.supports.push(name.to_owned()));
        }
        let at = self.0.iter().position(|def| def.role == Role::Action);
        let at = at.unwrap_or(self.0.len());
        self.0.insert(at, new);
        at
    }
}

impl KindDef {
    fn read(&mut self, r: &mut Reader<'_>, supported: &mut Vec<Spanned<String>>) {
        if let Some(label) = r.text("label") {
            self.plural = format!("{}s", label.value);
            self.label = label.value;
            self.renamed = true;
        }
        if let Some(plural) = r.text("plural") {
            self.plural = plural.value;
            self.renamed = true;
        }
        if let Some(folder) = r.parse("folder", folder) {
            self.folder = folder.value;
        }
        if r.value("supports").is_some() {
            let names = r.texts("supports");
            self.supports = names.iter().map(|name| name.value.clone()).collect();
            supported.extend(names);
        }
        self.required = r
            .texts("required")
            .into_iter()
            .map(|name| name.value)
            .collect();
        if let Some(links) = r.table("links") {
            self.links = LinkCount::read_all(links, &mut r.problems);
        }
    }
}

impl Index<Kind> for Kinds {
    type Output = KindDef;

    fn index(&self, kind: Kind) -> &KindDef {
        &self.0[kind.0]
    }
}

/// A yes or no.
pub(super) fn yes_or_no(text: &str) -> Result<bool, Wrong> {
    one_of(text, &[("true", true), ("false", false)])
}

/// The name of a folder.
fn folder(text: &str) -> Result<String, Wrong> {
    let text = text.trim_matches('/');
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.is_empty() && text.chars().all(fits) {
        return Ok(text.to_owned());
    }
    let wrong = Wrong::new(format!(
        "`{text}` cannot be the name of a folder in the site"
    ));
    Err(wrong.help("use lower-case letters, digits and hyphens"))
}

/// A label as it stands within a sentence: "Plan B" is "plan B", "KPI" stays.
pub fn in_sentence(label: &str) -> String {
    let mut letters = label.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

fn fold(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn capitalised(word: &str) -> String {
    let spaced = word.replace(['-', '_'], " ");
    let mut letters = spaced.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => spaced,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kinds, in_sentence};
    use crate::diagnostic::SourceId;
    use crate::value::parse_toml;

    #[test]
    fn the_order_of_the_file_does_not_matter() {
        let own = "[initiative]\nlabel = \"Initiative\"\n";
        let action = "[action]\nsupports = [\"strategy\"]\n";
        let read =
            |text: String| Kinds::read(&parse_toml(SourceId(0), &text, 0).0, &mut Vec::new());
        assert_eq!(
            read(format!("{own}{action}")),
            read(format!("{action}{own}"))
        );
    }

    #[test]
    fn labels_fit_into_a_sentence() {
        for (label, expected) in [
            ("Action", "action"),
            ("Plan B", "plan B"),
            ("À risque", "à risque"),
            ("KPI", "KPI"),
            ("", ""),
        ] {
            assert_eq!(in_sentence(label), expected);
        }
    }
}
