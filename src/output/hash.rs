//! The two hashes of a page, both of 128 bits.

use std::hash::{Hash, Hasher};
use std::io::{self, Write};

use siphasher::sip128::{Hasher128, SipHasher13};

/// The hash of bytes: the first half of their BLAKE3 hash.
pub fn bytes_hash(bytes: &[u8]) -> u128 {
    half(blake3::hash(bytes))
}

fn half(hash: blake3::Hash) -> u128 {
    let (half, _) = hash.as_bytes().split_at(16);
    half.iter()
        .fold(0, |sum, byte| sum << 8 | u128::from(*byte))
}

/// Bytes on their way somewhere, with their hash and their number.
pub(super) struct Hashing<W> {
    to: W,
    hasher: blake3::Hasher,
    len: u64,
}

impl<W: Write> Hashing<W> {
    pub fn new(to: W) -> Self {
        Self {
            to,
            hasher: blake3::Hasher::new(),
            len: 0,
        }
    }

    /// The hash and the number of the bytes, once all of them have arrived.
    pub fn finish(mut self) -> io::Result<(u128, u64)> {
        self.to.flush()?;
        Ok((half(self.hasher.finalize()), self.len))
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        self.len += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The hash of whatever a page is made from: SipHash-1-3 with a fixed key.
///
/// Numbers are hashed alike on every platform, except within slices of them,
/// which the standard library hashes as they lie in memory. A hash that
/// differs costs one rendering and never a wrong page.
pub fn view_hash<T: Hash + ?Sized>(view: &T) -> u128 {
    let mut hasher = Portable(SipHasher13::new());
    view.hash(&mut hasher);
    hasher.0.finish128().as_u128()
}

/// Thirty-two hexadecimal digits.
pub fn to_hex(hash: u128) -> String {
    format!("{hash:032x}")
}

/// The number that [`to_hex`] wrote.
pub(super) fn from_hex(hex: &str) -> Option<u128> {
    let whole = hex.len() == 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    u128::from_str_radix(hex, 16).ok().filter(|_| whole)
}

/// Hashes numbers by their little-endian bytes, and `usize` as 64 bits.
struct Portable(SipHasher13);

impl Hasher for Portable {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    fn write_u16(&mut self, number: u16) {
        self.0.write(&number.to_le_bytes());
    }

    fn write_u32(&mut self, number: u32) {
        self.0.write(&number.to_le_bytes());
    }

    fn write_u64(&mut self, number: u64) {
        self.0.write(&number.to_le_bytes());
    }

    fn write_u128(&mut self, number: u128) {
        self.0.write(&number.to_le_bytes());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes_hash, from_hex, to_hex, view_hash};

    #[test]
    fn hashes_do_not_change_from_build_to_build() {
        assert_eq!(
            to_hex(bytes_hash(b"")),
            "af1349b9f5f9a1a6a0404dea36dcc949",
            "the published hash of nothing"
        );
        let view = ("title", Some(3_usize), vec!["a", "b"], 'x', -1_i64);
        assert_eq!(to_hex(view_hash(&view)), "40e42c6a8cc7d57d7cb622336b81eac5");
    }

    #[test]
    fn views_that_differ_in_any_part_differ_in_hash() {
        assert_ne!(view_hash(&("ab", "c")), view_hash(&("a", "bc")));
        assert_ne!(view_hash(&Some(0)), view_hash(&None::<i32>));
    }

    #[test]
    fn hexadecimal_digits_read_back() {
        assert_eq!(from_hex(&to_hex(7)), Some(7));
        for wrong in [
            "",
            "7",
            "+0000000000000000000000000000007",
            "g0000000000000000000000000000007",
        ] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }
}
