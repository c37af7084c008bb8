//! A plan as data for other tools: what `planwright export json` writes and
//! `planwright import json` reads, described by a JSON Schema.
//!
//! Names are those of the plan format. What is worked out stands apart from
//! what is stated, under `worked_out`, and an import leaves it aside. Days are
//! as in `2026-11-23`; a period has its first and its last day.

mod item;
mod measure;

pub use item::{Allow, Dated, Item, Kept, Money, Own, Part, Reference, Stakeholder, WorkedOut};
pub use measure::{Measure, Point, Risk, Standing, Trigger};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the format. It grows when a name changes its meaning or goes
/// away; new names may come at any time.
pub const VERSION: u32 = 1;

/// A plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, bound(deserialize = "Items: Default + Deserialize<'de>"))]
#[schemars(rename = "Plan", bound = "Items: Default + Serialize + JsonSchema")]
pub struct Plan<Items = Vec<Item>> {
    /// The version of the format: 1.
    pub version: u32,
    /// The day for which what is worked out holds.
    pub today: String,
    /// The edition that this is made of; null for the whole plan.
    pub edition: Option<String>,
    /// The settings.
    pub settings: Settings,
    /// What stands above all goals.
    pub home: Home,
    /// The items, by kind from the top of the trace downward, then by id.
    pub items: Items,
    /// The plain pages.
    pub pages: Vec<Page>,
}

/// The settings that other tools need.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Settings {
    /// The plan's title.
    pub title: Option<String>,
    /// Whose plan it is.
    pub organization: Option<String>,
    /// The first day of the plan.
    pub start: Option<String>,
    /// Its last day.
    pub end: Option<String>,
    /// The day on which fiscal years begin, as in `07-01`.
    pub fiscal_year_start: String,
    /// The language, as in `en`.
    pub language: String,
    /// The currency of amounts that name none, as in `EUR`.
    pub currency: Option<String>,
    /// The time zone, as in `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Where the site is on the web.
    pub base_url: Option<String>,
    /// The kinds of items.
    pub kinds: Vec<Kind>,
    /// The states of work.
    pub statuses: Vec<Status>,
    /// The plan's own fields.
    pub fields: Vec<Field>,
    /// The people whom the settings name.
    pub people: Vec<Person>,
    /// The plans of a family.
    pub plans: Vec<SubPlan>,
    /// The audiences, from the widest to the most restricted; none in an
    /// edition.
    pub audiences: Vec<String>,
    /// That of an item without a mark.
    pub default_audience: Option<String>,
}

/// A kind of items.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Kind {
    /// The name that items give.
    pub name: String,
    /// What one is called.
    pub label: String,
    /// What several are called.
    pub plural: String,
    /// What it does in a plan: `goal`, `objective`, `strategy`, `action`,
    /// `milestone`, `measure`, `risk`, `contingency`, or `own`.
    pub role: String,
    /// The folder of its pages in the site.
    pub folder: String,
    /// The kinds that it may support.
    pub supports: Vec<String>,
}

/// A state of work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Status {
    /// The name that items give.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What it means: `proposed`, `planned`, `active`, `on-hold`, `done` or
    /// `dropped`.
    pub is: String,
}

/// A field of the plan's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Field {
    /// The name that items give.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What it holds: `text`, `number`, `money`, `date`, `bool`, `term`,
    /// `person` or `link`.
    #[serde(rename = "type")]
    pub holds: String,
    /// Whether it may hold several.
    pub list: bool,
    /// The kinds that have it; all where empty.
    pub kinds: Vec<String>,
    /// The words that a term may be; any where empty.
    pub values: Vec<String>,
}

/// Somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Person {
    /// The short name in the settings.
    pub key: String,
    /// The full name.
    pub name: String,
    /// What they do.
    pub role: Option<String>,
    /// Their department.
    pub team: Option<String>,
    /// Where they can be reached.
    pub email: Option<String>,
}

/// A plan of a family.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SubPlan {
    /// The name that items give.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How far it looks: `strategic`, `tactical`, `operational` or
    /// `contingency`.
    pub horizon: Option<String>,
    /// Who is accountable for it.
    pub owner: Option<String>,
    /// One sentence.
    pub summary: Option<String>,
}

/// What stands above all goals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Home {
    /// The title that the home page states for itself.
    pub title: Option<String>,
    /// Where the organisation wants to be.
    pub vision: Option<String>,
    /// What it is there for.
    pub mission: Option<String>,
    /// What it holds to.
    pub values: Vec<Statement>,
    /// Who has a part in it.
    pub stakeholders: Vec<Stakeholder>,
    /// What another tool's file said beside that.
    pub kept: Vec<Kept>,
    /// The introduction, as Markdown.
    pub text: String,
}

/// A value that the organisation holds to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Statement {
    /// A word or two.
    pub name: String,
    /// What it means.
    pub text: String,
}

/// A plain page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Page {
    /// Its file in the plan's folder.
    pub path: String,
    /// Its page in the site.
    pub page: String,
    /// Its title.
    pub title: String,
    /// Its text, as Markdown.
    pub text: String,
}
