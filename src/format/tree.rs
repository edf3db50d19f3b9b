//! JSON of another shape than the model's: a small tree that is printed or serialized.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::hidden::is_hidden;

/// What JSON holds, as far as the formats need it. Numbers are places and counts alone; amounts are text, which keeps
/// every digit.
#[derive(Clone, Debug)]
pub(super) enum Tree<'t> {
    Text(Cow<'t, str>),
    Count(usize),
    List(Vec<Self>),
    Object(Vec<(&'static str, Self)>),
}

impl<'t> Tree<'t> {
    /// An object of the members that there are.
    pub(super) fn object<const N: usize>(members: [(&'static str, Option<Self>); N]) -> Self {
        Self::Object(members.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
    }

    /// A list, unless nothing is in it.
    pub(super) fn list(items: impl IntoIterator<Item = Self>) -> Option<Self> {
        let items: Vec<Self> = items.into_iter().collect();
        (!items.is_empty()).then_some(Self::List(items))
    }

    /// A text for a member of [`Tree::object`].
    pub(super) fn text(text: impl Into<Cow<'t, str>>) -> Option<Self> {
        Some(Self::Text(text.into()))
    }
}

impl From<&'static str> for Tree<'_> {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Tree<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// JSON that may stand in a `<script>` element: `<`, `>`, `&` and hidden characters are escaped within its strings.
/// In the alternate form on many lines.
impl fmt::Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

impl Tree<'_> {
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Self::Text(text) => string(text, f),
            Self::Count(count) => write!(f, "{count}"),
            Self::List(items) => {
                let members = items.iter().map(|item| (None, item));
                between('[', members, ']', f, depth)
            }
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| (Some(*name), value));
                between('{', members, '}', f, depth)
            }
        }
    }
}

fn between<'m, 't: 'm>(
    open: char,
    members: impl ExactSizeIterator<Item = (Option<&'static str>, &'m Tree<'t>)>,
    close: char,
    f: &mut fmt::Formatter<'_>,
    depth: usize,
) -> fmt::Result {
    let is_empty = members.len() == 0;
    f.write_char(open)?;
    for (at, (name, value)) in members.enumerate() {
        if at > 0 {
            f.write_char(',')?;
        }
        line(f, depth + 1)?;
        if let Some(name) = name {
            string(name, f)?;
            f.write_str(if f.alternate() { ": " } else { ":" })?;
        }
        value.write(f, depth + 1)?;
    }
    if !is_empty {
        line(f, depth)?;
    }
    f.write_char(close)
}

fn line(f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    if f.alternate() { write!(f, "\n{:1$}", "", depth * 2) } else { Ok(()) }
}

fn string(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\t' => f.write_str("\\t")?,
            c if is_hidden(c) || matches!(c, '<' | '>' | '&') => {
                c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(f, "\\u{unit:04x}"))?;
            }
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(feature = "serde")]
impl serde::Serialize for Tree<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Count(count) => serializer.serialize_u64(u64::try_from(*count).unwrap_or(u64::MAX)),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// Prints and serializes types that have a `tree`.
macro_rules! as_json {
    ($($kind:ident)*) => { $(
        /// JSON that may stand in a `<script>` element: `<`, `>`, `&` and hidden characters are escaped within its
        /// strings. The alternate form `{:#}` has a line for each member.
        impl core::fmt::Display for $kind<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(&self.tree(), f)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $kind<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.tree().serialize(serializer)
            }
        }
    )* };
}

pub(super) use as_json;
