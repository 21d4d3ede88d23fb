//! Conversions of lists and maps. Items that are `None` are left out.

use ::std::collections::{BTreeMap, HashMap};

use ::serde_json::Value;

use super::IntoField;

fn list<F, V: IntoField<F>>(items: impl IntoIterator<Item = V>) -> Vec<F> {
    let items = items.into_iter();
    items.filter_map(IntoField::into_field).collect()
}

fn map<F, K: Into<String>, V: IntoField<F>>(
    entries: impl IntoIterator<Item = (K, V)>,
) -> BTreeMap<String, F> {
    let entry = |(name, value): (K, V)| Some((name.into(), value.into_field()?));
    entries.into_iter().filter_map(entry).collect()
}

impl<F, V: IntoField<F>> IntoField<Vec<F>> for Vec<V> {
    fn into_field(self) -> Option<Vec<F>> {
        Some(list(self))
    }
}

impl<F, V: IntoField<F>, const N: usize> IntoField<Vec<F>> for [V; N] {
    fn into_field(self) -> Option<Vec<F>> {
        Some(list(self))
    }
}

impl<F, V: IntoField<F> + Clone> IntoField<Vec<F>> for &[V] {
    fn into_field(self) -> Option<Vec<F>> {
        Some(list(self.iter().cloned()))
    }
}

impl<F, V: IntoField<F> + Clone, const N: usize> IntoField<Vec<F>> for &[V; N] {
    fn into_field(self) -> Option<Vec<F>> {
        Some(list(self.iter().cloned()))
    }
}

impl<F, V: IntoField<F> + Clone> IntoField<Vec<F>> for &Vec<V> {
    fn into_field(self) -> Option<Vec<F>> {
        Some(list(self.iter().cloned()))
    }
}

impl<V: IntoField<Value>> IntoField<Value> for Vec<V> {
    fn into_field(self) -> Option<Value> {
        Some(Value::Array(list(self)))
    }
}

impl<V: IntoField<Value>, const N: usize> IntoField<Value> for [V; N] {
    fn into_field(self) -> Option<Value> {
        Some(Value::Array(list(self)))
    }
}

impl<F, K: Into<String>, V: IntoField<F>> IntoField<BTreeMap<String, F>> for BTreeMap<K, V> {
    fn into_field(self) -> Option<BTreeMap<String, F>> {
        Some(map(self))
    }
}

impl<F, K: Into<String>, V: IntoField<F>, S> IntoField<BTreeMap<String, F>> for HashMap<K, V, S> {
    fn into_field(self) -> Option<BTreeMap<String, F>> {
        Some(map(self))
    }
}

impl<F, K: Into<String>, V: IntoField<F>> IntoField<BTreeMap<String, F>> for Vec<(K, V)> {
    fn into_field(self) -> Option<BTreeMap<String, F>> {
        Some(map(self))
    }
}

impl<F, K, V, const N: usize> IntoField<BTreeMap<String, F>> for [(K, V); N]
where
    K: Into<String>,
    V: IntoField<F>,
{
    fn into_field(self) -> Option<BTreeMap<String, F>> {
        Some(map(self))
    }
}
