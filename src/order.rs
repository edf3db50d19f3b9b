//! [`sort`]: one sort for all lists, which mostly are in their order already; and [`Tally`], which counts. The standard
//! library's sorts and maps are compiled anew for each type of item, and a module for a browser holds a dozen of them.

use alloc::vec::Vec;
use core::mem;

/// Sorts by two numbers, the first of which counts first; equal items stay as they are.
pub(crate) fn sort<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [usize; 2]) {
    if items.len() < 2 {
        return;
    }
    let mut order: Vec<([usize; 2], u32)> = Vec::with_capacity(items.len());
    let mut is_sorted = true;
    for (item, at) in items.iter().zip(0..) {
        let key = key(item);
        is_sorted &= order.last().is_none_or(|(before, _)| *before <= key);
        order.push((key, at));
    }
    if is_sorted {
        return;
    }
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, at)| taken.get_mut(at as usize)?.take()));
}

/// How often each number was met.
pub(crate) struct Tally(Vec<u64>);

impl FromIterator<u64> for Tally {
    fn from_iter<I: IntoIterator<Item = u64>>(numbers: I) -> Self {
        let mut numbers: Vec<u64> = numbers.into_iter().collect();
        numbers.sort_unstable();
        Self(numbers)
    }
}

impl Tally {
    pub(crate) fn count(&self, number: u64) -> usize {
        let rest = self.0.get(self.0.partition_point(|other| *other < number)..).unwrap_or_default();
        rest.partition_point(|other| *other == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_as_they_are() {
        let mut items = alloc::vec![(3, 'a'), (1, 'b'), (3, 'c'), (1, 'd'), (2, 'e')];
        sort(&mut items, |(number, _)| [*number, 0]);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'e'), (3, 'a'), (3, 'c')]);
        sort(&mut items, |(number, letter)| [usize::MAX - number, *letter as usize]);
        assert_eq!(items, [(3, 'a'), (3, 'c'), (2, 'e'), (1, 'b'), (1, 'd')]);
        let mut none: Vec<(usize, char)> = Vec::new();
        sort(&mut none, |(number, _)| [*number, 0]);
        assert!(none.is_empty());
    }

    #[test]
    fn numbers_are_counted() {
        let tally: Tally = [7, 2, 7, 9, 7].into_iter().collect();
        assert_eq!([0, 2, 7, 8, 9, u64::MAX].map(|number| tally.count(number)), [0, 1, 3, 0, 1, 0]);
        assert_eq!([].into_iter().collect::<Tally>().count(7), 0);
    }
}
