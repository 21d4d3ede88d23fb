//! Models are plain structs: these tests compile only as long as they are.

use genesys_models::{CallbackMediaParticipant, DomainEntityRef};
use std::{fs, path::Path};

#[test]
fn fields_move_out_of_a_model_and_the_rest_comes_from_another() {
    let participant = CallbackMediaParticipant {
        id: Some("1".to_owned()),
        user: Some(Box::new(DomainEntityRef {
            name: Some("Ann".to_owned()),
            ..Default::default()
        })),
        ..Default::default()
    };
    // What implements `Drop` cannot be taken apart.
    let CallbackMediaParticipant {
        id, user, extra, ..
    } = participant;
    let DomainEntityRef { name, .. } = *user.unwrap();
    assert_eq!((id.as_deref(), name.as_deref()), (Some("1"), Some("Ann")));
    assert!(extra.is_empty());
}

#[test]
fn no_model_has_a_drop_of_its_own() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/src/models");
    let mut folders = vec![sources];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            assert!(!text.contains("Drop for"), "{}", path.display());
        }
    }
}
