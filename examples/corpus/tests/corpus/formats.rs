//! What is read: files, folders, globs, every format, packed or not, and what cannot be read.

use std::path::Path;

use serde_json::Value;

use crate::support::{FIELDS, TABLES, column, contents, done, folder, lines, packed, run};

const TEXT: &str = "雲溪縣投入3億元，新建衛生院6所。";

/// Reads into JSON lines; gives the table of articles.
fn articles(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let all = [&["read", "--quiet", "--to", "jsonl", "-o", "out"], arguments].concat();
    done(folder, &all);
    lines(&folder.join("out"), "articles")
}

/// What the side file says of each bad record: place, kind, error.
fn bad(folder: &Path) -> Vec<String> {
    let rows = lines(&folder.join("out"), "bad");
    let of = |name| column(&rows, name);
    let places = of("file").into_iter().zip(of("line")).zip(of("offset"));
    let errors = of("kind").into_iter().zip(of("error"));
    places
        .zip(errors)
        .map(|(((file, line), at), (kind, error))| format!("{file}:{line} at {at}: {kind}: {error}"))
        .collect()
}

#[test]
fn json_lines_have_their_fields_by_flags() {
    let text = r#"{"id":7,"head":"茶山換新顏","at":"2023-09-20T19:32:00+08:00","from":"雲嶺網","body":{"text":"今年投入3億元。"}}
{"body":{"text":"去年出口500噸。"},"at":null}

{"id":"b","body":{"text":"昨天有2家店開業。"},"at":1695209520}
"#;
    let folder = folder(&[("in.jsonl", text.as_bytes())]);
    let flags = ["--content", "/body/text", "--title", "head", "--time", "at", "--source", "from", "--id", "id"];
    let rows = articles(folder.path(), &[&["in.jsonl"], &flags[..]].concat());
    assert_eq!(column(&rows, "article"), ["7", "in.jsonl:2", "b"]);
    assert_eq!(column(&rows, "title"), ["茶山換新顏", "null", "null"]);
    assert_eq!(column(&rows, "source"), ["雲嶺網", "null", "null"]);
    assert_eq!(column(&rows, "published"), ["2023-09-20", "null", "2023-09-20"]);
    assert_eq!(column(&rows, "published_clock"), ["19:32:00", "null", "19:32:00"]);
    assert_eq!(column(&rows, "line"), ["1", "2", "4"]);
    let starts = [0, text.find("{\"body").unwrap(), text.rfind("{\"id").unwrap()];
    assert_eq!(column(&rows, "offset"), starts.map(|start| start.to_string()));
    let out = folder.path().join("out");
    // the content begins after title and stamp, and offsets count from the title
    let quantities = lines(&out, "quantities");
    assert_eq!(column(&quantities, "article"), ["7", "in.jsonl:2", "b"]);
    let head = "茶山換新顏\n2023-09-20 19:32:00 來源：雲嶺網\n\n";
    assert_eq!(column(&rows, "content"), [head.len().to_string(), "0".into(), "21".into()]);
    assert_eq!(column(&rows, "content_char"), [head.chars().count().to_string(), "0".into(), "21".into()]);
    assert_eq!(column(&quantities, "start")[0], (head.len() + "今年投入".len()).to_string());
    // relative days count from the time of the record
    let times = lines(&out, "times");
    let of_b: Vec<&Value> = times.iter().filter(|row| row["article"] == "b" && row["text"] == "昨天").collect();
    assert_eq!(of_b[0]["from"], "2023-09-19");
}

#[test]
fn csv_has_the_same_fields() {
    let text = "\u{FEFF}id,head,at,text\r\n1,題,2023年9月20日,\"今年投入3億元，\n新建\"\"橋\"\"2座。\"\r\n2,,,去年出口500噸。\r\n";
    let folder = folder(&[("in.csv", text.as_bytes()), ("in/b.csv.gz", &packed(text.as_bytes()))]);
    let flags = ["--content", "text", "--title", "head", "--time", "at", "--id", "id"];
    let rows = articles(folder.path(), &[&["in.csv", "in"], &flags[..]].concat());
    assert_eq!(column(&rows, "article"), ["1", "2", "1", "2"]);
    assert_eq!(column(&rows, "quantities"), ["2", "1", "2", "1"]);
    assert_eq!(column(&rows, "line"), ["2", "4", "2", "4"]);
    assert_eq!(column(&rows, "file"), ["in/b.csv.gz", "in/b.csv.gz", "in.csv", "in.csv"]);
}

#[test]
fn warc_has_its_pages() {
    let folder = folder(&[]);
    let path = folder.path();
    done(path, &["make", "--format", "warc", "--articles", "30", "-o", "a.warc"]);
    done(path, &["make", "--format", "warc", "--articles", "30", "-o", "b.warc.gz"]);
    done(path, &["make", "--format", "jsonl", "--articles", "30", "-o", "a.jsonl"]);
    let rows = articles(path, &["a.warc", "b.warc.gz"]);
    assert_eq!(rows.len(), 60);
    assert_eq!(column(&rows, "article")[0], "urn:uuid:00000000-0000-4000-8000-000000000001");
    assert_eq!(column(&rows, "url")[1], "https://example.org/news/2");
    for name in ["title", "source", "published", "quantities"] {
        let column = column(&rows, name);
        assert_eq!(column[..30], column[30..], "{name}: packed and not");
        assert!(column.iter().all(|value| value != "null"), "{name}");
    }
    // a page has what its record of JSON lines has
    std::fs::rename(path.join("out"), path.join("pages")).unwrap();
    let records = articles(path, &[&["a.jsonl"], &FIELDS[..]].concat());
    for name in ["published", "source"] {
        assert_eq!(column(&rows, name)[..30], column(&records, name), "{name}");
    }
}

#[test]
fn warc_has_records_that_are_no_pages() {
    let record =
        |head: &str, body: &str| format!("WARC/1.1\r\n{head}\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n", body.len());
    let response = |kind: &str, status: &str, body: &str| {
        let message = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}");
        record("WARC-Type: response\r\nContent-Type: application/http; msgtype=response", &message)
    };
    let text = [
        record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields", "software: none"),
        response("image/png", "200 OK", "\u{89}PNG"),
        response("text/html", "404 Not Found", &format!("<p>{TEXT}")),
        response("text/html;charset=utf-8", "200 OK", &format!("<p>{TEXT}</p>")),
        record("WARC-Type: resource\r\nContent-Type: text/html", &format!("<p>{TEXT}")),
        record("WARC-Type: conversion\r\nContent-Type: text/plain", TEXT),
        "lost\r\nbytes\r\n".to_owned(),
        record("WARC-Type: conversion\r\nContent-Type: text/plain", TEXT),
        "WARC/1.0\r\nWARC-Type: response\r\n\r\n".to_owned(),
        record("WARC-Type: conversion\r\nContent-Type: text/plain", TEXT).replace("\r\n\r\n雲", "0\r\n\r\n雲"),
    ];
    let folder = folder(&[("in.warc", text.concat().as_bytes())]);
    let rows = articles(folder.path(), &["in.warc"]);
    assert_eq!(column(&rows, "quantities"), ["2", "2", "2", "2"]);
    let at = |number: usize| text[..number].concat().len();
    let cut = format!("the record is cut off after {} of {}0 bytes", TEXT.len() + 4, TEXT.len());
    assert_eq!(
        bad(folder.path()),
        [
            format!("in.warc:null at {}: invalid_warc: no record begins here", at(6)),
            format!("in.warc:null at {}: invalid_warc: the record does not tell its length", at(8)),
            format!("in.warc:null at {}: invalid_warc: {cut}", at(9)),
        ]
    );
    let summary = done(folder.path(), &["read", "--quiet", "--to", "jsonl", "-o", "out", "in.warc"]);
    assert!(summary.contains("articles                4  of 10 records\n"), "{summary}");
    assert!(summary.contains("no article              3\n"), "{summary}");
}

#[test]
fn a_folder_has_texts_and_pages() {
    let gb = wanyi::encoding_rs::GB18030.encode("今年投入3亿元，同比增长7.5%。").0.into_owned();
    let page = format!("<html><head><meta name=pubdate content=2023-09-20></head><nav>首頁</nav><p>今年{TEXT}");
    let folder = folder(&[
        ("in/b.txt", TEXT.as_bytes()),
        ("in/a/gb.txt", &gb),
        ("in/a/page.html", page.as_bytes()),
        ("in/a/packed.txt.gz", &packed(TEXT.as_bytes())),
        ("in/a/empty.txt", b""),
        ("in/.hidden/c.txt", TEXT.as_bytes()),
        ("in/notes.md", b"#"),
    ]);
    let rows = articles(folder.path(), &["in"]);
    let names = ["in/a/gb.txt", "in/a/packed.txt.gz", "in/a/page.html", "in/b.txt"];
    assert_eq!(column(&rows, "article"), names);
    assert_eq!(column(&rows, "quantities"), ["2"; 4]);
    assert_eq!(bad(folder.path()), ["in/a/empty.txt:null at 0: empty: the text is empty"]);
    let times = lines(&folder.path().join("out"), "times");
    let of_page: Vec<&Value> = times.iter().filter(|row| row["article"] == "in/a/page.html").collect();
    assert_eq!((of_page.len(), &of_page[0]["from"]), (1, &Value::from("2023-01-01")), "{of_page:?}");
}

#[test]
fn globs_name_files_in_their_order() {
    let line = format!("{{\"content\":\"{TEXT}\"}}\n");
    let line = line.as_bytes();
    let files = [("a/2.jsonl", line), ("b/1.jsonl", line), ("b/deep/3.ndjson", line), ("b/1.other", line)];
    let folder = folder(&files);
    let rows = articles(folder.path(), &["b/*.jsonl", "a/*.jsonl", "a", "b/**/*.ndjson"]);
    assert_eq!(column(&rows, "article"), ["a/2.jsonl:1", "b/1.jsonl:1", "b/deep/3.ndjson:1"]);
    std::fs::remove_dir_all(folder.path().join("out")).unwrap();
    // what was written is not read, not even by the next run
    for _ in 0..2 {
        assert_eq!(articles(folder.path(), &["."]).len(), 3);
    }
    std::fs::remove_dir_all(folder.path().join("out")).unwrap();
    let rows = articles(folder.path(), &["--format", "jsonl", "b/1.*"]);
    assert_eq!(column(&rows, "article"), ["b/1.jsonl:1", "b/1.other:1"]);
}

#[test]
fn bad_records_go_to_a_side_file() {
    let good = format!("{{\"content\":\"{TEXT}\"}}\n");
    let long = format!("{{\"content\":\"{}\"}}\n", TEXT.repeat(40));
    let text = [
        good.as_bytes(),
        b"{\"content\":\"cut\n",
        b"{\"text\":\"other\"}\n",
        b"{\"content\":\"\xE4\xBA\"}\n",
        b"{\"content\":\" \\n\xE3\x80\x80\"}\n",
        b"[1]\n",
        b"{\"content\":{\"text\":1}}\n",
        b"{\"content\":\"x\",\"t\":\"soon\"}\n",
        long.as_bytes(),
        good.as_bytes(),
    ];
    let rows = format!("content,t\n{TEXT},\n{TEXT}\n\"{TEXT},\n{TEXT},soon\n");
    let mut torn = packed(good.repeat(3).as_bytes());
    torn.truncate(torn.len() - 9);
    let folder = folder(&[("a.jsonl", &text.concat()), ("b.csv", rows.as_bytes()), ("c.jsonl.gz", &torn)]);
    let read = articles(folder.path(), &["--limit", "1K", "--time", "t", "a.jsonl", "b.csv", "c.jsonl.gz"]);
    assert_eq!(column(&read, "article")[..3], ["a.jsonl:1", "a.jsonl:10", "b.csv:2"]);
    let at = |number: usize| text[..number].concat().len();
    let found = bad(folder.path());
    let wanted = [
        format!("a.jsonl:2 at {}: invalid_json: EOF while parsing a string at line 1 column 15", at(1)),
        format!("a.jsonl:3 at {}: missing_field: content is missing", at(2)),
        format!("a.jsonl:4 at {}: not_utf8: invalid utf-8 sequence of 2 bytes from index 12", at(3)),
        format!("a.jsonl:5 at {}: empty: the text is empty", at(4)),
        format!("a.jsonl:6 at {}: invalid_json: the line is no JSON object", at(5)),
        format!("a.jsonl:7 at {}: wrong_type: content is neither text nor number", at(6)),
        format!("a.jsonl:8 at {}: invalid_time: \"soon\" is no time that is known", at(7)),
        format!("a.jsonl:9 at {}: too_long: longer than the limit of 1000 bytes", at(8)),
        format!("b.csv:3 at {}: invalid_csv: the row has 1 fields, the header 2", 12 + TEXT.len()),
        format!("b.csv:4 at {}: invalid_csv: the quote that begins in this line has no end", 13 + 2 * TEXT.len()),
        format!("b.csv:5 at {}: invalid_time: \"soon\" is no time that is known", 16 + 3 * TEXT.len()),
    ];
    assert_eq!(found[..wanted.len()], wanted);
    assert_eq!(found.len(), wanted.len() + 1, "{found:#?}");
    assert!(found.last().unwrap().starts_with("c.jsonl.gz:null at "), "{found:#?}");
    assert!(found.last().unwrap().contains(": unreadable: "), "{found:#?}");
    let excerpts = column(&lines(&folder.path().join("out"), "bad"), "excerpt");
    assert_eq!(excerpts[2], "{\"content\":\"\u{FFFD}\"}");
    assert!(excerpts.iter().all(|excerpt| excerpt.chars().count() <= 80));
}

#[test]
fn a_column_that_is_not_there_is_told() {
    let folder = folder(&[("b.csv", format!("content\n{TEXT}\n").as_bytes())]);
    assert_eq!(articles(folder.path(), &["--title", "titel", "b.csv"]), [Value::Null; 0]);
    assert_eq!(bad(folder.path()), ["b.csv:2 at 8: missing_field: the header has no column titel"]);
}

#[test]
fn the_output_does_not_depend_on_threads_or_packing() {
    let folder = folder(&[]);
    let path = folder.path();
    for name in ["a.jsonl", "b.csv.gz", "c.warc"] {
        let format = name.split('.').nth(1).unwrap();
        done(path, &["make", "--format", format, "--articles", "60", "--size", "600", "--bad", "7", "-o", name]);
    }
    let read = |threads: &str, out: &str| {
        let flags =
            ["read", "--quiet", "--threads", threads, "--shard", "20K", "-o", out, "a.jsonl", "b.csv.gz", "c.warc"];
        done(path, &[&flags[..], &FIELDS].concat());
        contents(&path.join(out))
    };
    let one = read("1", "one");
    crate::support::assert_same(&one, &read("4", "four"), "threads");
    assert!(one.keys().filter(|name| name.starts_with("times")).count() > 4, "several shards");
    assert!(one.keys().all(|name| name.parent().is_none_or(|table| {
        table == Path::new("") || table == Path::new("bad") || TABLES.iter().any(|known| table == Path::new(known))
    })));
}

#[test]
fn help_and_mistakes_have_their_exit_codes() {
    let folder = folder(&[("a.jsonl", b"")]);
    let path = folder.path();
    for arguments in [&["--help"][..], &["read", "--help"], &["make", "-h"], &[]] {
        assert!(done(path, arguments).contains("usage: corpus read"), "{arguments:?}");
    }
    for (arguments, code, message) in [
        (&["raed"][..], 2, "corpus: unknown command \"raed\": expected read or make; --help tells the options\n"),
        (&["read", "-o", "out"], 2, "corpus: no input; --help tells the options\n"),
        (&["read", "a.jsonl"], 2, "corpus: no folder to write to: -o FOLDER; --help tells the options\n"),
        (&["read", "-o", "out", "--shard", "0", "a.jsonl"], 2, "not a number of bytes, as 64K, 16M or 2G"),
        (
            &["read", "-o", "out", "b.jsonl"],
            1,
            "corpus: b.jsonl: no such file, and nothing that it matches as a glob\n",
        ),
        (&["make", "-o", "no/such/folder"], 1, "corpus: no/such/folder: No such file or directory"),
    ] {
        let output = run(path, arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(message), "{arguments:?}: {error}");
    }
}
