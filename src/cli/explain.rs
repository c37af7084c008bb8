//! `planwright explain`: says what a rule finds.

use clap::Args as ClapArgs;

use crate::check;

use super::failure::Failure;
use super::terminal::print;
use super::{Done, Outcome};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright explain T001
  planwright explain orphan
  planwright explain          all rules, a line each")]
pub(super) struct Args {
    /// A rule's code or name, such as T001 or orphan.
    rule: Option<String>,
}

pub(super) fn run(args: &Args) -> Done {
    match &args.rule {
        Some(rule) => {
            let text = check::explain(rule)
                .map_err(|why| Failure::new(why).help("`planwright explain` lists all rules"))?;
            print(&text);
        }
        None => {
            for rule in check::all() {
                let level = rule.code.severity.word();
                print(&format!(
                    "{}  {:7}  {}\n",
                    rule.code.code, level, rule.code.name
                ));
            }
        }
    }
    Ok(Outcome::Well)
}
