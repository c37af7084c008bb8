//! What is served before there is a site: the plan was broken from the start.

use std::sync::Arc;

use crate::output::{SitePath, bytes_hash};
use crate::serve::{File, Site};

/// A site with nothing in it but that it is not there yet.
pub(super) struct Waiting;

const PAGE: &str = "<!DOCTYPE html>
<html lang=\"en\">
<head><meta charset=\"utf-8\"><title>Not yet</title>
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\"></head>
<body><main><h1>Not yet</h1>
<p>The plan has errors, so there is no site yet. It comes here by itself once they are mended.</p></main></body>
</html>
";

impl Site for Waiting {
    fn file(&self, path: &SitePath) -> Option<File> {
        let bytes: Arc<[u8]> = Arc::from(PAGE.as_bytes());
        path.as_str().strip_suffix(".html").map(|_| File {
            path: path.clone(),
            hash: bytes_hash(&bytes),
            bytes,
        })
    }

    fn redirect(&self, _: &str) -> Option<SitePath> {
        None
    }

    fn moved(&self, _: &dyn Site, _: &SitePath) -> Option<SitePath> {
        None
    }

    fn origin(&self, _: &SitePath) -> Option<String> {
        None
    }

    fn assets(&self) -> Vec<(SitePath, u128)> {
        Vec::new()
    }
}
