//! Plans of any size and a realistic shape, the same for the same size and
//! seed: of a hundred items, about one goal, three objectives, eight
//! strategies, seventy actions, nine milestones, six measures and three risks.
//! One in five has several parents, one in three waits for another, and every
//! text of about 150 words mentions two others.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fastrand::Rng;

/// Texts by path.
pub type Texts = BTreeMap<String, String>;

/// Words in a text, without those that link.
const WORDS: usize = 150;
/// Words in a paragraph.
const PARAGRAPH: usize = 50;
/// People and teams.
const PEOPLE: usize = 60;
const TEAMS: usize = 9;

const LEXICON: [&str; 64] = [
    "plan", "city", "river", "school", "every", "year", "people", "which", "house", "before",
    "street", "water", "light", "after", "open", "work", "learn", "build", "green", "public",
    "service", "council", "measure", "change", "report", "need", "help", "local", "first", "more",
    "than", "with", "from", "where", "there", "their", "when", "could", "should", "about", "under",
    "over", "near", "bridge", "market", "garden", "station", "library", "harbour", "museum",
    "window", "season", "winter", "summer", "early", "late", "small", "large", "steady", "quiet",
    "clear", "common", "shared", "simple",
];

/// How many items of each kind there are.
#[derive(Debug, Clone, Copy)]
struct Sizes {
    goals: usize,
    objectives: usize,
    strategies: usize,
    actions: usize,
    milestones: usize,
    measures: usize,
    risks: usize,
}

impl Sizes {
    fn of(items: usize) -> Self {
        let share = |percent: usize| (items * percent).div_ceil(100).max(1);
        let [goals, objectives, strategies] = [1, 3, 8].map(share);
        let [milestones, measures, risks] = [9, 6, 3].map(share);
        let others = goals + objectives + strategies + milestones + measures + risks;
        Self {
            goals,
            objectives,
            strategies,
            actions: items.saturating_sub(others).max(1),
            milestones,
            measures,
            risks,
        }
    }
}

/// A plan of so many items (at least 20).
pub fn plan(items: usize, seed: u64) -> Texts {
    let mut writing = Writing {
        rng: Rng::with_seed(seed),
        sizes: Sizes::of(items),
        texts: Texts::new(),
    };
    let sizes = writing.sizes;
    writing.settings();
    for at in 1..=sizes.goals {
        writing.item("goals", 'G', at, "due: 2030\npriority: high\n");
    }
    for at in 1..=sizes.objectives {
        let fields = format!("supports: G{}\n", writing.below(sizes.goals));
        writing.item("objectives", 'O', at, &fields);
    }
    for at in 1..=sizes.strategies {
        let fields = writing.supports('O', sizes.objectives);
        writing.item("strategies", 'S', at, &fields);
    }
    for at in 1..=sizes.actions {
        let fields = writing.action(at);
        writing.item("actions", 'A', at, &fields);
    }
    for at in 1..=sizes.milestones {
        let (action, due) = (writing.below(sizes.actions), writing.day());
        let fields = format!("supports: A{action}\ndue: {due}\n");
        writing.item("milestones", 'K', at, &fields);
    }
    for at in 1..=sizes.measures {
        let fields = writing.measure();
        writing.item("measures", 'M', at, &fields);
    }
    for at in 1..=sizes.risks {
        let fields = writing.risk();
        writing.item("risks", 'R', at, &fields);
    }
    writing.texts
}

struct Writing {
    rng: Rng,
    sizes: Sizes,
    texts: Texts,
}

impl Writing {
    fn settings(&mut self) {
        let mut text = "[plan]\ntitle = \"Plan of any size\"\norganization = \"City of Example\"\n\
                        start = \"2025\"\nend = \"2030\"\ncurrency = \"EUR\"\n"
            .to_owned();
        for at in 1..=PEOPLE {
            let team = at % TEAMS + 1;
            let _ = write!(
                text,
                "\n[people.p{at}]\nname = \"Person {at}\"\nteam = \"Team {team}\"\n"
            );
        }
        self.texts.insert("plan.toml".to_owned(), text);
        let home = "---\nvision: A city that learns\nmission: To be measured\n---\nIt begins with [[G1]].\n";
        self.texts.insert("index.md".to_owned(), home.to_owned());
    }

    fn item(&mut self, folder: &str, letter: char, at: usize, fields: &str) {
        let (title, body) = (self.title(), self.body());
        let owner = self.below(PEOPLE);
        let text = format!(
            "---\nid: {letter}{at}\ntitle: {title}\nowner: p{owner}\n{fields}---\n\n{body}"
        );
        self.texts.insert(format!("{folder}/{letter}{at}.md"), text);
    }

    fn action(&mut self, at: usize) -> String {
        let mut fields = self.supports('S', self.sizes.strategies);
        let (start, due) = (self.day(), self.day());
        let (start, due) = (start.clone().min(due.clone()), start.max(due));
        let status = ["planned", "active", "active", "active", "done", "on-hold"];
        let status = status[self.rng.usize(..status.len())];
        let money = self.below(900);
        let _ = write!(
            fields,
            "status: {status}\nstart: {start}\ndue: {due}\nbudget: {money}k\n"
        );
        if at > 1 && self.rng.usize(..3) == 0 {
            // An action waits for an earlier one, so there are no circles.
            let _ = writeln!(fields, "depends_on: A{}", self.rng.usize(1..at));
        }
        if self.rng.usize(..8) == 0 {
            fields.push_str("due_was: 2025-06-30\n");
        }
        fields
    }

    fn measure(&mut self) -> String {
        let of = self.below(self.sizes.objectives);
        let mut fields = format!(
            "measures: O{of}\nunit: \"%\"\nbaseline: {{value: 10, on: 2024-12-31}}\n\
             target: {{value: 90, on: 2029-12-31}}\nreadings:\n"
        );
        let step = self.rng.usize(1..5);
        for quarter in 1..=7 {
            let (year, of_year) = (2025 + (quarter - 1) / 4, (quarter - 1) % 4 + 1);
            let value = 10 + quarter * step;
            let _ = writeln!(fields, "  - {{on: {year}-Q{of_year}, value: {value}}}");
        }
        fields
    }

    fn risk(&mut self) -> String {
        let of = self.below(self.sizes.actions);
        let (likelihood, impact) = (self.rng.usize(1..=5), self.rng.usize(1..=5));
        format!("threatens: A{of}\nlikelihood: {likelihood}\nimpact: {impact}\nresponse: reduce\n")
    }

    /// What an item supports; one in five supports two.
    fn supports(&mut self, letter: char, count: usize) -> String {
        let first = self.below(count);
        let second = self.below(count);
        if first != second && self.rng.usize(..5) == 0 {
            format!("supports: [{letter}{first}, {letter}{second}]\n")
        } else {
            format!("supports: {letter}{first}\n")
        }
    }

    /// A number from 1 to `count`.
    fn below(&mut self, count: usize) -> usize {
        self.rng.usize(1..=count)
    }

    fn day(&mut self) -> String {
        let (year, month, day) = (
            self.rng.usize(2025..2030),
            self.rng.usize(1..=12),
            self.rng.usize(1..=28),
        );
        format!("{year}-{month:02}-{day:02}")
    }

    fn word(&mut self) -> &'static str {
        LEXICON[self.rng.usize(..LEXICON.len())]
    }

    fn title(&mut self) -> String {
        let words: Vec<&str> = (0..5).map(|_| self.word()).collect();
        let title = words.join(" ");
        title[..1].to_uppercase() + &title[1..]
    }

    /// Three paragraphs, of which the last mentions two items.
    fn body(&mut self) -> String {
        let mut body = String::new();
        for _ in 0..WORDS / PARAGRAPH {
            for word in 0..PARAGRAPH {
                let between = if word > 0 { " " } else { "" };
                let next = self.word();
                let _ = write!(body, "{between}{next}");
            }
            body.push_str(".\n\n");
        }
        let (action, strategy) = (
            self.below(self.sizes.actions),
            self.below(self.sizes.strategies),
        );
        let _ = writeln!(body, "See [[A{action}]] and [[S{strategy}|the way there]].");
        body
    }
}
