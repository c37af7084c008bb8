//! When a burst of changes is over.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::News;

/// Over how many paths something else is going on than a save.
const FEW: usize = 8;
/// How long nothing must come after a save, and how long it may take for each
/// path: a person is waiting.
const SAVE: (Duration, Duration) = (Duration::from_millis(12), Duration::from_millis(20));
/// The same for many files, however many: reading them one by one while they
/// are written would take longer.
const MANY: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(3));

/// Changes that belong together.
#[derive(Debug)]
pub(super) struct Burst {
    touched: BTreeSet<PathBuf>,
    lost: bool,
    first: Instant,
    last: Instant,
}

impl Burst {
    pub fn new(first: Instant) -> Self {
        Self {
            touched: BTreeSet::new(),
            lost: false,
            first,
            last: first,
        }
    }

    pub fn touch(&mut self, paths: BTreeSet<PathBuf>, at: Instant) {
        self.touched.extend(paths);
        self.last = at;
    }

    pub fn lose(&mut self, at: Instant) {
        self.lost = true;
        self.last = at;
    }

    /// When it is over unless more comes.
    pub fn end(&self) -> Instant {
        let paths = self.touched.len();
        let (quiet, most) = if self.lost || paths > FEW {
            MANY
        } else {
            (SAVE.0, SAVE.1 * paths as u32)
        };
        (self.last + quiet).min(self.first + most)
    }

    /// Windows may drop changes when many come at once, and notify does not
    /// say so.
    pub fn into_news(self) -> News {
        if self.lost || cfg!(windows) && self.touched.len() > FEW {
            News::Lost
        } else {
            News::Touched(self.touched)
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests begin at some time")]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use super::{Burst, News};

    /// The milliseconds after which it is over, when these paths come at these
    /// milliseconds, and how many paths it then has.
    fn over(events: &[(u64, &str)]) -> (u128, usize) {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let mut burst = Burst::new(at(events[0].0));
        for (millis, path) in events {
            burst.touch(BTreeSet::from([PathBuf::from(path)]), at(*millis));
        }
        let length = burst.end().duration_since(start).as_millis();
        (length, burst.touched.len())
    }

    #[test]
    fn a_save_is_over_soon_after_its_last_event() {
        assert_eq!(over(&[(0, "a")]), (12, 1));
        assert_eq!(over(&[(0, "a"), (5, "a")]), (17, 1));
        assert_eq!(over(&[(0, "a"), (5, "a~"), (9, "a")]), (21, 2));
    }

    #[test]
    fn one_path_that_is_written_on_and_on_is_not_waited_for() {
        assert_eq!(over(&[(0, "a"), (9, "a"), (18, "a")]), (20, 1));
    }

    #[test]
    fn many_paths_are_waited_for_until_they_rest() {
        let paths: Vec<String> = (0..9).map(|n| n.to_string()).collect();
        let events: Vec<(u64, &str)> = (0..).zip(paths.iter().map(String::as_str)).collect();
        assert_eq!(over(&events[..8]), (19, 8));
        assert_eq!(over(&events), (108, 9));
    }

    #[test]
    fn they_are_waited_for_three_seconds_at_most() {
        let paths: Vec<String> = (0..60).map(|n| n.to_string()).collect();
        let events = (0..).step_by(50).zip(paths.iter().map(String::as_str));
        assert_eq!(over(&events.collect::<Vec<_>>()), (3000, 60));
    }

    #[test]
    fn what_was_lost_in_between_is_lost() {
        let start = Instant::now();
        let mut burst = Burst::new(start);
        burst.touch(BTreeSet::from([PathBuf::from("a")]), start);
        burst.lose(start);
        assert_eq!(burst.end(), start + Duration::from_millis(100));
        assert_eq!(burst.into_news(), News::Lost);
    }
}
