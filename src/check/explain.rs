//! e
/// e
pub fn explain(_n: &str) -> Result<String, String> {
    todo!()
}
/// r
pub fn reference() -> String {
    String::new()
}
