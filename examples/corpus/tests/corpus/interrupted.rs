//! What is left where a run ends before its end, and what the next one makes of it.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::{FIELDS, TABLES, assert_same, contents, corpus, done, folder, parts, run};

/// How many runs are killed.
const KILLS: u32 = 100;

const SIGKILL: i32 = 9;

/// Made articles in every format, some of them bad.
fn archive(articles: &str) -> tempfile::TempDir {
    let folder = folder(&[]);
    let path = folder.path();
    fs::create_dir(path.join("in")).unwrap();
    for (name, format, seed) in [
        ("in/a.jsonl", "jsonl", "1"),
        ("in/b.csv", "csv", "2"),
        ("in/c.csv.gz", "csv", "3"),
        ("in/d.jsonl.gz", "jsonl", "4"),
        ("in/e.warc", "warc", "5"),
        ("in/f.warc.gz", "warc", "6"),
    ] {
        let how_many = ["--articles", articles, "--size", "900", "--bad", "11", "--seed", seed];
        done(path, &[&["make", "--format", format, "-o", name][..], &how_many].concat());
    }
    for number in 0..20 {
        let text = format!("第{number}號報告\n今年以來，雲溪縣投入{}億元，同比增長{number}.5%。", number + 1);
        fs::write(path.join(format!("in/text_{number}.txt")), text).unwrap();
    }
    folder
}

fn read(out: &str) -> Vec<&str> {
    [&["read", "--shard", "15K", "--threads", "2", "-o", out, "in"][..], &FIELDS].concat()
}

fn unfinished(out: &Path) -> usize {
    // a run may be killed before there is a folder
    let entries = walkdir::WalkDir::new(out).into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.path().to_string_lossy().ends_with(".tmp")).count()
}

#[test]
fn a_hundred_kills_leave_the_same_bytes() {
    let folder = archive("40");
    let path = folder.path();
    let began = Instant::now();
    done(path, &read("whole"));
    let whole_takes = u64::try_from(began.elapsed().as_micros()).unwrap();
    let whole = contents(&path.join("whole"));
    assert!(whole.len() > 100, "{} files", whole.len());
    let (mut kills, mut killed_at_work, mut state) = (0, 0, 0x2545_F491_4F6C_DD1D_u64);
    while kills < KILLS {
        let mut is_finished = false;
        while !is_finished {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let mut child = corpus(path, &read("out")).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            sleep(Duration::from_micros(state % whole_takes));
            child.kill().unwrap();
            let status = child.wait().unwrap();
            if status.signal() == Some(SIGKILL) {
                kills += 1;
                killed_at_work += u32::from(unfinished(&path.join("out")) > 0);
            } else {
                assert_eq!(status.code(), Some(0));
                is_finished = true;
            }
            if kills == KILLS {
                done(path, &read("out"));
                is_finished = true;
            }
        }
        assert_same(&whole, &contents(&path.join("out")), &format!("after {kills} kills"));
        fs::remove_dir_all(path.join("out")).unwrap();
    }
    // a run that is killed as it starts meets none
    assert!(killed_at_work * 4 > KILLS, "only {killed_at_work} kills met files that were being written");
}

/// How many shards a manifest says are done.
fn shards(out: &Path) -> usize {
    let manifest = fs::read_to_string(out.join("manifest.jsonl")).unwrap_or_default();
    manifest.lines().filter(|line| line.starts_with("{\"shard\":")).count()
}

#[test]
fn an_interrupt_leaves_whole_files() {
    let folder = archive("400");
    let path = folder.path();
    let out = path.join("out");
    for signal in ["-INT", "-TERM"] {
        let before = shards(&out);
        let child = corpus(path, &read("out")).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let began = Instant::now();
        while shards(&out) < before + 2 {
            sleep(Duration::from_millis(5));
            assert!(began.elapsed() < Duration::from_secs(300), "no shard is ever done");
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(130), "{errors}");
        assert!(errors.contains("stopping when the shards at hand are written; once more stops at once\n"), "{errors}");
        assert!(errors.contains("interrupted; the same command goes on from here\n"), "{errors}");
        assert!(String::from_utf8(output.stdout).unwrap().starts_with("articles "));
        assert_eq!(unfinished(&out), 0);
        for table in TABLES {
            assert_eq!(parts(&out, table).len(), shards(&out), "{table}");
        }
    }
    done(path, &read("out"));
    done(path, &read("whole"));
    assert_same(&contents(&path.join("whole")), &contents(&out), "after two interrupts");
}

#[test]
fn a_second_run_does_nothing() {
    let folder = archive("5");
    let path = folder.path();
    let first = run(path, &read("out"));
    let errors = String::from_utf8(first.stderr).unwrap();
    assert!(errors.lines().last().unwrap().starts_with("100%  50 articles, "), "{errors}");
    let times = || {
        let files = walkdir::WalkDir::new(path.join("out")).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_name() != ".lock");
        files.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect::<Vec<_>>()
    };
    let before = times();
    let second = run(path, &read("out"));
    assert_eq!(second.status.code(), Some(0));
    assert_eq!(String::from_utf8(second.stderr).unwrap(), "nothing is left to do: all was read before\n");
    assert_eq!(times(), before);
    let counts = |summary: &str| -> Vec<String> {
        summary
            .lines()
            .filter(|line| !line.starts_with("this run") && !line.starts_with("memory"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        counts(std::str::from_utf8(&first.stdout).unwrap()),
        counts(std::str::from_utf8(&second.stdout).unwrap())
    );
}

#[test]
fn a_line_of_the_manifest_that_was_cut_off_is_no_line() {
    let folder = archive("5");
    let path = folder.path();
    done(path, &read("whole"));
    let whole = contents(&path.join("whole"));
    let manifest = fs::read(path.join("whole/manifest.jsonl")).unwrap();
    // every cut within the last shard's line and the end
    let first = manifest.windows(9).rposition(|part| part == b"{\"shard\":").unwrap();
    for cut in (first..manifest.len()).step_by(17) {
        fs::write(path.join("whole/manifest.jsonl"), &manifest[..cut]).unwrap();
        done(path, &read("whole"));
        assert_same(&whole, &contents(&path.join("whole")), &format!("cut at {cut}"));
    }
}
