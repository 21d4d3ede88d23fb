//! The visitor that validates the fields of a model.

use super::{
    super::{
        Extra, Properties,
        encode::to_value,
        value::ValueRef,
        visit::{Visit, WithBlank},
    },
    ViolationKind,
    validator::Validator,
};

/// A visitor that validates the fields of a model.
pub struct FieldValidator<'v, 'a, 'r> {
    pub validator: &'v mut Validator<'a, 'r>,
    pub properties: Properties,
    pub extra: &'a Extra,
}

impl<'a> Visit<'a> for FieldValidator<'_, 'a, '_> {
    fn meta(&mut self, properties: Properties, extra: &'a Extra) {
        self.validator.secrets = properties.secrets;
        self.properties = properties;
        self.extra = extra;
    }

    fn value(&mut self, index: usize, value: ValueRef<'a>) {
        if let Some(property) = self.properties.at(index) {
            self.validator.property(&property, |validator| {
                if validator.is_ignored(&property) {
                    validator.report(ViolationKind::ReadOnly, Some(value));
                } else {
                    validator.typed(value);
                }
            });
        }
    }

    /// Validates a list or a map together with the received items that do not fit its type.
    fn container(&mut self, index: usize, value: ValueRef<'a>, with_blank: WithBlank) {
        let Some(property) = self.properties.at(index) else {
            return;
        };
        let sent = self.extra.sent(property.name, value);
        let is_read = !self.validator.is_ignored(&property);
        let json = sent
            .original
            .filter(|_| is_read)
            .and_then(|_| to_value(sent).ok());
        match json {
            None => self.value(index, value),
            Some(json) => self.validator.property(&property, |validator| {
                with_blank(&mut |blank| validator.nested().json(&json, blank));
            }),
        }
    }

    fn unset(&mut self, index: usize, with_blank: WithBlank) {
        if let Some(property) = self.properties.at(index) {
            let value = self.extra.get(property.name);
            self.validator.property(&property, |validator| {
                validator.untyped(value, &property, with_blank);
            });
        }
    }
}
