//! Roles, labels and surnames, as the layout asks for them. The words are rows of [`crate::vocabulary`].
//!
//! Imports [`super::text`]; read [`super::people`] next, which asks these.

use super::PersonRole;
use super::text::{ANNOUNCING, after, first, is_blank, is_han, length, run, trim_start};
use crate::chars::HanSet;
use crate::vocabulary::{ROLES, SOURCE_LABELS, STAMP_LABELS, STAMP_NOISE, Table};

/// Characters that make another word of 電 or 訊 before them: 電話 is no end of a dateline.
pub(super) const NOT_AFTER_WIRE: &str = "称问问号号话话力影视视子器动动池网网商源气气价价台台信息车车";

/// Surnames of one character, for names that nothing else announces.
pub(super) static SURNAMES: HanSet<{ BY_FREQUENCY.len() / 3 }> = HanSet::of(BY_FREQUENCY);

/// The fifty surnames that most people bear.
pub(super) static COMMON_SURNAMES: HanSet<50> = HanSet::of(BY_FREQUENCY);

const BY_FREQUENCY: &str = "\
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏\
    钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪\
    严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴\
    席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄\
    盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应\
    台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺云宿印脱佘湛区伦麦邝利粘凃郗仝逄展仉呼延闻牧寇觉昌凤皮禹狄贝茅麻骆支昝裘缪宣\
    杭诸钮嵇滑荣荀惠麹芮羿储邴巴隗宓厉祖束幸韶蓟蒲邰鄂索阴莘劳扶堵宰郦雍濮寿扈郏浦尚农慕茹宦容慎戈庾暨居衡阙沃蔚越隆\
    师晁訾阚丰巢蒯权逯桓付尉檀幺么亓笪眭蹇乜钭佴苌隽缑亢弋谯禤忻俸";

/// True where a label of a source or a date stands, with its colon or at the end: it is no name.
pub(super) fn is_label(s: &str) -> bool {
    let word = stamp_label(s).into_iter().chain(found(&SOURCE_LABELS, s).map(|(_, word)| (false, word)));
    let word = word.map(|(_, word)| word).max_by_key(|word| word.len());
    word.and_then(|word| s.get(word.len()..))
        .is_some_and(|rest| rest.is_empty() || trim_start(rest).starts_with(ANNOUNCING))
}

/// True where a label and its colon stand, whatever the label asks for (浏览：, 审读：), instead of what another one asks for;
/// but not at a value that a label is glued to: 柳江日报作者：.
pub(super) fn is_unfilled(s: &str) -> bool {
    let marked = |rest: &str| trim_start(rest).starts_with(['：', ':', '︰']);
    let known = |s: &str| {
        let words = [
            stamp_label(s).map(|(_, word)| word),
            found(&SOURCE_LABELS, s).map(|(_, word)| word),
            role_at(s).map(|(_, word)| word),
        ];
        words.into_iter().flatten().any(|word| s.get(word.len()..).is_some_and(marked))
    };
    let word = run(first(s, 6), is_han);
    let glued = || word.char_indices().skip(1).any(|(at, _)| s.get(at..).is_some_and(known));
    known(s) || (2..=5).contains(&length(word)) && marked(after(s, word)) && !glued()
}

/// What stands before a label that is glued to it, with its colon: 王小明 of 王小明发布时间：.
pub(super) fn before_label(s: &str) -> Option<&str> {
    const MOST: usize = 16;
    let value = run(first(s, MOST), |c| is_han(c) && c != '丨');
    if !s.get(value.len()..).is_some_and(|rest| trim_start(rest).starts_with(['：', ':'])) {
        return None;
    }
    let is_whole = |tail: &str| {
        let words = [
            stamp_label(tail).map(|(_, word)| word),
            found(&SOURCE_LABELS, tail).map(|(_, word)| word),
            role_at(tail).map(|(_, word)| word),
            STAMP_NOISE.prefix(tail),
        ];
        words.into_iter().flatten().any(|word| word == tail) || length(tail) == 4 && tail.ends_with("次数")
    };
    let tails = value.char_indices().skip(2).filter_map(|(at, _)| value.get(at..));
    tails
        .filter(|tail| length(tail) > 1)
        .find(|tail| is_whole(tail))
        .and_then(|tail| value.get(..value.len() - tail.len()))
}

/// The role that the longest role word at the start of `s` gives, and that word.
pub(super) fn role_at(s: &str) -> Option<(Option<PersonRole>, &str)> {
    // Byron holds no By
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let goes_on = |word: &str| s.get(word.len()..).is_some_and(|rest| rest.starts_with(is_latin));
    found(&ROLES, s).filter(|(_, word)| !(word.ends_with(is_latin) && goes_on(word)))
}

/// The label of a printed date at the start of `s`, and whether of another day than that of publication: 最后更新, 成文日期.
pub(super) fn stamp_label(s: &str) -> Option<(bool, &str)> {
    found(&STAMP_LABELS, s)
}

/// The label of a source at the start of `s`, up to the mark or blank that ends it.
pub(super) fn source_label(s: &str) -> Option<&str> {
    found(&SOURCE_LABELS, s).map(|(_, word)| word).filter(|word| {
        let rest = s.get(word.len()..).unwrap_or_default();
        // 本文转载自某某网 needs no mark
        let direct =
            word.len() > 12 && word.ends_with(['自', '于']) || word.starts_with("本文") && word.ends_with(['载', '刊']);
        // 原载, 摘自 and the like are verbs: no blank alone makes labels of them
        let verb =
            word.ends_with(['于', '载', '刊']) && !word.contains('源') || word.starts_with('摘') || *word == "来自";
        let announced = if verb { trim_start(rest).starts_with(ANNOUNCING) } else { is_announcing(rest) };
        direct || announced || word.ends_with(['号', '自', '于', '载', '刊']) && rest.starts_with(['“', '「', '《'])
    })
}

/// True where a label ends: at a mark, a blank or the end.
pub(super) fn is_announcing(s: &str) -> bool {
    s.chars().next().is_none_or(|c| is_blank(c) || c == '】' || ANNOUNCING.contains(&c))
}

/// The longest word of `table` at the start of `s`, or one whose characters are printed apart: 來　源：.
fn found<'a, T: Copy>(table: &Table<T>, s: &'a str) -> Option<(T, &'a str)> {
    // 摄 像 before 摄
    apart(table, s).or_else(|| table.longest(s).and_then(|(meaning, length)| Some((meaning, s.get(..length)?))))
}

/// A word of up to four characters with blanks between, and a mark after.
fn apart<'a, T: Copy>(table: &Table<T>, s: &'a str) -> Option<(T, &'a str)> {
    // the byte after a Han character begins a blank
    if !s.as_bytes().get(3).is_some_and(|byte| matches!(byte, b' ' | b'\t' | 0xC2 | 0xE2 | 0xE3)) {
        return None;
    }
    let (mut word, mut length) = ([0; 16], 0);
    let mut rest = s;
    while length < 12 {
        let c = rest.chars().next().filter(|c| is_han(*c))?;
        length += c.encode_utf8(word.get_mut(length..).filter(|room| room.len() >= c.len_utf8())?).len();
        rest = rest.get(c.len_utf8()..)?;
        if length > 3 && is_announcing(rest) {
            let word = core::str::from_utf8(word.get(..length)?).ok()?;
            if let Some(meaning) = table.get(word) {
                return Some((meaning, s.get(..s.len() - rest.len())?));
            }
        }
        let next = trim_start(rest);
        if next.len() == rest.len() {
            return None;
        }
        rest = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_role_counts() {
        assert_eq!(role_at("责任编辑：甲"), Some((Some(PersonRole::Editor), "责任编辑")));
        assert_eq!(role_at("摄影记者甲"), Some((Some(PersonRole::Photographer), "摄影记者")));
        assert_eq!(role_at("校对 甲"), Some((None, "校对")));
        assert_eq!(role_at("甲"), None);
    }
}
