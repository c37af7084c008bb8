//! e
pub fn apply(
    _s: super::Subject<'_>,
    f: Vec<crate::diagnostic::Diagnostic>,
) -> Vec<crate::diagnostic::Diagnostic> {
    f
}
