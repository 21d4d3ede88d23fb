//! What the words before a list have shown.

use super::super::words::Word;

/// What has been read of a description.
#[derive(Debug, Default)]
pub(super) struct Scene {
    /// Some sentence has a word that classifies, such as `type`.
    pub classified: bool,
    /// The sentence being read.
    pub here: SentenceSoFar,
}

/// What has been read of a sentence.
#[derive(Debug, Default)]
pub(super) struct SentenceSoFar {
    /// It has a word that classifies.
    pub classified: bool,
    /// It has a word after which values are examples or depend on something.
    pub spoilt: bool,
    /// It has a word after which only announced values are the property's own.
    pub restricted: bool,
}

/// What has values that can be counted.
const CLASSIFIERS: &[&str] = &[
    "type",
    "kind",
    "level",
    "operation",
    "operator",
    "status",
    "state",
    "mode",
    "direction",
    "role",
    "category",
    "severity",
    "priority",
    "visibility",
];

/// After these, values are examples, defaults or conditional.
const SPOILERS: &[&str] = &[
    "example", "examples", "eg", "such", "like", "sample", "instance", "if", "when", "whenever",
    "unless", "except", "not", "cannot", "default", "defaults",
];

/// After these, only announced values are the property's own.
const RESTRICTIONS: &[&str] = &[
    "only",
    "required",
    "requires",
    "used",
    "ignored",
    "supported",
    "available",
    "applies",
    "applicable",
    "valid",
    "both",
];

impl Scene {
    /// Forgets what holds in one sentence only.
    pub fn start_sentence(&mut self) {
        self.here = SentenceSoFar::default();
    }

    /// Takes in the last of these words.
    pub fn see(&mut self, words: &[Word]) {
        let Some((word, before)) = words.split_last() else {
            return;
        };
        let is_eg = word.is("g") && before.last().is_some_and(|word| word.is("e"));
        self.here.spoilt |= is_eg || word.is_any(SPOILERS);
        self.here.restricted |= word.is_any(RESTRICTIONS);
        self.here.classified |= CLASSIFIERS.iter().any(|noun| word.is_noun(noun));
        self.classified |= self.here.classified;
    }
}
