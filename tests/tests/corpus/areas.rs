//! What the areas of an edition reach, computed a second time from nothing but the pages' links.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use genesys_modelgen::{
    pipeline,
    schema::{Root, Selection, names_reachable_from_api},
};

use crate::schema::SCHEMAS;

/// The pages of a folder whose names end so, by name.
fn pages(folder: &Path, suffix: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    let wanted = named.filter(|(name, _)| name.ends_with(suffix));
    wanted
        .map(|(name, path)| (name, fs::read_to_string(path).unwrap()))
        .collect()
}

/// The definitions' pages that a page links to.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let targets = page
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let names = targets.map(|target| target.rsplit('/').next().unwrap());
    names.filter(|name| name.ends_with("-definition.md"))
}

/// The name in a page's title.
fn title(page: &str) -> &str {
    page.split('`').nth(1).unwrap()
}

/// The titles of all pages that can be clicked to from a page.
fn clicked<'a>(start: &'a str, pages: &'a BTreeMap<String, String>) -> BTreeSet<&'a str> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut left: Vec<_> = links(start).collect();
    while let Some(name) = left.pop() {
        if seen.insert(name) {
            left.extend(links(&pages[name]));
        }
    }
    seen.into_iter().map(|name| title(&pages[name])).collect()
}

#[test]
fn every_area_reaches_what_its_page_leads_to_by_links() {
    for (edition, schema) in SCHEMAS.iter() {
        let definitions = pages(&edition.join("definitions"), "-definition.md");
        let mut areas = 0;
        for (file, page) in pages(&edition.join("classes"), "-api.md") {
            let api = schema.api(title(&page)).unwrap();
            let expected = clicked(&page, &definitions);
            assert_eq!(names_reachable_from_api(schema, api), expected, "{file}");
            areas += 1;
        }
        assert_eq!(areas, schema.apis.len());
    }
}

#[test]
fn roots_reach_what_their_pages_lead_to_by_links() {
    for (edition, _) in SCHEMAS.iter() {
        let definitions = pages(&edition.join("definitions"), "-definition.md");
        // Some of them, evenly spread: each is a run of its own.
        for page in definitions.values().step_by(definitions.len() / 8) {
            let mut expected = clicked(page, &definitions);
            expected.insert(title(page));
            let wanted = Selection {
                roots: vec![Root::from(title(page))],
                ..Selection::default()
            };
            let narrowed = pipeline::read_schema(edition, &wanted).value.unwrap();
            let names = narrowed.definitions.iter().map(|it| it.name.as_str());
            assert_eq!(names.collect::<BTreeSet<_>>(), expected);
        }
    }
}
