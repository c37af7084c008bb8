//! A page of Markdown as far as tests look at it.

use std::collections::BTreeSet;
use std::fs;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A fenced block.
pub struct Fence {
    pub language: String,
    /// The file that the block is, if its name stands alone before it.
    pub path: Option<String>,
    pub text: String,
}

/// A cell of a table.
#[derive(Default, Clone)]
pub struct Cell {
    pub text: String,
    /// What stands between backticks.
    pub codes: Vec<String>,
}

/// A table: its heading row, then the others.
pub struct Table {
    pub head: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Default)]
pub struct Page {
    pub fences: Vec<Fence>,
    pub tables: Vec<Table>,
    /// What stands between backticks in headings.
    pub headings: BTreeSet<String>,
    /// What stands between backticks anywhere.
    pub codes: BTreeSet<String>,
    /// Where links and images lead.
    pub links: Vec<String>,
}

impl Page {
    pub fn of(path: &str) -> Self {
        let text = fs::read_to_string(path).expect("the page is there");
        let mut page = Self::default();
        let mut in_heading = false;
        let mut cell = Cell::default();
        let mut row = Vec::new();
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let before = std::mem::take(&mut cell);
                    let is_alone = before.text.is_empty() && before.codes.len() == 1;
                    page.fences.push(Fence {
                        language: info.into_string(),
                        path: before.codes.into_iter().next().filter(|_| is_alone),
                        text: String::new(),
                    });
                }
                Event::End(TagEnd::CodeBlock) => {
                    let fence = page.fences.last_mut().expect("it was opened");
                    fence.text = std::mem::take(&mut cell.text);
                }
                Event::Start(Tag::Heading { .. }) => in_heading = true,
                Event::End(TagEnd::Heading(_)) => in_heading = false,
                Event::Start(Tag::Paragraph | Tag::TableCell) => cell = Cell::default(),
                Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut cell)),
                Event::End(TagEnd::TableHead) => page.tables.push(Table {
                    head: std::mem::take(&mut row),
                    rows: Vec::new(),
                }),
                Event::End(TagEnd::TableRow) => {
                    let table = page.tables.last_mut().expect("a head comes first");
                    table.rows.push(std::mem::take(&mut row));
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Code(code) => {
                    if in_heading {
                        page.headings.insert(code.to_string());
                    }
                    page.codes.insert(code.to_string());
                    cell.codes.push(code.into_string());
                }
                Event::Text(text) => cell.text.push_str(&text),
                _ => {}
            }
        }
        page
    }

    /// The tables whose first head cell starts with a word.
    pub fn tables_of<'p>(&'p self, first: &'p str) -> impl Iterator<Item = &'p Table> {
        self.tables
            .iter()
            .filter(move |table| table.head[0].text.starts_with(first))
    }

    /// The names in the first column of tables whose first head cell starts
    /// with a word.
    pub fn names(&self, first: &str) -> BTreeSet<String> {
        let rows = self.tables_of(first).flat_map(|table| &table.rows);
        rows.flat_map(|row| row[0].codes.clone()).collect()
    }
}
