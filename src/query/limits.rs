//! What is looked at before an expression is read, so that none takes long
//! or nests too deep.

use super::compile::Fault;

/// The longest expression, in bytes.
const MAX_LENGTH: usize = 2_000;
/// How deep brackets may lie within one another.
const MAX_NESTING: usize = 32;

/// The longest pattern, in bytes.
const MAX_PATTERN: usize = 100;
/// How often a pattern may ask for a part of it, repetitions within
/// repetitions multiplied.
const MAX_REPEATS: usize = 20;

/// Whether an expression is short and flat enough to be read.
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
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_NESTING {
            let message = format!("brackets lie more than {MAX_NESTING} deep");
            return Err(Fault::new(message, at..at + 1).help("write it flatter"));
        }
    }
    Ok(())
}

/// Whether a pattern can be tried on every item of a large plan.
pub(super) fn check_pattern(pattern: &str) -> Result<(), String> {
    if pattern.len() > MAX_PATTERN {
        return Err(format!("the pattern is longer than {MAX_PATTERN} bytes"));
    }
    let counts = pattern.split('{').skip(1).filter_map(|rest| {
        let (counts, _) = rest.split_once('}')?;
        let counts = counts.split(',').map(|count| count.trim().parse::<usize>());
        counts.flatten().max()
    });
    let repeats = counts.fold(1usize, |all, count| all.saturating_mul(count.max(1)));
    if repeats > MAX_REPEATS {
        return Err(format!(
            "the pattern repeats a part of it more than {MAX_REPEATS} times"
        ));
    }
    Ok(())
}
