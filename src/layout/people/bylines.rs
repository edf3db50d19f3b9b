//! Lines that credit people and do nothing else, by their forms: names before what they did, desks, outlets and names.

use alloc::vec::Vec;

use super::credits::credits;
use super::names::{
    GIVEN, REPORTS, bare_names, is_place, is_word, lone_names, may_be_name, names, names_then_place, told_names,
    unusual_names, without_noise,
};
use super::signers::{BARS, SIGNERS, after_outlet};
use super::{Credit, as_reporters};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::general;
use crate::layout::text::{
    ANNOUNCING, after, at_border, before, bracketed, is_blank, is_digit, is_han, length, run, trim, trim_start,
};
use crate::layout::{PersonRole, outlets, tables};
use crate::vocabulary::{KINDS, PLACE_NOISE, PLACES, STAMP_NOISE, TITLES};

/// Marks before a credit: ■記者王小明.
pub(in crate::layout) const BULLETS: &[char] =
    &['■', '□', '◆', '◇', '●', '○', '▲', '△', '★', '☆', '※', '◎', '▪', '•', '▶', '►', '➤', '▍', '▸'];

/// The people of a line that credits people and does nothing else: `記者︰王小明`, `（责编：张三、李四）`, `攝影 李四`.
///
/// An empty list where only roles are named that the model lacks.
pub(in crate::layout) fn byline(line: &str) -> Option<Vec<Credit<'_>>> {
    if line.len() > 200 {
        return None;
    }
    let marked = line.starts_with(['□', '■', '◎', '●', '○', '◆']);
    let line = line.trim_start_matches(|c: char| is_blank(c) || BULLETS.contains(&c));
    let is_role = |inner: &str| tables::role_at(inner).is_some_and(|(_, word)| word == inner);
    let inner = match bracketed(line, 60).filter(|(inner, _)| !line.starts_with('《') && !is_role(trim(inner))) {
        Some((inner, rest)) if trim(rest).trim_start_matches(is_digit).trim_matches(BULLETS).is_empty() => trim(inner),
        // (责编：王小明(实习生)、李大同)
        Some((inner, rest)) if inner.contains(['(', '（']) && rest.ends_with([')', '）']) => {
            trim(line.trim_matches(|c| one_of!("()（）").contains(c)))
        }
        Some(_) => return None,
        None => line,
    };
    if let Some(people) = done_by(inner).or_else(|| same_desk(inner)) {
        return Some(people);
    }
    // □ 方若晨
    if marked {
        if let Some(names) = lone_names(inner).filter(|names| names.len() < 4) {
            return Some(as_reporters(names));
        }
    }
    let Some((people, rest)) = credits(inner, true) else {
        return named_report(inner)
            .or_else(|| unknown_desk(inner))
            .or_else(|| labelled_after_desk(inner))
            .or_else(|| desk_credits(inner))
            .or_else(|| name_and_credits(inner))
            .or_else(|| reporters_of_paper(inner))
            .or_else(|| reported(inner))
            .or_else(|| of_paper(inner));
    };
    // 專訪／林家豪：三年蓋滿500戶 is a title
    if trim(rest).starts_with(['：', ':']) && length(trim(rest)) > 3 {
        return None;
    }
    let rest = trim(rest).trim_end_matches(|c: char| one_of!("）)】]。.#＃→").contains(c) || BULLETS.contains(&c));
    let labelled = inner.contains(ANNOUNCING);
    let left = length(rest);
    let done = left == 0
        || KINDS.contains(rest)
        || is_place(rest)
        || PLACE_NOISE.contains(rest)
        || labelled && left <= 10 && GIVEN.is_in(rest)
        || labelled && left <= 16 && at_border(rest)
        || tables::is_label(rest)
        || is_aside(rest, labelled || inner.len() < line.len())
        // 作者：王小明，微信：wxm
        || left <= 24 && any_of!["微信", "邮箱", "电话", "公众号", "微博"].begins(rest)
        || matches!(rest, "整理" | "整理报导" | "整理报道" | "编译" | "撰文" | "等" | "等人" | "拍摄")
        || any_of!["发自"].begins(rest) && left <= 8
        // 责任编辑：王小明 SF001
        || left <= 14 && rest.chars().all(|c| c.is_ascii_alphanumeric() || is_digit(c) || is_blank(c) || one_of!("_-").contains(c)) && !rest.chars().all(is_digit)
        || tables::role_at(rest).is_some_and(|(_, word)| word == rest)
        || labelled && rest.is_ascii() && rest.contains('@') && !rest.contains(' ')
        || is_closing(rest);
    done.then_some(people)
}

/// True for what says more of the person, or counts the readers: ，系某某大學教授, 瀏覽：312; without a comma only where the
/// person is `announced`.
fn is_aside(rest: &str, announced: bool) -> bool {
    const OF: &WordSet = any_of!["系", "为", "是", "现任", "任", "现为", "就职于", "来自", "单位"];
    // what the table of titles leaves out
    const POSTS: &WordSet = any_of![
        "评论员",
        "博士生",
        "研究生",
        "硕士",
        "作家",
        "院士",
        "教师",
        "经济学家",
        "撰稿人",
        "媒体人",
        "工作者",
    ];
    let of = rest.strip_prefix(['，', ',', '；']).map(trim).or(Some(rest).filter(|_| announced));
    // 作者：王小明，某某大学教授
    if announced
        && of.is_some_and(|of| {
            length(of) <= 24 && (POSTS.ends(of) || TITLES.suffix(of).is_some()) && !of.contains(['。', '：'])
        })
    {
        return true;
    }
    if of.is_some_and(|of| length(of) <= 40 && !of.contains('。') && OF.prefix(of).is_some()) {
        return true;
    }
    let words = || rest.split(|c: char| is_blank(c) || is_digit(c) || one_of!("：:次").contains(c));
    let mut words = words().filter(|word| !word.is_empty()).peekable();
    rest.contains(is_digit) && words.peek().is_some() && words.all(|word| STAMP_NOISE.contains(word))
}

/// The people of 王小明 雲林報導 圖 李大同: who reports, and who else did something; or of what [`reported_from`] reads.
fn reported(line: &str) -> Option<Vec<Credit<'_>>> {
    let (mut people, rest) = reports(line)?;
    match credits(rest.trim_start_matches(|c: char| is_blank(c) || matches!(c, '/' | '／')), true) {
        Some((more, "")) if !more.is_empty() => people.extend(more),
        _ if is_from(rest) => {}
        _ => return None,
    }
    Some(people)
}

/// The people of 王小明 綜合報導, 王小明 李大同 綜合報導 / 台中市: who reports, and the place perhaps.
fn reported_from(line: &str) -> Option<Vec<Credit<'_>>> {
    reports(line).filter(|(_, rest)| is_from(rest)).map(|(people, _)| people)
}

/// True for nothing, or a slash and the place that was reported from.
fn is_from(rest: &str) -> bool {
    let place = trim(rest).trim_start_matches(|c: char| is_blank(c) || matches!(c, '/' | '／'));
    place.is_empty() || is_place(place) && place.len() < trim(rest).len()
}

/// The people of labels after a desk and a slash: 某某新闻中心／记者王小明 编辑李大同.
fn desk_credits(line: &str) -> Option<Vec<Credit<'_>>> {
    let (desk, rest) = line.split_once(['／', '/'])?;
    let desk = trim(desk);
    let is_desk = any_of!["中心", "组", "频道", "部", "室"].ends(desk) && (3..=12).contains(&length(desk));
    let (people, left) = Some(trim_start(rest)).filter(|_| is_desk).and_then(|rest| credits(rest, true))?;
    (trim(left).is_empty() && !people.is_empty()).then_some(people)
}

/// The people of a paper of no table, with the address of its site or digits in its name, and who reports for it from where:
/// 21某某报道 记者王小明 北京报道, 某某时报（www.some.news）记者 王小明, 本报赴巴黎特派记者 王小明.
fn reporters_of_paper(line: &str) -> Option<Vec<Credit<'_>>> {
    let (at, _) = any_of!["记者"].find(line)?;
    let (desk, rest) = line.split_at_checked(at)?;
    let desk = trim(desk);
    let site = desk.split(['（', '(']).next().filter(|name| name.len() < desk.len() && desk.contains('.'));
    let name = site.map_or(desk, trim);
    let numbered = name.starts_with(is_digit) && any_of!["报道", "经济", "财经", "新闻"].ends(name);
    let sent = name.split_once('驻').map(|(paper, place)| outlets::signs(paper) && (1..=6).contains(&length(place)));
    let ours = name.starts_with("本报") && name.ends_with("特派") || sent == Some(true);
    let sound = (3..=12).contains(&length(name)) && (numbered || ours || site.is_some_and(outlets::signs));
    let (people, left) =
        Some(rest).filter(|_| sound && !name.contains(['，', '。', '：'])).and_then(|rest| credits(rest, true))?;
    let from = REPORTS.strip_suffix(left).map_or(left, trim);
    let placed = from.is_empty() || from.split('、').all(|place| PLACES.contains(trim(place)));
    (placed && !people.is_empty()).then_some(people)
}

/// The people of a name and those whom a role word names after it: 王小明　通讯员　李大同.
fn name_and_credits(line: &str) -> Option<Vec<Credit<'_>>> {
    // 某某新闻网 王小明 责任编辑 李大同
    let signed = line.split_once(is_blank).filter(|(desk, _)| outlets::signs(desk)).map(|(_, rest)| trim_start(rest));
    let (name, rest) = signed.unwrap_or(line).split_once(is_blank)?;
    let rest = trim_start(rest);
    let is_role = || tables::role_at(rest).is_some_and(|(_, word)| length(word) > 1);
    let joined =
        any_of!["通讯员", "实习生", "见习记者", "实习记者", "特约记者"].begins(rest) || signed.is_some() && is_role();
    let short = Some(name).filter(|name| joined && length(name) < 4);
    let names = short.and_then(lone_names).filter(|names| names.len() == 1)?;
    let (people, left) = credits(rest, true)?;
    let whole = trim(left).is_empty() && !people.is_empty();
    whole.then(|| as_reporters(names).into_iter().chain(people).collect())
}

/// The people of a paper abroad that is named in its marks: 英国《某某时报》 王小明 布鲁塞尔报道.
fn of_paper(line: &str) -> Option<Vec<Credit<'_>>> {
    let (country, titled) = line.split_at_checked(line.find('《').filter(|at| *at <= 12)?)?;
    let (_, rest) = bracketed(titled, 12)?;
    let people = Some(trim(rest)).filter(|who| who.len() < rest.len()).and_then(reported_from)?;
    (country.is_empty() || PLACES.contains(country)).then_some(people)
}

/// The people of labels after a desk that no table knows: 某某之聲普通話組 記者：王小明 責編：李大同.
fn labelled_after_desk(line: &str) -> Option<Vec<Credit<'_>>> {
    let (desk, rest) = line.split_once(is_blank)?;
    let rest = trim_start(rest);
    let labelled = tables::role_at(rest).is_some_and(|(_, word)| after(rest, word).starts_with(ANNOUNCING));
    let named = (2..=10).contains(&length(desk)) && desk.chars().all(is_han);
    let (people, left) = Some(rest).filter(|_| labelled && named).and_then(|rest| credits(rest, true))?;
    (left.is_empty() && !people.is_empty()).then_some(people)
}

/// The people of `卓冠齊/編輯`, `某报记者 王小明/文 李大同/图`, `王小明 文 李大同 图`: names before what they did.
///
/// Without a slash there are two deeds at least, or a role word stands before the names.
pub(in crate::layout) fn done_by(line: &str) -> Option<Vec<Credit<'_>>> {
    let slashed = line.contains(['/', '／']);
    let paired = line.contains('文') && line.contains(['图', '摄']);
    if !(slashed || paired) || length(line) > 60 {
        return None;
    }
    let credited = after_outlet(line);
    let reporters = tables::role_at(credited).filter(|(role, _)| *role == Some(PersonRole::Reporter));
    let reporters = reporters.filter(|(_, word)| length(word) > 1);
    let pairs = reporters.map_or(line, |(_, word)| after(credited, word));
    let mut found = Vec::new();
    let mut rest = trim_start(pairs);
    let mut deeds = 0;
    while !rest.is_empty() {
        let (names, role, following) = deed(rest)?;
        found.extend(doers(names)?.into_iter().filter_map(|name| Some(Credit { name, role: role? })));
        deeds += 1;
        rest = trim_start(following);
    }
    let sure = slashed || deeds > 1 || reporters.is_some() && deeds == 1;
    (!found.is_empty() && sure).then_some(found)
}

/// The people of 每江记者 王小明 每江编辑 李大同: one desk, of no table, before two role words.
fn same_desk(line: &str) -> Option<Vec<Credit<'_>>> {
    let (desk, rest) = any_of!["记者"].split_once(line).filter(|(desk, _)| (2..=6).contains(&length(desk)))?;
    let (reporters, editors) = rest.split_once(desk)?;
    let editors = editors.strip_prefix("编辑")?;
    let marks = |c: char| is_blank(c) || ANNOUNCING.contains(&c);
    let credit = |role| move |name| Credit { name, role };
    let mut people: Vec<_> =
        bare_names(reporters.trim_matches(marks))?.into_iter().map(credit(PersonRole::Reporter)).collect();
    people.extend(bare_names(editors.trim_matches(marks))?.into_iter().map(credit(PersonRole::Editor)));
    Some(people)
}

/// The words before the first deed of `s`, the role that it gives, and what follows: 王小明/文, 王小明 文, 王小明文.
fn deed(s: &str) -> Option<(&str, Option<PersonRole>, &str)> {
    const BOTH: &WordSet = any_of!["文并图", "文并摄", "文/图", "文／图", "图/文", "图／文", "文图", "图文", "文、图"];
    const ONE: &WordSet = any_of!["文", "图", "摄影", "摄"];
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(is_blank);
    s.char_indices().skip(2).find_map(|(at, c)| {
        let tail = s.get(at..)?;
        let names = s.get(..at)?;
        let parted = matches!(c, '/' | '／') || is_blank(c);
        // 王小明 / 文
        let start = tail.trim_start_matches(|c: char| is_blank(c) || matches!(c, '/' | '／'));
        let both = || BOTH.prefix(start).map(|word| (Some(PersonRole::Reporter), word));
        let slash = before(tail, start).contains(['/', '／']);
        let word = match parted {
            true => both()
                .or_else(|| tables::role_at(start))
                .filter(|(_, word)| slash || length(word) == 1 || BOTH.contains(word)),
            // 王小明文 李大同图
            false => ONE.prefix(tail).and_then(|_| tables::role_at(tail)).filter(|_| length(names) > 1),
        };
        let (role, word) = word?;
        let from = if parted { start } else { tail };
        ends(after(from, word)).then(|| (names, role, after(from, word)))
    })
}

/// Those who did something, whose names stand before it, an office perhaps before them: 宣传部 王小明.
fn doers(names: &str) -> Option<Vec<&str>> {
    let told = || told_names(names, true).filter(|(_, rest)| trim(rest).is_empty()).map(|(names, _)| names);
    let office = || {
        let (office, names) = names.split_once(is_blank)?;
        let named = crate::layout::is_office(office) || office.ends_with(['部', '处', '科', '局', '院']);
        bare_names(names).filter(|_| named)
    };
    bare_names(names).or_else(office).or_else(told)
}

/// The people of `覃美凤 摄影报导`, `阮祥 台北报导`, and what follows them: names, perhaps a place, and that they report.
pub(in crate::layout) fn reports(s: &str) -> Option<(Vec<Credit<'_>>, &str)> {
    const VERBS: &WordSet = any_of![
        "摄影报导",
        "摄影报道",
        "综合报导",
        "综合报道",
        "专题报导",
        "报导",
        "报道",
        "编译",
        "综合整理",
        "整理",
        "采访",
        "特稿",
    ];
    // most lines have none of their characters
    if !s.contains(['报', '编', '整', '采', '特']) {
        return None;
    }
    let (names, rest) = Some(names(s, true)).filter(|(names, _)| !names.is_empty()).or_else(|| unusual_names(s))?;
    // 王小明 实习生李大同 北京报道
    let (more, rest) = Some(trim_start(rest))
        .filter(|left| left.len() < rest.len() && tables::role_at(left).is_some_and(|(_, word)| length(word) > 2))
        .and_then(|left| credits(left, true))
        .unwrap_or((Vec::new(), rest));
    let following = trim_start(rest).trim_start_matches(['／', '/']);
    let mut place = trim_start(following);
    while let Some(name) = PLACES.prefix(place) {
        let rest = after(place, name);
        place = trim_start(rest.strip_prefix(['县', '市']).unwrap_or(rest));
    }
    // a place of no table, right before the verb
    let unknown = run(place, is_han);
    let verb = VERBS.suffix(unknown).filter(|verb| (2..=4).contains(&length(before(unknown, verb))));
    let verb =
        verb.filter(|verb| tables::role_at(unknown).is_none_or(|(_, word)| word.len() > unknown.len() - verb.len()));
    let verb = VERBS.prefix(place).or(verb);
    let parted = following.len() < rest.len() || !more.is_empty();
    let verb = verb.filter(|_| parted && !names.is_empty())?;
    let following = after(place, verb);
    let ends = following.chars().next().is_none_or(|c| !is_han(c));
    let credits = as_reporters(names).into_iter().chain(more).collect();
    ends.then_some((credits, following))
}

/// The people of `张三 报道`, `陳大文／文`: names before what they did.
fn named_report(line: &str) -> Option<Vec<Credit<'_>>> {
    // 章小田編譯
    if let Some(word) = any_of!["编译", "编写", "编译整理"].suffix(line) {
        let head = before(line, word);
        // 國際中心／王小明編譯
        let desk = || head.split_once(['／', '/']).and_then(|(desk, names)| desk_report(trim(desk), trim(names)));
        return bare_names(head).filter(|names| names.len() <= 3).map(as_reporters).or_else(desk);
    }
    let kind = any_of![
        "综合报道",
        "综合报导",
        "报道",
        "报导",
        "撰文",
        "／文",
        "/文",
        " 文",
        "／撰文",
        "文/图",
        "图/文",
        "文／图",
        "图／文",
        "文图",
        "图文"
    ]
    .suffix(line)?;
    let head = before(line, kind);
    if let Some((desk, rest)) = head.split_once(['／', '/']) {
        if let Some(people) = desk_report(trim(desk), trim(rest)) {
            return Some(people);
        }
    }
    // 某視 綜合報導
    if kind.starts_with('综') && outlets::signs(trim(head)) {
        return Some(Vec::new());
    }
    let names = bare_names(head.trim_end_matches(|c: char| is_blank(c) || matches!(c, '/' | '／' | '|')))?;
    let glued = kind.starts_with('报') && length(head) == 3 && !is_word(head)
        || kind.starts_with('综') && lone_names(head).is_some();
    let parted = head.ends_with(is_blank) || kind.starts_with(['／', '/', ' ']) || glued;
    (parted && names.len() <= 4).then(|| as_reporters(names))
}

/// The people of `國際中心／王小明`, `民視新聞／王小明、李大同 嘉義`, `王小明 李大同／台北`, before 報導; none of `社會中心／綜合`.
fn desk_report<'a>(desk: &'a str, rest: &'a str) -> Option<Vec<Credit<'a>>> {
    let is_desk = any_of!["中心", "组", "频道", "部"].ends(desk);
    let unusual = length(desk) == 3 && may_be_name(desk) && !is_desk && !outlets::is_outlet(desk);
    let bare = bare_names(desk);
    let is_name = bare.is_some();
    let names = bare.or_else(|| unusual.then(|| Vec::from([desk])));
    if names.is_some() && PLACES.contains(without_noise(rest)) {
        return names.map(as_reporters);
    }
    let rest = any_of!["综合", "连线"].suffix(rest).map_or(rest, |word| trim(before(rest, word)));
    // 某某新聞網／綜合報導, 即時新聞／綜合報導
    let told = rest.is_empty() && (outlets::signs(desk) || KINDS.contains(desk) || outlets::is_channel(desk));
    if told || is_desk && (rest.is_empty() || PLACES.contains(rest)) {
        return Some(Vec::new());
    }
    let (found, place) = names_then_place(rest)?;
    let placed = place.is_some_and(is_place);
    let known = is_desk || outlets::is_outlet(desk) || !is_name && (2..=6).contains(&length(desk)) && placed;
    (known && found.iter().all(|name| bare_names(name).is_some())).then(|| as_reporters(found))
}

/// The people after a desk or an outlet that no table knows, told by its form: 新竹振道記者陳小明／新竹報導, 嵐新聞LNews｜阮祥
/// 臺北報導, - 作者, 秦秋實.
fn unknown_desk(line: &str) -> Option<Vec<Credit<'_>>> {
    if let Some((desk, rest)) = line.split_once(BARS) {
        let is_name = (2..=14).contains(&length(trim(desk))) && !desk.contains(['，', '。', '：', ':']);
        // 太報TaiSounds | 薛亦帆
        let mixed = desk.contains(|c: char| c.is_ascii_alphabetic()) && desk.contains(is_han);
        let named = bare_names(rest).filter(|names| names.len() < 4 && (mixed || outlets::is_outlet(trim(desk))));
        if let Some(names) = named.filter(|_| is_name) {
            return Some(as_reporters(names));
        }
        return reports(trim(rest)).filter(|(_, after)| is_name && trim(after).is_empty()).map(|(people, _)| people);
    }
    outlet_and_name(line).or_else(|| desk_and_name(line))
}

/// The people of a line that is an outlet and a name: 某某新聞 王小明 報導, 王小明 某某日報, - 作者, 王小明.
fn outlet_and_name(line: &str) -> Option<Vec<Credit<'_>>> {
    // most lines are in one piece
    if !line.contains(|c| is_blank(c) || one_of!("／/（(").contains(c)) {
        return author(line);
    }
    // 王小明 報導 / 台中市
    let ends = |following: &str| {
        let place = trim(following).trim_start_matches(['／', '/']);
        place.is_empty() || place.len() < trim(following).len() && is_place(trim(place))
    };
    let whole = |rest| reports(trim(rest)).filter(|(_, following)| ends(following)).map(|(people, _)| people);
    if let Some((_, rest)) = line.split_once(is_blank).filter(|(desk, _)| outlets::signs(desk)) {
        // 某某周刊 文、圖／王小明
        let credited =
            || credits(trim(rest), true).filter(|(_, following)| following.is_empty()).map(|(people, _)| people);
        return whole(rest).or_else(credited);
    }
    // 21某某經濟 王小明 廣州報道
    let desk = line.split_once(is_blank);
    let desk = desk.filter(|(desk, _)| (2..=8).contains(&length(desk)) && desk.ends_with(is_han));
    let told = desk.and_then(|(desk, rest)| Some((desk, whole(rest)?)));
    if let Some((_, people)) = told.filter(|(desk, _)| bare_names(desk).is_none()) {
        return Some(people);
    }
    // 某某新聞網／王小明, 體育中心／王小明
    let desk = line.split_once(['／', '/']).map(|(desk, names)| (trim(desk), trim(names)));
    // 綜合報導／王小明
    let signs = |desk: &str| outlets::signs(desk) || desk.ends_with("中心") || KINDS.contains(desk);
    if let Some((_, names)) = desk.filter(|(desk, _)| signs(desk)) {
        // 某某新聞／王小明 採訪報導
        let names = KINDS.suffix(names).filter(|kind| length(kind) > 1).map_or(names, |kind| before(names, kind));
        return bare_names(names).filter(|names| names.len() < 4).map(as_reporters);
    }
    if let Some((names, _)) = line.rsplit_once(is_blank).filter(|(_, desk)| outlets::signs(desk)) {
        // 江右要闻 某某新闻网 names nobody
        let people = || lone_names(names).map_or_else(Vec::new, as_reporters);
        return bare_names(names).map(|_| people());
    }
    // 某某新聞（中文版：某某網）王小明 東京報道
    let desk = line.split(['（', '(']).next().map(trim).filter(|desk| desk.len() < line.len() && outlets::signs(desk));
    if let Some((_, rest)) = desk.and_then(|desk| bracketed(trim_start(after(line, desk)), 20)) {
        // the names of Japan have other surnames
        let is_name =
            |who: &str| (2..=5).contains(&length(who)) && who.chars().all(is_han) && general::get(who).is_none();
        let alone = || Some(trim(rest)).filter(|who| is_name(who)).map(|who| as_reporters(Vec::from([who])));
        return whole(rest).or_else(alone);
    }
    author(line)
}

/// The people of - 作者, 王小明.
fn author(line: &str) -> Option<Vec<Credit<'_>>> {
    let line = line.trim_start_matches(|c: char| is_blank(c) || matches!(c, '-' | '–'));
    let labelled = line.strip_prefix("作者").or_else(|| line.strip_prefix("Author")).map(trim_start);
    labelled.and_then(|rest| rest.strip_prefix(['，', ','])).and_then(bare_names).map(as_reporters)
}

/// The people of a line that is a desk, what its people are, and a name: 新竹振道記者陳小明／新竹報導, 某某評論員 王小明.
fn desk_and_name(line: &str) -> Option<Vec<Credit<'_>>> {
    if !line.contains(['者', '员']) {
        return None;
    }
    let (desk, rest) = SIGNERS.iter().find_map(|word| line.split_once(word))?;
    if !(2..=6).contains(&length(desk)) || !desk.chars().all(is_han) {
        return None;
    }
    let reported = REPORTS.suffix(rest).and_then(|word| before(rest, word).split_once(['／', '/']));
    let names = match reported {
        Some((names, place)) => {
            let place = without_noise(place);
            let is_place = PLACES.contains(place) || (2..=3).contains(&length(place)) && place.chars().all(is_han);
            Some(names).filter(|_| is_place)?
        }
        // 某某評論員 王小明
        None => Some(rest).filter(|rest| rest.starts_with(is_blank) && !desk.contains('的'))?,
    };
    bare_names(names).map(as_reporters)
}

/// True for what may stand after the names of a byline: a place with 報導, an outlet.
fn is_closing(rest: &str) -> bool {
    let kind = KINDS.suffix(rest).filter(|kind| length(kind) > 1);
    kind.is_some_and(|kind| length(before(rest, kind)) <= 6) || outlets::is_outlet(rest)
}
