//! CSV and the workbook, read back.

use std::collections::BTreeMap;
use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use jiff::ToSpan;
use planwright::quantity::Date;

use crate::{export, harbour};

/// The rows of a CSV file, each by the heads of its columns.
fn rows(text: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text);
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn tables_hold_what_the_plan_says() {
    let plan = harbour();
    export(&plan, &["csv", "--out", "tables"]).ok();
    let read = |name: &str| fs::read(plan.folder().join("tables").join(name)).expect("a table");
    let actions = rows(&read("actions.csv"));
    let first = &actions[0];
    for (name, value) in [
        ("id", "A1"),
        ("title", "Lay the cable; all of it"),
        ("owner", "Ada Pilot"),
        ("due", "2026-12-31"),
        ("progress", "40"),
        ("budget", "12000"),
        ("budget_currency", "EUR"),
        ("supports", "S1"),
        ("berth", "4.5"),
    ] {
        assert_eq!(first[name], value, "{name}");
    }
    // No spreadsheet takes a title for a formula.
    assert_eq!(actions[1]["title"], "'@look after it");
    assert_eq!(actions[3]["title"], "'-Drop");
    assert_eq!(rows(&read("strategies.csv"))[0]["title"], "'=1+1");
    assert_eq!(rows(&read("readings.csv"))[0]["note"], "calm, dry");
    let relations = rows(&read("relations.csv"));
    let needs = relations.iter().find(|row| row["relation"] == "depends_on");
    let needs = needs.map(|row| (row["from"].as_str(), row["to"].as_str()));
    assert_eq!(needs, Some(("A2", "A1")));
}

#[test]
fn a_workbook_has_dates_numbers_and_words() {
    let plan = harbour();
    export(&plan, &["xlsx", "--out", "plan.xlsx"]).ok();
    let path = plan.folder().join("plan.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    let names = book.sheet_names();
    let expected = [
        "Overview",
        "Timeline",
        "Goals",
        "Strategies",
        "Actions",
        "Measures",
        "Risks",
        "Plan Bs",
        "Relations",
        "Readings",
    ];
    assert_eq!(names, expected);
    let sheet = book.worksheet_range("Actions").expect("a sheet");
    let heads: Vec<String> = sheet
        .rows()
        .next()
        .into_iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
    let cell = |row: usize, name: &str| {
        let column = heads
            .iter()
            .position(|head| head == name)
            .expect("a column");
        sheet.get((row, column)).cloned().expect("a cell")
    };
    assert_eq!(cell(1, "Id"), Data::String("A1".to_owned()));
    assert_eq!(cell(1, "Progress"), Data::Float(0.4));
    assert_eq!(cell(1, "Budget"), Data::Float(12000.0));
    assert_eq!(cell(1, "Berth"), Data::Float(4.5));
    let Data::DateTime(due) = cell(1, "Due") else {
        panic!("{:?} is no date", cell(1, "Due"));
    };
    assert_eq!(due.to_ymd_hms_milli(), (2026, 12, 31, 0, 0, 0, 0));
    let strategies = book.worksheet_range("Strategies").expect("a sheet");
    assert_eq!(
        strategies.get((1, 1)),
        Some(&Data::String("=1+1".to_owned()))
    );
    let formulas = book.worksheet_formula("Strategies").expect("a sheet");
    assert!(
        formulas
            .used_cells()
            .all(|(_, _, formula)| formula.is_empty())
    );
}

#[test]
fn a_sheet_of_many_rows_holds_them_all_in_order() {
    let first = Date::constant(2005, 1, 1);
    let days = (0..6_000).map(|day| first + day.days());
    let readings = days.enumerate();
    let readings = readings.map(|(value, on)| format!("{on},{value},as read\n"));
    let plan = harbour()
        .file(
            "measures/M2.md",
            "---\nid: M2\nmeasures: G1\nreadings: m2.csv\n---\n# Ships\n",
        )
        .file(
            "measures/m2.csv",
            &format!("on,value,note\n{}", readings.collect::<String>()),
        );
    export(&plan, &["xlsx", "--out", "plan.xlsx"]).ok();
    let path = plan.folder().join("plan.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    let sheet = book.worksheet_range("Readings").expect("a sheet");
    let rows = sheet.rows().filter(|row| row[0] == "M2");
    let values: Vec<&Data> = rows.clone().map(|row| &row[3]).collect();
    assert_eq!(values.len(), 6_000);
    assert!(
        (0..6_000)
            .zip(values)
            .all(|(value, cell)| *cell == f64::from(value))
    );
    assert!(rows.clone().all(|row| row[1] == "Ships"));
}
