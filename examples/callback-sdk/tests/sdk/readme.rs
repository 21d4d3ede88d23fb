//! Checks that each code block in the README is part of the file that the last link before it points to.

use std::{fs, path::Path};

/// Returns the Rust code blocks of a Markdown text, each with the target of the last link before it.
fn code_blocks(markdown: &str) -> Vec<(&str, &str)> {
    let (mut code_blocks, mut file) = (Vec::new(), "");
    let mut blocks = markdown.split("\n```rust\n");
    let mut text = blocks.next().unwrap();
    for block in blocks {
        file = last_link(text).unwrap_or(file);
        let (code, after) = block.split_once("\n```\n").unwrap();
        code_blocks.push((file, code));
        text = after;
    }
    code_blocks
}

/// Returns the target of the last link in a text.
fn last_link(text: &str) -> Option<&str> {
    let (_, target) = text.rsplit_once("](")?;
    Some(target.split_once(')')?.0)
}

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn code_blocks_match_the_linked_files() {
    let readme = read("README.md");
    let code_blocks = code_blocks(&readme);
    assert!(code_blocks.len() >= 5, "{code_blocks:?}");
    for (path, code) in code_blocks {
        let is_in_file = read(path).contains(&format!("\n{code}\n"));
        assert!(is_in_file, "not in {path}:\n{code}");
    }
}

#[test]
fn an_sdk_in_a_hundred_lines_has_at_most_a_hundred_lines() {
    let readme = read("README.md");
    let (_, section) = readme
        .split_once("\n## An SDK in a hundred lines\n")
        .unwrap();
    let section = section.split("\n## ").next().unwrap();
    let lines: usize = code_blocks(section)
        .iter()
        .map(|(_, code)| code.lines().count())
        .sum();
    assert!(lines <= 100, "{lines}");
}
