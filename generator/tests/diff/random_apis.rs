//! Random pairs of APIs, described by the edits between them.

use genesys_modelgen::schema::{Api, Input, Method, Origin, Parameter, Response, Schema, Status};
use genesys_runtime::{HttpMethod, Place};
use proptest::{array::uniform2, collection::vec, prelude::*};

use crate::random_edits::{Presence, RandomType, description, old_and_new, presence, random_type};

/// A parameter in the old and the new method.
#[derive(Debug, Clone)]
pub struct ParameterEdit {
    pub presence: Presence,
    pub places: [Place; 2],
    pub types: [RandomType; 2],
    pub required: [bool; 2],
    pub descriptions: [Option<u8>; 2],
}

/// A response in the old and the new method.
#[derive(Debug, Clone)]
pub struct ResponseEdit {
    pub presence: Presence,
    pub types: [Option<RandomType>; 2],
    pub descriptions: [Option<u8>; 2],
}

/// An operation in the old and the new schema.
#[derive(Debug, Clone)]
pub struct OperationEdit {
    /// Whether each API has the operation, before and after.
    pub tags: [[bool; 2]; 2],
    pub names: [u8; 2],
    /// The deprecation notice, the summary and the description.
    pub texts: [[Option<u8>; 2]; 3],
    pub parameters: Vec<ParameterEdit>,
    pub responses: Vec<ResponseEdit>,
}

impl OperationEdit {
    /// Checks whether an API has the operation in the old (0) or the new (1) schema.
    pub fn is_in(&self, side: usize) -> bool {
        self.tags.iter().any(|tag| tag[side])
    }
}

/// The names of the APIs. Both schemas have both.
pub const APIS: [&str; 2] = ["AntsAPI", "BeesAPI"];

/// The HTTP methods of each path.
pub const METHODS: [HttpMethod; 2] = [HttpMethod::Get, HttpMethod::Put];

pub fn path(index: usize) -> String {
    format!("/p{}", index / METHODS.len())
}

fn text() -> impl Strategy<Value = [Option<u8>; 2]> {
    old_and_new(proptest::option::of(0..4_u8))
}

fn parameter_edit() -> impl Strategy<Value = ParameterEdit> {
    let place = prop::sample::select(vec![Place::Query, Place::Header]);
    let requirement = old_and_new(any::<bool>());
    (
        presence(),
        old_and_new(place),
        old_and_new(random_type()),
        requirement,
        text(),
    )
        .prop_map(
            |(presence, places, types, required, descriptions)| ParameterEdit {
                presence,
                places,
                types,
                required,
                descriptions,
            },
        )
}

fn response_edit() -> impl Strategy<Value = ResponseEdit> {
    let types = old_and_new(proptest::option::of(random_type()));
    (presence(), types, text()).prop_map(|(presence, types, descriptions)| ResponseEdit {
        presence,
        types,
        descriptions,
    })
}

/// Generates up to six operations, two for each path.
pub fn api_edits() -> impl Strategy<Value = Vec<OperationEdit>> {
    let texts = [text(), text(), text()];
    let operation = (
        uniform2(old_and_new(any::<bool>())),
        old_and_new(0..3_u8),
        texts,
        vec(parameter_edit(), 0..4),
        vec(response_edit(), 0..4),
    );
    let operation =
        operation.prop_map(
            |(tags, names, texts, parameters, responses)| OperationEdit {
                tags,
                names,
                texts,
                parameters,
                responses,
            },
        );
    vec(operation, 0..6)
}

/// Returns the old (0) or the new (1) schema, without definitions.
pub fn api_schema(edits: &[OperationEdit], side: usize) -> Schema {
    let apis = APIS.into_iter().enumerate().map(|(tag, name)| {
        let edits = edits.iter().enumerate();
        let methods = edits.filter(|(_, edit)| edit.tags[tag][side]);
        Api {
            name: name.to_owned().into(),
            description: None,
            methods: methods
                .map(|(index, edit)| method(index, edit, side))
                .collect(),
            origin: Origin::default(),
        }
    });
    Schema {
        apis: apis.collect(),
        ..Schema::default()
    }
}

fn method(index: usize, edit: &OperationEdit, side: usize) -> Method {
    let [deprecated, summary, text] = edit.texts.map(|texts| description(texts[side]));
    let parameters = edit.parameters.iter().enumerate();
    let parameters = parameters.filter(|(_, edit)| edit.presence.is_in(side));
    let responses = edit.responses.iter().zip(200..);
    let responses = responses.filter(|(edit, _)| edit.presence.is_in(side));
    Method {
        deprecated,
        description: text,
        http_method: METHODS[index % METHODS.len()],
        name: format!("m{index}n{}", edit.names[side]).into(),
        described_by: Input::Docs,
        parameters: {
            parameters.map(|(number, edit)| Parameter {
                default: None,
                description: description(edit.descriptions[side]),
                place: edit.places[side],
                name: format!("q{number}"),
                required: edit.required[side],
                ty: edit.types[side].ty(),
            })
        }
        .collect(),
        path: path(index).parse().unwrap(),
        permissions: None,
        preview: false,
        responses: {
            responses.map(|(edit, status)| Response {
                description: description(edit.descriptions[side]),
                error_codes: std::collections::BTreeMap::new(),
                status: Status::Code(status),
                ty: edit.types[side].map(RandomType::ty),
            })
        }
        .collect(),
        summary,
        origin: Origin::default(),
    }
}
