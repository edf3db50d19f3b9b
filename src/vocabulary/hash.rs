// Read by the build script and by the tables that it makes.

/// Multiplicative hashing: neighbours in Unicode spread over the slots.
const fn hash(char: u16) -> usize {
    ((char as u32).wrapping_mul(0x9E37_79B1) >> 16) as usize
}

/// For how many nodes of a tree the place of their edges is written down once.
const BLOCK: usize = 32;
