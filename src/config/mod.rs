//! The plan's settings: `plan.toml`, with a default for everything.
//!
//! [`read`] turns the file's values into a [`Config`] and says everything that
//! was wrong with them. One file per part of `plan.toml`.

mod audiences;
mod fields;
mod health;
mod kinds;
mod levels;
mod links;
mod people;
mod plans;
mod publish;
mod read;
mod rules;
mod site;
mod statuses;

pub use audiences::{Audiences, Edition, HIDEABLE};
pub use fields::{FieldDef, FieldType};
pub use health::Thresholds;
pub use kinds::{Kind, KindDef, Kinds, Role, in_sentence};
pub use levels::{Levels, RuleSetting};
pub use links::{LINKS, LinkCount};
pub use people::{People, Person};
pub use plans::{Horizon, SubPlan};
pub use publish::{Delivered, Encoding, KEEP, MAX_DELETE, Place, Target};
pub use read::read;
pub use rules::OwnRule;
pub use site::{DOWNLOADS, HtmlPolicy, SiteOptions};
pub use statuses::{Status, StatusDef, Statuses};

use std::collections::BTreeMap;

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::quantity::{FiscalCalendar, Lag, Period};
use crate::value::Spanned;

/// Everything that `plan.toml` settles, resolved.
#[derive(Debug, Clone)]
pub struct Config {
    /// `plan.title`: the plan's name; else the title of `index.md`.
    pub title: Option<String>,
    /// `plan.organization`: whose plan it is.
    pub organization: Option<String>,
    /// `plan.start` to `plan.end`: the days the plan is for.
    pub period: Option<Period>,
    /// `plan.fiscal_year_start`: 1 January by default.
    pub fiscal: FiscalCalendar,
    /// `plan.language`: a BCP 47 tag; `en` by default.
    pub language: String,
    /// `plan.currency`: of money written without one.
    pub currency: Option<String>,
    /// `plan.timezone`: an IANA name, for exports.
    pub timezone: Option<String>,
    /// `plan.base_url`: where the site will be, for feeds and previews.
    pub base_url: Option<String>,
    /// `plan.ignore`: files that are not the plan's.
    pub ignore: Vec<Spanned<String>>,
    /// `[kinds.*]`: what items there are and what may support what.
    pub kinds: Kinds,
    /// `[statuses.*]`: the words for the states of work.
    pub statuses: Statuses,
    /// `[fields.*]`: the plan's own fields.
    pub fields: Vec<FieldDef>,
    /// `[people.*]`: who is meant by a name.
    pub people: People,
    /// `[plans.*]`: the plans of a family.
    pub plans: Vec<SubPlan>,
    /// `[checks]`: how bad findings are.
    pub levels: Levels,
    /// `[[rules]]`: the plan's own rules.
    pub rules: Vec<OwnRule>,
    /// `[review]`: how long a review holds, by the kind's name.
    pub review: BTreeMap<String, Lag>,
    /// `[health]`: when a measure is at risk.
    pub health: Thresholds,
    /// `[audiences]`: who may see what.
    pub audiences: Audiences,
    /// `[editions.*]`: the sites made of the plan.
    pub editions: Vec<Edition>,
    /// `[publish.*]`: where the site is delivered to.
    pub publish: Vec<Target>,
    /// `[site]`: looks.
    pub site: SiteOptions,
}

impl Config {
    /// The edition of that name.
    pub fn edition(&self, name: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.name == name)
    }

    /// What `plan.ignore` matches; patterns that are none were reported.
    pub fn ignored(&self) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for pattern in &self.ignore {
            if let Ok(glob) = Glob::new(pattern) {
                set.add(glob);
            }
        }
        set.build().unwrap_or_default()
    }
}
