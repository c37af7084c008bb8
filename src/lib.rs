//! planwright turns a folder of Markdown files into a plan that can be read,
//! traced and trusted.
//!
//! A plan flows one way, and each stage is a module. They are listed here in
//! reading order, which is also dependency order: a module uses only modules
//! above it.
//!
//! | stage | module | from → to |
//! |---|---|---|
//! | findings as data | [`diagnostic`] | [`Diagnostic`](diagnostic::Diagnostic) |
//! | files | [`source`] | folder → [`SourceSet`](source::SourceSet) |
//! | values with places | [`value`] | YAML, TOML, JSON → [`Value`](value::Value) |
//! | values without places | [`quantity`] | text → [`Period`](quantity::Period), [`Money`](quantity::Money) |
//! | settings | [`config`] | `plan.toml` → [`Config`](config::Config) |
//! | files, read | [`document`] | Markdown → [`Document`](document::Document) |
//! | mending | [`mend`] | edits → text, [`Change`](mend::Change) → diff |
//! | meaning | [`plan`] | documents → [`Plan`](plan::Plan) |
//! | audiences | [`edition`] | plan → plan |
//! | the golden thread | [`trace`] | plan → [`Trace`](trace::Trace) |
//! | what was read | [`review`] | `reviews.csv` → [`Reviews`](review::Reviews) |
//! | questions | [`query`] | text → [`Expression`](query::Expression), [`View`](query::View) |
//! | the rules | [`check`] | plan and trace → diagnostics |
//! | findings for programs | [`report`] | diagnostics → JSON, SARIF, annotations, JUnit |
//! | words | [`locale`] | a language → words, days, numbers |
//! | looks | [`theme`] | folder or embedded files → [`Theme`](theme::Theme) |
//! | files to be | [`output`] | [`Tree`](output::Tree), [`Manifest`](output::Manifest) → disk |
//! | other tools' formats | [`exchange`] | their files → [`Draft`](exchange::import::Draft); plan → their files |
//! | pages | [`site`] | plan and trace → views → [`Tree`](output::Tree) |
//! | what must not be in them | [`leaks`] | [`Secrets`](edition::Secrets), [`Tree`](output::Tree) → diagnostics |
//! | all of it | [`pipeline`] | [`Inputs`](pipeline::Inputs) → [`Build`](pipeline::Build) |
//! | changes on disk | [`watch`] | folders → the paths that were touched |
//! | answers to browsers | [`serve`] | sites, one after the other → HTTP |
//! | while it is written | [`drafting`] | changes → builds → sites served or written |
//! | delivery | [`publish`] | [`Tree`](output::Tree) → servers, buckets, releases of a folder |
//! | other ids | [`rename`] | an id and another → [`Change`](mend::Change)s |
//! | the manual | [`reference`](mod@reference) | Markdown → pages for people |
//! | the command line | `cli` | arguments → exit code |
//!
//! For people who write plans: [the format](mod@reference::format),
//! [the settings](reference::settings), [the rules](reference::rules),
//! [the commands](reference::commands). For people who make themes:
//! [what templates are given](reference::templates).

pub mod diagnostic;
pub mod source;
pub mod value;
pub mod quantity;
pub mod config;
pub mod document;
pub mod mend;
pub mod plan;
pub mod edition;
pub mod trace;
pub mod review;
pub mod query;
pub mod check;
pub mod report;
pub mod locale;
pub mod theme;
pub mod output;
pub mod exchange;
pub mod site;
pub mod leaks;
pub mod pipeline;
pub mod watch;
pub mod serve;
pub mod drafting;
pub mod publish;
pub mod rename;
pub mod reference;
pub mod cli;
