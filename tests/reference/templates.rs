//! The page of templates, made of the views' definitions.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;
use std::fs;

use crate::page::Page;
use crate::support;

use syn::{Attribute, Fields, GenericArgument, Item, ItemStruct, PathArguments, ReturnType, Type};

const INTRODUCTION: &str = include_str!("introduction.md");
const DEFAULT: &str = "themes/default";

/// All public structs of the site by name, and what each function gives back.
#[derive(Default)]
struct Site {
    structs: BTreeMap<String, ItemStruct>,
    /// By file (`home`, `item/mod`) and name.
    functions: BTreeMap<(String, String), String>,
    /// Templates and functions, in the order of the code.
    pages: Vec<(String, String)>,
}

impl Site {
    fn read() -> Self {
        let mut site = Self::default();
        for entry in walkdir::WalkDir::new("src/site").sort_by_file_name() {
            let path = entry.expect("readable").into_path();
            if path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("readable");
            let within = path.strip_prefix("src/site").expect("it lies there");
            let module = within.with_extension("").to_string_lossy().into_owned();
            let module = module.trim_end_matches("/mod").to_owned();
            for item in syn::parse_file(&text).expect("it compiles").items {
                site.add(&module, item);
            }
            site.pages.extend(pages(&module, &text));
        }
        site
    }

    fn add(&mut self, module: &str, item: Item) {
        match item {
            Item::Struct(it) if matches!(it.vis, syn::Visibility::Public(_)) => {
                self.structs.insert(it.ident.to_string(), it);
            }
            Item::Fn(it) => {
                if let ReturnType::Type(_, given) = &it.sig.output {
                    let place = (module.to_owned(), it.sig.ident.to_string());
                    self.functions.insert(place, words(given).name);
                }
            }
            _ => {}
        }
    }

    /// The view that a function such as `home::view` or `people::team::view`
    /// makes.
    fn view(&self, function: &str) -> &str {
        let (module, name) = function.rsplit_once("::").expect("a module's function");
        let place = (module.replace("::", "/"), name.to_owned());
        &self.functions[&place]
    }
}

/// `Page::new("home.html", …, |pen| view(…))`, or `view` alone, as template
/// and function.
fn pages(module: &str, text: &str) -> Vec<(String, String)> {
    let plain: String = text.split_whitespace().collect();
    let calls = plain.split("Page::new(\"").skip(1);
    calls
        .map(|call| {
            let (template, rest) = call.split_once('"').expect("a template's name");
            let view = last_argument(rest).trim_start_matches("move");
            let view = view.trim_start_matches("|pen|").trim_start_matches('{');
            let function = view.split('(').next().expect("a function");
            (template.to_owned(), format!("{module}::{function}"))
        })
        .collect()
}

/// The last argument of a call, up to whose end the text may go on.
fn last_argument(text: &str) -> &str {
    let (mut depth, mut start) = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '{' => depth += 1,
            ')' if depth == 0 => return &text[start..at],
            ')' | '}' => depth -= 1,
            ',' if depth == 0 && !text[at + 1..].starts_with(')') => start = at + 1,
            _ => {}
        }
    }
    panic!("the call has no end: {text}")
}

/// A type in words, and the struct in it.
struct Words {
    text: String,
    name: String,
}

fn words(given: &Type) -> Words {
    match given {
        Type::Path(path) => {
            let last = path.path.segments.last().expect("a type has a name");
            let name = last.ident.to_string();
            let inner = match &last.arguments {
                PathArguments::AngleBracketed(given) => match given.args.first() {
                    Some(GenericArgument::Type(inner)) => Some(words(inner)),
                    _ => None,
                },
                _ => None,
            };
            match (name.as_str(), inner) {
                ("Option", Some(inner)) => Words {
                    text: format!("{}, or nothing", inner.text),
                    ..inner
                },
                ("Vec", Some(inner)) => Words {
                    text: format!("list of {}", inner.text),
                    ..inner
                },
                ("Arc" | "Box" | "Shared", Some(inner)) => inner,
                ("String" | "str", _) => plain("text"),
                ("bool", _) => plain("true or false"),
                ("usize" | "u8" | "u16" | "u32" | "i32" | "f64", _) => plain("number"),
                _ => Words {
                    text: format!("[{name}](#{})", name.to_lowercase()),
                    name,
                },
            }
        }
        Type::Tuple(tuple) => {
            let parts: Vec<String> = tuple.elems.iter().map(|part| words(part).text).collect();
            plain(&format!("({})", parts.join(", ")))
        }
        Type::Reference(reference) => words(&reference.elem),
        _ => plain("a value"),
    }
}

fn plain(text: &str) -> Words {
    Words {
        text: text.to_owned(),
        name: String::new(),
    }
}

/// Documentation as one line.
fn meaning(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let doc = attribute.meta.require_name_value().ok()?;
        let syn::Expr::Lit(literal) = &doc.value else {
            return None;
        };
        match &literal.lit {
            syn::Lit::Str(text) if doc.path.is_ident("doc") => Some(text.value().trim().to_owned()),
            _ => None,
        }
    });
    lines.collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// The files of a folder of the default theme, by name.
fn files(folder: &str) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(format!("{DEFAULT}/{folder}")).sort_by_file_name();
    let files = files.into_iter().map(|entry| entry.expect("readable"));
    let texts = files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read_to_string(entry.path()).expect("text"))
        });
    texts.collect()
}

/// The style sheets and scripts, and the sentence that each begins with.
fn assets() -> Vec<(String, String)> {
    let files = files("assets").into_iter();
    let said = files.filter_map(|(name, text)| {
        let comment = match name.rsplit_once('.')?.1 {
            "css" => text.strip_prefix("/* ")?.split("*/").next()?.to_owned(),
            "js" => {
                let lines = text.lines().map_while(|line| line.strip_prefix("//"));
                lines.collect::<Vec<_>>().join(" ")
            }
            _ => return None,
        };
        let words = comment.split_whitespace().collect::<Vec<_>>().join(" ");
        let sentence = words.split_once(". ").map_or(&*words, |(first, _)| first);
        Some((name, sentence.trim_end_matches('.').to_owned()))
    });
    said.collect()
}

/// The components, and their arguments as they are written.
fn components() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (_, text) in files("templates") {
        for rest in text.split("{% component ").skip(1) {
            let (name, rest) = rest.split_once('(').expect("arguments");
            let (takes, _) = rest.split_once(')').expect("an end");
            found.push((name.to_owned(), format!("`{takes}`")));
        }
    }
    found.sort();
    found
}

pub fn page() -> String {
    let site = Site::read();
    let mut page = INTRODUCTION.to_owned();
    page.push_str("| asset of `default` | is for |\n|---|---|\n");
    for (name, words) in assets() {
        let _ = writeln!(page, "| `{name}` | {words} |");
    }
    page.push_str("\n| component | takes |\n|---|---|\n");
    for (name, takes) in components() {
        let _ = writeln!(page, "| `{name}` | {takes} |");
    }
    page.push_str("\n| template | is given |\n|---|---|\n");
    let mut open = VecDeque::new();
    for (template, function) in &site.pages {
        let view = site.view(function);
        let _ = writeln!(
            page,
            "| `{template}` | [{view}](#{}) |",
            view.to_lowercase()
        );
        open.push_back(view.to_owned());
    }
    let mut shown = Vec::new();
    while let Some(name) = open.pop_front() {
        if shown.contains(&name) {
            continue;
        }
        let view = site
            .structs
            .get(&name)
            .unwrap_or_else(|| panic!("no struct {name}"));
        let _ = write!(page, "\n## {name}\n\n{}\n", meaning(&view.attrs));
        page.push_str("\n| field | holds | meaning |\n|---|---|---|\n");
        let Fields::Named(fields) = &view.fields else {
            panic!("{name} has no named fields");
        };
        for field in &fields.named {
            let holds = words(&field.ty);
            let label = field.ident.as_ref().expect("it is named");
            let _ = writeln!(
                page,
                "| `{label}` | {} | {} |",
                holds.text,
                meaning(&field.attrs)
            );
            open.extend(Some(holds.name).filter(|name| !name.is_empty()));
        }
        shown.push(name);
    }
    page
}

#[test]
fn every_template_of_the_theme_is_a_page_or_part_of_one() {
    let pages: Vec<String> = Site::read()
        .pages
        .into_iter()
        .map(|(template, _)| template)
        .collect();
    assert!(pages.len() > 10, "{pages:?}");
    for template in &pages {
        let path = format!("themes/default/templates/{template}");
        assert!(fs::exists(&path).expect("readable"), "{path} is missing");
    }
}

/// The example of the introduction, as a theme.
#[test]
fn the_small_theme_is_as_shown() {
    let mut files = 0;
    let mut plan = support::small_plan();
    for fence in Page::of("src/reference/templates.md").fences {
        if let Some(path) = fence.path {
            plan = plan.file(&path, &fence.text);
            files += 1;
        }
    }
    assert_eq!(files, 5);
    let run = plan.build().ok();
    assert!(!run.stderr.contains("warning"), "{}", run.stderr);
    let page = run.page("goals/g1.html");
    let line = page.text(".house-line");
    assert_eq!(line, "Goal of the house, carried by one kind of items");
    let line = run.page("measures/m1.html").text(".house-line");
    assert_eq!(line, "Measure of the house, which nothing carries");
    assert!(page.has("link[href=\"../assets/house.css\"]"));
    assert_eq!(page.text("h1"), "Read more");
    let plain = plan.build_with(&["--theme", "plain"]).ok();
    assert!(!plain.page("goals/g1.html").has(".house-line"));
}
