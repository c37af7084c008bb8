//! The vectors, and a plan that holds them.

use crate::support::memory::Texts;

/// A way to make a page run what a text says.
pub struct Vector {
    /// What it is called.
    pub name: String,
    /// The text of an item's file.
    pub file: String,
}

/// All vectors, in order. The call of the first is `alert(1)`.
pub fn all() -> Vec<Vector> {
    let text = include_str!("vectors.txt");
    let parts = text.split("\n== ").skip(1).zip(1..);
    let vectors = parts.map(|(part, number)| {
        let (name, body) = part.split_once('\n').expect("a name has a text");
        let body = body.trim_end().replace("(0)", &format!("({number})"));
        let body = body.replace('␀', "\0").replace('␌', "\u{c}");
        let (matter, body) = match body.strip_prefix("---\n") {
            Some(rest) => rest.split_once("\n---\n").expect("front matter ends"),
            None => ("", body.as_str()),
        };
        Vector {
            name: name.to_owned(),
            file: format!("---\nid: X{number}\nsupports: S1\n{matter}\n---\n{body}\n"),
        }
    });
    vectors.collect()
}

/// A plan of an item for each vector.
pub fn plan(html: &str) -> Texts {
    let settings = format!(
        "[site]\nhtml = \"{html}\"\n[checks]\nL = \"off\"\n\
         [fields.note]\ntype = \"text\"\n[fields.link]\ntype = \"link\"\n"
    );
    let fixed = [
        ("plan.toml".to_owned(), settings),
        ("goals/G1.md".to_owned(), "# Read more\n\nx\n".to_owned()),
        (
            "strategies/S1.md".to_owned(),
            "---\nsupports: G1\n---\n# Go\n\nx\n".to_owned(),
        ),
    ];
    let items = all().into_iter().zip(1..);
    let items = items.map(|(vector, number)| (format!("actions/X{number}.md"), vector.file));
    fixed.into_iter().chain(items).collect()
}
