//! Writing files of a plan; nothing of an author's is ever written over.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use crate::output;

use super::failure::Failure;

/// Writes a new file and the folders it lies in.
pub(super) fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::new(format!("`{}` exists already", path.display()))
                .help("nothing was written over; choose another id or title")
        }
        _ => Failure::new(format!("cannot write `{}`: {error}", path.display())),
    };
    if let Some(folder) = path.parent() {
        #[expect(clippy::disallowed_methods, reason = "a new file needs its folder")]
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}

/// Writes a file that is the program's own, new or over its old one.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    output::put(path, text.as_bytes()).map_err(Failure::new)
}

/// A text as a YAML scalar: plain where it reads back as it is.
pub(super) fn scalar(text: &str) -> String {
    let plain = text
        .chars()
        .all(|c| c.is_alphanumeric() || " -_.,/()'".contains(c))
        && text.starts_with(char::is_alphanumeric)
        && !text.ends_with(' ')
        && !matches!(
            text.to_lowercase().as_str(),
            "null" | "true" | "false" | "yes" | "no"
        );
    if plain {
        return text.to_owned();
    }
    format!(
        "\"{}\"",
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace(['\n', '\t'], " ")
    )
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn only_what_needs_quotes_has_them() {
        assert_eq!(scalar("Open the harbour branch"), "Open the harbour branch");
        assert_eq!(scalar("Budget: 12k"), "\"Budget: 12k\"");
        assert_eq!(scalar("Say \"yes\""), "\"Say \\\"yes\\\"\"");
        assert_eq!(scalar("no"), "\"no\"");
    }
}
