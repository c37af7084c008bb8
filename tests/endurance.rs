//! Whatever is done to a plan while it is served, and by however many: every
//! answer is whole, the server does not grow, and in the end the site is the
//! one that a clean build makes.

#![expect(clippy::disallowed_methods, reason = "a plan is written on disk")]

mod support;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use planwright::output::bytes_hash;
use planwright::pipeline;
use planwright::theme::Theme;
use support::memory::{Texts, inputs};
use support::server::{Server, client};
use support::synthetic::synthetic;

const ITEMS: usize = 120;
const WRITERS: u64 = 3;
const CLIENTS: u64 = 8;
/// Changes to the plan, by all writers together, where nobody asks for more.
const CHANGES: usize = 400;

/// The files of a plan on disk, each writer's own.
struct Writer {
    plan: PathBuf,
    texts: Vec<(String, String)>,
    chance: fastrand::Rng,
    /// What it has broken and not mended yet.
    damage: Option<Damage>,
}

/// A file that is not what it was, by its number, and another that was not
/// there.
struct Damage(usize, Option<PathBuf>);

impl Writer {
    /// Does something to one of its files, as people and their editors do;
    /// what it broke before, it mends first.
    fn change(&mut self) {
        self.mend();
        let at = self.chance.usize(..self.texts.len());
        let (path, text) = &self.texts[at];
        let file = self.plan.join(path);
        let n = self.chance.u32(..);
        let mut damage = |moved| self.damage = Some(Damage(at, moved));
        match self.chance.u32(..24) {
            0 => {
                fs::remove_file(&file).expect("it was there");
                damage(None);
            }
            1 => {
                let moved = file.with_file_name(format!("moved-{n}.md"));
                fs::rename(&file, &moved).expect("it was there");
                damage(Some(moved));
            }
            2 => {
                write(&file, "---\nid: [\n---\n# Broken\n");
                damage(None);
            }
            3 => {
                let text = text.replacen("---\n", "---\nrelates_to: NOWHERE\n", 1);
                write(&file, &text);
                damage(None);
            }
            4..8 => write(&file, &text.replacen("# Item", &format!("# {n}. item"), 1)),
            8..12 => write(&file, &text.replacen("status: active", "status: done", 1)),
            12..15 => {
                let alias = format!("\naliases: OLD-{n}\nid: ");
                write(&file, &text.replacen("\nid: ", &alias, 1));
            }
            15..19 => replace(&file, &format!("{text}\nPut in its place, {n}.\n")),
            _ => write(&file, &format!("{text}\nAnd more, {n}.\n")),
        }
    }

    fn mend(&mut self) {
        let Some(Damage(at, moved)) = self.damage.take() else {
            return;
        };
        if let Some(moved) = moved {
            fs::remove_file(moved).expect("it was there");
        }
        let (path, text) = &self.texts[at];
        write(&self.plan.join(path), text);
    }

    /// Puts all of its files back as they were.
    fn end(mut self) {
        self.mend();
        for (path, text) in &self.texts {
            write(&self.plan.join(path), text);
        }
    }
}

fn write(file: &Path, text: &str) {
    fs::write(file, text).expect("a file");
}

/// As many editors save: beside it, then in its place.
fn replace(file: &Path, text: &str) {
    let beside = file.with_extension("tmp");
    write(&beside, text);
    fs::rename(&beside, file).expect("in its place");
}

/// What was ever answered: the hash of what was at an address in a site.
type Answers = Mutex<HashMap<(u64, String), u128>>;

/// Reads pages at random until it is told to stop.
fn read(
    server: &Server,
    addresses: &[String],
    seed: u64,
    answers: &Answers,
    over: &AtomicBool,
) -> usize {
    let mut chance = fastrand::Rng::with_seed(seed);
    let (mut count, mut last) = (0, 0);
    let agent = client();
    while !over.load(Ordering::Relaxed) {
        let address = &addresses[chance.usize(..addresses.len())];
        let answer = server.plain(&agent, address);
        assert!(
            [200, 302, 404].contains(&answer.status),
            "{address}: {}",
            answer.status
        );
        assert!(
            answer.site >= last,
            "{address}: an older site after a newer one"
        );
        last = answer.site;
        let hash = bytes_hash(&answer.bytes);
        let key = (answer.site, address.clone());
        let first = *answers.lock().expect("sound").entry(key).or_insert(hash);
        assert_eq!(first, hash, "{address}: two answers from one site");
        count += 1;
    }
    count
}

#[test]
fn it_withstands_many_writers_and_readers() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = folder.path();
    let texts = synthetic(ITEMS);
    for (path, text) in &texts {
        let file = plan.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        write(&file, text);
    }
    let build = pipeline::build(&inputs(&texts), &Theme::default(), None);
    let tree = build
        .expect("templates that work")
        .tree
        .expect("a sound plan");
    let addresses: Vec<String> = tree.iter().map(|(path, _)| path.to_string()).collect();
    let server = Server::start(plan);
    let changes = std::env::var("CHANGES").map_or(CHANGES, |it| it.parse().expect("a number"));

    let (answers, over) = (Answers::default(), AtomicBool::new(false));
    let done = AtomicUsize::new(0);
    let sizes = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let reader = |seed| read(&server, &addresses, seed, &answers, &over);
        let readers: Vec<_> = (0..CLIENTS)
            .map(|seed| scope.spawn(move || reader(seed)))
            .collect();
        let writers: Vec<_> = (0..WRITERS)
            .map(|seed| {
                let mut writer = writer(plan, &texts, seed);
                let (done, sizes, server) = (&done, &sizes, &server);
                scope.spawn(move || {
                    while done.fetch_add(1, Ordering::Relaxed) < changes {
                        writer.change();
                        thread::sleep(Duration::from_millis(writer.chance.u64(..200)));
                        if writer.chance.u32(..20) == 0 {
                            sizes.lock().expect("sound").push(server.memory());
                        }
                    }
                    writer
                })
            })
            .collect();
        for writer in writers {
            writer.join().expect("it ends").end();
        }
        settle(&server, &tree);
        over.store(true, Ordering::Relaxed);
        let count: usize = readers
            .into_iter()
            .map(|reader| reader.join().expect("all was well"))
            .sum();
        assert!(count > 1_000, "only {count} answers were looked at");
    });
    let answers = answers.into_inner().expect("sound");
    let sites: BTreeSet<u64> = answers.keys().map(|(site, _)| *site).collect();
    assert!(sites.len() > 20, "only {} sites were seen", sites.len());
    let sizes = sizes.into_inner().expect("sound");
    let (early, late) = sizes.split_at(sizes.len() / 2);
    let most = |sizes: &[u64]| sizes.iter().copied().max().unwrap_or_default();
    assert!(most(late) < most(early) * 3 / 2, "it grows: {sizes:?}");
}

fn writer(plan: &Path, texts: &Texts, seed: u64) -> Writer {
    let own = texts
        .iter()
        .filter(|(path, _)| path.contains('/'))
        .enumerate();
    let own = own.filter(|(at, _)| *at as u64 % WRITERS == seed);
    Writer {
        plan: plan.to_owned(),
        texts: own
            .map(|(_, (path, text))| (path.clone(), text.clone()))
            .collect(),
        chance: fastrand::Rng::with_seed(seed),
        damage: None,
    }
}

/// Waits until every file is as a clean build makes it.
fn settle(server: &Server, tree: &planwright::output::Tree) {
    let agent = client();
    let end = Instant::now() + Duration::from_mins(2);
    for (path, entry) in tree.iter() {
        let redirects = entry
            .bytes()
            .is_some_and(|it| String::from_utf8_lossy(it).contains("http-equiv=\"refresh\""));
        while !redirects
            && server.plain(&agent, path.as_str()).bytes[..] != **entry.bytes().expect("made")
        {
            assert!(
                Instant::now() < end,
                "{path} is not what a clean build makes"
            );
            thread::sleep(Duration::from_millis(20));
        }
    }
}
