//! Several files in one archive.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::File;

/// A ZIP archive of files, all of them of the year in which archives begin, so
/// that the same files give the same bytes.
pub(super) fn of(files: &[File]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive
            .start_file(file.name.as_str(), options)
            .and_then(|()| Ok(archive.write_all(&file.bytes)?))
            .expect("memory takes what is written");
    }
    let finished = archive.finish();
    finished.expect("memory takes what is written").into_inner()
}
