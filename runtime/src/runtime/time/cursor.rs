//! A cursor over ASCII text.

/// The rest of a text that is parsed from left to right. Letters match in upper and lower case.
pub struct Cursor<'t>(&'t [u8]);

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str) -> Self {
        Self(text.as_bytes())
    }

    pub fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    /// Checks whether `letter` comes next.
    pub fn is_at(&self, letter: u8) -> bool {
        self.0
            .first()
            .is_some_and(|byte| byte.eq_ignore_ascii_case(&letter))
    }

    /// Takes the next byte, in upper case, if it is in `accepted`.
    pub fn take(&mut self, accepted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        let byte = first.to_ascii_uppercase();
        accepted.contains(&byte).then(|| {
            self.0 = rest;
            byte
        })
    }

    /// Takes a sign, as 1 or -1.
    pub fn sign(&mut self) -> Option<i64> {
        let sign = self.take(b"+-")?;
        Some(if sign == b'-' { -1 } else { 1 })
    }

    /// Takes exactly `count` digits.
    pub fn digits(&mut self, count: usize) -> Option<i64> {
        (0..count).try_fold(0, |value, _| append(value, self.digit()?))
    }

    /// Takes all digits that follow, at least one.
    pub fn integer(&mut self) -> Option<i64> {
        let mut value = self.digit()?;
        while let Some(digit) = self.digit() {
            value = append(value, digit)?;
        }
        Some(value)
    }

    /// Takes a decimal point and the digits after it, as billionths, and truncates further digits.
    ///
    /// Returns `Some(None)` if there is no decimal point, and `None` if no digit follows it.
    #[allow(clippy::option_option)] // An absent fraction is not an error.
    pub fn fraction(&mut self) -> Option<Option<i64>> {
        if self.take(b".,").is_none() {
            return Some(None);
        }
        let mut unit = 100_000_000;
        let mut billionths = unit * self.digit()?;
        while let Some(digit) = self.digit() {
            unit /= 10;
            billionths += unit * digit;
        }
        Some(Some(billionths))
    }

    fn digit(&mut self) -> Option<i64> {
        self.take(b"0123456789").map(|byte| i64::from(byte - b'0'))
    }
}

fn append(value: i64, digit: i64) -> Option<i64> {
    value.checked_mul(10)?.checked_add(digit)
}
