//! `docs/limits.md` lists the limits that the code has.

use std::fs;

use genesys_modelgen::limit;

#[test]
fn the_documented_limits_are_those_of_the_code() {
    let text =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/limits.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells = rows.map(|row| row.split('|').map(str::trim).collect::<Vec<_>>());
    let told: Vec<_> = cells
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
    ];
    let sizes = sizes.map(|limit| u64::try_from(limit).unwrap());
    let limits: Vec<_> = [limit::PAGE, limit::OTHER_FILE]
        .into_iter()
        .chain(sizes)
        .collect();
    assert_eq!(
        told.iter().map(|(limit, _)| *limit).collect::<Vec<_>>(),
        limits
    );
    let narrow = |(limit, largest): &&(u64, Option<u64>)| {
        largest.is_some_and(|largest| *limit < 10 * largest)
    };
    let others = [limit::MODULE_NAME, limit::CHAIN].map(|limit| u64::try_from(limit).unwrap());
    assert!(
        { told.iter().filter(narrow) }.all(|(limit, _)| others.contains(limit)),
        "{told:?}"
    );
}
