//! Random schemas that an OpenAPI file can describe.

use genesys_modelgen::schema::{
    Api, Definition, Input, ListedValues, Method, NumberFormat, Origin, Parameter, Permissions,
    Property, Response, RustType, Schema, Status, Type,
};
use genesys_runtime::{HttpMethod, Place, Scalar};

use crate::dice::Dice;

/// Names with characters that have a meaning in references, in JSON or in Rust.
const NAMES: [&str; 12] = [
    "Ship",
    "Ant.Hill",
    "Page<Ant>",
    "a/b",
    "~1",
    "%41",
    "../x",
    "1",
    "type",
    "größe",
    "a \"b\"\\",
    "$ref",
];

/// Makes a schema of a few definitions and APIs.
#[must_use]
pub fn random_schema(dice: &mut Dice<'_>) -> Schema {
    let count = dice.below(NAMES.len() + 1);
    let mut definitions: Vec<_> = NAMES[..count]
        .iter()
        .map(|name| definition(name, count, dice))
        .collect();
    definitions.sort_by(|a, b| a.name.cmp(&b.name));
    let apis = ["AntsAPI", "ShipsAPI"].map(|name| Api {
        name: name.to_owned().into(),
        description: description(dice),
        methods: (0..1 + dice.below(3))
            .map(|number| method(name, number, count, dice))
            .collect(),
        origin: Origin::default(),
    });
    Schema {
        definitions,
        apis: apis.into(),
        ..Schema::default()
    }
}

fn description(dice: &mut Dice<'_>) -> Option<String> {
    let texts = [
        "",
        "An ant.",
        "Line\nbreak",
        "\u{1F41C} \"quoted\" \\ \u{7f}",
    ];
    let text = dice.pick(&texts);
    (!text.is_empty()).then(|| text.to_owned())
}

fn definition(name: &str, count: usize, dice: &mut Dice<'_>) -> Definition {
    let mut names = NAMES.to_vec();
    let properties = (0..dice.below(5)).map(|_| Property {
        name: names.remove(dice.below(names.len())).to_owned().into(),
        description: description(dice),
        read_only: dice.percent(20),
        required: dice.percent(20),
        ty: ty(count, 3, dice),
        rust_name: None,
        secret: None,
        origin: Origin::default(),
    });
    Definition {
        name: name.to_owned().into(),
        properties: properties.collect(),
        description: description(dice),
        described_by: Input::Docs,
        rust: RustType::default(),
        origin: Origin::default(),
    }
}

/// Makes a type with references to the first `count` names.
fn ty(count: usize, depth: usize, dice: &mut Dice<'_>) -> Type {
    match dice.below(if depth > 0 { 8 } else { 5 }) {
        0 => Type::Scalar(Scalar::Text),
        1 => Type::Scalar(
            [
                Scalar::Any,
                Scalar::Boolean,
                Scalar::Date,
                Scalar::DateTime,
                Scalar::Interval,
                Scalar::LocalDateTime,
                Scalar::Number,
            ][dice.below(7)],
        ),
        2 => Type::Number(
            [
                NumberFormat::Int32,
                NumberFormat::Int64,
                NumberFormat::Float,
                NumberFormat::Double,
            ][dice.below(4)],
        ),
        3 => Type::Enum(ListedValues {
            values: NAMES[..1 + dice.below(NAMES.len())]
                .iter()
                .map(ToString::to_string)
                .collect(),
            is_cut_short: false,
        }),
        4 if count > 0 => Type::Ref(NAMES[dice.below(count)].to_owned().into()),
        5 | 6 => Type::Array(Box::new(ty(count, depth - 1, dice))),
        7 => Type::Map(Box::new(ty(count, depth - 1, dice))),
        _ => Type::Scalar(Scalar::Any),
    }
}

fn method(api: &str, number: usize, count: usize, dice: &mut Dice<'_>) -> Method {
    let path = format!("/{api}/{{a}}/{number}");
    let permissions = vec!["a:b:c".to_owned(), "d:e:f".to_owned()];
    Method {
        name: format!("get{api}{number}").into(),
        deprecated: dice
            .percent(20)
            .then(|| "This method is deprecated.".to_owned()),
        description: description(dice),
        summary: description(dice),
        http_method: [HttpMethod::Get, HttpMethod::Head, HttpMethod::Patch][dice.below(3)],
        described_by: Input::Docs,
        parameters: [Place::Path, Place::Query, Place::Header, Place::Body]
            .map(|place| parameter(place, count, dice))
            .into(),
        path: path.parse().expect("a path"),
        permissions: match dice.below(3) {
            0 => None,
            1 => Some(Permissions::Any(permissions)),
            _ => Some(Permissions::All(permissions)),
        },
        preview: dice.percent(20),
        responses: [Status::Code(200), Status::Code(404), Status::Default]
            .map(|status| response(status, count, dice))
            .into(),
        origin: Origin::default(),
    }
}

fn parameter(place: Place, count: usize, dice: &mut Dice<'_>) -> Parameter {
    let (name, depth) = match place {
        Place::Body => ("body", 2),
        Place::Path | Place::Query | Place::Header => ("a", 0),
    };
    Parameter {
        name: name.to_owned(),
        place,
        default: (place == Place::Query && dice.percent(50)).then(|| "a \"b\"".to_owned()),
        description: description(dice),
        required: place == Place::Path || dice.percent(50),
        // A parameter with a reference is one to another parameter.
        ty: ty(if depth == 0 { 0 } else { count }, depth, dice),
    }
}

fn response(status: Status, count: usize, dice: &mut Dice<'_>) -> Response {
    let codes = [("a.b", "A \"b\"."), ("c", "")];
    let codes = codes.map(|(code, meaning)| (code.to_owned(), meaning.to_owned()));
    Response {
        status,
        description: description(dice),
        error_codes: codes.into_iter().take(dice.below(3)).collect(),
        ty: dice.percent(80).then(|| ty(count, 2, dice)),
    }
}
