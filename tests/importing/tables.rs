//! Spreadsheets as planning offices keep them become plans, cell by cell.

use std::fmt::Write as _;

use planwright::exchange::import::table::{How, Options, Read};
use planwright::exchange::import::{Datum, Draft, Fields, csv, xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use crate::ways::{Files, checked, place, with};

/// A draft with one line per item and one per loss.
pub fn shown(draft: &Draft) -> String {
    let mut text = String::new();
    for (name, value) in &draft.settings.0 {
        let _ = writeln!(text, "{name}: {}", datum(value));
    }
    for (at, item) in draft.items.iter().enumerate() {
        let id = item.id.as_deref().unwrap_or("-");
        let (kind, title, place) = (&item.kind, &item.title, &item.place);
        let _ = write!(text, "#{at} {kind} {id} `{title}` [{place}]");
        text.push_str(&fields(&item.text.fields));
        if !item.text.body.is_empty() {
            let _ = write!(text, " | {:?}", item.text.body);
        }
        text.push('\n');
    }
    for loss in &draft.losses {
        let _ = writeln!(text, "loss: {}: {}", loss.place, loss.what);
    }
    text
}

fn fields(fields: &Fields) -> String {
    let fields = fields.0.iter();
    let fields: Vec<String> = fields
        .map(|(name, value)| format!(" {name}={}", datum(value)))
        .collect();
    fields.concat()
}

fn datum(value: &Datum) -> String {
    match value {
        Datum::Text(text) => format!("{text:?}"),
        Datum::Plain(text) => text.clone(),
        Datum::Item(at) => format!("#{at}"),
        Datum::List(values) => format!(
            "[{}]",
            values.iter().map(datum).collect::<Vec<_>>().join(", ")
        ),
        Datum::Table(table) => format!("{{{}}}", fields(table).trim_start()),
    }
}

/// What a check finds in the plan that a draft becomes.
pub fn findings(draft: &Draft) -> String {
    let placed = place(draft.clone(), &Files::new());
    let (_, checked) = checked(&with(Files::new(), &placed));
    let found = checked.diagnostics.iter();
    let found: Vec<String> = found
        .map(|it| format!("{} {:?}: {}\n", it.code.name, it.severity, it.message))
        .collect();
    found.concat()
}

fn table(text: &str) -> Draft {
    read(text, &Options::default()).draft
}

fn read(text: &str, options: &Options) -> Read {
    csv::read(text.as_bytes(), options).expect("it is a table")
}

fn write(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) {
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_empty())
        {
            sheet
                .write(from + row as u32, column as u16, *text)
                .expect("room");
        }
    }
}

/// Goal, strategy and action side by side in merged cells, below a title block.
#[expect(clippy::too_many_lines, reason = "a workbook, cell by cell")]
fn side_by_side() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book
        .add_worksheet()
        .set_name("Action plan")
        .expect("a name");
    let format = Format::new();
    write(
        sheet,
        0,
        &[
            &["City of Harbour: Action Plan 2026"],
            &["Adopted by council"],
        ],
    );
    write(
        sheet,
        3,
        &[&[
            "Goal",
            "Strategy",
            "Action",
            "Lead(s)",
            "Due by",
            "Status/RAG",
            "% complete",
            "Notes/\nComments",
        ]],
    );
    sheet
        .merge_range(4, 0, 7, 0, "Goal 1: Safe streets", &format)
        .expect("room");
    sheet
        .merge_range(4, 1, 5, 1, "1.1 Calm traffic", &format)
        .expect("room");
    write(
        sheet,
        4,
        &[&[
            "",
            "",
            "Paint crossings",
            "Ada Miller, Bo Chen",
            "31/12/2026",
            "Green",
            "",
            "First\nsecond",
        ]],
    );
    write(
        sheet,
        5,
        &[&[
            "",
            "",
            "Lower limits",
            "Miller, Ada",
            "05/06/2027",
            "Not started",
            "",
            "",
        ]],
    );
    write(
        sheet,
        6,
        &[&[
            "",
            "1.2 Light the paths",
            "Replace lamps",
            "Public Works & Parks Dept.",
            "ASAP",
            "Delayed",
            "",
            "",
        ]],
    );
    write(
        sheet,
        7,
        &[&[
            "",
            "",
            "Survey dark spots",
            "Miller, Ada; Chen, Bo",
            "90 days after adoption",
            "see minutes",
            "",
            "",
        ]],
    );
    write(
        sheet,
        8,
        &[&[
            "Goal 2: Thriving shops",
            "2.1 Fill vacancies",
            "Open a desk",
            "PW",
            "Q3 2027",
            "In progress",
            "",
            "",
        ]],
    );
    let percent = Format::new().set_num_format("0%");
    sheet.write_with_format(4, 6, 0.5, &percent).expect("room");
    sheet.write_with_format(8, 6, 0.25, &percent).expect("room");
    sheet
        .write_formula(6, 6, Formula::new("#REF!").set_result("#REF!"))
        .expect("room");
    sheet.write_blank(4, 5, &format).expect("room");
    write(sheet, 4, &[&["", "", "", "", "", "Green"]]);
    write(
        sheet,
        10,
        &[&["Note: all dates are by council resolution."]],
    );
    book.save_to_buffer().expect("a workbook")
}

/// Numbers and indentation, national money, states, and years of KPIs.
#[expect(clippy::too_many_lines, reason = "a workbook, cell by cell")]
fn numbered() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Plan").expect("a name");
    write(
        sheet,
        0,
        &[
            &[
                "No.",
                "Titel",
                "Zuständig",
                "Beginn",
                "Frist",
                "Status",
                "Kosten (€)",
                "KPI",
                "2024 actual",
                "2025 actual",
                "2027 target",
                "Kostenstelle",
            ],
            &[
                "1",
                "Lebendige Mitte",
                "",
                "",
                "",
                "",
                "",
                "Besucher je Tag",
                "1.200",
                "1.350",
                "2.000",
                "",
            ],
            &[
                "1.1",
                "  Plätze beleben",
                "Ada Meier",
                "01.02.2026",
                "Dez 2027",
                "in Arbeit",
                "",
                "",
                "",
                "",
                "",
                "4711",
            ],
            &[
                "1.1.1",
                "    Bänke aufstellen",
                "Bo Kern",
                "",
                "31. März 2027",
                "geplant",
                "1.200,50",
                "",
                "",
                "",
                "",
                "4712",
            ],
            &[
                "1.1.2",
                "    Markt verlängern",
                "Bo Kern",
                "",
                "laufend",
                "erledigt",
                "1.234.567",
                "",
                "",
                "",
                "",
                "",
            ],
            &["2", "Grüne Wege", "", "", "", "", "", "", "", "", "", ""],
            &[
                "2.1",
                "  Bäume pflanzen",
                "Ada Meier",
                "",
                "30.6.2027",
                "Abgebrochen",
                "(500)",
                "",
                "",
                "",
                "",
                "",
            ],
            &[
                "",
                "Summe",
                "",
                "",
                "",
                "",
                "1.235.267,50",
                "",
                "",
                "",
                "",
                "",
            ],
        ],
    );
    book.save_to_buffer().expect("a workbook")
}

/// A sheet for each kind, with parents, risks, totals and a hidden sheet.
#[expect(clippy::too_many_lines, reason = "a workbook, cell by cell")]
fn by_kind() -> Vec<u8> {
    let mut book = Workbook::new();
    let mut add = |name: &str, rows: &[&[&str]]| {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        write(sheet, 0, rows);
    };
    add("Read me", &[&["How to fill in this book"]]);
    add(
        "Actions",
        &[
            &[
                "Ref.",
                "Action",
                "Supports strategy",
                "Accountable",
                "Target date",
                "Budget ($)",
                "Depends on",
                "Priority",
            ],
            &[
                "A-1",
                "Hire planners",
                "S1",
                "Ada Miller",
                "12/31/2026",
                "$1.2M",
                "",
                "High",
            ],
            &[
                "A-2",
                "Train them",
                "S1; S2",
                "Ada Miller\nBo Chen",
                "05/06/2027",
                "12k",
                "A-1",
                "urgent",
            ],
            &[
                "A-3",
                "Buy software",
                "S9",
                "Bo Chen",
                "FY27",
                "n/a",
                "",
                "whenever",
            ],
            &["", "Total", "", "", "", "1212000", "", ""],
        ],
    );
    add(
        "Goals",
        &[
            &["ID", "Goal", "Description"],
            &["G1", "Fast permits", "Within *ten* days"],
            &["G2", "Fair fees", ""],
        ],
    );
    add(
        "Strategies",
        &[
            &["ID", "Strategy", "Supports goal"],
            &["S1", "Staff up", "G1"],
            &["S2", "Simplify", "Fair fees"],
        ],
    );
    add(
        "KPIs",
        &[
            &[
                "KPI",
                "Goal",
                "Unit",
                "Baseline (2024)",
                "2025",
                "Target 2027",
                "Data source",
            ],
            &[
                "Days per permit",
                "G1",
                "days",
                "25",
                "21",
                "10",
                "Permit log",
            ],
            &[
                "Satisfied applicants",
                "G2",
                "",
                "70%",
                "72 %",
                "most",
                "Survey",
            ],
        ],
    );
    add(
        "Risk register",
        &[
            &[
                "Risk ID",
                "Risk",
                "Threatens",
                "Likelihood",
                "Impact",
                "Response",
                "Mitigation",
            ],
            &[
                "R1",
                "Planners leave",
                "A-1",
                "4 - Likely",
                "High",
                "Mitigate",
                "Pay more",
            ],
            &["R2", "Budget cut", "G1", "often", "5", "Accept", ""],
        ],
    );
    add("Old", &[&["Goal"], &["Forget this"]]);
    book.worksheet_from_name("Old")
        .expect("it is there")
        .set_hidden(true);
    book.save_to_buffer().expect("a workbook")
}

#[track_caller]
fn workbook(bytes: &[u8]) -> Read {
    xlsx::read(bytes, &Options::default()).expect("it is a workbook with items")
}

#[test]
fn columns_side_by_side_are_levels() {
    let draft = workbook(&side_by_side()).draft;
    insta::assert_snapshot!(shown(&draft) + "\n" + &findings(&draft));
}

#[test]
fn numbers_and_years_are_levels_and_readings() {
    let draft = workbook(&numbered()).draft;
    insta::assert_snapshot!(shown(&draft) + "\n" + &findings(&draft));
}

#[test]
fn styles_say_dates_shares_and_indentation_but_no_states() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(
        sheet,
        0,
        &[
            &["Title", "Due", "% complete", "Status"],
            &["Grow"],
            &["Plant"],
            &["Dig"],
        ],
    );
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2027, 6, 5).expect("a day");
    sheet.write_with_format(3, 1, &day, &date).expect("room");
    let percent = Format::new().set_num_format("0%");
    sheet.write_with_format(3, 2, 0.5, &percent).expect("room");
    for (row, indent) in [(2, 1), (3, 2)] {
        let format = Format::new().set_indent(indent);
        let title = if row == 2 { "Plant" } else { "Dig" };
        sheet
            .write_with_format(row, 0, title, &format)
            .expect("room");
    }
    let green = Format::new().set_background_color(rust_xlsxwriter::Color::Green);
    sheet.write_blank(3, 3, &green).expect("room");
    sheet.write(1, 3, "Active").expect("room");
    let bytes = book.save_to_buffer().expect("a workbook");
    insta::assert_snapshot!(shown(&workbook(&bytes).draft));
}

#[test]
fn sheets_are_kinds() {
    let draft = workbook(&by_kind()).draft;
    insta::assert_snapshot!(shown(&draft) + "\n" + &findings(&draft));
}

/// Words of a cell as they may stand in a draft: only letters and digits.
fn bare(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

#[test]
fn no_cell_is_lost() {
    use calamine::{Data, Reader, open_workbook_auto_from_rs};
    for (bytes, header) in [(side_by_side(), 3), (numbered(), 0), (by_kind(), 0)] {
        let draft = workbook(&bytes).draft;
        let all = shown(&draft);
        let text = bare(&all);
        let mut book =
            open_workbook_auto_from_rs(std::io::Cursor::new(&bytes)).expect("a workbook");
        let mut missing = Vec::new();
        for (sheet, range) in book.worksheets() {
            let skipped = format!("loss: sheet {sheet}: ");
            if all.contains(&skipped) {
                continue;
            }
            for (row, column, cell) in range.used_cells() {
                let Data::String(words) = cell else { continue };
                let in_words = words
                    .split(|c: char| !c.is_alphabetic())
                    .filter(|it| it.len() > 3);
                let is_said = if in_words.clone().next().is_some() {
                    in_words.clone().all(|word| text.contains(&bare(word)))
                } else {
                    !words.contains(char::is_alphabetic) || text.contains(&bare(words))
                };
                if !is_said && row != header {
                    missing.push(format!("{sheet} {row} {column}: {words}"));
                }
            }
        }
        // States, months, ranks and headings are written in the plan's own words.
        let own = [
            "Q3 2027",
            "FY27",
            "S1; S2",
            "4 - Likely",
            "Dez 2027",
            "Not started",
            "Green",
            "Delayed",
            "In progress",
            "in Arbeit",
            "geplant",
            "erledigt",
            "Abgebrochen",
            "31. März 2027",
            "urgent",
            "Mitigate",
        ];
        missing.retain(|it| !own.iter().any(|word| it.ends_with(word)));
        assert!(missing.is_empty(), "{missing:#?}");
    }
}

#[test]
fn what_was_found_out_of_each_column_is_said() {
    let read = read(
        "Action,Who pays,Shoe size,Lead\nPaint,12k,44,Ada\n",
        &Options {
            map: vec![("Who pays".to_owned(), "budget".to_owned())],
            ..Options::default()
        },
    );
    let columns: Vec<_> = read
        .columns
        .iter()
        .map(|it| (it.heading.as_str(), it.field.as_str(), it.how))
        .collect();
    assert_eq!(
        columns,
        [
            ("Action", "action", How::Guessed),
            ("Who pays", "budget", How::ByHand),
            ("Shoe size", "kept", How::Kept),
            ("Lead", "owner", How::Guessed),
        ]
    );
    insta::assert_snapshot!(shown(&read.draft));
}

#[test]
fn goals_and_actions_alone_are_goals_and_strategies() {
    insta::assert_snapshot!(shown(&table(
        "Goal;Action;Due\nGrow;Plant trees;2027\n;Water them;2028\n"
    )));
}

#[test]
fn parents_are_named_by_id_or_title() {
    let text = "ID\tType\tTitle\tParent\n1\tGoal\tGrow\t\n2\tStrategy\tPlant\tGrow\n3\tTask\tDig\t2\n4\tTask\tRest\tnobody\n";
    insta::assert_snapshot!(shown(&table(text)));
}

#[test]
fn levels_and_indentation_are_read() {
    insta::assert_snapshot!(shown(&table(
        "Level,Title\n1,Grow\n2,Plant\n3,Dig\n3,Water\n1,Rest\n"
    )));
    insta::assert_snapshot!(shown(&table(
        "Name,Owner\nGrow,\n\u{a0} Plant,Ada\n\u{a0} \u{a0} Dig,Bo\nRest,\n"
    )));
}

#[test]
fn a_level_beside_columns_that_are_levels_is_kept() {
    insta::assert_snapshot!(shown(&table("Goal,Strategy,Level\nGrow,Plant,2\n")), @r#"
    #0 goal - `Grow` [row 2]
    #1 strategy - `Plant` [row 2] kept={Level="2"} supports=#0
    loss: cell C2: the columns of titles say the levels; kept as `Level`
    "#);
}

#[test]
fn text_is_read_in_any_encoding() {
    let wide: Vec<u8> = "\u{feff}Ziel;Amt\nGrün;Bau\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [
        &b"Ziel;Amt\nGr\xfcn;Bau\n"[..],
        "\u{feff}Ziel;Amt\nGrün;Bau\n".as_bytes(),
        &wide,
    ] {
        let draft = csv::read(bytes, &Options::default())
            .expect("a table")
            .draft;
        assert_eq!(
            (draft.items[0].kind.as_str(), draft.items[0].title.as_str()),
            ("goal", "Grün")
        );
    }
}

#[test]
fn formulas_in_text_stay_text() {
    let draft = table("Action,Owner\n=cmd|' /C calc'!A0,Ada\n");
    assert_eq!(draft.items[0].title, "=cmd|' /C calc'!A0");
}

#[track_caller]
fn refused(read: Result<Read, planwright::exchange::import::Refusal>, why: &str) {
    let refusal = read.expect_err("not to be read");
    assert!(refusal.message.contains(why), "{refusal:?}");
}

#[test]
fn what_is_no_table_is_refused() {
    let none = Options::default();
    refused(csv::read(b"", &none), "no table with items");
    refused(csv::read(b"PK\x03\x04", &none), "a workbook");
    refused(xlsx::read(b"Goal,Owner\n", &none), "no workbook");
    refused(
        xlsx::read(b"PK\x03\x04 and no more", &none),
        "broken workbook",
    );
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused(xlsx::read(&locked, &none), "encrypted");
    let long = "Goal\n".to_owned() + &"x\n".repeat(100_001);
    refused(csv::read(long.as_bytes(), &none), "larger than 100000 rows");
    let unknown = Options {
        map: vec![("Goal".to_owned(), "shoe".to_owned())],
        ..none.clone()
    };
    refused(csv::read(b"Goal\nx\n", &unknown), "no such field");
    let kind = Options {
        kind: Some("shoe".to_owned()),
        ..none.clone()
    };
    refused(csv::read(b"Goal\nx\n", &kind), "no kind `shoe`");
    let sheet = Options {
        sheets: vec![("Nowhere".to_owned(), None)],
        ..none
    };
    refused(xlsx::read(&by_kind(), &sheet), "no sheet `Nowhere`");
}

#[test]
fn a_cell_far_away_is_refused_before_there_is_room_made_for_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, 0, &[&["Goal"], &["Grow"]]);
    sheet.write(1_048_575, 16_383, "far").expect("room");
    let bytes = book.save_to_buffer().expect("a workbook");
    refused(
        xlsx::read(&bytes, &Options::default()),
        "more than 100000 rows",
    );
}

#[test]
fn what_unpacks_to_more_than_it_may_is_refused() {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive
        .start_file("xl/workbook.xml", options)
        .expect("room");
    let zeros = vec![0; 1 << 20];
    for _ in 0..513 {
        archive.write_all(&zeros).expect("room");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    refused(xlsx::read(&bytes, &Options::default()), "512 MB");
}

#[test]
fn long_tables_are_read_in_one_go() {
    let mut text = "Goal,Strategy,Action\n".to_owned();
    for row in 0..99_000 {
        let _ = writeln!(text, "Goal {},Way {row},Step {row}", row % 500);
    }
    assert_eq!(
        table(&text)
            .items
            .iter()
            .filter(|it| it.kind == "action")
            .count(),
        99_000
    );
}

#[test]
fn tables_of_measures_need_no_other_titles() {
    insta::assert_snapshot!(shown(&table(
        "KPI,Baseline (2024),Target,As of,Current,Unit\nTrees,5,10,2026-03-31,7,trees\n"
    )));
}

#[test]
fn an_item_has_as_many_measures_as_rows() {
    insta::assert_snapshot!(shown(&table(
        "Title,Type,KPI,2025,2026 target\nGrow,Goal,Trees,1.5,2\n,,Parks,3,4\n"
    )));
}

#[test]
fn what_may_be_two_numbers_is_kept() {
    insta::assert_snapshot!(shown(&table(
        "Goal;KPI;2025;Budget;Due\nGrow;Trees;1.200;1.200;05/06/2027\n"
    )));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = csv::read(&bytes, &Options::default());
        let _ = xlsx::read(&bytes, &Options::default());
    }

    #[test]
    fn no_table_does_harm(
        head in "(Goal|Strategy|Action|KPI|No\\.|Level|Parent|Due|Budget|Status|Lead|2025|Target|Title|Type|x)(,(Goal|Strategy|Action|KPI|No\\.|Level|Parent|Due|Budget|Status|Lead|2025|Target|Title|Type|x)){0,6}",
        rows in "([ ]{0,4}([a-c]|1\\.2|1\\.2\\.3|G1|Goal 1: x|31/12/26|1.200,5|\"a\nb\"|Total|%|\\(|é)?[,\n]){0,60}",
    ) {
        if let Ok(read) = csv::read(format!("{head}\n{rows}").as_bytes(), &Options::default()) {
            let placed = place(read.draft, &Files::new());
            checked(&with(Files::new(), &placed));
        }
    }

    #[test]
    fn broken_workbooks_do_no_harm(at in 0..6000_usize, byte in any::<u8>()) {
        let mut bytes = numbered();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = xlsx::read(&bytes, &Options::default());
    }
}
