//! A run that goes on must be of the same inputs and options.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::support::{corpus, done, failed, folder};

const LINE: &[u8] = "{\"content\":\"投入3億元。\"}\n".as_bytes();

const READ: [&str; 5] = ["read", "--quiet", "-o", "out", "in"];

#[test]
fn other_inputs_and_options_are_refused() {
    let folder = folder(&[("in/a.jsonl", LINE), ("in/b.jsonl", LINE)]);
    let path = folder.path();
    done(path, &READ);
    let refused = |arguments: &[&str], reason: &str| {
        let (code, error) = failed(path, arguments);
        let wanted =
            format!("corpus: out was begun otherwise: {reason}; write to another folder, or remove this one\n");
        assert_eq!((code, error), (Some(1), wanted), "{arguments:?}");
    };
    refused(&[&READ[..], &["--shard", "1M"]].concat(), "shard was 16000000 and is 1000000");
    refused(&[&READ[..], &["--title", "t"]].concat(), "title was null and is \"t\"");
    refused(&[&READ[..], &["--to", "jsonl"]].concat(), "to was \"parquet\" and is \"jsonl\"");
    refused(&["read", "--quiet", "-o", "out", "in/a.jsonl"], "in/b.jsonl is not there");
    refused(&["read", "--quiet", "-o", "out", "in/b.jsonl"], "in/a.jsonl is not there");
    refused(&[&READ[..], &["--format", "text"]].concat(), "in/a.jsonl was read in another format");
    fs::write(path.join("in/aa.jsonl"), LINE).unwrap();
    refused(&READ, "in/aa.jsonl was not there");
    fs::rename(path.join("in/aa.jsonl"), path.join("in/c.jsonl")).unwrap();
    refused(&READ, "in/c.jsonl was not there");
    fs::remove_file(path.join("in/c.jsonl")).unwrap();
    done(path, &READ);
    fs::write(path.join("in/b.jsonl"), LINE.repeat(2)).unwrap();
    let (was, is) = (LINE.len(), 2 * LINE.len());
    refused(&READ, &format!("in/b.jsonl has changed: it had {was} bytes and has {is}"));
    fs::write(path.join("in/b.jsonl"), LINE).unwrap();
    refused(&READ, "in/b.jsonl has changed: it was written since");
}

#[test]
fn a_folder_of_others_is_left_alone() {
    let folder = folder(&[("in/a.jsonl", LINE), ("out/mine.txt", b"mine")]);
    let (code, error) = failed(folder.path(), &READ);
    assert_eq!((code, error.as_str()), (Some(1), "corpus: out is not empty, and no run began it\n"));
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 1);
}

#[test]
fn a_manifest_that_is_damaged_is_told() {
    let folder = folder(&[("in/a.jsonl", LINE)]);
    let path = folder.path();
    done(path, &READ);
    let manifest = path.join("out/manifest.jsonl");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("{\"shard\"", "{\"sh\u{FF}rd\"")).unwrap();
    let (code, error) = failed(path, &READ);
    assert_eq!(code, Some(1));
    assert!(error.starts_with("corpus: out/manifest.jsonl is damaged: "), "{error}");
}

#[test]
fn two_runs_do_not_write_to_one_folder() {
    let folder = folder(&[]);
    let path = folder.path();
    done(path, &["make", "--articles", "3000", "-o", "a.jsonl"]);
    let read = ["read", "--quiet", "-o", "out", "a.jsonl"];
    let mut first = corpus(path, &read).stdout(Stdio::null()).spawn().unwrap();
    while !path.join("out/manifest.jsonl").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let (code, error) = failed(path, &read);
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!((code, error.as_str()), (Some(1), "corpus: another run writes to out\n"));
}
