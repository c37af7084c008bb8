//! A plan that is being written: what changed, and what it is now.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::diagnostic::{Diagnostic, Fault};
use crate::edition::Imprint;
use crate::pipeline::{self, Checked, Inputs, Memory};
use crate::quantity::Date;
use crate::site::{Looks, TemplateError};
use crate::source::{Changes, PlanFolder, SETTINGS};
use crate::watch::{News, Watcher};

use super::desk::{Desk, Report};

/// How often to look whether the folder is still there, and what day it is.
const LOOK: Duration = Duration::from_secs(1);

/// A plan that is being written.
pub struct Draft {
    desk: Desk,
    folder: PlanFolder,
    memory: Memory,
    /// None while the folder cannot be watched.
    watcher: Option<Watcher>,
    inputs: Arc<Inputs>,
    looks: Result<Arc<Looks>, Arc<[Fault]>>,
}

/// Why a plan is looked at again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occasion {
    /// What changed in its files.
    pub changes: Changes,
    /// Whether it looks otherwise now.
    pub looks: bool,
    /// Whether a new day began.
    pub day: bool,
}

impl Occasion {
    fn is_none(&self) -> bool {
        self.changes.is_empty() && !self.looks && !self.day
    }
}

/// A plan at one moment, read and checked.
#[derive(Debug, Clone)]
pub struct Version {
    /// What it was made from.
    pub inputs: Arc<Inputs>,
    /// The plan.
    pub checked: Arc<Checked>,
    /// How it looks, or why that cannot be said.
    pub looks: Result<Arc<Looks>, Arc<[Fault]>>,
}

impl Draft {
    /// Begins to watch a plan, and reads it.
    pub fn open(desk: Desk) -> Self {
        let folder = PlanFolder::open(&desk.plan);
        let inputs = Arc::new(inputs(&folder, (desk.today)(), desk.imprint.clone()));
        let mut draft = Self {
            folder,
            memory: Memory::default(),
            watcher: None,
            inputs,
            looks: Err(Arc::new([])),
            desk,
        };
        draft.watch();
        draft.read();
        draft.dress();
        draft
    }

    /// What it is worked on with.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Whether the plan folder is gone.
    pub fn is_gone(&self) -> bool {
        self.watcher.is_none()
    }

    /// The plan as it was last read, checked.
    pub fn version(&mut self) -> Version {
        let checked = pipeline::check_again(&self.inputs, &mut self.memory);
        Version {
            inputs: Arc::clone(&self.inputs),
            checked: Arc::new(checked),
            looks: self.looks.clone(),
        }
    }

    /// Waits for a change that matters, for a while; then reads what changed.
    /// The moment is that at which the change was over.
    pub fn wait(&mut self) -> Option<(Occasion, Instant)> {
        let Some(watcher) = &mut self.watcher else {
            std::thread::sleep(LOOK / 2);
            return self.look_for_folder();
        };
        let news = watcher.next(LOOK);
        let at = now();
        if !watcher.is_whole() {
            self.watch();
            return self.look_for_folder();
        }
        let touched = match news {
            News::Quiet | News::Woken => return self.look_at_day(at),
            News::Lost => None,
            News::Touched(paths) => Some(paths),
        };
        self.follow(touched.as_ref()).map(|occasion| (occasion, at))
    }

    fn look_for_folder(&mut self) -> Option<(Occasion, Instant)> {
        let was_gone = self.watcher.is_none();
        if was_gone {
            self.watch();
        }
        self.watcher.as_ref()?;
        let at = now();
        if was_gone {
            (self.desk.told)(Report::Back);
        }
        self.follow(None).map(|occasion| (occasion, at))
    }

    fn look_at_day(&mut self, at: Instant) -> Option<(Occasion, Instant)> {
        let today = (self.desk.today)();
        if today == self.inputs.today {
            return None;
        }
        Arc::make_mut(&mut self.inputs).today = today;
        let occasion = Occasion {
            day: true,
            ..Occasion::default()
        };
        Some((occasion, at))
    }

    /// Reads what was touched, or looks at everything where that is not known.
    fn follow(&mut self, touched: Option<&BTreeSet<PathBuf>>) -> Option<Occasion> {
        let before = self.folder.sources().clone();
        let mut changes = match touched {
            Some(touched) => self.folder.update(touched),
            None => self.folder.look_again(),
        };
        let settled = changes.concern(SETTINGS);
        if settled {
            self.read();
            changes = Changes {
                problems: changes.problems,
                ..Changes::between(&before, self.folder.sources())
            };
        } else if !changes.is_empty() {
            self.take();
        }
        let themes = self.theme_folders();
        let is_theme = |path: &PathBuf| themes.iter().any(|theme| path.starts_with(theme));
        let dressed = settled || touched.is_none_or(|touched| touched.iter().any(is_theme));
        let occasion = Occasion {
            changes,
            looks: dressed && self.dress(),
            day: false,
        };
        if settled {
            self.watch();
        }
        (!occasion.is_none()).then_some(occasion)
    }

    /// Reads the files that the settings ask for.
    fn read(&mut self) {
        let (config, _) = pipeline::settings(self.folder.sources());
        self.folder.read(config.ignored());
        self.take();
    }

    /// Takes in the files as they were read.
    fn take(&mut self) {
        self.inputs = Arc::new(inputs(
            &self.folder,
            (self.desk.today)(),
            self.desk.imprint.clone(),
        ));
    }

    /// Puts on the looks that the settings ask for; whether they are others.
    fn dress(&mut self) -> bool {
        let theme = (self.desk.choose)(&self.inputs);
        let language = &self.inputs.config.language;
        if let (Ok(theme), Ok(worn)) = (&theme, &self.looks)
            && worn.fingerprint() == theme.fingerprint()
            && worn.language() == language
        {
            return false;
        }
        let looks = theme.and_then(|theme| Looks::new(theme, language).map_err(faults));
        self.looks = looks.map(Arc::new).map_err(Arc::from);
        true
    }

    /// Watches the plan folder and those of its themes, where they are there.
    fn watch(&mut self) {
        let mut folders = vec![self.desk.plan.clone()];
        folders.extend(self.theme_folders().into_iter().filter(|it| it.is_dir()));
        self.watcher = match Watcher::new(&folders, self.desk.how) {
            Ok(watcher) => Some(watcher),
            Err(error) => {
                if self.watcher.is_some() {
                    (self.desk.told)(Report::Gone(error.to_string()));
                }
                None
            }
        };
    }

    fn theme_folders(&self) -> Vec<PathBuf> {
        let folders = (self.desk.themes)(&self.inputs).into_iter();
        let resolved = |folder: PathBuf| folder.canonicalize().unwrap_or(folder);
        folders.map(resolved).collect()
    }
}

impl Version {
    /// Whether a site can be made of it.
    pub fn is_sound(&self) -> bool {
        self.checked.is_sound() && self.looks.is_ok()
    }

    /// The same with more findings.
    pub(super) fn with(&self, found: Vec<Diagnostic>) -> Self {
        let mut checked = Checked::clone(&self.checked);
        checked.diagnostics.extend(found);
        Self {
            checked: Arc::new(checked),
            ..self.clone()
        }
    }
}

/// What is wrong with templates, met while pages were made.
pub(super) fn faults(errors: Vec<TemplateError>) -> Vec<Fault> {
    errors.into_iter().map(TemplateError::into_fault).collect()
}

fn inputs(folder: &PlanFolder, today: Date, imprint: Imprint) -> Inputs {
    let sources = folder.sources().clone();
    let (config, found) = pipeline::settings(&sources);
    let mut problems = folder.problems();
    problems.extend(found);
    Inputs {
        sources,
        config,
        problems,
        today,
        imprint,
    }
}

#[expect(clippy::disallowed_methods, reason = "how long a change takes is told")]
pub(super) fn now() -> Instant {
    Instant::now()
}
