//! Writing tables that version control can merge and spreadsheets can open.

/// Rows as comma-separated values, a line each.
///
/// # Panics
///
/// Never: memory can be written to.
pub fn csv_text<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<[u8]>,
{
    let mut table = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        table.write_record(row).expect("memory can be written");
    }
    let bytes = table.into_inner().expect("memory can be written");
    String::from_utf8_lossy(&bytes).into_owned()
}
