//! The round-trip law for all generated models.

use std::fs;

use genesys_tests::{
    cases,
    dice::{self, Dice},
    generated::Case,
    law,
};

/// All generated models, which `all_generated_models_are_tested` checks.
const CASES: &[Case] = &cases![
    AddressableEntityRef,
    AssignedWrapupCode,
    CallbackConversation,
    CallbackConversationEntityListing,
    CallbackMediaParticipant,
    ConversationDivisionMembership,
    ConversationRoutingData,
    Detail,
    DialerPreview,
    DivisionEntityRef,
    DomainEntityRef,
    ErrorBody,
    ErrorInfo,
    JourneyAction,
    JourneyActionMap,
    JourneyContext,
    JourneyCustomer,
    JourneyCustomerSession,
    Limit,
    MediaParticipantRequest,
    ParticipantAttributes,
    PhoneNumberColumn,
    ScoredAgent,
    TransferDestination,
    TransferInitiator,
    TransferResponse,
    TransferResponseModifiedBy,
    Voicemail,
    Wrapup,
    WrapupInput,
];

#[test]
fn every_model_round_trips_generated_objects() {
    for (case, seed) in CASES.iter().zip(1..) {
        for round in 0..500 {
            let bytes: Vec<u8> = dice::bytes(seed << 32 | round).take(1_000).collect();
            let text = law::object_for(&mut *(case.blank)(), &mut Dice::new(&bytes));
            law::check(&text, case.round_trip)
                .unwrap_or_else(|error| panic!("{}: {error}", case.name));
        }
    }
}

#[test]
fn the_properties_of_every_model_have_the_kinds_of_their_fields() {
    for case in CASES {
        law::check_kinds(&mut *(case.blank)())
            .unwrap_or_else(|error| panic!("{}: {error}", case.name));
    }
}

#[test]
fn every_model_round_trips_objects_for_other_models() {
    for (case, seed) in CASES.iter().zip(1..) {
        for other in CASES {
            let bytes: Vec<u8> = dice::bytes(seed).take(1_000).collect();
            let text = law::object_for(&mut *(case.blank)(), &mut Dice::new(&bytes));
            law::check(&text, other.round_trip)
                .unwrap_or_else(|error| panic!("{}: {error}", other.name));
        }
    }
}

#[test]
fn all_generated_models_are_tested() {
    let models = concat!(env!("CARGO_MANIFEST_DIR"), "/../generated/src/models");
    for file in fs::read_dir(models).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        for line in source
            .lines()
            .filter_map(|line| line.strip_prefix("pub struct "))
        {
            let name = line.trim_end_matches([' ', '{']);
            assert!(CASES.iter().any(|case| case.name == name), "{name}");
        }
    }
}
