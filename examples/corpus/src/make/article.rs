//! One article: sentences with their numbers filled in, in one of the two scripts, a few of them damaged.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::random::Random;
use super::words::{
    HEADINGS, OFFICES, OUTLETS, PEOPLE, PERIODS, PLACES, PROSE, READINGS, SENTENCES, SIMPLIFIED, SOON, THINGS, TITLES,
    WEEKDAYS,
};

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) title: String,
    pub(super) content: String,
    pub(super) time: String,
    pub(super) source: String,
}

impl Made {
    /// An article whose content has about so many bytes, half as many at least and half more at most.
    pub(super) fn new(random: &mut Random, size: usize) -> Self {
        let size = size.max(2) as u64;
        let size = usize::try_from(random.within(size / 2, size + size / 2)).unwrap_or(usize::MAX);
        let title = fill(random.one_of(TITLES), random);
        let mut content = String::new();
        let mut sentences = 0;
        while content.len() < size {
            if sentences > 0 && random.one_in(3) {
                content.push_str("\n\n");
                if size > 1200 && random.one_in(5) {
                    content.push_str(random.one_of(HEADINGS));
                    content.push_str("\n\n");
                }
            }
            // a number a line or two, as in print
            let kind = if random.one_in(4) { SENTENCES } else { PROSE };
            content.push_str(&fill(random.one_of(kind), random));
            sentences += 1;
        }
        let (year, month, day) = (random.within(2015, 2026), random.within(1, 12), random.within(1, 28));
        let (hour, minute) = (random.within(0, 23), random.within(0, 59));
        let time = format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00+08:00");
        let made = Self { title, content, time, source: random.one_of(OUTLETS).to_owned() };
        let made = if random.one_in(2) { made.simplified() } else { made };
        if random.one_in(20) { made.damaged(random) } else { made }
    }

    fn simplified(self) -> Self {
        let turn = |text: &str| text.chars().map(simplified).collect();
        Self { title: turn(&self.title), content: turn(&self.content), source: turn(&self.source), ..self }
    }

    /// As mirror sites and drawn pages have it: readings after characters, entities, marks of no width.
    fn damaged(self, random: &mut Random) -> Self {
        let content = match random.within(1, 3) {
            1 => READINGS.iter().fold(self.content, |text, (of, reading)| text.replace(*of, reading)),
            2 => self.content.replace('，', "，&nbsp;"),
            _ => self.content.replace('。', "。\u{200B}"),
        };
        Self { content, ..self }
    }
}

static FORMS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pair = |pair: &str| pair.chars().next().zip(pair.chars().nth(1));
    SIMPLIFIED.split(' ').filter_map(pair).collect()
});

fn simplified(c: char) -> char {
    FORMS.get(&c).copied().unwrap_or(c)
}

/// A sentence with what stands in braces filled in.
fn fill(sentence: &str, random: &mut Random) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((slot, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(&filled(slot, random));
        rest = after;
    }
    out + rest
}

fn filled(slot: &str, random: &mut Random) -> String {
    match slot {
        "place" => random.one_of(PLACES).to_owned(),
        "thing" => random.one_of(THINGS).to_owned(),
        "office" => random.one_of(OFFICES).to_owned(),
        "person" => random.one_of(PEOPLE).to_owned(),
        "period" => random.one_of(PERIODS).to_owned(),
        "soon" => random.one_of(SOON).to_owned(),
        "weekday" => random.one_of(WEEKDAYS).to_owned(),
        "money" => limited(random, money),
        "people" => limited(random, people),
        "tons" => format!("{}.{}萬噸", random.within(1, 90), random.within(1, 9)),
        "area" => limited(random, |random| format!("{}畝", random.within(200, 90_000))),
        "length" => format!("{}.{}公里", random.within(1, 60), random.within(1, 9)),
        "price" => format!("{}元", random.within(3, 900)),
        "percent" => percent(random, 5, 40),
        "small" => percent(random, 2, 9),
        "smaller" => percent(random, 0, 1),
        "points" => format!("{}.{}", random.within(0, 3), random.within(1, 9)),
        "share" => share(random),
        "number" => random.within(12, 980).to_string(),
        "few" => few(random),
        "minutes" => format!("{}小時{}分鐘", random.within(1, 3), random.within(5, 55)),
        "less" => format!("{}分鐘", random.within(15, 55)),
        "date" => format!("{}月{}日", random.within(1, 12), random.within(1, 28)),
        "month" => random.within(1, 12).to_string(),
        "clock" => format!("上午{}時{}分", random.within(6, 11), random.within(10, 59)),
        "year" => random.within(1998, 2009).to_string(),
        "later" => random.within(2010, 2025).to_string(),
        _ => String::new(),
    }
}

/// What is said of a number, with words that limit it or none.
fn limited(random: &mut Random, number: impl Fn(&mut Random) -> String) -> String {
    let before = random.one_of(&["", "", "", "約", "近", "逾", "超過", "至少"]);
    format!("{before}{}", number(random))
}

fn money(random: &mut Random) -> String {
    match random.within(1, 6) {
        1 => format!("{}.{}億元", random.within(1, 99), random.within(1, 9)),
        2 => format!("{},{:03}萬元", random.within(1, 9), random.within(0, 999)),
        3 => format!("{}百萬元", chinese(random.within(2, 9))),
        4 => format!("{}萬元", chinese(random.within(11, 99))),
        5 => format!("{}億{}萬元", random.within(1, 30), random.within(100, 9999)),
        _ => format!("{}0多萬元", random.within(2, 98)),
    }
}

fn people(random: &mut Random) -> String {
    match random.within(1, 3) {
        1 => format!("{}.{}萬人次", random.within(1, 80), random.within(1, 9)),
        2 => format!("{}萬人", chinese(random.within(2, 99))),
        _ => format!("{}人", random.within(300, 99_000)),
    }
}

fn percent(random: &mut Random, least: u64, most: u64) -> String {
    let whole = random.within(least, most);
    match random.within(1, 4) {
        1 if whole > 0 => format!("百分之{}", chinese(whole)),
        2 if whole > 0 => format!("{whole}%"),
        _ => format!("{whole}.{}%", random.within(1, 9)),
    }
}

fn share(random: &mut Random) -> String {
    let tenths = chinese(random.within(3, 9));
    match random.within(1, 3) {
        1 => format!("{tenths}成"),
        2 => format!("{tenths}成{}", chinese(random.within(1, 9))),
        _ => format!("{}%", random.within(31, 99)),
    }
}

fn few(random: &mut Random) -> String {
    let number = random.within(3, 9);
    if random.one_in(2) { chinese(number) } else { number.to_string() }
}

/// A number below a hundred in words.
fn chinese(number: u64) -> String {
    let digit = |number: u64| usize::try_from(number).ok().and_then(|at| DIGITS.get(at)).copied();
    let (tens, ones) = (number / 10 % 10, number % 10);
    let tens_are_said = (tens > 1).then(|| digit(tens)).flatten();
    let ones_are_said = (ones > 0 || tens == 0).then(|| digit(ones)).flatten();
    tens_are_said.into_iter().chain((tens > 0).then_some('十')).chain(ones_are_said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wanyi::{Article, Script};

    #[test]
    fn numbers_in_words() {
        assert_eq!([0, 7, 10, 11, 20, 45, 99].map(chinese), ["零", "七", "十", "十一", "二十", "四十五", "九十九"]);
    }

    #[test]
    fn every_slot_is_filled() {
        let mut random = Random::new(3);
        for sentence in SENTENCES.iter().chain(PROSE).chain(TITLES) {
            for slot in sentence.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()) {
                assert!(!filled(slot, &mut random).is_empty(), "{slot}");
            }
            assert!(!fill(sentence, &mut random).contains(['{', '}']), "{sentence}");
        }
    }

    #[test]
    fn articles_stand_in_one_script_each_and_are_read() {
        let mut random = Random::new(5);
        let (mut scripts, mut quantities) = ([0, 0], 0);
        for _ in 0..200 {
            let made = Made::new(&mut random, 1500);
            assert!((750..2800).contains(&made.content.len()), "{}", made.content.len());
            let is_simplified = made.content.chars().map(simplified).eq(made.content.chars());
            let article = Article::parse(&made.content).unwrap();
            let script = article.script().map(|detected| detected.value);
            let wanted = if is_simplified { Script::Simplified } else { Script::Traditional };
            assert_eq!(script, Some(wanted), "{}", made.content);
            scripts[usize::from(is_simplified)] += 1;
            quantities += article.quantities().len();
        }
        assert!(scripts.iter().all(|count| *count > 50), "{scripts:?}");
        // as many as news has
        assert!((1000..3000).contains(&quantities), "{quantities}");
    }

    #[test]
    fn the_same_seed_gives_the_same_article() {
        let of = |seed| Made::new(&mut Random::new(seed), 600);
        assert_eq!(of(7), of(7));
        assert_ne!(of(7), of(8));
    }
}
