//! Answers that are kept: what one rule asks of a place of a clause, the next ones ask again.
//!
//! Imports nothing; read [`super::frame`] next, whose reader of clauses asks.

use core::array;
use core::cell::Cell;

/// How many answers are kept, each in the place that its question leads to.
const SLOTS: usize = 32;

/// The last answers to one question about a place and what it is asked from, by both.
pub(super) struct Asked<T>([Cell<Option<(usize, usize, T)>>; SLOTS]);

impl<T: Copy> Asked<T> {
    pub(super) fn new() -> Self {
        Self(array::from_fn(|_| Cell::new(None)))
    }

    /// The answer that was given before, or the one that is found now.
    pub(super) fn get(&self, at: usize, from: usize, find: impl FnOnce() -> T) -> T {
        // places are three bytes apart
        let slot = self.0.get((at / 3 + from) % SLOTS);
        let kept = slot.and_then(Cell::get).filter(|kept| (kept.0, kept.1) == (at, from));
        kept.map_or_else(
            || {
                let answer = find();
                if let Some(slot) = slot {
                    slot.set(Some((at, from, answer)));
                }
                answer
            },
            |(.., answer)| answer,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_once() {
        let asked = Asked::new();
        let found = Cell::new(0);
        let ask = |at, from| {
            asked.get(at, from, || {
                found.set(found.get() + 1);
                at * 1000 + from
            })
        };
        assert_eq!([ask(6, 9), ask(6, 9), ask(9, 8), ask(6, 9)], [6009, 6009, 9008, 6009]);
        // the third took the place of the first
        assert_eq!(found.get(), 3);
    }
}
