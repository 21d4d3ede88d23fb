//! Initial inputs for the fuzz targets and the property tests.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    archive::{Files, pack},
    dice::{self, Dice},
    invariants::models::MODELS,
    openapi,
};

/// The maximum size of a spec in a seed, in bytes. Larger specs are split, because fuzzers work best with small inputs.
const MAX_SPEC_SIZE: usize = 12_000;

/// The maximum number of parts of a split spec.
const MAX_PARTS: usize = 300;

/// The number of payloads for each model.
const PAYLOADS: u64 = 40;

const OVERRIDES: &str = "overrides.toml";

/// The suffix of the file name of a definition.
const DEFINITION: &str = "-definition.md";

/// Malformed and misleading pages.
const ODD_PAGES: &[&str] = &[
    "",
    "\u{feff}",
    "# `` Definition\n",
    "# `Ant` Definition\n|Property|Type|\n|-|-|\n|a|[`Ant[][][]`](ant-definition.md)|\n|a|`string`|",
    "# `Ant` Definition\r\r| Property | Type |\r|--|--|\r| a | `string` |\r",
    "# `Ant` Definition\n\n| Description | Type | Property |\n|--|--|--|\n| \\| | `object[]` | `a\\|b` |\n||||\n",
    "# `Ant` Definition\n\n| Property | Type | Description |\n|--|--|--|\n| a | `string` | one |\nĀ and\n| b | `string` | two\n\u{2026} |\n",
    "# `Ant` Definition\n\n> | Property | Type |\n> |--|--|\n> | a | `string` |\n",
    "# `Ant` Definition\n\n[`x`]: y-definition.md\n\n| Property | Type |\n|--|--|\n| $ref | [`x`] |\n| 1 | `number` |\n",
    "# `\u{202e}tnA` Definition\n\n\u{1b}[31m\u{9b}\0\n\n| Property | Type | \u{9b}2J |\n|--|--|--|\n| \u{1b}]0;a\u{7} | `\u{200b}` |\n",
    "# `A` Class\n\n- [`b`](#b)\n\n### `b`\n\n#### Endpoint\n\n`GET /{a}/{a}`\n\n#### Parameters\n\n- `a` - **(A[], required)\n",
];

/// Specs with file names that could end a comment or reverse its text direction, and with type names outside ASCII.
const ODD_SPECS: &[&str] = &[
    "-- ant\u{240a}fn x() {}//-definition.md --\n# `Ant` Definition\n\n| Property | Type |\n|--|--|\n",
    "-- ant-definition.md --\n# `Größe` Definition\n\n| Property | Type |\n|--|--|\n| größe | [`Größe`](ant-definition.md) |\n| Ǆ | `string` |\n",
    "-- ant\u{202e}-definition.md --\n# `Ant` Definition\n\n| Property | Type |\n|--|--|\n-- b\u{240a}!-api.md --\n# `B` Class\n",
];

/// JSON that is not an object, and text that is not JSON.
const ODD_PAYLOADS: &[&str] = &[
    "", "null", "true", "1", "\"a\"", "[]", "{", "{}", "{}{}", "[{}]",
];

/// The number of random OpenAPI files.
const OPENAPI_FILES: u64 = 60;

/// OpenAPI files that are malformed, or have constructs that printed schemas lack.
const ODD_OPENAPI_FILES: &[&str] = &[
    "",
    "\u{feff}{}",
    "[]",
    r#"{"openapi": "3.0.1"}"#,
    r##"{"swagger":"2.0","definitions":{"A":{"$ref":"#/definitions/B"},"B":{"type":"array","items":{"$ref":"#/definitions/A"}}}}"##,
    r##"{"swagger":"2.0","definitions":{"A":{"enum":["a","a",null]},"B":{"allOf":[{"$ref":"#/definitions/A"}]},"C":{"properties":{"b":{"$ref":"#/definitions/B"},"c":{"additionalProperties":true},"d":{"type":"string","enum":[1]}},"required":["x"]}}}"##,
    r##"{"swagger":"2.0","parameters":{"p":{"in":"query","name":"p","type":"array","items":{"type":"string"},"collectionFormat":"csv","default":[1]}},"responses":{"r":{"description":"r","schema":{"type":"file"}}},"paths":{"/a/{b}":{"parameters":[{"$ref":"#/parameters/p"},{"in":"formData","name":"f"}],"get":{"tags":["a b","&"],"operationId":"g","responses":{"200":{"$ref":"#/responses/r"},"2xx":{}}}}}}"##,
    r#"{"swagger":"2.0","definitions":{"A":{"properties":{"a\ud800":1,"b":{"properties":{"c":{}}},"b":{"type":7}}}}}"#,
];

/// Returns the paths of the specs in this workspace: that of the models and those of the fixtures.
///
/// # Errors
///
/// If the fixtures cannot be listed.
pub fn specs() -> io::Result<Vec<PathBuf>> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut specs = vec![tests.join("../spec")];
    for entry in fs::read_dir(tests.join("fixtures"))? {
        specs.push(entry?.path().join("spec"));
    }
    specs.retain(|spec| spec.is_dir());
    specs.sort_unstable();
    Ok(specs)
}

/// Returns pages of definitions and of APIs.
///
/// # Errors
///
/// If a file cannot be read.
pub fn markdown(specs: &[PathBuf]) -> io::Result<Vec<String>> {
    let mut pages: BTreeSet<String> = ODD_PAGES.iter().map(ToString::to_string).collect();
    for spec in specs {
        let files = files(spec)?.into_iter();
        pages.extend(files.filter_map(|(name, text)| (name != OVERRIDES).then_some(text)));
    }
    Ok(pages.into_iter().collect())
}

/// Returns specs as [archives](crate::archive).
///
/// # Errors
///
/// If a file cannot be read.
pub fn pipeline(specs: &[PathBuf]) -> io::Result<Vec<String>> {
    let mut archives: Vec<String> = ODD_SPECS.iter().map(ToString::to_string).collect();
    for spec in specs {
        archives.extend(parts(&files(spec)?).iter().map(pack));
    }
    archives.retain(|archive| archive.len() <= MAX_SPEC_SIZE);
    Ok(archives)
}

/// Returns payloads for [`MODELS`], each prefixed with the letter of its model.
#[must_use]
pub fn models() -> Vec<String> {
    let mut seeds = Vec::new();
    for ((_, payload), letter) in MODELS.iter().zip('a'..) {
        let odd = ODD_PAYLOADS.iter().map(ToString::to_string);
        let good = (0..PAYLOADS).map(|seed| {
            let bytes: Vec<u8> = dice::bytes(seed).take(200).collect();
            payload(&mut Dice::new(&bytes))
        });
        seeds.extend(odd.chain(good).map(|text| format!("{letter}{text}")));
    }
    seeds
}

/// Returns OpenAPI files.
#[must_use]
pub fn openapi() -> Vec<String> {
    let random = (0..OPENAPI_FILES).map(|seed| {
        let bytes: Vec<u8> = dice::bytes(seed).take(400).collect();
        openapi::print(&openapi::random_schema(&mut Dice::new(&bytes)))
    });
    let odd = ODD_OPENAPI_FILES.iter().map(ToString::to_string);
    odd.chain(random).collect()
}

/// Reads the files of a spec.
fn files(spec: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    for folder in ["", "definitions", "classes"].map(|name| spec.join(name)) {
        if folder != spec && !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_file() && name.ends_with(".md") || name == OVERRIDES {
                let bytes = fs::read(&path)?;
                files.insert(name.into(), String::from_utf8_lossy(&bytes).into());
            }
        }
    }
    Ok(files)
}

/// Splits a large spec into parts, each of which has a file and all files that are reachable from it by links.
fn parts(files: &Files) -> Vec<Files> {
    if files.values().map(String::len).sum::<usize>() <= MAX_SPEC_SIZE {
        return vec![files.clone()];
    }
    let step = files.len().div_ceil(MAX_PARTS);
    let names = files.keys().step_by(step);
    names.map(|name| part(files, name)).collect()
}

fn part(files: &Files, first: &str) -> Files {
    let mut part = Files::new();
    let mut pending = vec![first];
    while let Some(name) = pending.pop() {
        let Some((name, text)) = files.get_key_value(name) else {
            continue;
        };
        if part.insert(name.clone(), text.clone()).is_none() {
            pending.extend(linked_files(text));
        }
    }
    part
}

/// Returns the file names of the definitions that a page links to.
fn linked_files(page: &str) -> impl Iterator<Item = &str> {
    page.match_indices(DEFINITION).filter_map(|(at, _)| {
        let before = page.get(..at)?;
        let start = before.rfind(['(', '/']).map_or(0, |start| start + 1);
        page.get(start..at + DEFINITION.len())
    })
}
