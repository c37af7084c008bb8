//! What is looked at before an expression is read, so that none takes long
//! or nests too deep.

use super::compile::Fault;

/// The longest expression, in bytes.
const MAX_LENGTH: usize = 2_000;
/// How deep brackets may lie within one another.
const MAX_NESTING: usize = 32;
/// How many signs there may be, as each may lie within the one before.
const MAX_SIGNS: usize = 250;

/// The longest pattern, in bytes.
const MAX_PATTERN: usize = 100;
/// What a pattern may cost: how often it asks for a part of it, repetitions
/// within repetitions multiplied, by what in it fits nearly every letter.
const MAX_COST: usize = 20;

/// Whether an expression is short and flat enough to be read and worked out.
pub(super) fn check(text: &str) -> Result<(), Fault> {
    if text.trim().is_empty() {
        return Err(Fault::new("the expression is empty", 0..text.len()));
    }
    if text.len() > MAX_LENGTH {
        let message = format!("the expression is longer than {MAX_LENGTH} bytes");
        let fault = Fault::new(message, 0..text.len());
        return Err(fault.help("split it into several"));
    }
    let mut depth = 0usize;
    let mut signs = 0usize;
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if quote.is_none() && "+-*/%!?&|=<>.[(".contains(c) {
            signs += 1;
        }
        if signs > MAX_SIGNS {
            let message = format!("there are more than {MAX_SIGNS} signs and brackets");
            return Err(Fault::new(message, at..at + 1).help("split it into several"));
        }
        if depth > MAX_NESTING {
            let message = format!("brackets lie more than {MAX_NESTING} deep");
            return Err(Fault::new(message, at..at + 1).help("write it flatter"));
        }
    }
    Ok(())
}

/// What takes long to make ready, as it would be for each item: classes of
/// all the world's letters, and letters without regard to case.
const COSTLY: [(&str, &str); 5] = [
    ("\\w", "name the letters that you mean, as in `[A-Za-z]`"),
    ("\\W", "name the letters that you mean, as in `[^A-Za-z]`"),
    ("\\p", "name the letters that you mean, as in `[A-Za-z]`"),
    ("\\P", "name the letters that you mean, as in `[^A-Za-z]`"),
    ("(?", "write the group without the question mark"),
];

/// What stands for the digits of all the world, and what is meant by it.
const DIGITS: [(&str, &str); 2] = [("\\d", "[0-9]"), ("\\D", "[^0-9]")];

/// The pattern that is tried on every item of a plan, which may be a large
/// one; else what is wrong and how to mend it.
pub(super) fn pattern(written: &str) -> Result<String, (String, Option<&'static str>)> {
    if written.len() > MAX_PATTERN {
        let message = format!("the pattern is longer than {MAX_PATTERN} bytes");
        return Err((message, None));
    }
    if let Some((what, help)) = COSTLY.iter().find(|(what, _)| written.contains(what)) {
        let message = format!("`{what}` in a pattern takes long in a large plan");
        return Err((message, Some(help)));
    }
    let counts = written.split('{').skip(1).filter_map(|rest| {
        let (counts, _) = rest.split_once('}')?;
        let counts = counts.split(',').map(|count| count.trim().parse::<usize>());
        counts.flatten().max()
    });
    let repeats = counts.fold(1usize, |all, count| all.saturating_mul(count.max(1)));
    let pattern = written.to_owned();
    let pattern = DIGITS
        .iter()
        .fold(pattern, |pattern, (from, to)| pattern.replace(from, to));
    let wide = pattern.matches('.').count() + pattern.matches("[^").count();
    if repeats.saturating_mul(1 + 2 * wide) > MAX_COST {
        let message = "the pattern repeats too much for a large plan".to_owned();
        let help = "ask for less of `.`, `[^…]` and counts as in `{3}`";
        return Err((message, Some(help)));
    }
    Ok(pattern)
}
