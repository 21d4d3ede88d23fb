//! A model with a field of every type.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    Person, State,
    model::{access, flag_columns, kind_column, model},
};
use crate::runtime::{Date, DateTime, Duration, Interval, LocalDateTime, Number, OpenEnum};

model! {
    /// A model with a field of every type.
    Everything {
        "id" id: String = Text required;
        "type" r#type: String = Text;
        "meta-data" meta_data: String = Text;
        "state" state: OpenEnum<State> = Enum required;
        "at" at: DateTime = DateTime;
        "local" local: LocalDateTime = LocalDateTime;
        "date" date: Date = Date;
        "interval" interval: Interval = Interval;
        "duration" duration: Duration = Duration;
        "number" number: Number = Number required;
        "integer" integer: i64 = Integer;
        "float" float: f64 = Float;
        "active" active: bool = Boolean;
        "any" any: Value = Any required;
        "person" person: Box<Person> = Model;
        "parent" parent: Box<Everything> = Model;
        "texts" texts: Vec<String> = List;
        "states" states: Vec<OpenEnum<State>> = List;
        "times" times: Vec<DateTime> = List;
        "numbers" numbers: Vec<Number> = List;
        "integers" integers: Vec<i64> = List;
        "floats" floats: Vec<f64> = List;
        "flags" flags: Vec<bool> = List;
        "anything" anything: Vec<Value> = List;
        "people" people: Vec<Person> = List required;
        "grid" grid: Vec<Vec<Person>> = List;
        "labels" labels: BTreeMap<String, String> = Map;
        "counts" counts: BTreeMap<String, Number> = Map;
        "ratios" ratios: BTreeMap<String, f64> = Map;
        "modes" modes: BTreeMap<String, OpenEnum<State>> = Map;
        "values" values: BTreeMap<String, Value> = Map;
        "directory" directory: BTreeMap<String, Person> = Map;
        "groups" groups: BTreeMap<String, Vec<Person>> = Map;
        "shares" shares: BTreeMap<String, i64> = Map;
        "series" series: BTreeMap<String, Vec<i64>> = Map;
        "rates" rates: BTreeMap<String, Vec<f64>> = Map;
        "matrix" matrix: Vec<Vec<f64>> = List;
        "tallies" tallies: Vec<BTreeMap<String, i64>> = List;
        "plans" plans: BTreeMap<String, Vec<OpenEnum<State>>> = Map;
        "selfUri" self_uri: String = Text read_only;
        "owner" owner: Box<Person> = Model read_only;
        "otp" otp: OpenEnum<State> = Enum read_only secret;
        "password" password: String = Text secret;
        "hint" hint: OpenEnum<State> = Enum secret;
        "clues" clues: BTreeMap<String, OpenEnum<State>> = Map secret;
        "pins" pins: Vec<String> = List secret;
        "mode" mode: OpenEnum<State> = CutShortEnum;
        "steps" steps: Vec<OpenEnum<State>> = CutShortList;
    }
}
