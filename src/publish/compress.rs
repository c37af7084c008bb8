//! Compressed copies of texts, for servers that send what lies ready.

use std::io::Write as _;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::config::Encoding;
use crate::output::{Entry, SitePath, Tree, is_text, media_type};

/// What is smaller is sent as it is.
const WORTH_IT: usize = 512;

/// The site with compressed copies beside its texts, where they are smaller.
/// The same text gives the same bytes.
pub fn precompressed(mut tree: Tree, encodings: &[Encoding]) -> Tree {
    let texts: Vec<(SitePath, Arc<[u8]>)> = tree
        .iter()
        .filter(|(path, _)| is_text(&media_type(path.as_str())))
        .filter_map(|(path, entry)| Some((path.clone(), Arc::clone(entry.bytes()?))))
        .filter(|(_, bytes)| bytes.len() >= WORTH_IT)
        .collect();
    for encoding in encodings {
        let copies = texts.clone().into_par_iter().filter_map(|(path, bytes)| {
            let copy = encoding.compress(&bytes);
            let path = SitePath::new(&format!("{path}{}", encoding.ending())).ok()?;
            (copy.len() < bytes.len()).then_some((path, copy))
        });
        for (path, copy) in copies.collect::<Vec<_>>() {
            // An attachment of that name stays what it is.
            let _taken = tree.insert(path, Entry::new(copy));
        }
    }
    tree
}

impl Encoding {
    fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }

    fn compress(self, bytes: &[u8]) -> Vec<u8> {
        const QUALITY: u32 = 9;
        const WINDOW: u32 = 22;
        // Writing to memory does not fail.
        match self {
            Self::Gzip => {
                let level = flate2::Compression::new(QUALITY);
                let mut encoder = flate2::GzBuilder::new().mtime(0).write(Vec::new(), level);
                let _memory = encoder.write_all(bytes);
                encoder.finish().unwrap_or_default()
            }
            Self::Brotli => {
                let mut copy = Vec::new();
                let mut encoder =
                    brotli::CompressorWriter::new(&mut copy, 1 << 16, QUALITY, WINDOW);
                let _memory = encoder.write_all(bytes);
                drop(encoder);
                copy
            }
        }
    }
}
