//! Tests of reports for pull requests, and of annotations.

use genesys_modelgen::diff::{
    Change, ChangeKind, ChangeLevel, ChangeReport, Changes, Subject, UseSite,
};

fn removed_model(number: usize, level: ChangeLevel) -> Change {
    Change {
        level,
        subject: Subject::Definition {
            definition: format!("Ant{number:05}").into(),
            property: None,
        },
        kind: ChangeKind::ModelRemoved,
        from: None,
        to: None,
        likely_rename: None,
        rust_effect: None,
        breaks_code: false,
        area: None,
        used_by: Vec::new(),
    }
}

fn report(majors: usize, points: usize) -> String {
    let majors = (0..majors).map(|number| removed_model(number, ChangeLevel::Major));
    let points = (0..points).map(|number| removed_model(number, ChangeLevel::Point));
    let changes = Changes::from(majors.chain(points).collect::<Vec<_>>());
    ChangeReport::new(&changes).to_pull_request()
}

#[test]
fn a_table_counts_changes_by_area_and_level() {
    let text = report(2, 1);
    let table = "| Area | Major | Minor | Point |\n|---|---:|---:|---:|\n\
                 | Models | 2 | 0 | 1 |\n| **Total** | 2 | 0 | 1 |\n\n# Major Changes (2 changes)\n";
    assert!(text.starts_with(table), "{text}");
}

#[test]
fn long_sections_are_folded() {
    assert!(!report(29, 29).contains("<details>"));
    let text = report(30, 1);
    let folded =
        "# Major Changes (30 changes)\n\n<details>\n<summary>30 changes</summary>\n\n**Ant00000**";
    assert!(text.contains(folded), "{text}");
    assert_eq!(text.matches("<details>").count(), 1);
    assert_eq!(text.matches("\n</details>\n\n").count(), 1);
}

#[test]
fn changes_beyond_the_limit_are_counted() {
    for (majors, points) in [(5000, 5000), (10, 5000), (500, 0)] {
        let text = report(majors, points);
        assert!(text.len() <= 65_536, "{}", text.len());
        let listed = text.matches("was removed").count();
        let is_complete = majors + points == 500;
        assert_eq!(text.contains("Left out"), !is_complete);
        assert_eq!(is_complete, listed == majors + points);
    }
    let text = report(10, 5000);
    let listed = text.matches("was removed").count();
    let left_out = format!(
        "Left out to fit into a pull request: {} point changes\n",
        5010 - listed
    );
    assert!(text.ends_with(&left_out), "{}", &text[text.len() - 100..]);
}

#[test]
fn after_a_change_that_does_not_fit_no_lesser_change_is_listed() {
    let mut changes: Vec<_> = ["A", "B"]
        .map(|name| Change {
            subject: Subject::Definition {
                definition: name.repeat(20_000).into(),
                property: None,
            },
            ..removed_model(0, ChangeLevel::Major)
        })
        .into();
    changes.push(removed_model(7, ChangeLevel::Point));
    let changes = Changes::from(changes);
    let text = ChangeReport::new(&changes).to_pull_request();
    assert!(text.contains("AAA") && !text.contains("BBB"));
    assert!(!text.contains("Ant00007"));
    let left_out = "Left out to fit into a pull request: 1 major, 1 point changes\n";
    assert!(text.contains(left_out));
}

#[test]
fn annotations_are_warnings_for_major_changes_and_notices_for_others() {
    let changes = [ChangeLevel::Major, ChangeLevel::Minor].map(|level| Change {
        rust_effect: Some("100% gone".to_owned()),
        used_by: vec![UseSite {
            path: "src/a,b.rs".into(),
            line: 7,
        }],
        ..removed_model(1, level)
    });
    let changes = Changes::from(changes.to_vec());
    let expected = "::notice title=Schema changes::1 major, 1 minor and 0 point changes\n\
        ::warning file=src/a%2Cb.rs,line=7,title=Ant00001::Model Ant00001 was removed%0ARust: 100%25 gone\n\
        ::notice file=src/a%2Cb.rs,line=7,title=Ant00001::Model Ant00001 was removed%0ARust: 100%25 gone\n";
    assert_eq!(ChangeReport::new(&changes).to_github(), expected);
}
