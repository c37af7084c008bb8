//! Items.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Measure, Risk, Standing, Trigger};

/// An item of the plan. What is not stated is null or empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Item {
    /// Its id, unique whatever the case.
    pub id: String,
    /// Its kind, by name.
    pub kind: String,
    /// What its kind does in a plan, as in the settings.
    pub role: String,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
    /// Its file in the plan's folder.
    pub path: String,
    /// Its page in the site.
    pub page: String,
    /// Free words.
    pub tags: Vec<String>,
    /// The plan of the family that it belongs to.
    pub plan: Option<String>,
    /// Who is accountable.
    pub owner: Option<String>,
    /// Who is responsible for parts.
    pub contributors: Vec<String>,
    /// Who is asked before.
    pub consulted: Vec<String>,
    /// Who is told after.
    pub informed: Vec<String>,
    /// The department.
    pub team: Option<String>,
    /// The state of the work, by name.
    pub status: Option<String>,
    /// When it begins.
    pub start: Option<Dated>,
    /// When it is due.
    pub due: Option<Dated>,
    /// When it was finished.
    pub completed: Option<Dated>,
    /// Earlier due dates, oldest first.
    pub due_was: Vec<Dated>,
    /// The event on which the due date depends.
    pub due_when: Option<String>,
    /// How often it comes again: a word, or a rule of RFC 5545.
    pub repeats: Option<String>,
    /// A stated progress, in percent.
    pub progress: Option<u8>,
    /// The share in the roll-up of what it supports.
    pub weight: f64,
    /// A stated judgement: `on-track`, `at-risk` or `off-track`.
    pub health: Option<String>,
    /// Why it is judged so.
    pub health_note: Option<String>,
    /// When it was judged.
    pub as_of: Option<String>,
    /// `low`, `medium`, `high` or `critical`.
    pub priority: Option<String>,
    /// The money set aside.
    pub budget: Option<Money>,
    /// The money used.
    pub spent: Option<Money>,
    /// The day of the last review.
    pub reviewed: Option<String>,
    /// Who may see it; the plan's default where empty.
    pub audience: Vec<String>,
    /// Old ids and paths.
    pub aliases: Vec<String>,
    /// Findings that its author has accepted.
    pub allow: Vec<Allow>,
    /// How completion is shown.
    pub evidence: Option<String>,
    /// Who has a part in it.
    pub stakeholders: Vec<Stakeholder>,
    /// What another tool's file said beside that.
    pub kept: Vec<Kept>,
    /// What it refers to, by field.
    pub relations: BTreeMap<String, Vec<Reference>>,
    /// For a measure: what is measured.
    pub measure: Option<Measure>,
    /// For a risk: how bad.
    pub risk: Option<Risk>,
    /// For a contingency: when it is needed.
    pub trigger: Option<Trigger>,
    /// The plan's own fields, by name.
    pub fields: BTreeMap<String, Vec<Own>>,
    /// Its text, as Markdown.
    pub text: String,
    /// What is worked out; an import leaves it aside.
    pub worked_out: WorkedOut,
}

/// A day or a period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dated {
    /// As the plan format writes it: `2026-Q3`, `FY27`, `2026-09-30`.
    pub period: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

/// An amount of money.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Money {
    /// The amount, in whole units of the currency and parts of them.
    pub amount: f64,
    /// The currency, as in `EUR`; null where the plan names none.
    pub currency: Option<String>,
}

/// A finding that is accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Allow {
    /// The rule.
    pub rule: String,
    /// Why it is accepted.
    pub reason: String,
}

/// What has no other place in a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Kept {
    /// The name that it had where it came from.
    pub name: String,
    /// What was said there.
    pub text: String,
}

/// Somebody with a part in the plan or an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Stakeholder {
    /// Who.
    pub name: String,
    /// `person`, `organization` or `group`.
    #[serde(rename = "type")]
    pub party: Option<String>,
    /// `performer`, `beneficiary`, or both.
    pub role: Vec<String>,
    /// What they give or gain.
    pub text: String,
    /// The parts that they have.
    pub parts: Vec<Part>,
}

/// A part that somebody has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// `performer`, `beneficiary`, or both.
    pub role: Vec<String>,
    /// What it is about.
    pub text: String,
}

/// A reference to another item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Reference {
    /// The id of the other item.
    pub id: String,
    /// The share in the roll-up, where it differs from that of the item.
    pub weight: Option<f64>,
    /// A few words.
    pub note: Option<String>,
    /// For a dependency: the time between, as in `2w`.
    pub lag: Option<String>,
}

/// A value of a field of the plan's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Own {
    /// A yes or no.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Words, a term, a name, a link.
    Text(String),
    /// A day or a period.
    Dated(Dated),
    /// An amount of money.
    Money(Money),
}

/// What follows from the plan on the day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct WorkedOut {
    /// How far it has come, in percent.
    pub progress: Option<u8>,
    /// Its health: the stated one while that holds, else the computed one.
    pub health: Option<String>,
    /// The computed health.
    pub computed_health: Option<String>,
    /// Whether its due date has passed and it is open.
    pub late: bool,
    /// Days by which the due date has moved since the first one.
    pub slippage_days: Option<i32>,
    /// The money set aside for it and all that supports it, by currency.
    pub budget: Vec<Money>,
    /// The money used for it and all that supports it, by currency.
    pub spent: Vec<Money>,
    /// Whether it leads to the top of the plan.
    pub reaches_top: bool,
    /// Whether actions with an owner and a due date carry it.
    pub carried: bool,
    /// The ids from the item to the top of the plan, each way once.
    pub lines_of_sight: Vec<Vec<String>>,
    /// For a measure: where it stands.
    pub standing: Option<Standing>,
    /// For a contingency: `watched`, `armed`, `tripped` or `expired`.
    pub trigger: Option<String>,
}
