//! The pages that are made of the code.

use std::fs;

use planwright::{check, cli, reference};

use crate::templates;

/// Compares a page with what the code makes, or writes it.
#[track_caller]
fn holds(path: &str, made: &str) {
    let path = format!("src/reference/{path}");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, made).expect("the page can be written");
    }
    let kept = fs::read_to_string(&path).expect("the page is there");
    assert!(
        kept == made,
        "{path} is not what the code makes: UPDATE=1 cargo test --test reference"
    );
}

#[test]
fn the_page_of_rules_is_that_of_the_rules() {
    let page = check::reference();
    let codes = fs::read_to_string("src/diagnostic/code.rs").expect("readable");
    let codes = codes.lines().filter_map(|line| line.split("(\"").nth(1));
    let mut count = 0;
    for code in codes.filter_map(|rest| rest.split('"').next()) {
        assert!(page.contains(&format!("\n## {code} ")), "{code} is missing");
        count += 1;
    }
    assert!(count > 30, "{count} codes were found");
    holds("rules.md", &page);
}

#[test]
fn the_page_of_commands_is_that_of_the_arguments() {
    holds("commands.md", &reference::of_commands(cli::command()));
}

#[test]
fn the_page_of_templates_is_that_of_the_views() {
    holds("templates.md", &templates::page());
}
