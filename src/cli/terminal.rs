//! What people see in the terminal.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;

use crate::diagnostic::{self, Diagnostic, Files};

use super::failure::Failure;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On terminals, unless `NO_COLOR` is set.
    Auto,
    /// Even where the output is no terminal.
    Always,
    /// Not at all.
    Never,
}

/// How a finding is written for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// With the lines in question and how to mend them.
    Full,
    /// A line each: file, line, column, severity, code and message.
    Short,
}

#[derive(Debug, Clone)]
pub(super) struct Terminal {
    color: Color,
}

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HELP: Style = AnsiColor::Cyan.on_default().bold();
const GOOD: Style = AnsiColor::Green.on_default().bold();

impl Terminal {
    pub fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::AlwaysAnsi,
            Color::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
        Self { color }
    }

    /// Findings on standard output, or on standard error beside something
    /// else that was asked for.
    pub fn findings(
        &self,
        findings: &[&Diagnostic],
        files: &dyn Files,
        prefix: &str,
        (layout, to): (Layout, Stream),
    ) {
        let style = diagnostic::Style {
            color: self.is_colored(to),
            prefix: prefix.to_owned(),
            ..diagnostic::Style::default()
        };
        let mut text = String::new();
        for finding in findings {
            match layout {
                Layout::Full => {
                    text.push_str(&diagnostic::full::render(finding, files, &style));
                    text.push('\n');
                }
                Layout::Short => text.push_str(&diagnostic::short::render(finding, files, &style)),
            }
            if !text.ends_with('\n') {
                text.push('\n');
            }
        }
        match to {
            Stream::Out => print(&text),
            Stream::Err => print_err(&text),
        }
    }

    fn is_colored(&self, to: Stream) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => match to {
                Stream::Out => {
                    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
                }
                Stream::Err => {
                    anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never
                }
            },
        }
    }
}

/// A line of what was done, with its first word marked.
pub(super) fn done(word: &str, rest: &str) {
    print_err(&format!("{GOOD}{word}{GOOD:#} {rest}\n"));
}

/// A line beside it.
pub(super) fn note(text: &str) {
    print_err(&format!("{text}\n"));
}

pub(super) fn failure(failure: &Failure) {
    let style = diagnostic::Style {
        color: true, // taken away again where it is not wanted
        ..diagnostic::Style::default()
    };
    for fault in &failure.faults {
        print_err(&format!("{}\n\n", fault.render(&style)));
    }
    print_err(&format!("{ERROR}error{ERROR:#}: {}\n", failure.message));
    if let Some(help) = &failure.help {
        print_err(&format!("{HELP}help{HELP:#}: {help}\n"));
    }
}

/// "1 file", "2 files".
pub(super) fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// Where something is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    Out,
    Err,
}

/// Prints what was asked for. A reader that has gone away is no failure.
pub(super) fn print(text: &str) {
    let _gone = anstream::stdout().write_all(text.as_bytes());
}

/// Prints what others have written: a pipe gets the bytes as they are, a screen
/// must not obey them.
pub(super) fn print_foreign(text: &str) {
    if std::io::stdout().is_terminal() {
        print(&diagnostic::shown_lines(text));
    } else {
        print(text);
    }
}

/// Prints what is said beside it.
pub(super) fn print_err(text: &str) {
    let _gone = anstream::stderr().write_all(text.as_bytes());
}

/// Whether a person is watching.
pub(super) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}
