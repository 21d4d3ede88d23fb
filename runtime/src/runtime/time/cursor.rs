//! Reading ASCII texts from left to right.

/// What is left of a text. Letters are the same in upper and lower case.
pub(super) struct Cursor<'t>(&'t [u8]);

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self(text.as_bytes())
    }

    pub(super) fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `letter`, in either case, comes next.
    pub(super) fn is_at(&self, letter: u8) -> bool {
        self.0
            .first()
            .is_some_and(|byte| byte.eq_ignore_ascii_case(&letter))
    }

    /// Takes the next byte, in upper case, if `accepted` has it.
    pub(super) fn take(&mut self, accepted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        let byte = first.to_ascii_uppercase();
        accepted.contains(&byte).then(|| {
            self.0 = rest;
            byte
        })
    }

    /// Takes a sign: 1 or -1.
    pub(super) fn sign(&mut self) -> Option<i64> {
        self.take(b"+-")
            .map(|sign| if sign == b'-' { -1 } else { 1 })
    }

    /// Takes exactly so many digits.
    pub(super) fn digits(&mut self, count: usize) -> Option<i64> {
        (0..count).try_fold(0, |value, _| append(value, self.digit()?))
    }

    /// Takes all digits there are, at least one.
    pub(super) fn integer(&mut self) -> Option<i64> {
        let mut value = self.digit()?;
        while let Some(digit) = self.digit() {
            value = append(value, digit)?;
        }
        Some(value)
    }

    /// Takes a decimal mark with the digits after it, in billionths; more digits are cut off.
    /// `Some(None)` is a text that has no decimal mark here.
    #[allow(clippy::option_option)] // Absent and wrong are different things.
    pub(super) fn fraction(&mut self) -> Option<Option<i64>> {
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
