//! What the web said when it was last asked for the addresses of a plan.
//!
//! Rules ask nobody: `planwright links` does, and writes the answers into a
//! file of the plan folder, a line for each address, in order.

use std::collections::BTreeMap;

use crate::document::LinkForm;
use crate::plan::{Plan, Target};
use crate::quantity::Date;
use crate::source::Source;
use crate::value::csv_text;

/// The file's name, in the plan folder itself.
pub const ANSWERS: &str = "planwright-links.csv";

/// What an address answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The day on which it was asked.
    pub on: Date,
    /// What is to be made of it.
    pub verdict: Verdict,
    /// What it said: `200`, `404 Not Found`, `no such host`.
    pub said: String,
}

/// What is to be made of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Something is there.
    Found,
    /// Nothing is there, and nothing will be.
    Gone,
    /// Nobody can say: no answer in time, a fault of the server, a login.
    Unsure,
}

impl Verdict {
    const ALL: [(&'static str, Self); 3] = [
        ("found", Self::Found),
        ("gone", Self::Gone),
        ("unsure", Self::Unsure),
    ];

    /// The word for it in the file.
    pub fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(_, it)| *it == self).map_or("", |(name, _)| name)
    }
}

/// The answers of a file, by address. A line that cannot be read is no answer:
/// the address is asked again.
pub fn answers(source: &Source) -> BTreeMap<String, Answer> {
    let mut rows = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(source.text.as_bytes());
    let rows = rows.records().filter_map(Result::ok);
    rows.filter_map(|row| {
        let cell = |at| row.get(at).unwrap_or_default();
        let verdict = Verdict::ALL.iter().find(|(name, _)| *name == cell(2))?.1;
        let answer = Answer {
            on: cell(1).parse().ok()?,
            verdict,
            said: cell(3).to_owned(),
        };
        Some((cell(0).to_owned(), answer))
    })
    .collect()
}

/// The file that holds these answers.
pub fn answers_file(answers: &BTreeMap<String, Answer>) -> String {
    let head = ["address", "asked", "verdict", "answer"].map(str::to_owned);
    let lines = answers.iter().map(|(address, answer)| {
        let (verdict, on) = (answer.verdict.name().to_owned(), answer.on.to_string());
        [address.clone(), on, verdict, answer.said.clone()]
    });
    csv_text(std::iter::once(head).chain(lines))
}

/// The web addresses that the texts of a plan link to, each once.
pub fn addresses(plan: &Plan) -> Vec<&str> {
    let links = plan.bodies().flat_map(|(place, _)| {
        let links = plan.links(place);
        links.filter_map(|(link, target)| web(&link.target, link.form, target))
    });
    let mut addresses: Vec<&str> = links.collect();
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

/// The address of a link to the web.
pub(super) fn web<'a>(written: &'a str, form: LinkForm, target: &Target) -> Option<&'a str> {
    let is_web = ["http://", "https://"].iter().any(|scheme| {
        written
            .get(..scheme.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(scheme))
    });
    (*target == Target::External && form != LinkForm::Wiki && is_web).then_some(written)
}
