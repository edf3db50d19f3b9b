//! [`sort`]: one sort for all lists, which mostly are in their order already. The standard library's is compiled anew for
//! each type of item, and a module for a browser holds a dozen of them.

use alloc::vec::Vec;
use core::mem;

/// Sorts by two numbers, the first of which counts first; equal items stay as they are.
pub(crate) fn sort<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [usize; 2]) {
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
}
