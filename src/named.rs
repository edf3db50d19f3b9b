//! [`named!`]: enums whose variants have a name in the JSON form.

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

        impl core::fmt::Display for $kind {
            /// The name in the JSON form.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(crate) use named;
