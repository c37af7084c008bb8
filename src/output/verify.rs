//! Comparing what lies on disk with what should.

use super::{Entry, Folder, SitePath, Tree, WriteError, bytes_hash, disk};

/// A file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mismatch {
    /// Other bytes lie on disk.
    Differs(SitePath),
    /// It is not on disk.
    Missing(SitePath),
    /// It is listed as a file of the site, and is none.
    Superfluous(SitePath),
}

impl Folder {
    /// Compares the folder with a tree, byte by byte; kept files by the hash
    /// of their bytes. Foreign files do not count.
    ///
    /// # Errors
    ///
    /// A file that cannot be read.
    pub fn verify(&self, tree: &Tree) -> Result<Vec<Mismatch>, WriteError> {
        let mut found = Vec::new();
        for (path, entry) in tree.iter() {
            match disk::read(&self.at(path))? {
                None => found.push(Mismatch::Missing(path.clone())),
                Some(bytes) if !same(entry, &bytes) => found.push(Mismatch::Differs(path.clone())),
                Some(_) => {}
            }
        }
        let listed = self
            .manifest()
            .into_iter()
            .flat_map(|manifest| manifest.files.keys());
        let superfluous = listed.filter(|path| tree.get(path).is_none()).cloned();
        found.extend(superfluous.map(Mismatch::Superfluous));
        Ok(found)
    }
}

fn same(entry: &Entry, bytes: &[u8]) -> bool {
    match entry {
        Entry::Made { bytes: wanted, .. } => **wanted == *bytes,
        Entry::Kept(stamp) => stamp.bytes == bytes_hash(bytes),
    }
}
