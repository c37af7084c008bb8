//! Plans of any size, the same for the same size.

use std::fmt::Write as _;

use super::memory::Texts;

/// The shares of a hundred items.
const STRATEGIES: usize = 8;
const ACTIONS: usize = 50;
const MILESTONES: usize = 30;

/// People and teams of the plan.
const OWNERS: usize = 40;
const TEAMS: usize = 6;

/// A plan of about so many items (at least 20): goals, strategies, actions in
/// chains, milestones, measures with readings, and texts that link to others.
pub fn synthetic(items: usize) -> Texts {
    let share = |percent: usize| (items * percent / 100).max(1);
    let goals = (items / 50).clamp(2, 12);
    let [strategies, actions, milestones] = [STRATEGIES, ACTIONS, MILESTONES].map(share);
    let measures = items
        .saturating_sub(goals + strategies + actions + milestones)
        .max(goals);
    let mut texts = Texts::new();
    texts.insert("plan.toml".to_owned(), settings());
    texts.insert(
        "index.md".to_owned(),
        "---\nvision: A plan of any size\nmission: To be measured\n---\nIt begins with [[G1]].\n"
            .to_owned(),
    );
    for at in 1..=goals {
        add(&mut texts, "goals", &format!("G{at}"), "", at);
    }
    for at in 1..=strategies {
        let fields = format!("supports: G{}\nowner: {}\n", within(at, goals), owner(at));
        add(&mut texts, "strategies", &format!("S{at}"), &fields, at);
    }
    for at in 1..=actions {
        add(
            &mut texts,
            "actions",
            &format!("A{at}"),
            &action(at, strategies),
            at,
        );
    }
    for at in 1..=milestones {
        let fields = format!(
            "supports: A{}\nstatus: {}\ndue: {}\n",
            within(at, actions),
            status(at),
            due(at)
        );
        add(&mut texts, "milestones", &format!("P{at}"), &fields, at);
    }
    for at in 1..=measures {
        add(
            &mut texts,
            "measures",
            &format!("M{at}"),
            &measure(at, goals),
            at,
        );
    }
    texts
}

fn settings() -> String {
    let mut text = "[plan]\ntitle = \"Any size\"\ncurrency = \"EUR\"\n".to_owned();
    for at in 1..=OWNERS {
        let _ = write!(
            text,
            "\n[people.p{at}]\nname = \"Person {at}\"\nteam = \"Team {}\"\n",
            within(at, TEAMS)
        );
    }
    text
}

/// An item with a text that links to its neighbours.
fn add(texts: &mut Texts, folder: &str, id: &str, fields: &str, at: usize) {
    let text = format!(
        "---\nid: {id}\n{fields}---\n# Item {id} of the plan\n\n\
         What [[{id}]] is about, in a sentence that is neither short nor long. It serves [[G1|the first goal]],\n\
         and [the beginning](../goals/G2.md#part-two) says why.\n\n\
         ## Part one\n\n- [x] begin\n- [ ] go on\n\n\
         | what | how much |\n|---|---|\n| hours | {at} |\n\n\
         ## Part two\n\nMore of it, *with* some `markup`, and the due date of the first action: [[A1.due]].\n"
    );
    texts.insert(format!("{folder}/{id}.md"), text);
}

fn action(at: usize, strategies: usize) -> String {
    let mut fields = format!(
        "supports: S{}\nowner: {}\nstatus: {}\nstart: 2026-01-01\ndue: {}\nbudget: {}k\n",
        within(at, strategies),
        owner(at),
        status(at),
        due(at),
        at % 90 + 1
    );
    if at.is_multiple_of(3) {
        let _ = writeln!(fields, "depends_on: A{}", at - 1);
    }
    if at.is_multiple_of(7) {
        let _ = writeln!(fields, "due_was: 2026-01-31");
    }
    fields
}

fn measure(at: usize, goals: usize) -> String {
    let mut fields = format!(
        "measures: G{}\nunit: \"%\"\nbaseline: {{value: 10, on: 2025-12-31}}\n\
         target: {{value: 90, on: 2027-12-31}}\nreadings:\n",
        within(at, goals)
    );
    for month in 1..=10 {
        let _ = writeln!(
            fields,
            "  - {{on: 2026-{month:02}-15, value: {}}}",
            10 + month * (at % 7)
        );
    }
    fields
}

/// One of `1..=all`, in turn.
fn within(at: usize, all: usize) -> usize {
    (at - 1) % all + 1
}

fn owner(at: usize) -> String {
    format!("Person {}", within(at, OWNERS))
}

fn status(at: usize) -> &'static str {
    ["planned", "active", "done", "on-hold"][at % 4]
}

fn due(at: usize) -> String {
    format!("{}-{:02}-{:02}", 2026 + at % 3, at % 12 + 1, at % 28 + 1)
}
