//! `--select` and `--ignore`: which rules are listened to.

use clap::Args as ClapArgs;

use crate::check;
use crate::config::{Config, OwnRule};
use crate::diagnostic::{Diagnostic, did_you_mean};

use super::failure::Failure;

#[derive(Debug, ClapArgs)]
pub(super) struct Selection {
    /// Listen to these rules only: codes, names, or the letters of groups.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not listen to these rules.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    ignore: Vec<String>,
}

impl Selection {
    /// Whether rules are asked for by name.
    pub fn is_named(&self) -> bool {
        !self.select.is_empty()
    }

    pub fn takes(&self, found: &Diagnostic) -> bool {
        let of = |rules: &[String]| rules.iter().any(|rules| found.is_of(rules.trim()));
        (self.select.is_empty() || of(&self.select)) && !of(&self.ignore)
    }

    /// Refuses names that no rule has: a gate that looks for nothing is open.
    pub fn validate(&self, config: &Config) -> Result<(), Failure> {
        let rules = check::all();
        let known = |written: &str| {
            let is_group = |code: &str| code[..1].eq_ignore_ascii_case(written);
            let is_own = |own: &OwnRule| own.name.eq_ignore_ascii_case(written);
            check::find(written).is_some()
                || rules.iter().any(|rule| is_group(rule.code.code))
                || config.rules.iter().any(is_own)
        };
        let mut written = self.select.iter().chain(&self.ignore).map(|it| it.trim());
        let Some(unknown) = written.find(|written| !known(written)) else {
            return Ok(());
        };
        let names = rules
            .iter()
            .flat_map(|rule| [rule.code.code, rule.code.name]);
        let own = config.rules.iter().map(|rule| rule.name.as_str());
        let help = did_you_mean(unknown, names.chain(own));
        let failure = Failure::new(format!("there is no rule `{unknown}`"));
        Err(failure.help(help.unwrap_or_else(|| "`planwright explain` lists all rules".to_owned())))
    }
}
