//! A plan in the formats of other tools.
//!
//! All of them are made of what a reader may see: of a part of the plan, where
//! an edition is made.

mod archive;
mod atom;
mod csv;
mod graph;
pub mod ical;
pub mod json;
mod markdown;
mod needs;
mod sheet;
pub mod stratml;
mod text;
mod xlsx;

use crate::check::Subject;
use crate::config::Role;
use crate::locale::Locale;
use crate::output::{Entry, Pour, SitePath, Tree};

use ical::Whose;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON of our own.
    Json,
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// StratML Part 2.
    Stratml,
    /// StratML Part 1.
    Stratml1,
    /// A calendar.
    Ical,
    /// A feed.
    Atom,
    /// `needs.json` of sphinx-needs.
    Needs,
    /// A graph for Graphviz.
    Dot,
    /// A graph for Mermaid.
    Mermaid,
    /// One Markdown file.
    Markdown,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Xlsx,
        Self::Csv,
        Self::Ical,
        Self::Atom,
        Self::Markdown,
        Self::Json,
        Self::Stratml,
        Self::Stratml1,
        Self::Needs,
        Self::Dot,
        Self::Mermaid,
    ];

    /// The name that the command line and the settings take.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Stratml => "stratml",
            Self::Stratml1 => "stratml-1",
            Self::Ical => "ical",
            Self::Atom => "atom",
            Self::Needs => "needs",
            Self::Dot => "dot",
            Self::Mermaid => "mermaid",
            Self::Markdown => "markdown",
        }
    }

    /// Whether there is anything of the plan that it has a place for.
    pub fn fits(self, subject: Subject<'_>) -> bool {
        match self {
            Self::Stratml | Self::Stratml1 => {
                subject.plan.each().any(|item| item.role == Role::Goal)
            }
            Self::Ical => ical::has_events(subject, &Whose::All.items(subject.plan)),
            _ => !subject.plan.items.is_empty(),
        }
    }

    /// Whether it holds the running words of texts.
    pub fn has_words(self) -> bool {
        match self {
            Self::Json | Self::Stratml | Self::Stratml1 | Self::Needs | Self::Markdown => true,
            Self::Csv | Self::Xlsx | Self::Ical | Self::Atom | Self::Dot | Self::Mermaid => false,
        }
    }

    /// What it is good for, in a sentence.
    pub fn about(self) -> &'static str {
        match self {
            Self::Json => "Data for programs, described by `planwright schema plan`.",
            Self::Csv => "Tables for spreadsheets and BI tools: a file for each kind.",
            Self::Xlsx => "A workbook: a sheet for each kind, a timeline, readings.",
            Self::Stratml => "StratML Part 2 (ISO 17469-2): plans and reports of governments.",
            Self::Stratml1 => "StratML Part 1 (ISO 17469-1): strategic plans of governments.",
            Self::Ical => "A calendar of due dates, milestones and reviews.",
            Self::Atom => "A feed of what was finished, read, judged and reviewed.",
            Self::Needs => "needs.json of sphinx-needs, for requirements.",
            Self::Dot => "The graph of the plan for Graphviz.",
            Self::Mermaid => "The graph of the plan for Mermaid.",
            Self::Markdown => "The whole plan in one Markdown file.",
        }
    }

    /// The name of its file; of CSV, the one in which all its files are packed.
    pub fn file(self) -> &'static str {
        match self {
            Self::Json => "plan.json",
            Self::Csv => "plan-csv.zip",
            Self::Xlsx => "plan.xlsx",
            Self::Stratml => "plan.stratml.xml",
            Self::Stratml1 => "plan.stratml-1.xml",
            Self::Ical => "plan.ics",
            Self::Atom => "changes.atom",
            Self::Needs => "needs.json",
            Self::Dot => "plan.dot",
            Self::Mermaid => "plan.mmd",
            Self::Markdown => "plan.md",
        }
    }

    /// The plan in this format; `folder` leads from a feed to the site.
    ///
    /// # Errors
    ///
    /// When the format has no place for the plan at all, with the reason.
    pub fn make<'p>(
        self,
        subject: Subject<'p>,
        locale: &'p Locale,
        folder: &str,
    ) -> Result<Made<'p>, String> {
        let whole = |exported| Ok(Made::Whole(exported));
        let one = |text: String| whole(Exported::one(self.file(), text.into_bytes()));
        let poured = |pour: Pour<'p>| Ok(Made::Poured(self.file(), pour));
        match self {
            Self::Json => poured(Box::new(move |file| json::write(subject, file))),
            Self::Csv => whole(csv::make(subject)),
            Self::Xlsx => whole(xlsx::make(subject).map_err(|error| error.to_string())?),
            Self::Stratml => whole(stratml(subject, stratml::Part::Two, self)?),
            Self::Stratml1 => whole(stratml(subject, stratml::Part::One, self)?),
            Self::Ical => {
                let items = Whose::All.items(subject.plan);
                if !ical::has_events(subject, &items) {
                    return Err("nothing in the plan has a day".to_owned());
                }
                Ok(ical::make(subject, locale, Whose::All, items))
            }
            Self::Atom => one(atom::write(subject, locale, folder)),
            Self::Needs => one(needs::write(subject)),
            Self::Dot => one(graph::dot(subject)),
            Self::Mermaid => one(graph::mermaid(subject)),
            Self::Markdown => poured(Box::new(move |file| markdown::write(subject, locale, file))),
        }
    }
}

fn stratml(subject: Subject<'_>, part: stratml::Part, format: Format) -> Result<Exported, String> {
    let written = stratml::write(subject, part);
    let written = written.ok_or("StratML knows no plan without a goal")?;
    let mut exported = Exported::one(format.file(), written.text.into_bytes());
    exported.notices = written.notices;
    Ok(exported)
}

/// A plan in a format.
pub enum Made<'p> {
    /// Made whole.
    Whole(Exported),
    /// A single file of that name, so large that it is better written as it is
    /// made.
    Poured(&'static str, Pour<'p>),
}

impl<'p> Made<'p> {
    /// Its bytes, [packed](Exported::packed).
    pub fn pour(self) -> Pour<'p> {
        match self {
            Self::Whole(exported) => {
                let bytes = exported.packed();
                Box::new(move |file| file.write_all(&bytes))
            }
            Self::Poured(_, pour) => pour,
        }
    }

    /// The files, held in memory.
    ///
    /// # Panics
    ///
    /// Never: memory takes what is written.
    pub fn whole(self) -> Exported {
        match self {
            Self::Whole(exported) => exported,
            Self::Poured(name, pour) => {
                let mut bytes = Vec::new();
                pour(&mut bytes).expect("memory takes what is written");
                Exported::one(name, bytes)
            }
        }
    }
}

/// The files of an export, and what of the plan is not in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// The files, by name.
    pub files: Vec<File>,
    /// What the format has no place for, in words.
    pub notices: Vec<String>,
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Exported {
    /// A single file.
    pub fn one(name: &str, bytes: Vec<u8>) -> Self {
        Self::of([File {
            name: name.to_owned(),
            bytes,
        }])
    }

    /// The files as those of a site.
    pub fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        for file in &self.files {
            let path = SitePath::new(&file.name);
            let entry = Entry::new(file.bytes.as_slice());
            let put = path.ok().map(|path| tree.insert(path, entry));
            debug_assert!(
                put.is_some_and(|it| it.is_ok()),
                "files have names of their own"
            );
        }
        tree
    }

    /// The bytes of the only file; of several, an archive that holds them.
    pub fn packed(mut self) -> Vec<u8> {
        match self.files.as_mut_slice() {
            [only] => std::mem::take(&mut only.bytes),
            several => archive::of(several),
        }
    }

    fn of(files: impl IntoIterator<Item = File>) -> Self {
        Self {
            files: files.into_iter().collect(),
            notices: Vec::new(),
        }
    }
}
