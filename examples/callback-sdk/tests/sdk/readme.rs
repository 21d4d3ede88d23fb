//! The README shows code that is tested: each of its blocks stands in the file that the line before it links to.

use std::{fs, path::Path};

/// The Rust blocks of a Markdown text, each with the file that the last link before it leads to.
fn excerpts(markdown: &str) -> Vec<(&str, &str)> {
    let (mut excerpts, mut file) = (Vec::new(), "");
    let mut blocks = markdown.split("\n```rust\n");
    let mut text = blocks.next().unwrap();
    for block in blocks {
        file = last_link(text).unwrap_or(file);
        let (code, after) = block.split_once("\n```\n").unwrap();
        excerpts.push((file, code));
        text = after;
    }
    excerpts
}

/// Where the last link in a text leads to.
fn last_link(text: &str) -> Option<&str> {
    let (_, target) = text.rsplit_once("](")?;
    Some(target.split_once(')')?.0)
}

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn its_code_is_that_of_the_files_it_links_to() {
    let readme = read("README.md");
    let excerpts = excerpts(&readme);
    assert!(excerpts.len() >= 5, "{excerpts:?}");
    for (path, code) in excerpts {
        let found = read(path).contains(&format!("\n{code}\n"));
        assert!(found, "not in {path}:\n{code}");
    }
}

#[test]
fn an_sdk_in_a_hundred_lines_has_a_hundred_at_most() {
    let readme = read("README.md");
    let (_, section) = readme
        .split_once("\n## An SDK in a hundred lines\n")
        .unwrap();
    let section = section.split("\n## ").next().unwrap();
    let lines: usize = excerpts(section)
        .iter()
        .map(|(_, code)| code.lines().count())
        .sum();
    assert!(lines <= 100, "{lines}");
}
