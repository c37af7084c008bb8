//! `[health]`: when a measure is at risk.

use crate::diagnostic::Diagnostic;
use crate::quantity::parse_number;
use crate::value::{Reader, Table, Wrong};

/// Where the health of a measure turns, in percent of what was expected by
/// today.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Below this a measure is at risk; 90 by default.
    pub at_risk: f64,
    /// Below this it is off track; 70 by default.
    pub off_track: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            at_risk: 90.0,
            off_track: 70.0,
        }
    }
}

impl Thresholds {
    /// Reads `[health]`.
    pub fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut r = Reader::new(table);
        let default = Self::default();
        let at_risk = r.parse("at_risk", parse_number);
        let off_track = r.parse("off_track", parse_number);
        let read = Self {
            at_risk: at_risk
                .as_ref()
                .map_or(default.at_risk, |number| number.value),
            off_track: off_track
                .as_ref()
                .map_or(default.off_track, |number| number.value),
        };
        let turned = read.off_track > read.at_risk;
        if let (true, Some(number)) = (turned, off_track.or(at_risk)) {
            let wrong = Wrong::new("off track would begin before at risk");
            r.wrong(
                "off_track",
                number.span,
                wrong.help("`off_track` is the lower of the two"),
            );
        }
        problems.extend(r.finish("setting", []));
        if turned { default } else { read }
    }
}
