//! What generated models say of their properties at run time, down to kinds that few specs have.

use genesys_fixtures::{
    every_kind::Voyage,
    overrides::Motor,
    runtime::{Kind, Properties},
};

fn kinds(properties: Properties) -> Vec<(&'static str, Kind)> {
    properties.iter().map(|it| (it.name, it.kind)).collect()
}

#[test]
fn every_kind_is_told_at_run_time() {
    let mut voyage = kinds(Voyage::PROPERTIES);
    voyage.truncate(12);
    assert_eq!(
        voyage,
        [
            ("name", Kind::Text),
            ("departure", Kind::DateTime),
            ("arrival", Kind::LocalDateTime),
            ("feastDay", Kind::Date),
            ("season", Kind::Interval),
            ("watch", Kind::Duration),
            ("distance", Kind::Number),
            ("express", Kind::Boolean),
            ("notes", Kind::Any),
            ("state", Kind::Enum),
            ("ship", Kind::Model),
            ("ports", Kind::List),
        ]
    );
}

#[test]
fn kinds_that_come_of_overrides_are_told_as_well() {
    let mut motor = kinds(Motor::PROPERTIES);
    motor.truncate(4);
    assert_eq!(
        motor,
        [
            ("cylinders", Kind::Integer),
            ("volume", Kind::Float),
            ("marks", Kind::List),
            ("labels", Kind::Map),
        ]
    );
}

#[test]
fn required_and_secret_ones_are_told() {
    let is_marked = |name| {
        let property = Voyage::PROPERTIES.get(name).unwrap();
        (property.required, property.secret)
    };
    assert_eq!(is_marked("name"), (true, false));
    assert_eq!(is_marked("password"), (false, true));
    assert_eq!(is_marked("departure"), (false, false));
}
