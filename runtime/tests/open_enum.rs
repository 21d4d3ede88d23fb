//! Tests of `OpenEnum`.

use std::{
    collections::{BTreeSet, HashSet},
    fmt,
};

use genesys_runtime::{Listed, OpenEnum};

/// The listed values of the old edition of the docs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OldRig {
    Sloop,
    Ketch,
}

impl Listed for OldRig {
    const VALUES: &'static [&'static str] = &["sloop", "ketch"];
    const ALL: &'static [Self] = &[Self::Sloop, Self::Ketch];
}

impl fmt::Debug for OldRig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// The listed values of the new edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NewRig {
    Sloop,
    Yawl,
    Ketch,
}

impl Listed for NewRig {
    const VALUES: &'static [&'static str] = &["sloop", "yawl", "ketch"];
    const ALL: &'static [Self] = &[Self::Sloop, Self::Yawl, Self::Ketch];
}

type Rig = OpenEnum<OldRig>;

#[test]
fn listed_values_have_a_variant_and_others_keep_their_text() {
    let known = |text: &str| Rig::from(text).known();
    assert_eq!(known("ketch"), Some(OldRig::Ketch));
    for text in ["Ketch", "yawl", ""] {
        assert_eq!(known(text), None);
        assert_eq!(Rig::from(text).as_str(), text);
    }
}

#[test]
fn variants_and_text_convert_to_equal_values() {
    let rig = Rig::from(OldRig::Sloop);
    assert_eq!(rig, Rig::from("sloop"));
    assert_eq!(rig, Rig::from("sloop".to_owned()));
    assert_eq!(rig, "sloop".parse::<Rig>().unwrap());
    assert_eq!(rig, OldRig::Sloop);
    assert_ne!(rig, OldRig::Ketch);
    assert_eq!(String::from(rig), "sloop");
}

#[test]
fn values_compare_with_text_in_both_directions() {
    let (rig, text) = (Rig::from("yawl"), "yawl".to_owned());
    assert!(rig == *"yawl" && rig == "yawl" && rig == text);
    assert!(*"yawl" == rig && "yawl" == rig && text == rig);
    assert_ne!(rig, "Yawl");
    assert_ne!("Yawl", rig);
}

#[test]
fn a_value_that_becomes_listed_compares_and_hashes_as_before() {
    let (old, new) = (Rig::from("yawl"), OpenEnum::<NewRig>::from("yawl"));
    assert_eq!(old.known(), None);
    assert_eq!(new.known(), Some(NewRig::Yawl));
    assert!(old == "yawl" && new == "yawl");
    assert_eq!(old.to_string(), new.to_string());
    assert_eq!(format!("{old:?}"), format!("{new:?}"));
    let set: HashSet<_> = [new, NewRig::Yawl.into(), "yawl".to_owned().into()].into();
    assert_eq!(set.len(), 1);
}

#[test]
fn values_are_sorted_by_their_text() {
    let rigs: BTreeSet<_> = ["yawl", "sloop", "ketch", "Yawl"].map(Rig::from).into();
    let texts: Vec<_> = rigs.iter().map(Rig::as_str).collect();
    assert_eq!(texts, ["Yawl", "ketch", "sloop", "yawl"]);
}

#[test]
fn values_are_formatted_as_text() {
    assert_eq!(
        format!("{:>6}|{:<6}|", Rig::from("sloop"), Rig::from("yawl")),
        " sloop|yawl  |"
    );
    assert_eq!(
        format!("{:?} {:?}", Rig::from("sloop"), OldRig::Sloop),
        r#""sloop" "sloop""#
    );
}

#[test]
fn values_are_serialized_as_text() {
    let rigs: Vec<Rig> = serde_json::from_str(r#"["sloop","Sloop"]"#).unwrap();
    assert_eq!(rigs[0].known(), Some(OldRig::Sloop));
    assert_eq!(
        serde_json::to_string(&rigs).unwrap(),
        r#"["sloop","Sloop"]"#
    );
    assert!(serde_json::from_str::<Rig>("5").is_err());
}

#[test]
fn listed_values_are_not_allocated_and_have_the_size_of_a_string() {
    assert_eq!(size_of::<Option<Rig>>(), size_of::<String>());
    for rig in [Rig::from("sloop".to_owned()), OldRig::Sloop.into()] {
        assert!(std::ptr::eq(rig.as_str(), rig.clone().as_str()));
    }
}

#[test]
fn all_variants_have_their_value() {
    let texts: Vec<_> = NewRig::ALL.iter().map(|rig| rig.as_str()).collect();
    assert_eq!(texts, NewRig::VALUES);
}
