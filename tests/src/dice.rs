//! Choices made from bytes, so that a shorter row of bytes makes a simpler thing.

/// A row of bytes that choices are made from; when it has run out, each choice is the first one.
#[derive(Debug, Clone)]
pub struct Dice<'a>(&'a [u8]);

impl<'a> Dice<'a> {
    /// Dice that fall as the bytes say.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// A number below `end`, and 0 where the bytes have run out.
    pub fn below(&mut self, end: usize) -> usize {
        let (low, high) = (self.byte(), if end > 256 { self.byte() } else { 0 });
        (usize::from(high) << 8 | usize::from(low))
            .checked_rem(end)
            .unwrap_or(0)
    }

    /// One of some things.
    ///
    /// # Panics
    ///
    /// Where there are none.
    pub fn pick<'t, T: ?Sized>(&mut self, things: &[&'t T]) -> &'t T {
        things[self.below(things.len())]
    }

    /// Whether something that happens `times` in a hundred happens.
    pub fn percent(&mut self, times: usize) -> bool {
        self.below(100) >= 100 - times
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

/// As many bytes as wanted, the same for the same seed on every machine (`SplitMix64`).
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
