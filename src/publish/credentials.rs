//! Who we are to a target. None of it is ever printed.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{PublishError, Trouble};
use crate::config::Target;

/// A text that no message and no debug output shows.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text, for those it is meant for.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a secret")
    }
}

/// What was found of them; each may be absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The user of a `WebDAV` server.
    pub user: Option<Secret>,
    /// Their password.
    pub password: Option<Secret>,
    /// A bearer's token instead of both.
    pub token: Option<Secret>,
    /// The name of a key of S3.
    pub access_key_id: Option<Secret>,
    /// The key.
    pub secret_access_key: Option<Secret>,
    /// What goes with a key for a while.
    pub session_token: Option<Secret>,
}

impl Credentials {
    /// Those of a target: of its file, and over them those of the environment.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or lies where the plan is published from.
    pub fn find(
        target: &Target,
        plan: &Path,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, PublishError> {
        let mut found = match &target.credentials {
            Some(path) => from_file(path, plan, environment)?,
            None => Self::default(),
        };
        let prefix = prefix(&target.name);
        for (name, place) in found.by_name() {
            let set = environment(&format!("{prefix}{name}"));
            if let Some(text) = set.filter(|text| !text.is_empty()) {
                *place = Some(Secret(text));
            }
        }
        Ok(found)
    }

    fn by_name(&mut self) -> [(&'static str, &mut Option<Secret>); 6] {
        [
            ("USER", &mut self.user),
            ("PASSWORD", &mut self.password),
            ("TOKEN", &mut self.token),
            ("ACCESS_KEY_ID", &mut self.access_key_id),
            ("SECRET_ACCESS_KEY", &mut self.secret_access_key),
            ("SESSION_TOKEN", &mut self.session_token),
        ]
    }
}

/// How the names of a target's variables begin: `PLANWRIGHT_MY_WEB_`.
pub(super) fn prefix(target: &str) -> String {
    let word = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_uppercase()
        } else {
            '_'
        }
    };
    format!(
        "PLANWRIGHT_{}_",
        target.chars().map(word).collect::<String>()
    )
}

fn from_file(
    named: &str,
    plan: &Path,
    environment: &dyn Fn(&str) -> Option<String>,
) -> Result<Credentials, PublishError> {
    let refuse = |why| PublishError::new(named, Trouble::Credentials(why));
    let path = PathBuf::from(named);
    let path = if path.is_absolute() {
        path
    } else {
        let home = environment("HOME").or_else(|| environment("USERPROFILE"));
        let home =
            home.ok_or_else(|| refuse("no home folder is known to look for it".to_owned()))?;
        Path::new(&home).join(named.trim_start_matches("~/"))
    };
    let real = |path: &Path| path.canonicalize();
    let file = real(&path).map_err(|error| refuse(format!("it cannot be read: {error}")))?;
    if real(plan).is_ok_and(|plan| file.starts_with(plan)) {
        return Err(refuse(
            "it lies in the plan's folder, where whoever has the plan has it too".to_owned(),
        ));
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "credentials are none of the plan's files"
    )]
    let text = std::fs::read_to_string(&file)
        .map_err(|error| refuse(format!("it cannot be read: {error}")))?;
    // What the parser says would show the line that it does not understand.
    toml::from_str(&text).map_err(|error| {
        let line = error
            .span()
            .map(|span| text[..span.start].lines().count().max(1));
        let line = line.map_or_else(String::new, |line| format!(" near line {line}"));
        refuse(format!(
            "it is not understood{line}: it takes lines such as `password = \"…\"`, with user, \
             password, token, access_key_id, secret_access_key and session_token"
        ))
    })
}
