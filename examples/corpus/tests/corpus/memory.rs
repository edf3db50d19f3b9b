//! Memory does not grow with the input.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::{FIELDS, done, folder};

/// The most memory of a run, in megabytes, by its summary.
fn memory(folder: &Path, arguments: &[&str]) -> f64 {
    let summary = done(folder, arguments);
    let line = summary.lines().find_map(|line| line.strip_prefix("memory")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// A packed file of the same bytes again and again.
fn repeated(path: &Path, head: &str, bytes: &[u8], times: usize) {
    let mut packer = GzEncoder::new(std::fs::File::create(path).unwrap(), Compression::fast());
    packer.write_all(head.as_bytes()).unwrap();
    for _ in 0..times {
        packer.write_all(bytes).unwrap();
    }
    packer.finish().unwrap();
}

#[test]
fn four_times_the_articles_take_no_more_memory() {
    let folder = folder(&[]);
    let path = folder.path();
    let of = |articles: &str| {
        done(path, &["make", "--articles", articles, "-o", &format!("{articles}.jsonl")]);
        let read = ["read", "--quiet", "--shard", "200K", "--threads", "2", "-o", articles];
        memory(path, &[&read[..], &[&format!("{articles}.jsonl")], &FIELDS].concat())
    };
    let (few, many) = (of("2000"), of("8000"));
    // the text alone is 10 MB more, its rows several times that
    assert!(many < few + 8.0, "{few} MB for 2000 articles, {many} MB for 8000");
}

#[test]
fn what_is_passed_over_is_not_kept() {
    let folder = folder(&[]);
    let path = folder.path();
    // half a gigabyte without a line break
    repeated(&path.join("a.jsonl.gz"), "", &[b'x'; 1 << 20], 500);
    // and a quote that does not end
    repeated(&path.join("b.csv.gz"), "content\n\"", &[b'\n'; 1 << 16], 1000);
    // and what is no page
    let head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 524288000\r\n\r\n\
                HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n";
    repeated(&path.join("c.warc.gz"), head, &[0; 1 << 20], 500);
    for (name, most) in [("a.jsonl.gz", 60.0), ("b.csv.gz", 300.0), ("c.warc.gz", 60.0)] {
        let used =
            memory(path, &["read", "--quiet", "--limit", "1M", "--shard", "1M", "-o", &format!("{name}.out"), name]);
        assert!(used < most, "{name}: {used} MB");
    }
}
