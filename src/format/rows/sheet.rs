//! Texts for spreadsheets, which take some for formulas.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write as _;

use crate::format::hidden::is_hidden;

/// A text as a cell of a spreadsheet: an apostrophe stands before one that would be taken for a formula, and each
/// character that is invisible or turns the direction of writing becomes its code point, `⟨U+202E⟩`.
///
/// A formula is what begins with `=`, `+`, `-` or `@`, also in full width and after blanks, or with a tab, a line feed
/// or a carriage return. Other texts are borrowed as they are. What is changed no longer equals the text of the
/// article, so that spans no longer count its characters: files for programs do without.
///
/// ```
/// use wanyi::rows::spreadsheet;
///
/// assert_eq!(spreadsheet("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
/// assert_eq!(spreadsheet("茶\u{202E}園"), "茶⟨U+202E⟩園");
/// assert_eq!(spreadsheet("420餘萬元"), "420餘萬元");
/// ```
#[must_use]
pub fn spreadsheet(text: &str) -> Cow<'_, str> {
    let is_formula = text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫']);
    if !is_formula && !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    if is_formula {
        shown.push('\'');
    }
    for c in text.chars() {
        if is_hidden(c) {
            // a String takes whatever is written
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}
