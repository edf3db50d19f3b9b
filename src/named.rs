//! [`named!`]: enums whose variants have a name in the JSON form, and what is said of a name that none has.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A name that no variant of an enum has.
///
/// ```
/// use wanyi::Approx;
///
/// assert_eq!("At_Least".parse::<Approx>(), Ok(Approx::AtLeast));
/// let error = "roughly".parse::<Approx>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown Approx \"roughly\": expected one of exact, about, near"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} {name:?}: expected one of {}", .expected.join(", "))]
#[non_exhaustive]
pub struct UnknownName {
    /// What was to be named.
    pub kind: &'static str,
    /// The name that was given.
    pub name: String,
    /// The names that there are.
    pub expected: Vec<&'static str>,
}

impl UnknownName {
    pub(crate) fn new<N: Iterator<Item = &'static str>>(
        kind: &'static str,
        name: &str,
        expected: impl FnOnce() -> N,
    ) -> Self {
        Self { kind, name: name.to_string(), expected: expected().collect() }
    }
}

/// Declares an enum with its names: `ALL`, `name`, `from_name` and `Display` come with it.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $kind:ident { $($(#[$note:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$meta])*
        #[non_exhaustive]
        pub enum $kind {
            $($(#[$note])* $variant,)*
        }

        impl $kind {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the JSON form.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The one with a name in the JSON form.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.name() == name)
            }
        }

        impl core::str::FromStr for $kind {
            type Err = $crate::named::UnknownName;

            /// The one with a name in the JSON form, in any case.
            ///
            /// # Errors
            ///
            /// [`UnknownName`](crate::UnknownName) with the name, for any other.
            fn from_str(name: &str) -> Result<Self, $crate::named::UnknownName> {
                let found = Self::ALL.iter().copied().find(|kind| kind.name().eq_ignore_ascii_case(name));
                found.ok_or_else(|| $crate::named::UnknownName::new(stringify!($kind), name, || {
                    Self::ALL.iter().map(|kind| kind.name())
                }))
            }
        }

        impl core::fmt::Display for $kind {
            /// The name in the JSON form.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(crate) use named;
