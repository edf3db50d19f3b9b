//! Text repair: undoes what mirror sites did to a page, and keeps the edits as a map back to the source.
//!
//! - [`surface`]: what shows in single characters: HTML left over, marks of no width, UTF-8 encoded twice;
//! - [`typeset`]: a blank after every character, marks of Big5 that lost a byte;
//! - `mirror`: readings after characters (`網(wǎng)` is 網), and the stretches that were shifted by a byte;
//! - [`cells`]: the text at work, where each character knows which bytes of the source it stands for.
//!
//! Healthy text is borrowed. Imports [`crate::span`], the characters and the errors.

mod cells;
mod surface;
mod typeset;
#[cfg(feature = "repair")]
mod mirror;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use self::cells::Cells;
pub(crate) use self::cells::LOST;
use crate::error::{Diagnostic, DiagnosticCode};
use crate::order;
use crate::span::{CharCounter, Span};

/// One change from the source to the repaired text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Edit {
    /// The bytes of the source that were replaced.
    pub source: Range<usize>,
    /// The bytes of the repaired text that stand for them.
    pub text: Range<usize>,
    /// Why.
    pub code: DiagnosticCode,
    /// Whether what is left of its bytes admits no other character. Where it does, the likeliest was taken.
    pub certain: bool,
}

impl Edit {
    /// Whether its text was put in the place of bytes that are gone.
    fn is_inferred(&self) -> bool {
        self.code == DiagnosticCode::LostCharacter
    }
}

/// A repaired text with its map to the source and back.
///
/// ```
/// # #[cfg(feature = "repair")] {
/// let repaired = wanyi::repair("中新網(wǎng)新疆");
/// assert_eq!(repaired.text(), "中新網新疆");
/// // a span that ends with 網 ends before its reading
/// assert_eq!(repaired.source_range(0..9), 0..9);
/// assert_eq!(repaired.source_range(0..15), 0..22);
/// # }
/// ```
///
/// ```
/// let repaired = wanyi::repair("投入3億元");
/// assert!(repaired.is_borrowed() && repaired.source_text() == repaired.text());
/// assert_eq!(repaired.text_offset(6), 6);
/// let owned: wanyi::Repaired<'static> = repaired.into_owned();
/// assert_eq!(owned.text(), "投入3億元");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired<'a> {
    source: Cow<'a, str>,
    /// The repaired text, where it is not the source.
    text: Option<String>,
    edits: Vec<Edit>,
    /// Stretches of the repaired text that cannot be trusted.
    damaged: Vec<Range<usize>>,
    /// Readings of common characters in the repaired text that may be the writer's, and may not.
    noted: Vec<Range<usize>>,
}

impl<'a> Repaired<'a> {
    /// A text in which nothing is wrong.
    const fn healthy(source: &'a str) -> Self {
        Self { source: Cow::Borrowed(source), text: None, edits: Vec::new(), damaged: Vec::new(), noted: Vec::new() }
    }

    /// The repaired text; that of the source where nothing was wrong.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.source)
    }

    /// The repaired text alone, borrowed where nothing was wrong.
    ///
    /// ```
    /// assert_eq!(wanyi::repair("增長40&#37;").into_text(), "增長40%");
    /// assert!(matches!(wanyi::repair("增長40%").into_text(), std::borrow::Cow::Borrowed(_)));
    /// ```
    #[must_use]
    pub fn into_text(self) -> Cow<'a, str> {
        self.text.map_or(self.source, Cow::Owned)
    }

    /// The text as it came.
    #[must_use]
    pub fn source_text(&self) -> &str {
        &self.source
    }

    /// The edits, in text order and apart; between two of them source and text are the same.
    ///
    /// ```
    /// let repaired = wanyi::repair("&ldquo;三農&rdquo;");
    /// let replaced: Vec<_> = repaired.edits().iter().map(|edit| &repaired.source_text()[edit.source.clone()]).collect();
    /// assert_eq!(replaced, ["&ldquo;", "&rdquo;"]);
    /// ```
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The stretches of the repaired text that cannot be trusted: what a byte shift destroyed stands as it stood, or U+FFFD
    /// for each character whose bytes are gone, or a character was taken for one that would make another number.
    ///
    /// ```
    /// # #[cfg(feature = "repair")] {
    /// let repaired = wanyi::repair("惠及當?shù)厝罕?。");
    /// assert_eq!(repaired.text(), "惠及當地群\u{FFFD}。");
    /// assert_eq!(repaired.damaged().len(), 1);
    /// # }
    /// ```
    #[must_use]
    pub fn damaged(&self) -> &[Range<usize>] {
        &self.damaged
    }

    /// Whether the text is the source as it was.
    #[must_use]
    pub const fn is_borrowed(&self) -> bool {
        self.text.is_none()
    }

    /// The bytes of the source that a range of the repaired text stands for: from its first character to its last,
    /// without the reading after that.
    #[must_use]
    pub fn source_range(&self, text: Range<usize>) -> Range<usize> {
        let start = self.source_start(text.start);
        let end = self.source_end(text.end);
        start..end.max(start)
    }

    /// The bytes of the repaired text that stand for a range of the source; empty where that was dropped.
    ///
    /// ```
    /// let source = "受援地區(qū)2個";
    /// let repaired = wanyi::repair(source);
    /// # #[cfg(feature = "repair")] {
    /// let place = source.find("2個").ok_or("no number")?;
    /// assert_eq!(repaired.text().get(repaired.text_range(place..source.len())), Some("2個"));
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn text_range(&self, source: Range<usize>) -> Range<usize> {
        let start = self.text_offset(source.start);
        start..self.text_offset(source.end).max(start)
    }

    fn source_start(&self, at: usize) -> usize {
        let count = self.edits.partition_point(|edit| edit.text.start <= at);
        match count.checked_sub(1).and_then(|i| self.edits.get(i)) {
            None => at,
            Some(edit) if at >= edit.text.end => edit.source.end + (at - edit.text.end),
            // what was inferred stands nowhere in the source
            Some(edit) if at == edit.text.start && !edit.is_inferred() => edit.source.start,
            Some(edit) => edit.source.end,
        }
    }

    fn source_end(&self, at: usize) -> usize {
        let count = self.edits.partition_point(|edit| edit.text.start < at);
        match count.checked_sub(1).and_then(|i| self.edits.get(i)) {
            None => at,
            Some(edit) if at == edit.text.end && edit.is_inferred() => edit.source.start,
            Some(edit) if at >= edit.text.end => edit.source.end + (at - edit.text.end),
            Some(edit) => edit.source.start,
        }
    }

    /// The place in the repaired text where the source's byte `at` ends up; inside an edit, where that begins.
    #[must_use]
    pub fn text_offset(&self, at: usize) -> usize {
        let count = self.edits.partition_point(|edit| edit.source.start < at);
        match count.checked_sub(1).and_then(|i| self.edits.get(i)) {
            None => at,
            Some(edit) if at >= edit.source.end => edit.text.end + (at - edit.source.end),
            Some(edit) => edit.text.start,
        }
    }

    /// Whether no character of the text was touched, lost, or stands for another.
    pub(crate) fn is_sound(&self) -> bool {
        self.edits.is_empty()
            && self.damaged.is_empty()
            && self.noted.is_empty()
            && !surface::has_stand_ins(self.text().as_bytes())
    }

    /// Whether that holds for a range of the repaired text and what stands right beside it.
    pub(crate) fn is_sound_in(&self, text: &Range<usize>) -> bool {
        let bytes = self.text().as_bytes();
        let stretch = bytes.get(text.start..text.end.min(bytes.len())).unwrap_or_default();
        !self.touches(text) && !self.is_noted(text) && !surface::has_stand_ins(stretch)
    }

    /// Whether an edit or a destroyed stretch touches a range of the repaired text.
    pub(crate) fn touches(&self, text: &Range<usize>) -> bool {
        self.edits_in(text).next().is_some() || self.in_stretch(text)
    }

    /// Whether a place of the repaired text lies in a stretch that cannot be trusted.
    pub(crate) fn is_damaged_at(&self, at: usize) -> bool {
        let stretch = self.damaged.partition_point(|stretch| stretch.end <= at);
        self.damaged.get(stretch).is_some_and(|stretch| stretch.start <= at)
    }

    /// Whether a reading that was left touches a range of the repaired text.
    pub(crate) fn is_noted(&self, text: &Range<usize>) -> bool {
        let noted = self.noted.partition_point(|noted| noted.end < text.start);
        self.noted.get(noted).is_some_and(|noted| noted.start <= text.end)
    }

    /// Whether something uncertain was put into a range of the repaired text.
    pub(crate) fn is_doubtful(&self, text: &Range<usize>) -> bool {
        self.edits_in(text).any(|edit| !edit.certain)
    }

    /// Whether something in a range of the repaired text was put in the place of bytes that are gone.
    pub(crate) fn is_inferred(&self, text: &Range<usize>) -> bool {
        self.edits_in(text).any(Edit::is_inferred)
    }

    /// The edits that touch a range of the repaired text.
    fn edits_in(&self, text: &Range<usize>) -> impl Iterator<Item = &Edit> {
        let first = self.edits.partition_point(|edit| edit.text.end <= text.start);
        self.edits.get(first..).unwrap_or_default().iter().take_while(move |edit| edit.text.start < text.end)
    }

    /// Whether a range of the repaired text lies in a destroyed stretch or begins where one ends, so that its first
    /// character may be gone.
    pub(crate) fn in_stretch(&self, text: &Range<usize>) -> bool {
        let stretch = self.damaged.partition_point(|stretch| stretch.end < text.start);
        self.damaged.get(stretch).is_some_and(|stretch| stretch.start < text.end)
    }

    /// Every edit and every stretch that could not be read as a diagnostic, with spans of the source, in text order.
    /// Characters side by side that were encoded twice are one.
    ///
    /// ```
    /// # #[cfg(feature = "repair")] {
    /// let told = wanyi::repair("萬戶(hù)").diagnostics();
    /// assert_eq!((told[0].from.as_deref(), told[0].to.as_deref(), told[0].certain), (Some("(hù)"), Some(""), true));
    /// # }
    /// ```
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut counter = CharCounter::new(&self.source);
        let mut found: Vec<Diagnostic> = Vec::with_capacity(self.edits.len());
        let is_one = |a: &Edit, b: &Edit| {
            a.code == b.code && a.code == DiagnosticCode::DoubleEncoding && a.source.end == b.source.start
        };
        for edits in self.edits.chunk_by(is_one) {
            let (Some(first), Some(last)) = (edits.first(), edits.last()) else { continue };
            let (source, text) = (first.source.start..last.source.end, first.text.start..last.text.end);
            let to = self.text().get(text).unwrap_or_default();
            found.push(Diagnostic {
                code: first.code,
                message: message(first, to).into(),
                from: Some(self.source.get(source.clone()).unwrap_or_default().to_string()),
                to: Some(to.to_string()),
                certain: edits.iter().all(|edit| edit.certain),
                span: counter.span(source),
            });
        }
        for stretch in &self.damaged {
            // what was put in is told by its edit
            let known = self.edits.partition_point(|edit| edit.text.end <= stretch.start);
            if self.edits.get(known).is_some_and(|edit| edit.text.start <= stretch.start) {
                continue;
            }
            let span: Span = counter.span(self.source_range(stretch.clone()));
            let message = "the text was shifted by a byte here and could not be read";
            found.push(Diagnostic::note(DiagnosticCode::ShiftedText, message, span));
        }
        order::sort(&mut found, |diagnostic| [diagnostic.span.start(), 0]);
        found
    }

    /// The same with an owned source.
    #[must_use]
    pub fn into_owned(self) -> Repaired<'static> {
        Repaired {
            source: Cow::Owned(self.source.into_owned()),
            text: self.text,
            edits: self.edits,
            damaged: self.damaged,
            noted: self.noted,
        }
    }
}

/// What an edit did, in English.
fn message(edit: &Edit, to: &str) -> &'static str {
    match edit.code {
        _ if to.contains(cells::LOST) => "bytes are gone here, and what they were is not known",
        DiagnosticCode::PinyinNoise => "the reading after the character was dropped",
        DiagnosticCode::ShiftedText if edit.certain => "the text was shifted by a byte here and was put right",
        DiagnosticCode::ShiftedText => "the text was shifted by a byte here; of what fits the likeliest was taken",
        DiagnosticCode::HtmlEntity => "an HTML entity was decoded",
        DiagnosticCode::InvisibleCharacter => "a mark of no width was dropped",
        DiagnosticCode::SpacedText => "the blank between two characters was dropped",
        DiagnosticCode::HalvedCharacter => "a mark of Big5 that lost its first byte was put back",
        DiagnosticCode::DoubleEncoding => "UTF-8 that was encoded twice was decoded",
        _ => "bytes are gone here; the text that fits was taken",
    }
}

/// Whether a text may hold what is undone here. Runs over every text.
fn is_suspicious(source: &str) -> bool {
    #[cfg(feature = "repair")]
    if typeset::is_halved(source) {
        return true;
    }
    surface::is_suspicious(source) || typeset::is_spaced(source)
}

/// Undoes the damage of mirror sites and broken conversions.
///
/// - Readings after characters in either bracket (`網(wǎng)` is 網), where they are the site's and not the writer's.
/// - Stretches that such a site shifted by a byte (`當?shù)剞r(nóng)民` is 當地農民). What is gone for good becomes
///   U+FFFD, or what is inferred where only one character fits.
/// - Marks of Big5 of which U+FFFD and a letter are left, where a text has many.
/// - UTF-8 that was taken for Windows-1252 (`ä¸‡` is 万), HTML entities (`&#37;`), marks of no width, the blanks of lines
///   that have one after every character.
///
/// Repairing healthy text borrows it, and repairing repaired text changes nothing. Other blanks, full-width letters,
/// private-use characters and U+FFFD are left as they are: the parser reads them. Takes linear time. Without the feature
/// `repair` only the last of these is undone. A text over 4 GiB is left as it is.
///
/// ```
/// let healthy = wanyi::repair("喀什（Kashgar）");
/// assert!(healthy.is_borrowed() && healthy.edits().is_empty());
///
/// # #[cfg(feature = "repair")] {
/// let repaired = wanyi::repair("提高當?shù)剞r(nóng)民收入&nbsp;30&#37;");
/// assert_eq!(repaired.text(), "提高當地農民收入\u{A0}30%");
/// # }
/// ```
#[must_use]
pub fn repair(source: &str) -> Repaired<'_> {
    /// How often damage may lie over damage.
    const LAYERS: usize = 8;
    if !is_suspicious(source) || u32::try_from(source.len()).is_err() {
        return Repaired::healthy(source);
    }
    let mut cells = Cells::new(source);
    for _ in 0..LAYERS {
        let mut changed = surface::decode_twice_encoded(&mut cells);
        changed |= surface::decode_entities(&mut cells);
        changed |= surface::drop_invisible(&mut cells);
        changed |= typeset::close_up(&mut cells);
        #[cfg(feature = "repair")]
        {
            changed |= typeset::restore_marks(&mut cells);
            changed |= mirror::undo(&mut cells);
        }
        if !changed {
            return cells.finish(source);
        }
    }
    // no page is damaged like this: it was made to be so
    Repaired::healthy(source)
}

#[cfg(all(test, feature = "repair"))]
mod tests {
    use super::*;

    /// The texts of the edits, source and repaired, and whether they are certain.
    fn edits<'r>(source: &'r str, repaired: &'r Repaired<'_>) -> Vec<(&'r str, &'r str, bool)> {
        let told = |edit: &Edit| (&source[edit.source.clone()], &repaired.text()[edit.text.clone()], edit.certain);
        repaired.edits().iter().map(told).collect()
    }

    #[test]
    fn drops_readings_and_maps_back() {
        let source = "鄉(xiāng)鎮(zhèn)87名";
        let repaired = repair(source);
        assert_eq!(repaired.text(), "鄉鎮87名");
        assert_eq!(&source[repaired.source_range(0..6)], "鄉(xiāng)鎮");
        assert_eq!(&source[repaired.source_range(6..11)], "87名");
        assert_eq!(repaired.text_offset(source.find('8').unwrap()), 6);
        assert_eq!(repaired.text_range(3..11), 3..3);
        let diagnostics = repaired.diagnostics();
        assert_eq!(diagnostics.len(), 2);
        assert_eq!((diagnostics[0].from.as_deref(), diagnostics[0].to.as_deref()), (Some("(xiāng)"), Some("")));
    }

    #[test]
    fn readings_in_any_writing() {
        for (source, text) in [
            ("萬戶(hù)", "萬戶"),
            ("萬戶（hù）", "萬戶"),
            ("中新網(wăng)", "中新網"),
            ("中新網(wa\u{30C}nɡ)", "中新網"),
            ("中新網(wǎnɡ)", "中新網"),
            ("中新网(wang3)", "中新网"),
            ("中新网(Wang3)", "中新网"),
            ("中新网（Wǎng）", "中新网"),
            ("妇女(nǚ)3名", "妇女3名"),
            ("妇女(nv3)3名", "妇女3名"),
            ("绿(lu\u{308}\u{300})化", "绿化"),
            ("人们(men)", "人们"),
            ("三(sān)萬(wàn)五千人", "三萬五千人"),
            ("前年2億元，今年2.9億(yì)元", "前年2億元，今年2.9億元"),
            // the bytes of 綠 in 示 and G
            ("指示G(lǜ)20會(huì)議", "指示G20會議"),
        ] {
            let repaired = repair(source);
            assert_eq!(repaired.text(), text, "{source}");
            assert!(repaired.edits().iter().all(|edit| edit.certain), "{source}");
        }
    }

    /// Brackets of the writer's own, other words in brackets, and lessons.
    #[test]
    fn leaves_what_is_no_damage() {
        for healthy in [
            "中央電視台(CCTV)",
            "喀什（Kashgar）",
            "他（們）",
            "x(wǎng)",
            "什么?(shén)",
            "什麼？(shén)",
            "真的嗎?(好)",
            "網(wang)",
            "網(shì)",
            "網()",
            "網(wǎng",
            "男人(men)",
            "小明很好（hào）學",
            "“重（chóng）新”和“重（zhòng）要”",
            "浙江縉（jìn）雲縣",
            "生字：春（chūn）、花（huā）、秋（qiū）、月（yuè）。",
            "春（chūn）天（tiān）花（huā）開（kāi）了（le），小（xiǎo）鳥（niǎo）唱（chàng）歌（gē）。",
            "歌手馬頔（dí）",
            "六（lù）安",
            "“好”讀作好（hǎo），好人的好",
            "拼音：妈（mā）、麻（má）、马（mǎ）、骂（mà）",
            "读音练习：春（chūn）天（tiān）来（lái）了（le），花（huā）儿（ér）开（kāi）了（le），小（xiǎo）鸟（niǎo）唱（chàng）歌（gē）。",
        ] {
            let repaired = repair(healthy);
            assert!(repaired.is_borrowed(), "{healthy}: {:?}", repaired.edits());
            assert!(repaired.damaged().is_empty(), "{healthy}");
        }
    }

    /// The worked example of the mechanism: 災 across 驗 and 模, 數 across 當 and 地.
    #[test]
    fn undoes_shifts() {
        let source = "經(jīng)驗?zāi)J剑?021年以來";
        let repaired = repair(source);
        assert_eq!(repaired.text(), "經驗模式，2021年以來");
        let edit = [("(jīng)", "", true), ("?zāi)J", "模", false), ("剑", "式", true), ("?", "，2", false)];
        assert_eq!(edits(source, &repaired), edit);
        // an inferred digit lies outside
        let year = repaired.text().find("2021").unwrap();
        assert_eq!(&source[repaired.source_range(year..repaired.text().len())], "021年以來");

        // 們 has no tone; its bytes 82 83 stood in 總 and 價
        assert_eq!(repair("今年房屋總?men)r3億元").text(), "今年房屋總價3億元");

        let source = "當?shù)剞r(nóng)民";
        let repaired = repair(source);
        assert_eq!(repaired.text(), "當地農民");
        assert_eq!(&source[repaired.source_range(0..9)], "當?shù)剞r");
        assert_eq!(&source[repaired.source_range(9..12)], "民");
    }

    #[test]
    fn what_is_gone_is_told() {
        // 群眾: the second byte of 眾 is gone
        let source = "當?shù)厝罕?。";
        let repaired = repair(source);
        assert_eq!(repaired.text(), "當地群\u{FFFD}。");
        assert_eq!(repaired.damaged(), core::slice::from_ref(&(9..12)));
        assert!(!repaired.edits()[2].certain);
        // the rest of the text knows what stands after 群
        let source = "當?shù)厝罕?。群眾受益。";
        let repaired = repair(source);
        assert_eq!(repaired.text(), "當地群眾。群眾受益。");
        assert_eq!(edits(source, &repaired)[2], ("?", "眾", false));
        assert!(repaired.damaged().is_empty());
    }

    /// A stretch that lost its beginning is left and told.
    #[test]
    fn half_a_stretch() {
        let source = "?shù)厝罕?。";
        let repaired = repair(source);
        assert!(repaired.is_borrowed());
        assert_eq!(repaired.damaged(), core::slice::from_ref(&(0..13)));
        // one that lost its end is undone as far as it goes
        for (source, text) in [
            ("提高當?shù)", "提高當\u{FFFD}"),
            ("提高當?shù)厝", "提高當地\u{FFFD}"),
            ("提高當?shù)厝🎉", "提高當地\u{FFFD}🎉"),
            ("提高當?shù)\n厝罕?。", "提高當\n地群\u{FFFD}。"),
        ] {
            let repaired = repair(source);
            assert_eq!(repaired.text(), text, "{source}");
            assert!(!repaired.damaged().is_empty(), "{source}");
        }
    }
}
