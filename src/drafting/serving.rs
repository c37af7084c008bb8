//! A site that follows its plan, served.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use crate::diagnostic::{Fault, Severity};
use crate::serve::{Editor, Finding, Moment, Server, Stage};
use crate::site::Site;

use super::desk::{Desk, Report, Told};
use super::draft::{Draft, Occasion, Version, now};
use super::findings::{Shown, gone};
use super::generation::{Generation, Kept, Shared, locked};
use super::sweep::Sweep;
use super::waiting::Waiting;

/// Serves a plan's site and follows the plan, until the program ends.
///
/// # Errors
///
/// When the server cannot be started.
pub fn serve(mut draft: Draft, server: Server, editor: &Editor) -> io::Result<()> {
    let mut show = Show::new(draft.desk(), editor.clone());
    show.follow(&draft.version(), Occasion::default(), now());
    show.begin(server)?;
    loop {
        match draft.wait() {
            Some((occasion, at)) => {
                show.sweep.end();
                show.follow(&draft.version(), occasion, at);
            }
            None if draft.is_gone() => show.gone(),
            None => {}
        }
    }
}

/// What is shown, and what it takes to show the next.
struct Show {
    plan: PathBuf,
    editor: Editor,
    told: Told,
    screen: Arc<Mutex<Screen>>,
    /// The site that is shown, once there is one.
    site: Option<Arc<Generation>>,
    sweep: Sweep,
    kept: Arc<Kept>,
}

/// What is shown, and where.
struct Screen {
    moment: Moment,
    /// None before it begins.
    stage: Option<Stage>,
}

impl Screen {
    /// Shows what has become of the moment, if it has become another.
    fn show(&mut self, change: impl FnOnce(&mut Moment)) {
        let before = self.moment.clone();
        change(&mut self.moment);
        let same = before.number == self.moment.number
            && before.errors == self.moment.errors
            && before.warnings == self.moment.warnings;
        if let Some(stage) = self.stage.as_ref().filter(|_| !same) {
            stage.show(self.moment.clone());
        }
    }
}

impl Show {
    fn new(desk: &Desk, editor: Editor) -> Self {
        let moment = Moment {
            number: 0,
            site: Arc::new(Waiting),
            errors: Arc::new([]),
            warnings: Arc::new([]),
        };
        let plan = desk.plan.canonicalize();
        Self {
            plan: plan.unwrap_or_else(|_| desk.plan.clone()),
            editor,
            told: Arc::clone(&desk.told),
            screen: Arc::new(Mutex::new(Screen {
                moment,
                stage: None,
            })),
            site: None,
            sweep: Sweep::default(),
            kept: Arc::default(),
        }
    }

    fn begin(&self, server: Server) -> io::Result<()> {
        let screen = &mut *locked(&self.screen);
        screen.stage = Some(server.start(screen.moment.clone())?);
        Ok(())
    }

    /// Shows a version of the plan, or what is wrong with it.
    fn follow(&mut self, version: &Version, occasion: Occasion, at: Instant) {
        if !version.is_sound() {
            let errors = self.errors(version);
            let warnings = self.shown().of(version, Severity::Warn);
            locked(&self.screen).show(|moment| {
                moment.errors = errors;
                moment.warnings = warnings;
            });
            (self.told)(Report::Broken {
                occasion: &occasion,
                version,
            });
            return;
        }
        self.sweep = self.sweep.next();
        self.show(version.clone(), occasion, at);
        let warnings = self.shown().of(version, Severity::Warn);
        locked(&self.screen).show(|moment| moment.warnings = warnings);
    }

    /// Shows the site of a sound version.
    fn show(&mut self, version: Version, occasion: Occasion, at: Instant) {
        let last = self.site.as_ref().map(Generation::good);
        let last = last.unwrap_or_else(|| Arc::new(Waiting));
        let screen = &mut *locked(&self.screen);
        let number = screen.moment.number + 1;
        let look = Look {
            version: version.clone(),
            occasion,
            at,
            number,
            sweep: self.sweep.clone(),
            told: Arc::clone(&self.told),
            screen: Arc::clone(&self.screen),
            editor: (self.plan.clone(), self.editor.clone()),
        };
        let beside = move |site: &Site<'_>, shared: &Shared| look.run(site, shared);
        let site = Generation::new((version, number), last, Arc::clone(&self.kept), beside);
        let site = Arc::new(site);
        self.site = Some(Arc::clone(&site));
        screen.show(|moment| {
            moment.number = number;
            moment.site = site;
            moment.errors = Arc::new([]);
        });
    }

    /// What keeps the site from following.
    fn errors(&self, version: &Version) -> Arc<[Finding]> {
        let faults: &[Fault] = version.looks.as_ref().err().map_or(&[], |faults| faults);
        let faults = self.shown().faults(faults);
        let errors = self.shown().of(version, Severity::Error);
        errors.iter().chain(&*faults).cloned().collect()
    }

    fn gone(&self) {
        let errors = gone(&format!("the plan folder {} is gone", self.plan.display()));
        locked(&self.screen).show(|moment| moment.errors = errors);
    }

    fn shown(&self) -> Shown<'_> {
        Shown {
            plan: &self.plan,
            editor: &self.editor,
        }
    }
}

/// A look at all pages of a new site, beside what people ask for.
struct Look {
    version: Version,
    occasion: Occasion,
    at: Instant,
    number: u64,
    sweep: Sweep,
    told: Told,
    screen: Arc<Mutex<Screen>>,
    editor: (PathBuf, Editor),
}

impl Look {
    fn run(self, site: &Site<'_>, shared: &Shared) {
        let took = self.at.elapsed();
        if self.number > 1 {
            self.sweep.wait();
        }
        let swept = self.sweep.run(site, shared, &self.version, &self.occasion);
        let faults = locked(&shared.faults).clone();
        if swept.done && faults.is_empty() {
            shared.stands_alone();
        }
        (self.told)(Report::Followed {
            occasion: &self.occasion,
            version: &self.version,
            took,
            pages: &swept.pages,
            all: swept.all,
            done: swept.done,
        });
        if !faults.is_empty() {
            (self.told)(Report::Faults(&faults));
            let (plan, editor) = &self.editor;
            let errors = Shown { plan, editor }.faults(&faults);
            let screen = &mut *locked(&self.screen);
            if screen.moment.number == self.number && screen.moment.errors.is_empty() {
                screen.show(|moment| moment.errors = errors);
            }
        }
    }
}
