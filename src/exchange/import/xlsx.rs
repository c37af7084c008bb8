//! Workbooks: XLSX, XLS, XLSB and ODS.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader, SheetType, SheetVisible, Sheets};

use super::Refusal;
use super::table::{self, Cell, Grid, MAX_COLUMNS, MAX_ROWS, Options, Read};
use crate::quantity::Date;

/// The most cells of a sheet, from its first to its last, empty ones too.
const MAX_CELLS: usize = 5_000_000;
/// What a workbook may be unpacked, in bytes.
const MAX_UNPACKED: u64 = 512 << 20;

type Book<'a> = Sheets<Cursor<&'a [u8]>>;

/// Reads a workbook.
///
/// # Errors
///
/// When it is no workbook, is encrypted or too large, when there is no table
/// with items in it, and when an option names something that is not there.
pub fn read(bytes: &[u8], options: &Options) -> Result<Read, Refusal> {
    if bytes.starts_with(b"PK") {
        bounded(bytes)?;
    }
    let mut book = open(bytes)?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    for sheet in sheets.iter().filter(|it| it.typ == SheetType::WorkSheet) {
        let mut grid = grid(&mut book, &sheet.name)?;
        grid.is_hidden = sheet.visible != SheetVisible::Visible;
        grids.push(grid);
    }
    table::read(&grids, options)
}

fn open(bytes: &[u8]) -> Result<Book<'_>, Refusal> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") && holds(bytes, "EncryptedPackage") {
        return Err(Refusal::new("it is encrypted").help("save it without a password first"));
    }
    guarded(|| {
        calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| {
            Refusal::new("it is no workbook that can be read: XLSX, XLS, XLSB or ODS").help(
                "if it opens in a spreadsheet program, save it as XLSX and without a password",
            )
        })
    })
}

fn holds(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
    memchr::memmem::find(bytes, &wide).is_some()
}

/// Whether all of an archive together is small enough, by unpacking it: what
/// it says of its own size is not to be trusted.
fn bounded(bytes: &[u8]) -> Result<(), Refusal> {
    let broken =
        |error: &dyn std::fmt::Display| Refusal::new(format!("it is a broken workbook: {error}"));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|error| broken(&error))?;
        let mut part = (&mut file).take(left + 1);
        let size =
            std::io::copy(&mut part, &mut std::io::sink()).map_err(|error| broken(&error))?;
        if size > left {
            return Err(Refusal::new("it is larger than 512 MB when it is unpacked"));
        }
        left -= size;
    }
    Ok(())
}

/// Runs what reads a file of others; a fault of the reader is a broken file.
fn guarded<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(Refusal::new("it is a broken workbook")))
}

fn grid(book: &mut Book<'_>, name: &str) -> Result<Grid, Refusal> {
    guarded(|| check_size(book, name))?;
    let range = guarded(|| {
        book.worksheet_range(name)
            .map_err(|error| Refusal::new(format!("sheet {name} cannot be read: {error}")))
    })?;
    let mut grid = Grid {
        name: name.to_owned(),
        ..Grid::default()
    };
    let Some((rows, columns)) = range.end() else {
        return Ok(grid);
    };
    if rows as usize >= MAX_ROWS || columns as usize >= MAX_COLUMNS {
        return Err(too_large(name));
    }
    let (from, left) = range.start().unwrap_or_default();
    grid.rows = vec![Vec::new(); from as usize];
    for cells in range.rows() {
        let before = std::iter::repeat_n(Cell::Empty, left as usize);
        grid.rows
            .push(before.chain(cells.iter().map(cell)).collect());
    }
    styled(book, &mut grid);
    Ok(grid)
}

/// Refuses a sheet by where its cells stand, before room is made for it.
fn check_size(book: &mut Book<'_>, name: &str) -> Result<(), Refusal> {
    let Sheets::Xlsx(book) = book else {
        return Ok(());
    };
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        return Ok(());
    };
    let (mut rows, mut columns) = (0, 0);
    while let Ok(Some(cell)) = cells.next_cell() {
        let (row, column) = cell.get_position();
        rows = rows.max(row as usize + 1);
        columns = columns.max(column as usize + 1);
        if rows > MAX_ROWS || columns > MAX_COLUMNS || rows * columns > MAX_CELLS {
            return Err(too_large(name));
        }
    }
    Ok(())
}

fn too_large(name: &str) -> Refusal {
    Refusal::new(format!(
        "sheet {name} has more than {MAX_ROWS} rows, {MAX_COLUMNS} columns or {MAX_CELLS} cells"
    ))
    .help("delete what is far below or beside the table, or split it")
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::of(text),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}")
                .parse::<Date>()
                .ok();
            date.map_or_else(|| Cell::Number(time.as_f64()), Cell::Day)
        }
        Data::DateTime(time) => Cell::Number(time.as_f64()),
        Data::DateTimeIso(text) => {
            let date = text.get(..10).and_then(|it| it.parse().ok());
            date.map_or_else(|| Cell::of(text), Cell::Day)
        }
        Data::Error(error) => Cell::Broken(error.to_string()),
    }
}

/// What only the style of a cell says: percent, indentation, colour.
fn styled(book: &mut Book<'_>, grid: &mut Grid) {
    let Sheets::Xlsx(book) = book else { return };
    let styles = guarded(|| {
        book.worksheet_style(&grid.name)
            .map_err(|it| Refusal::new(it.to_string()))
    });
    let Ok(styles) = styles else { return };
    for (row, cells) in grid.rows.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            if let Some(style) = styles.get((row as u32, column as u32))
                && let Some(place) = restyled(cell, style).then_some((row, column))
            {
                grid.coloured.push(place);
            }
        }
    }
}

/// Makes of a cell what its style shows; whether it is empty and coloured.
fn restyled(cell: &mut Cell, style: &calamine::Style) -> bool {
    let format = style.number_format.as_ref();
    let is_percent = format.is_some_and(|it| it.format_code.contains('%'));
    let indent = style.alignment.as_ref().and_then(|it| it.indent);
    match cell {
        Cell::Number(number) if is_percent => *cell = Cell::Share(*number),
        Cell::Text(text) => text.insert_str(0, &"  ".repeat(indent.unwrap_or(0).into())),
        Cell::Empty => return style.fill.as_ref().is_some_and(calamine::Fill::is_visible),
        _ => {}
    }
    false
}
