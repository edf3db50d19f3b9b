//! Every row is read in a sentence: its own example, or that of its class; in both scripts.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::lexer::{fold, unfold};
use crate::{Article, Found, Quantity, Role, find_quantities};

include!(concat!(env!("OUT_DIR"), "/vocabulary_rows.rs"));

/// What a row must show of its example, by the class; `None` where a class is not seen in a sentence alone.
fn shows(class: &str, meaning: &str, word: &str, example: &str) -> Option<bool> {
    let found = find_quantities(example);
    let approx = || found.quantities().map(|quantity| format!("{:?}", quantity.approx)).collect::<Vec<_>>();
    Some(match class {
        "before" | "before_scale" | "after" => approx().iter().any(|approx| approx == meaning),
        "afar" => approx().iter().any(|approx| meaning.contains(approx.as_str())),
        "negation" => approx().iter().any(|approx| approx == "AtMost"),
        "time" => found.times().any(|time| time.text().contains(word) || fold(time.text()).contains(word)),
        "relation" => found.times().any(|time| meaning.contains(&format!("{:?}", time.relation))),
        "show" | "shown" => found.quantities().any(|quantity| quantity.role == Role::Ordinal),
        "reach" => found.times().any(|time| fold(time.text()).contains(word)),
        "hours" => found.times().any(|time| fold(time.text()).contains(word)),
        "ordinary" => !touches(&found, &fold(example), word),
        "number" => touches(&found, &fold(example), word),
        "cue" => return cue(meaning, example),
        "manner" => changes(example).as_deref() == Some("Increase"),
        "moved" | "change_by_number" => changes(example).as_deref() == Some(meaning),
        "outlet" => source(example).is_some_and(|source| fold(&source) == word),
        _ => return None,
    })
}

/// Whether a quantity or a time lies on a word.
fn touches(found: &Found<'_>, text: &str, word: &str) -> bool {
    let Some(at) = text.find(word) else { return false };
    let lies = |start: usize, end: usize| start < at + word.len() && at < end;
    found.quantities().any(|item| lies(item.span().start(), item.span().end()))
        || found.times().any(|item| lies(item.span().start(), item.span().end()))
}

fn source(text: &str) -> Option<String> {
    Article::parse(text).ok()?.source().map(|source| source.text.to_string())
}

/// The direction of the first change.
fn changes(text: &str) -> Option<String> {
    let article = Article::parse(text).ok()?;
    let change = article.claims().next()?.changes().next()?;
    Some(format!("{:?}", change.direction))
}

/// What a claim must show: the subject ends before the word.
fn cue(meaning: &str, example: &str) -> Option<bool> {
    let article = Article::parse(example).ok()?;
    let claim = article.claims().next()?;
    let subject = claim.subject().map(|subject| fold(subject.text).into_owned());
    let change = changes(example);
    Some(match meaning.split('(').next().unwrap_or_default() {
        "Verb" | "Level" | "Has" => subject.as_deref() == Some("示范公司"),
        "Direction" => change.is_some_and(|change| meaning.contains(&change)),
        _ => return None,
    })
}

/// The sentences of the classes: class, how the meaning begins, and the sentence.
const CARRIERS: &[(&str, &str, &str)] = &[
    ("before", "", "共{}3万人"),
    ("before_scale", "", "共{}百人"),
    ("after", "", "共3万人{}"),
    ("afar", "", "事故{}30人死亡"),
    ("negation", "", "浓度{}超过3毫克"),
    ("time", "Minguo", "{}112年投产"),
    ("time", "Era", "{}230年建城"),
    ("time", "Reign", "{}三年建城"),
    ("time", "WeekdayPrefix", "公司{}五投产"),
    ("time", "LunarNewYear", "{}初三开市"),
    ("time", "LunarDay", "{}一清晨开市"),
    ("time", "Lunar", "{}八月初三开市"),
    ("time", "Every", "公司{}年投产一座"),
    ("time", "DayPart", "公司{}8时投产"),
    ("time", "MonthEdge", "9{}投产"),
    ("time", "Feast", "公司在{}期间投产"),
    ("time", "", "公司{}投产"),
    ("show", "", "{}第三季停播"),
    ("shown", "", "该剧第三季{}"),
    ("reach", "", "{}三年，公司投产"),
    ("relation", "(Until", "截至2020年{}"),
    ("relation", "", "2020年{}，公司投产"),
    ("hours", "", "昨日{}8时，公司投产"),
    ("ordinary", "", "他们说到{}的事。"),
    ("number", "", "{}"),
    ("cue", "Verb", "示范公司{}货物3000件。"),
    ("cue", "Level", "示范公司{}3000家。"),
    ("cue", "Has", "示范公司{}员工3000人。"),
    ("cue", "Direction(Direction::None", "示范公司的产量与去年{}。"),
    ("cue", "Direction", "示范公司的产量{}5%。"),
    ("manner", "", "示范公司的产量{}升5%。"),
    ("moved", "", "示范公司的产量急{}5%。"),
    ("change_by_number", "", "示范公司的人数{}5%。"),
    ("outlet", "", "柳江新桥通车\n来源：{}\n\n柳江市的新桥今天通车，全长300米，投资2亿元，工程历时三年。"),
];

/// What is wrong with a row, if anything.
fn fault(word: &str, meanings: &str, example: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for part in meanings.split("; ") {
        let (class, meaning) = part.split_once(':').unwrap_or((part, ""));
        let carrier = CARRIERS.iter().find(|(name, head, _)| *name == class && meaning.starts_with(head));
        let text = match (example, carrier) {
            ("-", _) | ("", None) => continue,
            ("", Some((.., carrier))) => carrier.replace("{}", word),
            (example, _) => example.to_string(),
        };
        for text in [text.clone(), unfold(&text)] {
            if shows(class, meaning, word, &text) == Some(false) {
                faults.push(format!("{word}\t{part}\t{text}"));
                break;
            }
        }
    }
    faults
}

#[test]
fn every_row_reads_as_it_says() {
    let faults: Vec<String> =
        ROWS.iter().flat_map(|(word, meanings, example)| fault(word, meanings, example)).collect();
    assert!(faults.is_empty(), "{} of {} rows:\n{}", faults.len(), ROWS.len(), faults.join("\n"));
}

/// What is read of a text, without what was printed.
fn readings(text: &str) -> Vec<String> {
    let found = find_quantities(text);
    let quantities = found.quantities().map(|item| format!("{:?} {}", item.span(), Quantity::clone(&item)));
    let times = found.times().map(|item| format!("{:?} {:?} {:?}", item.span(), item.kind, item.from));
    quantities.chain(times).collect()
}

/// Numbers in all their shapes, of which no word before may take a part.
const NUMBERS: [&str; 12] = [
    "3.5亿元",
    "约3万吨",
    "超3亿元",
    "近40%",
    "逾百家",
    "至少12人",
    "1500多元",
    "十余家",
    "两三百人",
    "三成",
    "第3位",
    "20%至30%",
];

/// What the last quantity of a text says, without its span and what its unit is per.
fn last_reading(text: &str) -> Option<String> {
    let found = find_quantities(text);
    let last = found.quantities().last()?;
    let symbol = last.unit.as_ref().map(|unit| unit.symbol().to_string());
    Some(format!("{:?} {:?} {:?} {symbol:?}", last.value, last.lower, last.upper))
}

/// Whether what follows a word may belong to it: it limits a number, begins one, names a currency or reaches a time, or its end
/// and the start of the number are a word as well, which the words of a text decide.
fn may_go_on(word: &str, classes: &str, number: &str, money: &[String]) -> bool {
    const OPEN: [&str; 12] = [
        "before",
        "before_scale",
        "negation",
        "afar",
        "after",
        "time",
        "number",
        "reach",
        "code",
        "hours",
        "lasting",
        "surname",
    ];
    let is_open = classes.split("; ").any(|class| OPEN.contains(&class.split(':').next().unwrap_or(class)));
    let is_limit = crate::vocabulary::BEFORE.suffix(word).is_some()
        || crate::vocabulary::NEGATIONS.suffix(word).is_some()
        || crate::vocabulary::AFAR.find(word).is_some();
    let last = word.chars().next_back().unwrap_or_default();
    let is_number = crate::chars::is_of_number(last) || "前第首周初年自由从不没未".contains(last);
    let is_money = money.iter().any(|form| word.ends_with(form.as_str()));
    let pair = format!("{last}{}", number.chars().next().unwrap_or_default());
    let begins_number = word.chars().next().is_some_and(crate::chars::is_of_number);
    let is_word = word.chars().count() > 1 && crate::chars::is_han(last) && !begins_number;
    is_open || is_limit || is_number || is_money || !is_word || crate::general::get(&pair).is_some()
}

/// Words of the vocabulary and general words before numbers: what is read of the number is right, or nothing is.
#[test]
fn no_word_takes_a_part_of_the_number_after_it() {
    let general: Vec<String> = crate::general::sample(2_000).collect();
    let words = ROWS.iter().map(|(word, classes, _)| (*word, *classes));
    let words = words.chain(general.iter().map(|word| (word.as_str(), "")));
    let lexicon = crate::Lexicon::default();
    let money = lexicon.iter().filter(|(_, unit)| unit.dimension() == crate::Dimension::Currency);
    let money: Vec<String> =
        money.filter(|(form, _)| form.chars().count() > 1).map(|(form, _)| form.to_string()).collect();
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for (word, classes) in words {
        // three numbers a word, the same ones whatever words there are
        let at: usize = word.bytes().map(usize::from).sum();
        for number in (0..3).filter_map(|step| NUMBERS.get((at + step * 4) % NUMBERS.len())) {
            if may_go_on(word, classes, number, &money) {
                continue;
            }
            tried += 1;
            let alone = last_reading(&format!("。{number}，情况良好"));
            let after = last_reading(&format!("。{word}{number}，情况良好"));
            if after.is_some() && after != alone {
                wrong.push(format!("{word}|{number}: {after:?}"));
            }
        }
    }
    assert!(tried > 10_000, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every word of the vocabulary, every form of a unit, and ten thousand general words, after a number and before one, in
/// both scripts.
#[test]
fn both_scripts_read_the_same() {
    let lexicon = crate::Lexicon::default();
    let mut words: Vec<String> = ROWS.iter().map(|(word, ..)| (*word).to_string()).collect();
    words.extend(lexicon.iter().map(|(form, _)| form.to_string()));
    words.extend(crate::general::sample(10_000));
    assert!(words.len() > 17_000 || cfg!(not(feature = "words")), "{}", words.len());
    let mut differ = Vec::new();
    for word in &words {
        let text = fold(&"共3万{}，{}三百家，去年{}5日，第三{}投入{}20多亿元".replace("{}", word)).into_owned();
        if readings(&text) != readings(&unfold(&text)) {
            differ.push(text);
        }
    }
    assert!(differ.is_empty(), "{} of {}: {differ:?}", differ.len(), words.len());
}

/// The cues and the ordinary words are two tables that are asked as one.
#[test]
fn words_of_two_tables_are_found_as_of_one() {
    use super::{CUES, ORDINARY, OWN_CUES};
    use crate::claims::words::Cue;
    let mut hidden = 0;
    for (word, ..) in ROWS {
        let found: Vec<(Cue, usize)> = CUES.all(word).collect();
        assert!(found.windows(2).all(|pair| pair[0].1 > pair[1].1), "{word}: {found:?}");
        assert_eq!(found.first().copied(), CUES.longest(word), "{word}");
        for (table, is_ordinary) in [(OWN_CUES.get(word), false), (ORDINARY.get(word).map(|()| Cue::Nothing), true)] {
            let Some(cue) = table else { continue };
            hidden += usize::from(is_ordinary && found.len() > 1);
            let is_both = is_ordinary && OWN_CUES.contains(word);
            assert!(is_both || found.first() == Some(&(cue, word.len())), "{word}: {found:?}");
        }
    }
    assert!(hidden > 100, "{hidden} words hide a cue");
}
