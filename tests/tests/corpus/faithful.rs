//! Nothing of the docs is lost, added or cut on the way into the schema.

use std::collections::BTreeMap;

use genesys_tests::corpus::name;

use crate::{
    page::{Page, Row, pages},
    schema::{self, SCHEMAS},
};

/// A page as it is compared.
fn comparable(page: Page) -> Page {
    let rows = page.rows.into_iter().map(|row| Row {
        // The docs call a list of anything by two names.
        ty: match row.ty.strip_prefix("`Array") {
            Some(rest) => format!("`object[]{rest}"),
            None => row.ty,
        },
        // A pipe is escaped only for the table's sake.
        description: row.description.replace("\\|", "|"),
        ..row
    });
    Page {
        rows: rows.collect(),
        ..page
    }
}

#[test]
fn every_definition_and_property_is_as_its_page_has_it() {
    for (edition, schema) in SCHEMAS.iter() {
        let pages = pages(edition);
        assert_eq!(schema.definitions.len(), pages.len());
        for (definition, page) in schema.definitions.iter().zip(pages) {
            assert_eq!(schema::page(schema, definition), comparable(page));
        }
    }
}

#[test]
fn as_many_properties_of_each_type_come_out_as_went_in() {
    for (edition, schema) in SCHEMAS.iter() {
        let seen = schema.definitions.iter();
        let seen: Vec<_> = seen.map(|it| schema::page(schema, it)).collect();
        let written: Vec<_> = pages(edition).into_iter().map(comparable).collect();
        assert_eq!(counts(&seen), counts(&written));
        assert_eq!(schema.property_count(), counts(&written)["properties"]);
        if name(edition) == "2025-04-24" {
            let counts = counts(&written);
            let known = ["definitions", "properties", "required"].map(|what| counts[what]);
            assert_eq!(known, [3783, 21212, 3180]);
        }
    }
}

/// How many there are of all that can be counted, by what it is called.
fn counts(pages: &[Page]) -> BTreeMap<String, usize> {
    let rows = || pages.iter().flat_map(|page| &page.rows);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    counts.insert("definitions".to_owned(), pages.len());
    counts.insert("properties".to_owned(), rows().count());
    counts.insert(
        "required".to_owned(),
        rows().filter(|row| row.required).count(),
    );
    for row in rows() {
        let kind = if row.ty.starts_with('[') {
            "link".to_owned() + &"[]".repeat(row.ty.matches("[]").count())
        } else {
            row.ty.clone()
        };
        *counts.entry(kind).or_default() += 1;
    }
    counts
}
