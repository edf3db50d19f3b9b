//! The commands of the README give the output that it shows, and the bridge for other programs keeps its word.

#![cfg(test)]
#![cfg(feature = "serde")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

/// Runs an example as the README does, without the noise of the build.
fn outcome(arguments: &[&str], input: &[u8]) -> Output {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut child = Command::new(cargo)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["run", "--quiet", "--example"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// The output of an example that succeeds.
fn example(arguments: &[&str], input: &[u8]) -> String {
    let output = outcome(arguments, input);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?} failed: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// A command of a ```` ```console ```` block with the output shown below it.
struct Shown {
    command: String,
    output: Vec<String>,
}

fn shown(readme: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match line.strip_prefix("$ ") {
                Some(command) => all.push(Shown { command: command.to_owned(), output: Vec::new() }),
                None => all.last_mut().expect("a command before its output").output.push(line.to_owned()),
            },
        }
    }
    all
}

/// The output of a command that runs an example: `[echo '…' |] cargo run [--quiet] --example …` `[| head -n N]`.
fn run(command: &str) -> Option<String> {
    let mut parts = command.split(" | ").map(str::trim).collect::<Vec<_>>();
    let mut input = String::new();
    if let Some(echo) = parts[0].strip_prefix("echo ") {
        input = format!("{}\n", echo.trim_matches('\''));
        parts.remove(0);
    }
    let words: Vec<&str> =
        parts.first()?.split_whitespace().filter(|word| !matches!(*word, "--quiet" | "-q")).collect();
    let arguments = words.strip_prefix(&["cargo", "run", "--example"])?;
    Some(match parts.get(1) {
        None => example(arguments, input.as_bytes()),
        Some(head) => {
            // the exit code is that of `head`
            let output = outcome(arguments, input.as_bytes());
            assert!(output.stderr.is_empty(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
            let output = String::from_utf8(output.stdout).unwrap();
            let count: usize = head.strip_prefix("head -n ")?.parse().ok()?;
            output.lines().take(count).map(|line| format!("{line}\n")).collect()
        }
    })
}

#[test]
fn the_readme_shows_what_its_commands_print() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let commands = shown(&readme);
    assert!(!commands.is_empty(), "the README shows no command with its output");
    let mut checked = 0;
    for Shown { command, output } in commands {
        let Some(printed) = run(&command) else { continue };
        checked += 1;
        let mut wanted: Vec<&str> = output.iter().map(|line| line.trim_end()).collect();
        let mut printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
        if wanted.last() == Some(&"…") {
            wanted.pop();
            printed.truncate(wanted.len());
        }
        assert_eq!(printed, wanted, "$ {command}");
    }
    assert!(checked > 0, "no command of the README was run");
}

/// The file of every link into the repository is there, and the picture is soon loaded.
#[test]
fn the_readme_leads_to_what_there_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let links: Vec<&str> = readme
        .split("](")
        .skip(1)
        .map(|rest| rest.split_once(')').unwrap().0)
        .filter(|link| !link.starts_with("https://"))
        .collect();
    assert!(links.len() > 20, "{links:?}");
    for link in links {
        assert!(root.join(link).is_file(), "{link}");
    }
    let picture = std::fs::metadata(root.join("examples/data/report.png")).unwrap();
    assert!(picture.len() < 200_000, "the picture is {} bytes", picture.len());
}

/// The calls of the table in the README exist as it has them.
#[test]
#[cfg(all(feature = "rows", feature = "repair"))]
fn the_calls_of_the_readme_are_had() {
    use wanyi::{Article, DiagnosticCode, Dimension, Lexicon, Parser, Region, Unit, find_quantities, repair};

    let text = "昨日到貨20箱，售750元。";
    let found = find_quantities(text);
    assert_eq!((found.quantities().len(), found.times().len()), (2, 1));
    let day = wanyi::chrono::NaiveDate::from_ymd_opt(2023, 9, 20).unwrap();
    let article = Parser::new().region(Region::Taiwan).published(day).parse(text).unwrap();
    assert_eq!(article.times().next().and_then(|time| time.iso8601()).as_deref(), Some("2023-09-19"));
    let code = |article: &Article<'_>| {
        let money = article.quantities().find(|quantity| quantity.text() == "750元").unwrap();
        money.unit.as_ref().and_then(|unit| unit.code().map(str::to_owned))
    };
    assert_eq!(code(&article).as_deref(), Some("TWD"));
    let assumed = Parser::new().assume(Region::Singapore).parse(text).unwrap();
    assert_eq!(code(&assumed).as_deref(), Some("SGD"));
    let lexicon = Lexicon::builder().unit(Unit::new("籮", Dimension::Mass), ["箩"]).unwrap().build();
    assert_eq!(Parser::new().lexicon(lexicon).find_quantities("到貨20籮").quantities().len(), 1);
    assert_eq!(repair("雲嶺網(wǎng)").text(), "雲嶺網");
    let unsure = Article::parse(text).unwrap();
    let codes: Vec<DiagnosticCode> = unsure.diagnostics().iter().map(|diagnostic| diagnostic.code).collect();
    assert!(codes.iter().any(|code| code.advice().contains("Parser::region")), "{codes:?}");
    assert_eq!(article.rows("a").quantities().len(), 2);
    assert!(serde_json::to_string(&article).unwrap().contains("\"750元\""));
}

// ---- extract

/// The answers of the bridge to lines of any kind.
fn extract(lines: &[&str]) -> Vec<Value> {
    let printed = example(&["extract"], (lines.join("\n") + "\n").as_bytes());
    printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn extract_answers_every_line_in_order() {
    let answers = extract(&[
        r#"{"id":"a","text":"受益群眾達1.6萬人","mode":"text"}"#,
        "no JSON",
        r#"["a list"]"#,
        r#"{"id":7}"#,
        r#"{"id":8,"text":5}"#,
        r#"{"id":"b","text":"投入5元","region":"US"}"#,
        r#"{"id":"c","text":"投入5元","mode":"html"}"#,
        r#"{"id":"d","text":"投入5元","published":"yesterday"}"#,
        r#"{"id":"e","text":" \n "}"#,
        "",
        r#"{"id":"f","text":"去年營收300億元。","region":"TW","published":"2023-08-02"}"#,
        r#"{"id":null,"text":"","mode":"text"}"#,
        r#"{"id":{"page":1},"text":"新建6所學校","mode":"article"}"#,
    ]);
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    let wanted = json!(["a", null, null, 7, 8, "b", "c", "d", "e", "f", null, {"page": 1}]);
    assert_eq!(json!(ids), wanted, "one answer for each line but the blank one, in order");

    let first = &answers[0];
    assert_eq!(first["quantities"][0]["text"], "1.6萬人");
    assert_eq!(first["quantities"][0]["value"], "16000");
    assert_eq!(first["times"], json!([]));
    assert_eq!(first.as_object().unwrap().keys().count(), 3, "id, quantities, times");

    let error = |at: usize| (answers[at]["error"]["kind"].as_str(), answers[at]["error"]["message"].as_str());
    assert_eq!(error(1).0, Some("bad_line"));
    assert_eq!(error(2).0, Some("bad_line"));
    assert_eq!(error(3), (Some("bad_request"), Some("text is missing")));
    assert_eq!(error(4), (Some("bad_request"), Some("text is no string")));
    let region = "unknown region \"US\": expected one of CN, HK, TW, MO, SG, MY";
    assert_eq!(error(5), (Some("bad_request"), Some(region)));
    assert_eq!(error(6), (Some("bad_request"), Some("unknown mode \"html\": expected article or text")));
    assert_eq!(error(7), (Some("bad_request"), Some("published is no ISO 8601 date")));
    assert_eq!(error(8), (Some("empty"), Some("the text is empty, at line 1, column 1")));
    assert_eq!(answers[8]["error"]["span"], json!({"start": 0, "end": 3}));
    for answer in &answers[1..9] {
        assert_eq!(answer.as_object().unwrap().len(), 2, "{answer}: id and error alone");
        assert!(answer["error"].as_object().unwrap().contains_key("span"), "{answer}");
    }

    let article = &answers[9]["article"];
    let paragraph = &article["sections"][0]["paragraphs"][0];
    assert_eq!(paragraph["quantities"][0]["unit"]["code"], "TWD");
    assert_eq!(paragraph["times"][0]["from"], "2022-01-01");
    assert_eq!(article["text"], "去年營收300億元。");
    assert_eq!(answers[10], json!({"id": null, "quantities": [], "times": []}));
    assert_eq!(answers[11]["article"]["sections"][0]["paragraphs"][0]["quantities"][0]["text"], "6所");
}

#[test]
fn extract_survives_bytes_that_are_no_text() {
    let input = [b"\xC8\xFF\n".as_slice(), br#"{"id":1,"text":"5"#, "元\",\"mode\":\"text\"}".as_bytes()].concat();
    let printed = example(&["extract"], &input);
    let answers: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers[0]["error"]["kind"], "bad_line");
    assert_eq!(answers[1]["quantities"][0]["text"], "5元", "the last line needs no line feed");
    assert_eq!(answers.len(), 2);
}

/// The facts of a page as comma-separated values, each in a column of its own.
#[test]
fn fact_table_gives_rows_of_facts() {
    let page = std::env::temp_dir().join(format!("wanyi-facts-{}.txt", std::process::id()));
    let text = "雲溪縣旅遊業回溫\n2023-07-10 09:00\n上半年，雲溪縣接待旅客32萬人次，同比增長7.5%。局長林若川表示，\
        全縣民宿由86家增至120家，下半年擬投入\"綠道\"資金3,500萬元。\n";
    std::fs::write(&page, text).unwrap();
    let output = example(&["fact_table", "--", "--csv", page.to_str().unwrap()], b"");
    std::fs::remove_file(&page).unwrap();
    let rows = output.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let fact = |row: usize, column: &str| {
        let at = header.iter().position(|name| name == column).expect("a column");
        rows[row][at].to_owned()
    };
    assert_eq!(rows.len(), 5);
    let amounts: Vec<_> = (0..5).map(|row| fact(row, "value") + " " + &fact(row, "unit")).collect();
    assert_eq!(amounts, ["320000 人次", "7.5 %", "86 家", "120 家", "35000000 元"]);
    assert_eq!([fact(0, "subject"), fact(0, "from"), fact(0, "to")], ["雲溪縣", "2023-01-01", "2023-06-30"]);
    assert_eq!([fact(1, "direction"), fact(1, "basis"), fact(1, "base_from")], ["increase", "yoy", "2022-01-01"]);
    assert_eq!([fact(3, "speaker"), fact(3, "published")], ["局長林若川", "2023-07-10"]);
    assert_eq!([fact(4, "predicate"), fact(4, "modality")], ["擬投入\"綠道\"資金", "planned"]);
    let [start, end] = ["char_start", "char_end"].map(|column| fact(4, column).parse::<usize>().unwrap());
    assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), "3,500萬元");
}

#[test]
fn examples_say_how_they_are_used() {
    for name in ["diagnose", "fact_table", "migrate", "parse"] {
        assert!(example(&[name, "--", "--help"], b"").contains("usage: "), "{name}");
    }
}

/// The findings of a text in the form of another library, the fields of each in the order of their names.
fn migrated(form: &str, text: &str) -> Vec<String> {
    let arguments = ["migrate", "--", form, "-", "--published", "2023-09-20", "--region", "CN"];
    let printed: Value = serde_json::from_str(&example(&arguments, text.as_bytes())).unwrap();
    printed.as_array().unwrap().iter().map(Value::to_string).collect()
}

#[test]
fn migrate_prints_the_forms_of_other_libraries() {
    let text =
        "𠮷野村今年投入420余萬元，四成以上，49個，近日，截至8月底用時三年，得5角，重0.1234567890123456789噸，21比18。";
    let year = r#"{"grain":"year","type":"value","value":"2023-01-01T00:00:00.000+08:00"}"#;
    let until = r#"{"to":{"grain":"day","value":"2023-09-01T00:00:00.000+08:00"},"type":"interval"}"#;
    let with_values = |value: &str| format!(r#"{},"values":[{value}]}}"#, value.trim_end_matches('}'));
    let money = r#"{"from":{"unit":"CNY","value":4200000},"to":{"unit":"CNY","value":4300000},"type":"interval"}"#;
    let years = r#"{"normalized":{"unit":"second","value":94608000},"type":"value","unit":"year","value":3,"year":3}"#;
    let one = |body: &str, dim: &str, [start, end]: [u32; 2], value: &str| {
        format!(r#"{{"body":"{body}","dim":"{dim}","end":{end},"latent":false,"start":{start},"value":{value}}}"#)
    };
    assert_eq!(
        migrated("duckling", text),
        [
            one("今年", "time", [3, 5], &with_values(year)),
            one("420余萬元", "amount-of-money", [7, 13], money),
            one("四成以上", "ratio", [14, 18], r#"{"from":{"unit":"%","value":40},"type":"interval"}"#),
            one("49個", "number", [19, 22], r#"{"type":"value","unit":"個","value":49}"#),
            one("8月底", "time", [28, 31], &format!(r#"{},"values":[{until}]}}"#, &until[..until.len() - 1])),
            one("三年", "duration", [33, 35], years),
            one("5角", "amount-of-money", [37, 39], r#"{"type":"value","unit":"CNY","value":0.5}"#),
            one(
                "0.1234567890123456789噸",
                "quantity",
                [41, 63],
                r#"{"type":"value","unit":"gram","value":"123456.7890123456789"}"#
            ),
        ]
    );
    let values = |value: &str| format!(r#"{{"values":[{value}]}}"#);
    let one = |text: &str, name: &str, [start, end]: [u32; 2], resolution: &str| {
        format!(r#"{{"end":{end},"resolution":{resolution},"start":{start},"text":"{text}","typeName":"{name}"}}"#)
    };
    let year = r#"{"end":"2024-01-01","start":"2023-01-01","timex":"2023","type":"daterange"}"#;
    let money = r#"{"isoCurrency":"CNY","range":"[4200000,4300000)","unit":"元","value":"4200000"}"#;
    let until = r#"{"Mod":"before","end":"2023-09-01","timex":"2023-08-31","type":"daterange"}"#;
    assert_eq!(
        migrated("recognizers", text),
        [
            one("今年", "datetimeV2.daterange", [4, 5], &values(year)),
            one("420余萬元", "currency", [8, 13], money),
            one("四成以上", "percentage", [15, 18], r#"{"range":"[40,)","value":"40%"}"#),
            one("49個", "number", [20, 22], r#"{"subtype":"integer","unit":"個","value":"49"}"#),
            one(
                "近日",
                "datetimeV2.date",
                [24, 25],
                &values(r#"{"timex":"PAST_REF","type":"date","value":"not resolved"}"#)
            ),
            one("8月底", "datetimeV2.daterange", [29, 31], &values(until)),
            one(
                "三年",
                "datetimeV2.duration",
                [34, 35],
                &values(r#"{"timex":"P3Y","type":"duration","value":"94608000"}"#)
            ),
            one("5角", "currency", [38, 39], r#"{"isoCurrency":"CNY","unit":"角","value":"5"}"#),
            one("0.1234567890123456789噸", "dimension", [42, 63], r#"{"unit":"噸","value":"0.1234567890123456789"}"#),
        ]
    );
}

/// A saved page becomes a text whose blocks are lines, in the encoding that it names.
#[test]
fn from_html_keeps_paragraphs_apart() {
    let text = example(&["from_html", "--", "--text"], b"");
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines[0], "河岸步道二期動工 串連自行車道 - 嶼城日報");
    assert!(lines.contains(&"北段\t2.5公里\t2.1億元"), "{text}");
    assert!(
        lines.iter().any(|line| line.contains("全長4.2公里，經費3.6億元")),
        "a line break of the source is none: {text}"
    );
    assert!(!text.contains("留言") && !text.contains("延伸閱讀"), "scripts and asides are left out: {text}");

    let read = example(&["from_html"], b"");
    assert!(read.starts_with("title      河岸步道二期動工　串連自行車道\npublished  2024-05-14T16:20:00\n"), "{read}");
    let help = example(&["from_html", "--", "--help"], b"");
    assert!(help.contains("usage: from_html [--text] [PAGE]"), "{help}");

    let page = "<html><head><meta charset=\"gbk\"><title>旅客增长</title>\
        <meta name=\"pubdate\" content=\"2024-05-14\"></head><body><h1>旅客增长</h1><p>柳江市昨天接待旅客32万人次，\
        比去年同期增长一成二，住宿和餐饮业的收入也随之上升，市旅游局说，下半年还会增开两条公车路线。<p>其中外地旅客占六成。</body>";
    let (bytes, ..) = encoding_rs::GBK.encode(page);
    let read = example(&["from_html", "--", "-"], &bytes);
    assert!(read.contains("昨天 = 2024-05-13"), "the date of the metadata counts: {read}");
    assert!(read.contains("\n其中外地旅客占六成。\n"), "an open paragraph ends where the next begins: {read}");
}

// ---- diagnose

/// What `diagnose` says of a text from standard input, and its exit code.
fn diagnose(text: &str, short: bool) -> (String, Option<i32>) {
    let arguments: &[&str] = if short { &["diagnose", "--", "--short", "-"] } else { &["diagnose", "--", "-"] };
    let output = outcome(arguments, text.as_bytes());
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn diagnose_points_at_the_right_columns() {
    let text = "新建茶園40所。\n\t𠮷村e\u{301}說,2月30日開園,投入3&#20740;元\u{200B}。\r\n";
    let shown = "\
warning[invalid_date]: no such day
 --> -:2:8
  |
2 |     𠮷村e\u{301}說,2月30日開園,投入3&#20740;元�。
  |             ^^^^^^^ left open
  |
  = help: look the day up in the source; the time has no days

warning[ambiguous_currency]: 元 could be of several currencies; the region of the text is not known
 --> -:2:18
  |
2 |     𠮷村e\u{301}說,2月30日開園,投入3&#20740;元�。
  |                             ^^^^^^^^^^^ ambiguous
  |
  = help: name the region of the text with `Parser::region`

info[html_entity]: an HTML entity was decoded
 --> -:2:19
  |
2 |     𠮷村e\u{301}說,2月30日開園,投入3&#20740;元�。
  |                              ^^^^^^^^ repaired: \"&#20740;\" became \"億\"
  |
  = help: nothing has to be done; the program that drew the text from its page should decode entities

info[invisible_character]: a mark of no width was dropped
 --> -:2:28
  |
2 |     𠮷村e\u{301}說,2月30日開園,投入3&#20740;元�。
  |                                        ^ repaired: \"⟨U+200B⟩\" was dropped
  |
  = help: nothing has to be done; the mark is not in the text that was read

-: 2 repaired, 1 ambiguous, 1 left open
";
    assert_eq!(diagnose(text, false), (shown.to_owned(), Some(1)));
    let shown = "\
-:2:8: warning[invalid_date]: no such day: left open
-:2:18: warning[ambiguous_currency]: 元 could be of several currencies; the region of the text is not known: ambiguous
-:2:19: info[html_entity]: an HTML entity was decoded: repaired: \"&#20740;\" became \"億\"
-:2:28: info[invisible_character]: a mark of no width was dropped: repaired: \"⟨U+200B⟩\" was dropped
";
    assert_eq!(diagnose(text, true), (shown.to_owned(), Some(1)));
}

#[test]
fn diagnose_cuts_a_long_line_around_the_place() {
    let text = format!("{}2月30日開張{}", "雲".repeat(120), "，山".repeat(150));
    let (printed, code) = diagnose(&text, false);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!((lines[0], lines[1], code), ("warning[invalid_date]: no such day", " --> -:1:121", Some(1)));
    assert!(lines[3].starts_with("1 | ...") && lines[3].ends_with("..."), "{printed}");
    assert!(lines[3].width() <= 110, "{printed}");
    let (before, _) = lines[3].split_once("2月30日").unwrap();
    assert_eq!(lines[4], format!("  |{}^^^^^^^ left open", " ".repeat(before.width() - 3)));
}

#[test]
fn diagnose_keeps_control_characters_from_the_terminal() {
    let hidden: Vec<char> = (1..=0xE_007F)
        .filter_map(char::from_u32)
        .filter(|&c| c.is_control() && !"\n\t".contains(c) || is_hidden(c))
        .collect();
    assert!(hidden.len() > 180);
    let text =
        format!("茶園\u{1B}[31m\u{202E}會期2月30日{}開\n", hidden.iter().collect::<String>().replace('\r', "\rx"));
    for short in [false, true] {
        let (printed, code) = diagnose(&text, short);
        assert_eq!(code, Some(1));
        assert_eq!(printed.chars().find(|c| hidden.contains(c)), None, "{printed:?}");
        assert!(printed.contains("invalid_date"), "{printed}");
    }
}

/// Unicode's `Cf`, `Zl` and `Zp`, without those that are seen.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0001}' | '\u{E0020}'..='\u{E007F}')
}

#[test]
fn diagnose_tells_by_its_exit_code_whether_something_was_found() {
    assert_eq!(diagnose("縣裡去年新建學校3所。", false), (String::new(), Some(0)));
    let output = outcome(&["diagnose", "--", "-"], b" \n");
    let errors = String::from_utf8(output.stderr).unwrap();
    let wanted = "diagnose: -: the text is empty, at line 1, column 1\n";
    assert_eq!((errors.as_str(), output.status.code()), (wanted, Some(2)));
    let output = outcome(&["diagnose", "--", "no\u{1B}[2Jsuch\u{202E}.txt", "-"], "會期2月30日。".as_bytes());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("diagnose: no⟨U+001B⟩[2Jsuch⟨U+202E⟩.txt: "), "{errors}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("invalid_date"), "the next text is read");
    assert_eq!(output.status.code(), Some(2));
}
