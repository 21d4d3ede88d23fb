//! Finding what differs.

use super::{
    change::{Change, ChangeKind, Changes},
    explain::explain,
    level::Level,
    rename::mark_renames,
};
use crate::schema::{Definition, DefinitionName, Property, Schema};

/// Finds all that changed from one schema to another.
///
/// The order of properties and of listed values is no difference: no program can tell. Comparing the other way round
/// finds the mirror image: what was added is removed, `from` is `to`.
///
/// ```
/// use genesys_modelgen::{diff::{Level, compare}, schema::Schema};
///
/// let changes = compare(&Schema::default(), &Schema::default());
/// assert_eq!(changes.level(), Level::None);
/// ```
#[must_use]
pub fn compare(old: &Schema, new: &Schema) -> Changes {
    let mut changes = facts(old, new);
    if !changes.is_empty() {
        mark_renames(&mut changes, old, new);
        explain(&mut changes, old, new);
    }
    changes.into()
}

fn facts(old: &Schema, new: &Schema) -> Vec<Change> {
    let mut changes = Vec::new();
    for before in &old.definitions {
        let mut facts = Facts::about(&before.name, &mut changes);
        match new.definition(before.name.as_str()) {
            Some(after) => facts.definition(before, after),
            None => facts.whole(ChangeKind::ModelRemoved, None, None),
        }
    }
    let is_new = |after: &&Definition| old.definition(after.name.as_str()).is_none();
    for after in new.definitions.iter().filter(is_new) {
        Facts::about(&after.name, &mut changes).whole(ChangeKind::ModelAdded, None, None);
    }
    changes
}

/// Takes down what changed about one definition.
struct Facts<'a> {
    definition: &'a DefinitionName,
    changes: &'a mut Vec<Change>,
}

impl<'a> Facts<'a> {
    const fn about(definition: &'a DefinitionName, changes: &'a mut Vec<Change>) -> Self {
        Self {
            definition,
            changes,
        }
    }

    fn definition(&mut self, old: &Definition, new: &Definition) {
        self.form(old, new);
        self.description(None, old.description.as_ref(), new.description.as_ref());
        for before in &old.properties {
            match find(new, before) {
                Some(after) => self.property(before, after),
                None => self.of(
                    before,
                    ChangeKind::PropertyRemoved,
                    Some(before.ty.to_string()),
                    None,
                ),
            }
        }
        for after in new.properties.iter().filter(|it| find(old, it).is_none()) {
            self.added(after);
        }
    }

    /// A definition without properties is any JSON value.
    fn form(&mut self, old: &Definition, new: &Definition) {
        let form = |definition: &Definition| {
            let form = if definition.properties.is_empty() {
                "object"
            } else {
                "model"
            };
            Some(form.to_owned())
        };
        if old.properties.is_empty() != new.properties.is_empty() {
            self.whole(ChangeKind::TypeChanged, form(old), form(new));
        }
    }

    fn property(&mut self, old: &Property, new: &Property) {
        let (from, to) = (old.ty.to_string(), new.ty.to_string());
        if from != to {
            self.of(old, ChangeKind::TypeChanged, Some(from), Some(to));
        }
        if old.required != new.required {
            let kind = if new.required {
                ChangeKind::RequiredAdded
            } else {
                ChangeKind::RequiredRemoved
            };
            self.of(old, kind, Some(need(old)), Some(need(new)));
        }
        self.values(old, new);
        self.description(
            Some(old),
            old.description.as_ref(),
            new.description.as_ref(),
        );
    }

    fn added(&mut self, property: &Property) {
        let to = Some(property.ty.to_string());
        self.of(property, ChangeKind::PropertyAdded, None, to);
        if let Some(change) = self.changes.last_mut().filter(|_| property.required) {
            change.level = Level::Major;
        }
    }

    /// Only where both list values: otherwise the type changed.
    fn values(&mut self, old: &Property, new: &Property) {
        let (Some(before), Some(after)) = (old.ty.listed_values(), new.ty.listed_values()) else {
            return;
        };
        for value in before.iter().filter(|value| !after.contains(value)) {
            self.of(old, ChangeKind::ValueRemoved, Some(value.clone()), None);
        }
        for value in after.iter().filter(|value| !before.contains(value)) {
            self.of(old, ChangeKind::ValueAdded, None, Some(value.clone()));
        }
    }

    fn description(
        &mut self,
        property: Option<&Property>,
        old: Option<&String>,
        new: Option<&String>,
    ) {
        if old != new {
            self.add(
                property,
                ChangeKind::DescriptionChanged,
                old.cloned(),
                new.cloned(),
            );
        }
    }

    fn whole(&mut self, kind: ChangeKind, from: Option<String>, to: Option<String>) {
        self.add(None, kind, from, to);
    }

    fn of(
        &mut self,
        property: &Property,
        kind: ChangeKind,
        from: Option<String>,
        to: Option<String>,
    ) {
        self.add(Some(property), kind, from, to);
    }

    fn add(
        &mut self,
        property: Option<&Property>,
        kind: ChangeKind,
        from: Option<String>,
        to: Option<String>,
    ) {
        self.changes.push(Change {
            level: level(kind),
            definition: self.definition.clone(),
            property: property.map(|it| it.name.clone()),
            kind,
            from,
            to,
            likely_rename: None,
            rust: None,
            used_by: Vec::new(),
        });
    }
}

/// The level of a kind of change; that of a property which is added is a worse one if it is required.
const fn level(kind: ChangeKind) -> Level {
    match kind {
        ChangeKind::ModelRemoved
        | ChangeKind::PropertyRemoved
        | ChangeKind::TypeChanged
        | ChangeKind::RequiredAdded
        | ChangeKind::ValueRemoved => Level::Major,
        ChangeKind::ModelAdded
        | ChangeKind::PropertyAdded
        | ChangeKind::RequiredRemoved
        | ChangeKind::ValueAdded => Level::Minor,
        ChangeKind::DescriptionChanged => Level::Point,
    }
}

fn find<'a>(definition: &'a Definition, like: &Property) -> Option<&'a Property> {
    definition.property(like.name.as_str())
}

fn need(property: &Property) -> String {
    let need = if property.required {
        "required"
    } else {
        "optional"
    };
    need.to_owned()
}
