//! The limits in `docs/limits.md` match the code.

use std::fs;

use genesys_modelgen::limit;

#[test]
fn the_documented_limits_match_the_code() {
    let text =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/limits.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells = rows.map(|row| row.split('|').map(str::trim).collect::<Vec<_>>());
    let documented: Vec<_> = cells
        .map(|cells| {
            (
                cells[2].parse::<u64>().unwrap(),
                cells[3].parse::<u64>().ok(),
            )
        })
        .collect();
    let sizes = [
        limit::NAME,
        limit::MODULE_NAME,
        limit::COLUMNS,
        limit::PROPERTIES,
        limit::LISTS,
        limit::VALUES,
        limit::OVERRIDE,
        limit::CHAIN,
        limit::CHAIN_STEPS,
        limit::SUGGESTIONS,
        limit::REPEATED,
    ];
    let sizes = sizes.map(|limit| u64::try_from(limit).unwrap());
    let limits: Vec<_> = [limit::PAGE, limit::OPENAPI, limit::OTHER_FILE]
        .into_iter()
        .chain(sizes)
        .collect();
    assert_eq!(
        documented
            .iter()
            .map(|(limit, _)| *limit)
            .collect::<Vec<_>>(),
        limits
    );
    // Every other limit is at least ten times the largest value in the docs.
    let is_tight = |(limit, largest): &&(u64, Option<u64>)| {
        largest.is_some_and(|largest| *limit < 10 * largest)
    };
    let exempt = [limit::MODULE_NAME, limit::CHAIN].map(|limit| u64::try_from(limit).unwrap());
    assert!(
        documented
            .iter()
            .filter(is_tight)
            .all(|(limit, _)| exempt.contains(limit)),
        "{documented:?}"
    );
}
