//! The commands of the README give the output that it shows.

use std::path::Path;
use std::process::Command;

use crate::support::folder;

/// The commands of the blocks of a console, each with the lines shown after it.
fn shown(readme: &str) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    let mut is_inside = false;
    for line in readme.lines() {
        match (line, line.strip_prefix("$ ")) {
            ("```console", _) => is_inside = true,
            ("```", _) => is_inside = false,
            _ if !is_inside => {}
            (_, Some(command)) => all.push((command.to_owned(), Vec::new())),
            (line, None) => all.last_mut().expect("a command before its output").1.push(line.to_owned()),
        }
    }
    all
}

#[test]
fn the_readme_shows_what_its_commands_print() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let folder = folder(&[]);
    let program = Path::new(env!("CARGO_BIN_EXE_corpus")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let commands = shown(&readme);
    assert!(commands.len() > 5, "{commands:?}");
    for (command, wanted) in commands {
        let output = Command::new("sh").args(["-c", &command]).current_dir(folder.path()).env("PATH", &path).output();
        let output = output.unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "$ {command}: {errors}");
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(printed.lines().collect::<Vec<_>>(), wanted, "$ {command}");
    }
}
