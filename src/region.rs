//! Where a text was published: decides what 元 and $ mean and which measures 斤 and 兩 are.
//!
//! Imports nothing of the crate.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use chrono::{FixedOffset, Offset, Utc};

/// The place where a text was published.
///
/// ```
/// use wanyi::Region;
///
/// assert_eq!("TW".parse::<Region>()?, Region::Taiwan);
/// assert_eq!(Region::HongKong.code(), "HK");
/// # Ok::<(), wanyi::UnknownRegion>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Region {
    /// The Chinese mainland, `CN`.
    Mainland,
    /// Hong Kong, `HK`.
    HongKong,
    /// Taiwan, `TW`.
    Taiwan,
    /// Macau, `MO`.
    Macau,
    /// Singapore, `SG`.
    Singapore,
    /// Malaysia, `MY`.
    Malaysia,
}

impl Region {
    /// The ISO 3166-1 alpha-2 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mainland => "CN",
            Self::HongKong => "HK",
            Self::Taiwan => "TW",
            Self::Macau => "MO",
            Self::Singapore => "SG",
            Self::Malaysia => "MY",
        }
    }
}

/// The hours that the clocks of all regions are ahead of UTC.
pub(crate) const HOURS_FROM_UTC: u32 = 8;

impl Region {
    /// The offset of its clocks from UTC. All six keep UTC+8, so that a printed time is at the same instant in each.
    ///
    /// ```
    /// use wanyi::Region;
    ///
    /// assert_eq!(Region::Malaysia.utc_offset().local_minus_utc(), 8 * 3600);
    /// ```
    #[must_use]
    pub fn utc_offset(self) -> FixedOffset {
        i32::try_from(HOURS_FROM_UTC * 3600).ok().and_then(FixedOffset::east_opt).unwrap_or_else(|| Utc.fix())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// A region code that is none of CN, HK, TW, MO, SG and MY, with the code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown region {0:?}: expected one of CN, HK, TW, MO, SG, MY")]
pub struct UnknownRegion(pub String);

impl FromStr for Region {
    type Err = UnknownRegion;

    /// The region of an ISO 3166-1 alpha-2 code, in capitals or small letters.
    ///
    /// # Errors
    ///
    /// [`UnknownRegion`] for any other string.
    fn from_str(code: &str) -> Result<Self, UnknownRegion> {
        [Self::Mainland, Self::HongKong, Self::Taiwan, Self::Macau, Self::Singapore, Self::Malaysia]
            .into_iter()
            .find(|region| region.code().eq_ignore_ascii_case(code))
            .ok_or_else(|| UnknownRegion(code.into()))
    }
}
