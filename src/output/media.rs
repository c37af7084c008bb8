//! What a file is, by its name.

use mime_guess::mime::{self, Mime};

/// What a file of that name holds, by its ending.
pub fn media_type(name: &str) -> Mime {
    mime_guess::from_path(name).first_or_octet_stream()
}

/// Whether it is text, which can be packed.
pub fn is_text(kind: &Mime) -> bool {
    let inner = kind.suffix().unwrap_or(kind.subtype());
    kind.type_() == mime::TEXT || [mime::JAVASCRIPT, mime::JSON, mime::XML].contains(&inner)
}
