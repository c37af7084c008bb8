//! What `serve` and `watch` have in common: following a plan while it is being
//! written, and saying so in a line each time.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::Args as ClapArgs;

use crate::diagnostic::{Diagnostic, Fault, Severity};
use crate::drafting::{Desk, Occasion, Report, Version};
use crate::output::SitePath;
use crate::quantity::Date;
use crate::watch::How;

use super::failure::Failure;
use super::terminal::{self, Layout, Stream, Terminal, counted};
use super::{load, theme, today};

#[derive(Debug, Clone, ClapArgs)]
#[group(skip)]
pub(super) struct Args {
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    plan: Option<PathBuf>,
    /// The day to build for, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock,
    /// a new day being followed too.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The looks: a built-in theme, default or plain, or a folder of templates,
    /// assets and words over the plan's own theme.
    #[arg(long, value_name = "NAME|DIR")]
    theme: Option<String>,
    /// The edition to show, one of `[editions.*]` in plan.toml; else the whole plan.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Look for changes every so many milliseconds, where the system does not tell of
    /// them: folders on other machines.
    #[arg(long, value_name = "MS", num_args = 0..=1, default_missing_value = "1000")]
    poll: Option<u64>,
    /// Say why each page is another one.
    #[arg(long, short)]
    verbose: bool,
}

impl Args {
    /// What the plan is followed with. `did` is the first word of the first
    /// line.
    pub fn desk(&self, terminal: &Terminal, did: &'static str) -> Result<Desk, Failure> {
        let plan = load::plan(self.plan.as_deref())?;
        // Where it cannot even begin, it says so and ends.
        let mut inputs = load::inputs(&plan, today::today(self.today)?)?;
        load::edition(&mut inputs, self.edition.as_deref())?;
        theme::choose(&plan, &inputs, self.theme.as_deref())?;
        let line = Line {
            did,
            first: AtomicBool::new(true),
            verbose: self.verbose,
            prefix: load::prefix(&plan),
            terminal: terminal.clone(),
        };
        let (stated, day) = (self.today, inputs.today);
        let (folder, named) = (plan.clone(), self.theme.clone());
        let (root, also) = (plan.clone(), self.theme.clone());
        Ok(Desk {
            how: match self.poll {
                Some(interval) => How::Polling(Duration::from_millis(interval.max(1))),
                None => How::System,
            },
            choose: Box::new(move |inputs| {
                theme::choose(&folder, inputs, named.as_deref()).map_err(Failure::into_faults)
            }),
            themes: Box::new(move |inputs| theme::folders(&root, inputs, also.as_deref())),
            today: Box::new(move || today::today(stated).unwrap_or(day)),
            told: Arc::new(move |report| line.say(report)),
            imprint: inputs.imprint,
            plan,
        })
    }
}

/// How it is told.
struct Line {
    did: &'static str,
    first: AtomicBool,
    verbose: bool,
    prefix: String,
    terminal: Terminal,
}

impl Line {
    fn say(&self, report: Report<'_>) {
        match report {
            Report::Followed {
                occasion,
                version,
                took,
                pages,
                all,
                done,
            } => {
                let first = self.first.swap(false, Ordering::Relaxed);
                let (word, what) = if first {
                    let items = version.checked.plan.items.len();
                    let from = counted(items, "item");
                    (self.did, format!("{} from {from}", counted(all, "page")))
                } else {
                    let so_far = if done { "" } else { " so far" };
                    let changed = counted(pages.len(), "page");
                    ("Changed", format!("{}: {changed}{so_far}", why(occasion)))
                };
                let findings = summary(&version.checked.diagnostics);
                terminal::done(
                    word,
                    &format!("{what} in {} ms{findings}", took.as_millis()),
                );
                if self.verbose && !first {
                    reasons(pages);
                }
            }
            Report::Broken { occasion, version } => self.broken(occasion, version),
            Report::Faults(faults) => faulty(faults),
            Report::Gone(why) => {
                terminal::note(&format!("The plan is gone: {why}; it is waited for"));
            }
            Report::Back => terminal::note("The plan is back"),
        }
    }

    fn broken(&self, occasion: &Occasion, version: &Version) {
        let findings = &version.checked.diagnostics;
        let errors: Vec<&Diagnostic> = findings.iter().filter(|it| it.is_error()).collect();
        let to = (Layout::Full, Stream::Err);
        self.terminal
            .findings(&errors, &version.inputs.sources, &self.prefix, to);
        if let Err(faults) = &version.looks {
            faulty(faults);
        }
        let findings = summary(findings);
        let first = self.first.load(Ordering::Relaxed);
        let (why, site) = if first {
            ("the plan".to_owned(), "there is no site yet")
        } else {
            (why(occasion), "the last good site stays")
        };
        terminal::note(&format!("{why}{findings}: {site}"));
    }
}

/// Says what is wrong with the looks.
fn faulty(faults: &[Fault]) {
    let number = counted(faults.len(), "fault");
    terminal::failure(
        &Failure::new(format!("{number}: pages are shown as they were")).of(faults.to_vec()),
    );
}

/// What changed, in few words.
fn why(occasion: &Occasion) -> String {
    let paths: Vec<&str> = occasion.changes.paths().map(|path| &**path).collect();
    match paths[..] {
        [] if occasion.looks => "the looks".to_owned(),
        [] if occasion.day => "a new day".to_owned(),
        [] => "the folder".to_owned(),
        [one] => one.to_owned(),
        [first, second] => format!("{first}, {second}"),
        [first, ..] => format!("{first} and {} more", paths.len() - 1),
    }
}

/// ", 3 warnings"; nothing where there are neither errors nor warnings.
fn summary(findings: &[Diagnostic]) -> String {
    let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
    let counts = [(Severity::Error, "error"), (Severity::Warn, "warning")];
    let counts = counts.map(|(severity, word)| (count(severity), word));
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    counts.fold(String::new(), |text, (count, word)| {
        text + ", " + &counted(*count, word)
    })
}

fn reasons(pages: &[(SitePath, crate::drafting::Reason)]) {
    for (path, reason) in pages {
        terminal::note(&format!("  {path} ({})", reason.words()));
    }
}
