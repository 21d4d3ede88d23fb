//! Choices controlled by a byte string, so that property tests and fuzzers can shrink the generated values.

/// A source of choices. Each choice consumes bytes; without bytes, every choice is the first option.
#[derive(Debug, Clone)]
pub struct Dice<'a>(&'a [u8]);

impl<'a> Dice<'a> {
    /// Creates a source of choices from bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Returns a number below `end`, or 0 if no bytes are left or `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let (low, high) = (self.byte(), if end > 256 { self.byte() } else { 0 });
        (usize::from(high) << 8 | usize::from(low))
            .checked_rem(end)
            .unwrap_or(0)
    }

    /// Returns one of `options`.
    ///
    /// # Panics
    ///
    /// If `options` is empty.
    pub fn pick<'t, T: ?Sized>(&mut self, options: &[&'t T]) -> &'t T {
        options[self.below(options.len())]
    }

    /// Returns true with a probability of `chance` percent.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) >= 100 - chance
    }

    fn byte(&mut self) -> u8 {
        match self.0 {
            [first, rest @ ..] => {
                self.0 = rest;
                *first
            }
            [] => 0,
        }
    }
}

/// Returns an endless, reproducible sequence of pseudorandom bytes (`SplitMix64`).
pub fn bytes(seed: u64) -> impl Iterator<Item = u8> {
    let mut state = seed;
    let words = std::iter::repeat_with(move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    });
    words.flat_map(u64::to_le_bytes)
}
