//! `planwright links`: asks the web whether what the plan links to is there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args as ClapArgs;
use rayon::prelude::*;
use rustls::crypto::ring::default_provider;

use crate::check::{ANSWERS, Answer, Verdict, addresses, answers, answers_file};
use crate::pipeline;
use crate::quantity::Date;

use super::failure::Failure;
use super::progress::Progress;
use super::{Done, Outcome, draft, load, terminal, today};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright links                   ask for what was not asked for a week
  planwright links --max-age 0       ask for everything

The answers are recorded in planwright-links.csv, beside plan.toml; from then on
`planwright check` finds the links that are dead (L011). Nothing else is sent than
a request for each address, one at a time for each host.")]
pub(super) struct Args {
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    plan: Option<PathBuf>,
    /// Ask again after this many days.
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    max_age: u16,
    /// Wait this many seconds for an answer.
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    timeout: u64,
    /// Wait this many milliseconds between two requests to one host.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 500)]
    pause: u64,
    /// The day of the answers, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

pub(super) fn run(args: &Args) -> Done {
    let plan = load::plan(args.plan.as_deref())?;
    let today = today::today(args.today)?;
    let inputs = load::inputs(&plan, today)?;
    let checked = pipeline::check(&inputs);
    let linked = addresses(&checked.plan);
    let mut known = inputs
        .sources
        .by_path(ANSWERS)
        .map_or_else(BTreeMap::new, answers);
    known.retain(|address, _| linked.contains(&address.as_str()));
    let fresh = |answer: &Answer| (today - answer.on).get_days() < i32::from(args.max_age);
    let is_open = |address: &&str| !known.get(*address).is_some_and(fresh);
    let asked: Vec<&str> = linked.iter().copied().filter(is_open).collect();
    let progress = Progress::start();
    progress.stage("asking for what the plan links to");
    let answered = ask(&asked, args, today)?;
    drop(progress);
    known.extend(answered);
    draft::write(&plan.join(ANSWERS), &answers_file(&known))?;
    Ok(tell(&known, asked.len()))
}

/// Says what is gone and what nobody can say.
fn tell(known: &BTreeMap<String, Answer>, asked: usize) -> Outcome {
    let of = |verdict| known.iter().filter(move |(_, it)| it.verdict == verdict);
    for verdict in [Verdict::Gone, Verdict::Unsure] {
        for (address, answer) in of(verdict) {
            let (word, said) = (verdict.name(), &answer.said);
            terminal::print(&format!("{word}: {address} ({said}, {})\n", answer.on));
        }
    }
    let gone = of(Verdict::Gone).count();
    terminal::done(
        "Asked",
        &format!(
            "for {asked} of {} addresses: {gone} gone, {} unsure; see {ANSWERS}",
            known.len(),
            of(Verdict::Unsure).count()
        ),
    );
    if gone > 0 {
        Outcome::Findings
    } else {
        Outcome::Well
    }
}

/// Asks for each address: hosts side by side, the addresses of one host one
/// after the other with a pause between them.
fn ask(asked: &[&str], args: &Args, today: Date) -> Result<Vec<(String, Answer)>, Failure> {
    let mut by_host: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in asked {
        by_host.entry(host(address)).or_default().push(address);
    }
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(args.timeout)))
        .user_agent(concat!("planwright/", env!("CARGO_PKG_VERSION")))
        .http_status_as_error(false)
        .tls_config(
            ureq::tls::TlsConfig::builder()
                .root_certs(ureq::tls::RootCerts::PlatformVerifier)
                .unversioned_rustls_crypto_provider(Arc::new(default_provider()))
                .build(),
        )
        .build()
        .into();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(HOSTS).build();
    let threads = threads.map_err(|error| Failure::new(format!("no threads: {error}")))?;
    let one_host = |addresses: &Vec<&str>| {
        let answer = |(at, address): (usize, &&str)| {
            if at > 0 {
                std::thread::sleep(Duration::from_millis(args.pause));
            }
            let (verdict, said) = request(&agent, address);
            let on = today;
            ((*address).to_owned(), Answer { on, verdict, said })
        };
        addresses.iter().enumerate().map(answer).collect::<Vec<_>>()
    };
    let all = || {
        by_host
            .par_iter()
            .flat_map(|(_, addresses)| one_host(addresses))
    };
    Ok(if_online(threads.install(|| all().collect())))
}

/// Where no host at all was found, it is us who are not there.
fn if_online(mut answered: Vec<(String, Answer)>) -> Vec<(String, Answer)> {
    if answered.iter().all(|(_, answer)| answer.said == NO_HOST) {
        for (_, answer) in &mut answered {
            answer.verdict = Verdict::Unsure;
        }
    }
    answered
}

const NO_HOST: &str = "no such host";

/// How many hosts are asked side by side.
const HOSTS: usize = 8;

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Asks whether something is there: with HEAD, and with GET where a server
/// does not know that.
fn request(agent: &ureq::Agent, address: &str) -> (Verdict, String) {
    let head = agent.head(address).call();
    let response = match &head {
        Ok(response) if [403, 404, 405, 501].contains(&response.status().as_u16()) => {
            agent.get(address).call()
        }
        _ => head,
    };
    match response {
        Ok(response) => {
            let status = response.status();
            let verdict = match status.as_u16() {
                200..=399 => Verdict::Found,
                404 | 410 => Verdict::Gone,
                _ => Verdict::Unsure,
            };
            (verdict, status.to_string())
        }
        Err(ureq::Error::HostNotFound) => (Verdict::Gone, NO_HOST.to_owned()),
        Err(ureq::Error::Timeout(_)) => (Verdict::Unsure, "no answer in time".to_owned()),
        Err(error) => (Verdict::Unsure, error.to_string()),
    }
}
