//! `planwright publish`: brings the site to where its readers find it.

mod owner;
mod revision;
mod targets;

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::{Args as ClapArgs, ValueEnum};
use indicatif::DecimalBytes;
use tokio::runtime::Runtime;
use tokio::sync::Notify;

use crate::config::{Place, Target};
use crate::diagnostic::{self, Diagnostic};
use crate::edition::Imprint;
use crate::output::Tree;
use crate::pipeline::{self, Checked, Inputs, Memory};
use crate::publish::{
    Consent, Credentials, Delivery, DeliveryReport, PublishError, Releases, Report, Watcher,
    deliver, in_folder, look, open, precompressed,
};
use crate::quantity::Date;
use crate::site::Looks;

use super::failure::Failure;
use super::progress::Progress;
use super::terminal::{self, Terminal, counted};
use super::{Done, Outcome, build, load, theme, today};

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag")]
#[command(after_help = "Examples:
  planwright publish                    to the only target of plan.toml
  planwright publish web --dry-run      what would be sent and deleted
  planwright publish my-plan web intranet
  planwright publish web --rollback     show the release before this one

Nothing is sent where a finding is an error: what was published stays. Files of others
at the target are never touched. Only what has changed is sent. When a delivery is cut
off, readers still find whole pages, and the next one goes on where it stopped.")]
pub(super) struct Args {
    /// The plan's folder, else the nearest one upward with plan.toml or index.md;
    /// then the targets by their names in plan.toml, else the only one.
    #[arg(value_name = "PLAN|TARGET")]
    names: Vec<String>,
    /// Say what would be done, and do nothing.
    #[arg(long)]
    dry_run: bool,
    /// Delete at most this share of the files that are there, in percent; else
    /// what the target's `max_delete` says.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    max_delete: Option<u8>,
    /// Write over files of others that stand where the site has to go.
    #[arg(long)]
    adopt: bool,
    /// Show an earlier release of a folder: the one before, or the one named.
    #[arg(
        long,
        value_name = "RELEASE",
        num_args = 0..=1,
        default_missing_value = "",
        require_equals = true,
        conflicts_with_all = ["dry_run", "releases"]
    )]
    rollback: Option<String>,
    /// List the releases of a folder.
    #[arg(long)]
    releases: bool,
    /// Let warnings stop the delivery.
    #[arg(long)]
    strict: bool,
    /// The day to build for, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The revision of the plan, for readers; else what git says of the plan's folder.
    #[arg(long, value_name = "TEXT")]
    revision: Option<String>,
    /// The looks: a built-in theme, default or plain, or a folder of templates,
    /// assets and words over the plan's own theme.
    #[arg(long, value_name = "NAME|DIR")]
    theme: Option<String>,
    /// How the report is written.
    #[arg(long, default_value = "text")]
    format: Format,
    /// Say why each file is sent.
    #[arg(long, short)]
    verbose: bool,
}

/// How the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object; `planwright schema deliveries` describes it.
    Json,
}

/// A site, made for a target.
struct Site {
    tree: Tree,
    fingerprint: u128,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    let (plan, names) = targets::split(&args.names)?;
    let inputs = load::inputs(&plan, today::today(args.today)?)?;
    if inputs.problems.iter().any(Diagnostic::is_error) {
        return Ok(stopped(&inputs.problems, &inputs, &plan, args, terminal));
    }
    let targets = targets::choose(names, &inputs.config.publish)?;
    if args.releases || args.rollback.is_some() {
        return targets
            .iter()
            .try_fold(Outcome::Well, |_, target| releases(target, &plan, args));
    }
    let mut reports = Vec::new();
    let mut done = Ok(Outcome::Well);
    let editions = targets
        .iter()
        .map(|target| targets::edition(target, &inputs.config));
    let editions = editions.collect::<Result<Vec<_>, _>>()?;
    let revision = args.revision.clone().or_else(|| revision::of(&plan));
    let theme = theme::choose(&plan, &inputs, args.theme.as_deref())?;
    let looks = Looks::new(theme, &inputs.config.language).map_err(build::broken)?;
    let mut memory = Memory::default();
    for (at, (target, edition)) in targets.into_iter().zip(editions).enumerate() {
        let revision = revision.clone();
        let inputs = Inputs {
            imprint: Imprint { edition, revision },
            ..inputs.clone()
        };
        done = one(
            target,
            (&plan, &inputs),
            (&looks, &mut memory),
            (args, at == 0),
            terminal,
            &mut reports,
        );
        if !matches!(done, Ok(Outcome::Well)) {
            break;
        }
    }
    if args.format == Format::Json {
        terminal::print(&Report::to_json(reports));
    }
    done
}

/// Publishes to one target; the findings are told of with the first.
fn one(
    target: &Target,
    (plan, inputs): (&Path, &Inputs),
    (looks, memory): (&Looks, &mut Memory),
    (args, is_first): (&Args, bool),
    terminal: &Terminal,
    reports: &mut Vec<DeliveryReport>,
) -> Done {
    #[expect(clippy::disallowed_methods, reason = "the command line measures time")]
    let start = Instant::now();
    let progress = Progress::start();
    progress.stage("making the site");
    let checked = pipeline::check_again(inputs, memory);
    let (found, site) = make(target, (inputs, checked), looks, args)?;
    let Some(site) = site else {
        drop(progress);
        return Ok(stopped(&found, inputs, plan, args, terminal));
    };
    if is_first {
        build::warnings(&found);
    }
    if targets::sends_in_the_clear(target) {
        progress.note("note: credentials and pages travel in the clear; https:// hides them");
    }
    progress.stage("publishing the site");
    let shown = Shown {
        progress: &progress,
        asked_to_end: Arc::default(),
    };
    let (report, stay) = send(target, plan, &site, args, &shown).map_err(refused)?;
    drop(progress);
    for release in stay {
        terminal::note(&format!(
            "note: release {release} stays, as others have put files into it"
        ));
    }
    tell(&report, args, start.elapsed());
    reports.push(report);
    Ok(Outcome::Well)
}

/// Makes the site of a target in memory. There is none where a finding stands
/// in the way.
fn make(
    target: &Target,
    (inputs, checked): (&Inputs, Checked),
    looks: &Looks,
    args: &Args,
) -> Result<(Vec<Diagnostic>, Option<Site>), Failure> {
    let build = pipeline::make(checked, inputs, looks, None);
    let build = build.map_err(build::broken)?;
    let found = build.checked.diagnostics;
    let stands = !build::breaks(&found, args.strict);
    let site = build.tree.filter(|_| stands).map(|tree| Site {
        tree: precompressed(tree, &target.precompress),
        fingerprint: looks.fingerprint(),
    });
    Ok((found, site))
}

/// Delivers a site, or looks at what there is to do; beside the report, the
/// old releases that stay though they should not.
fn send(
    target: &Target,
    plan: &Path,
    site: &Site,
    args: &Args,
    watcher: &Shown<'_>,
) -> Result<(DeliveryReport, Vec<String>), PublishError> {
    let consent = Consent {
        adopt: args.adopt,
        max_delete: args.max_delete.unwrap_or(target.max_delete),
    };
    let report = |delivery: &Delivery| DeliveryReport::of(target, delivery, args.dry_run);
    let lengths = site.tree.iter().filter_map(|(_, entry)| entry.bytes());
    let largest = lengths.map(|bytes| bytes.len() as u64).max().unwrap_or(0);
    let remote = if let Place::Folder { path, releases } = &target.place {
        let path = targets::folder(plan, path)?;
        if let Some(keep) = *releases {
            let mut releases = Releases::open(&path, keep)?;
            if args.dry_run {
                let delivery = releases.look(&site.tree, site.fingerprint, consent)?;
                return Ok((report(&delivery), Vec::new()));
            }
            let switched = releases.publish(&site.tree, site.fingerprint, consent)?;
            let mut report = report(&switched.delivery);
            report.release = switched.release;
            return Ok((report, switched.stay));
        }
        in_folder(&path, args.dry_run, largest)?
    } else {
        let credentials = Credentials::find(target, plan, &owner::environment)?;
        open(target, &credentials, largest)?
    };
    // Without threads nothing runs, this program no more than any other.
    let runtime = Runtime::new().expect("threads");
    runtime.spawn(owner::watch_for_the_end(Arc::clone(&watcher.asked_to_end)));
    let tree = (&site.tree, site.fingerprint);
    let delivery = if args.dry_run {
        runtime.block_on(look(&remote, &site.tree, site.fingerprint, consent))?
    } else {
        let consent = (consent, owner::owner());
        runtime.block_on(deliver(&remote, tree, consent, watcher))?
    };
    Ok((report(&delivery), Vec::new()))
}

/// Lists the releases of a target, or shows another one.
fn releases(target: &Target, plan: &Path, args: &Args) -> Done {
    let Place::Folder {
        path,
        releases: Some(keep),
    } = &target.place
    else {
        let failure = Failure::new(format!("`{}` has no releases", target.name));
        return Err(failure.help("only a folder has them, unless it says `releases = false`"));
    };
    let path = targets::folder(plan, path).map_err(refused)?;
    let mut releases = Releases::open(&path, *keep).map_err(refused)?;
    if let Some(to) = &args.rollback {
        let release = releases
            .roll_back(Some(to.as_str()).filter(|to| !to.is_empty()))
            .map_err(refused)?;
        terminal::done("Shown", &format!("{}: release {release}", target.name));
        return Ok(Outcome::Well);
    }
    for release in releases.list().map_err(refused)? {
        let mark = if release.is_current { " (shown)" } else { "" };
        let files = counted(release.files, "file");
        terminal::print(&format!("{} {files}{mark}\n", release.name));
    }
    Ok(Outcome::Well)
}

/// What people see of a delivery that is under way, and how they stop it.
struct Shown<'a> {
    progress: &'a Progress,
    asked_to_end: Arc<Notify>,
}

impl Watcher for Shown<'_> {
    fn will_send(&self, bytes: u64) {
        self.progress.sending(bytes);
    }

    fn sent(&self, bytes: u64) {
        self.progress.sent(bytes);
    }

    fn note(&self, text: &str) {
        self.progress.note(text);
    }

    fn stop(&self) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(self.asked_to_end.notified())
    }
}

/// Says what was delivered, or would be.
fn tell(report: &DeliveryReport, args: &Args, took: Duration) {
    if args.format == Format::Text && (args.dry_run || args.verbose) {
        for file in &report.sent {
            let bytes = DecimalBytes(file.bytes);
            terminal::print(&format!("send {} ({}, {bytes})\n", file.path, file.why));
        }
        for path in &report.deleted {
            terminal::print(&format!("delete {path}\n"));
        }
    }
    let sent = counted(report.sent.len(), "file");
    let bytes = DecimalBytes(report.bytes);
    let (deleted, kept) = (report.deleted.len(), report.kept);
    let target = &report.target;
    if args.dry_run {
        let rest = format!("{sent} ({bytes}) to {target} and delete {deleted}; {kept} stay");
        return terminal::done("Would send", &rest);
    }
    if report.completed {
        terminal::note("note: this completed a delivery that was cut off");
    }
    let changes = if report.sent.is_empty() && report.deleted.is_empty() {
        "nothing changed".to_owned()
    } else {
        format!("{sent} sent ({bytes}), {deleted} deleted, {kept} unchanged")
    };
    let release = report.release.as_ref();
    let release = release.map_or_else(String::new, |it| format!(", release {it}"));
    let took = took.as_secs_f64();
    terminal::done(
        "Published",
        &format!("to {target} in {took:.2} s ({changes}{release})"),
    );
}

fn stopped(
    found: &[Diagnostic],
    inputs: &Inputs,
    plan: &Path,
    args: &Args,
    terminal: &Terminal,
) -> Outcome {
    build::stopped(found, inputs, plan, args.strict, terminal);
    let summary = diagnostic::summary(found);
    terminal::note(&format!("{summary}: nothing was published"));
    Outcome::Findings
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` takes"
)]
fn refused(error: PublishError) -> Failure {
    Failure::new(&error).help(error.help())
}
