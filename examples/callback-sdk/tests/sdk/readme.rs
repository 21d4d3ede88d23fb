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
fn the_client_has_about_a_hundred_lines_of_code() {
    let client = read("src/client.rs");
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    let lines = client.lines().filter(is_code).count();
    assert!(lines <= 130, "{lines}");
}
