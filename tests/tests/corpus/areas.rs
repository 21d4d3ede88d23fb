//! The types that APIs and roots reach, compared with the links on the pages.

use std::collections::{BTreeMap, BTreeSet};

use genesys_modelgen::{
    pipeline,
    schema::{Root, Selection, names_reachable_from_api},
};

use crate::{
    page::{texts, title},
    schema::SCHEMAS,
};

/// Returns the file names of the definitions that a page links to.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let targets = page
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let names = targets.map(|target| target.rsplit('/').next().unwrap());
    names.filter(|name| name.ends_with("-definition.md"))
}

/// Returns the titles of all pages that can be reached by links from a page.
fn reachable<'a>(start: &'a str, pages: &'a BTreeMap<String, String>) -> BTreeSet<&'a str> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut pending: Vec<_> = links(start).collect();
    while let Some(name) = pending.pop() {
        if seen.insert(name) {
            pending.extend(links(&pages[name]));
        }
    }
    seen.into_iter().map(|name| title(&pages[name])).collect()
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn an_api_reaches_the_definitions_that_its_page_links_to() {
    for (edition, schema) in SCHEMAS.iter() {
        let definitions = texts(&edition.join("definitions"), "-definition.md");
        let mut count = 0;
        for (file, page) in texts(&edition.join("classes"), "-api.md") {
            let mut apis = schema.apis.iter();
            let title = title(&page);
            let api = apis.find(|api| api.name.as_str() == title).unwrap();
            let expected = reachable(&page, &definitions);
            assert_eq!(names_reachable_from_api(schema, api), expected, "{file}");
            count += 1;
        }
        assert_eq!(count, schema.apis.len());
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn a_root_reaches_the_definitions_that_its_page_links_to() {
    for (edition, _) in SCHEMAS.iter() {
        let definitions = texts(&edition.join("definitions"), "-definition.md");
        // Each root requires a run of the pipeline, so only about eight are tested.
        for page in definitions.values().step_by(definitions.len() / 8) {
            let mut expected = reachable(page, &definitions);
            expected.insert(title(page));
            let selection = Selection {
                roots: vec![Root::from(title(page))],
                ..Selection::default()
            };
            let narrowed = pipeline::read_schema(edition, &selection).value.unwrap();
            let names = narrowed.definitions.iter().map(|it| it.name.as_str());
            assert_eq!(names.collect::<BTreeSet<_>>(), expected);
        }
    }
}
