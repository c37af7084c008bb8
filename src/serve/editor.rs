//! Addresses that open a place of a file in an editor.

use std::fmt;
use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// What need not be encoded in the path of an address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b':');

/// The editors that are known by name, the usual one first, and none; with
/// the addresses that they listen to.
const KNOWN: [(&str, &str); 9] = [
    ("vscode", "vscode://file/{file}:{line}:{column}"),
    ("vscodium", "vscodium://file/{file}:{line}:{column}"),
    ("cursor", "cursor://file/{file}:{line}:{column}"),
    ("zed", "zed://file/{file}:{line}:{column}"),
    (
        "idea",
        "idea://open?file={file}&line={line}&column={column}",
    ),
    (
        "sublime",
        "subl://open?url=file:///{file}&line={line}&column={column}",
    ),
    (
        "emacs",
        "emacs://open?url=file:///{file}&line={line}&column={column}",
    ),
    (
        "textmate",
        "txmt://open?url=file:///{file}&line={line}&column={column}",
    ),
    ("none", ""),
];

/// An editor that opens files at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// With `{file}`, `{line}` and `{column}`; empty for no editor.
    pattern: String,
}

/// What is neither the name of an editor nor an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownEditor(pub String);

impl UnknownEditor {
    /// What to write instead, as a sentence without a full stop.
    pub fn help(&self) -> String {
        let names = KNOWN.map(|(name, _)| format!("`{name}`")).join(", ");
        format!(
            "write one of {names}, or an address with `{{file}}`, `{{line}}` and `{{column}}`, \
             such as `{}`",
            KNOWN[0].1
        )
    }
}

impl fmt::Display for UnknownEditor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no editor is known as `{}`", self.0)
    }
}

impl std::error::Error for UnknownEditor {}

impl Default for Editor {
    fn default() -> Self {
        let pattern = KNOWN[0].1.to_owned();
        Self { pattern }
    }
}

impl Editor {
    /// The editor of a name, or that of an address with `{file}` in it.
    ///
    /// # Errors
    ///
    /// When the text is neither.
    pub fn named(text: &str) -> Result<Self, UnknownEditor> {
        let known = KNOWN.iter().find(|(name, _)| *name == text);
        let pattern = known.map_or(text, |(_, pattern)| pattern);
        let is_address = |(scheme, rest): (&str, &str)| {
            let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
            !scheme.is_empty() && scheme.chars().all(is_scheme) && rest.contains("{file}")
        };
        if known.is_none() && !text.split_once(':').is_some_and(is_address) {
            return Err(UnknownEditor(text.to_owned()));
        }
        let pattern = pattern.to_owned();
        Ok(Self { pattern })
    }

    /// The address that opens a file, given by its whole path, at a line and a
    /// column, both counted from 1; none for no editor.
    pub fn link(&self, file: &Path, line: usize, column: usize) -> Option<String> {
        if self.pattern.is_empty() {
            return None;
        }
        let bytes = file.as_os_str().as_encoded_bytes();
        let bytes = if cfg!(windows) {
            with_slashes(bytes)
        } else {
            bytes.to_owned()
        };
        let path = percent_encode(&bytes, KEPT).to_string();
        let inner = path.strip_prefix('/').unwrap_or(&path);
        let pattern = self.pattern.replace("/{file}", &format!("/{inner}"));
        // A path has no braces: they are encoded.
        let link = pattern.replace("{file}", &path);
        let link = link.replace("{line}", &line.to_string());
        Some(link.replace("{column}", &column.to_string()))
    }
}

/// A path of Windows as addresses write it: `C:/plan/a.md`.
fn with_slashes(path: &[u8]) -> Vec<u8> {
    let path = path.strip_prefix(br"\\?\").unwrap_or(path);
    let slash = |byte: &u8| if *byte == b'\\' { b'/' } else { *byte };
    path.iter().map(slash).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Editor, KNOWN, with_slashes};

    fn link(editor: &str, path: &str) -> Option<String> {
        Editor::named(editor).unwrap().link(Path::new(path), 4, 9)
    }

    #[test]
    fn the_usual_editors_are_known_by_name() {
        for (name, expected) in [
            ("vscode", "vscode://file/plan/a.md:4:9"),
            ("vscodium", "vscodium://file/plan/a.md:4:9"),
            ("cursor", "cursor://file/plan/a.md:4:9"),
            ("zed", "zed://file/plan/a.md:4:9"),
            ("idea", "idea://open?file=/plan/a.md&line=4&column=9"),
            (
                "sublime",
                "subl://open?url=file:///plan/a.md&line=4&column=9",
            ),
            (
                "emacs",
                "emacs://open?url=file:///plan/a.md&line=4&column=9",
            ),
            (
                "textmate",
                "txmt://open?url=file:///plan/a.md&line=4&column=9",
            ),
        ] {
            assert_eq!(link(name, "/plan/a.md").as_deref(), Some(expected));
        }
        assert_eq!(link("none", "/plan/a.md"), None);
        assert_eq!(Editor::default(), Editor::named("vscode").unwrap());
    }

    #[test]
    fn any_address_will_do() {
        let own = "my-editor+x:{line}/{column}?{file}";
        assert_eq!(link(own, "/a.md").as_deref(), Some("my-editor+x:4/9?/a.md"));
    }

    #[test]
    fn paths_are_encoded() {
        let link = link("vscode", "/my plan/100% & {line}/ü#?.md");
        let encoded = "my%20plan/100%25%20%26%20%7Bline%7D/%C3%BC%23%3F.md";
        assert_eq!(link, Some(format!("vscode://file/{encoded}:4:9")));
    }

    #[test]
    fn a_path_of_windows_gets_slashes() {
        assert_eq!(with_slashes(br"C:\plan\a.md"), b"C:/plan/a.md");
        assert_eq!(with_slashes(br"\\?\C:\a.md"), b"C:/a.md");
        assert_eq!(
            link("vscode", "C:/a.md").as_deref(),
            Some("vscode://file/C:/a.md:4:9")
        );
    }

    #[test]
    fn whatever_else_is_refused_with_what_is_known() {
        for wrong in [
            "vim",
            "",
            "code {file}",
            "vscode://file",
            ":{file}",
            "{file}",
        ] {
            let error = Editor::named(wrong).unwrap_err();
            let help = error.help();
            for (name, _) in KNOWN {
                assert!(help.contains(&format!("`{name}`")), "{help}");
            }
        }
    }
}
