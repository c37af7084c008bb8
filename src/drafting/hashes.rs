//! The hashes of bytes that many sites share, each worked out once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::output::bytes_hash;

/// Hashes by where the bytes lie. The bytes are held, so that nothing else can
/// come to lie there.
#[derive(Default)]
pub(super) struct Hashes(Mutex<HashMap<usize, Hashed>>);

type Hashed = (Arc<[u8]>, u128);

impl Hashes {
    /// The hashes of these bytes. Of others, nothing is remembered.
    pub fn of<'a>(&self, all: impl Iterator<Item = &'a Arc<[u8]>>) -> Vec<u128> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut now = HashMap::new();
        let hashes = all.map(|bytes| {
            let at = bytes.as_ptr().addr();
            let found = known
                .get(&at)
                .filter(|(there, _)| Arc::ptr_eq(there, bytes));
            let hash = found.map_or_else(|| bytes_hash(bytes), |(_, hash)| *hash);
            now.insert(at, (Arc::clone(bytes), hash));
            hash
        });
        let hashes = hashes.collect();
        *known = now;
        hashes
    }
}
