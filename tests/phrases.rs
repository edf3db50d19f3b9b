//! The tables of phrases: what is found in each, in both scripts, and nothing else.
//!
//! `tests/data/quantities.tsv`, `quantities_news.tsv` and `times.tsv` say what; a failing run reports all rows at once.

#![cfg(test)]

use std::fmt::Write as _;

use wanyi::{Bound, Found, Moment, Parser, Quantity, Value, find_quantities};

const QUANTITIES: [&str; 2] = [include_str!("data/quantities.tsv"), include_str!("data/quantities_news.tsv")];
const TIMES: &str = include_str!("data/times.tsv");
const NEWS_TIMES: &str = include_str!("data/times_news.tsv");

/// A phrase with the rows that list what is found in it.
struct Case<'t> {
    phrase: &'t str,
    twin: &'t str,
    published: Option<Moment>,
    /// The columns to match, in text order; empty where nothing is found.
    wanted: Vec<Vec<&'t str>>,
}

/// The cases of a table. Rows of one phrase (and one day of publication) stand together and are one case.
///
/// `given` columns come before the match; `found` columns are compared, the match first.
fn cases(table: &'static str, given: usize, found: usize) -> Vec<Case<'static>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    let mut last: Vec<&str> = Vec::new();
    for (number, line) in table.lines().enumerate().skip(1) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(columns.len(), given + found + 1, "line {} has another number of columns", number + 1);
        let (head, rest) = columns.split_at(given);
        let wanted = rest[..found].to_vec();
        if last == head {
            cases.last_mut().unwrap().wanted.push(wanted);
        } else {
            last = head.to_vec();
            let twin = if head[1] == "=" { head[0] } else { head[1] };
            let published = head.get(2).filter(|day| **day != "-").map(|day| day.parse().unwrap());
            let wanted = if wanted[0] == "-" { Vec::new() } else { vec![wanted] };
            cases.push(Case { phrase: head[0], twin, published, wanted });
        }
    }
    cases
}

/// `[500`, `10000)`, `-`.
fn bound(bound: Option<Bound>, [closed, open]: [&str; 2], lower: bool) -> String {
    match bound {
        None => "-".to_owned(),
        Some(Bound { value, inclusive }) => {
            let mark = if inclusive { closed } else { open };
            if lower { format!("{mark}{value}") } else { format!("{value}{mark}") }
        }
    }
}

/// The columns of a quantity after its text.
fn quantity_columns(quantity: &Quantity) -> Vec<String> {
    vec![
        // a score has two numbers and no value: null in the JSON form
        match quantity.value {
            None | Some(Value::Score { .. }) => "-".to_owned(),
            Some(value) => value.to_string(),
        },
        bound(quantity.lower, ["[", "("], true),
        bound(quantity.upper, ["]", ")"], false),
        quantity.approx.name().to_owned(),
        quantity.role.name().to_owned(),
        quantity.unit.as_ref().map_or_else(|| "-".to_owned(), |unit| unit.to_string()),
    ]
}

/// What was found, in the columns of the table.
fn quantities(found: &Found<'_>) -> Vec<Vec<String>> {
    found
        .quantities()
        .map(|quantity| {
            let text = found.get(quantity.span()).expect("a span of the source");
            assert_eq!(text, quantity.text(), "an undamaged quantity is the text of its span");
            let mut columns = vec![text.to_owned()];
            columns.extend(quantity_columns(&quantity));
            columns
        })
        .collect()
}

fn times(found: &Found<'_>) -> Vec<Vec<String>> {
    let moment = |moment: Option<Moment>| moment.map_or_else(|| "-".to_owned(), |moment| moment.to_string());
    found
        .times()
        .map(|time| {
            let text = found.get(time.span()).expect("a span of the source");
            assert_eq!(text, time.text(), "an undamaged time is the text of its span");
            vec![
                text.to_owned(),
                time.kind.name().to_owned(),
                time.calendar.name().to_owned(),
                time.relation.name().to_owned(),
                moment(time.from),
                moment(time.to),
                time.vague.to_string(),
            ]
        })
        .collect()
}

fn show<S: AsRef<str>>(rows: &[Vec<S>]) -> String {
    let row = |row: &Vec<S>| row.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ");
    if rows.is_empty() { "nothing".to_owned() } else { rows.iter().map(row).collect::<Vec<_>>().join(" ; ") }
}

/// Checks every case in both scripts, and reports all that fail.
fn check(cases: &[Case<'_>], read: fn(&Found<'_>) -> Vec<Vec<String>>) {
    assert!(!cases.is_empty());
    let (mut report, mut failures) = (String::new(), 0);
    for case in cases {
        let parser = case.published.map_or_else(Parser::new, |day| Parser::new().published(day));
        let own = parser.find_quantities(case.phrase);
        let got = read(&own);
        if show(&got) != show(&case.wanted) {
            failures += 1;
            let short: String = case.phrase.chars().take(40).collect();
            writeln!(report, "{short} | {} | {}", show(&case.wanted), show(&got)).unwrap();
        }
        let other = parser.find_quantities(case.twin);
        let other_got = read(&other);
        let alike = |rows: &[Vec<String>]| rows.iter().map(|row| row[1..].to_vec()).collect::<Vec<_>>();
        let places = |found: &Found<'_>| {
            let spans = found.quantities().map(|q| q.span()).chain(found.times().map(|t| t.span()));
            spans.map(wanyi::Span::chars).collect::<Vec<_>>()
        };
        let same_length = case.phrase.chars().count() == case.twin.chars().count();
        if alike(&got) != alike(&other_got) || (same_length && places(&own) != places(&other)) {
            failures += 1;
            let short: String = case.twin.chars().take(40).collect();
            writeln!(report, "{short} (twin) | {} | {}", show(&got), show(&other_got)).unwrap();
        }
    }
    assert!(failures == 0, "{failures} failures in {} cases\nphrase | expected | got\n{report}", cases.len());
}

fn quantity_cases() -> Vec<Case<'static>> {
    QUANTITIES.iter().flat_map(|table| cases(table, 2, 7)).collect()
}

#[test]
fn quantities_of_phrases() {
    check(&quantity_cases(), quantities);
}

#[test]
fn times_of_phrases() {
    check(&cases(TIMES, 3, 7), times);
}

/// A second table, whose dates were computed and checked by two programs of other making.
#[test]
fn times_of_news() {
    check(&cases(NEWS_TIMES, 3, 7), times);
}

/// A quantity found in running text is the quantity of that text alone.
#[test]
fn a_found_quantity_stands_alone() {
    let (mut report, mut failures) = (String::new(), 0);
    for case in quantity_cases() {
        let found = Parser::new().find_quantities(case.phrase);
        for quantity in found.quantities() {
            let printed = quantity.get().to_string();
            let back = printed.parse::<Quantity>();
            if back.as_ref().ok() != Some(&**quantity) {
                failures += 1;
                let got = back.map_or_else(|error| error.to_string(), |back| show(&[quantity_columns(&back)]));
                let text = quantity.text();
                writeln!(report, "{text} printed {printed} | {} | {got}", show(&[quantity_columns(&quantity)]))
                    .unwrap();
            }
        }
    }
    assert!(failures == 0, "{failures} failures\ntext, printed | is | parsed back\n{report}");
}

#[test]
fn a_score_has_two_sides() {
    for (text, wanted) in [("21比18", ("21", "18")), ("3比0", ("3", "0")), ("兩比一", ("2", "1"))] {
        let quantity: Quantity = text.parse().unwrap();
        let Some(Value::Score { left, right }) = quantity.value else { panic!("{text}: {quantity:?}") };
        assert_eq!((left.to_string().as_str(), right.to_string().as_str()), wanted, "{text}");
        assert_eq!(quantity.decimal(), None, "{text}");
    }
    // what looks like a clock or a range, where the words around say what it is
    for (text, wanted) in [
        ("乒乓名將連贏三局，比分11:7、9:11、11:13", vec!["11:7", "9:11", "11:13"]),
        ("港隊15:14險勝", vec!["15:14"]),
        ("女雙直落21-18、21-15", vec!["21-18", "21-15"]),
        ("上午9:30開市，19:32收市", vec![]),
        ("全長3-2公里", vec![]),
    ] {
        let found = find_quantities(text);
        let scores = found.quantities().filter(|q| matches!(q.value, Some(Value::Score { .. })));
        assert_eq!(scores.map(|q| q.text()).collect::<Vec<_>>(), wanted, "{text}");
    }
}
