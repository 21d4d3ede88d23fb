//! The runtime's sources, which the generator carries and writes out beside the models.

use crate::{header, output::runtime};

/// Embeds files of the runtime.
macro_rules! embed {
    ($($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../../runtime/", $path)))),*]
    };
}

/// Path and text of every file.
const FILES: &[(&str, &str)] = embed! {
    "clone.rs",
    "debug.rs",
    "decode/list.rs",
    "decode/map.rs",
    "decode/mod.rs",
    "decode/model.rs",
    "decode/name.rs",
    "decode/number.rs",
    "decode/slot.rs",
    "encode.rs",
    "endpoint/encode.rs",
    "endpoint/error.rs",
    "endpoint/mod.rs",
    "endpoint/operation.rs",
    "endpoint/path.rs",
    "endpoint/query.rs",
    "equal.rs",
    "extra.rs",
    "fields.rs",
    "formats.rs",
    "item.rs",
    "json.rs",
    "list.rs",
    "map.rs",
    "mod.rs",
    "model.rs",
    "number/compare.rs",
    "number/convert.rs",
    "number/error.rs",
    "number/json.rs",
    "number/mod.rs",
    "number/text.rs",
    "open_enum.rs",
    "properties.rs",
    "property.rs",
    "secret.rs",
    "secret_names.rs",
    "time/calendar.rs",
    "time/cursor.rs",
    "time/date.rs",
    "time/date_time.rs",
    "time/duration.rs",
    "time/error.rs",
    "time/interval.rs",
    "time/local.rs",
    "time/mod.rs",
    "time/moment.rs",
    "time/span.rs",
    "time/stamp.rs",
    "time/text.rs",
    "time/text_type.rs",
    "time/with_chrono.rs",
    "time/with_jiff.rs",
    "time/with_std.rs",
    "time/with_time.rs",
    "token.rs",
    "validate/mod.rs",
    "validate/pointer.rs",
    "validate/violation.rs",
    "validate/walk.rs",
    "value.rs",
    "values.rs",
};

/// The path in the output and the text of every file.
pub fn files() -> impl Iterator<Item = (String, String)> {
    FILES.iter().map(|(path, text)| {
        let path = format!("{}/{path}", runtime::FOLDER);
        let header = match path.as_str() {
            runtime::VERSIONED => header::for_version(runtime::VERSION),
            _ => header::for_all(),
        };
        (path, header + text)
    })
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::FILES;

    fn collect(dir: &Path, prefix: &str, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
            let name = format!("{prefix}{}", entry.file_name().into_string().unwrap());
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{name}/"), found);
            } else {
                found.insert(name);
            }
        }
    }

    #[test]
    fn no_file_of_the_runtime_is_left_out() {
        let mut found = BTreeSet::new();
        collect(
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/runtime")),
            "",
            &mut found,
        );
        let embedded: BTreeSet<_> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(embedded, found);
    }
}
