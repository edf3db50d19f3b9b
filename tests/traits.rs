//! What users may do with the types: send them between threads, clone, print and compare them.

#![cfg(test)]

use std::fmt::Debug;

use wanyi::{
    Approx, Article, Block, Bound, Claim, Diagnostic, Edit, Found, Lexicon, LexiconBuilder, LexiconError, Mention,
    Moment, ParseError, ParseErrorKind, Parser, Passage, Person, Piece, Quantity, QuantityRef, Region, Repaired, Role,
    Section, Span, Time, Unit, UnknownRegion, Value, find_quantities,
};

const fn shared<T: Send + Sync>() {}
const fn owned<T: Send + Sync + 'static>() {}
const fn plain<T: Clone + Debug + PartialEq + Eq>() {}
const fn error<T: std::error::Error + Send + Sync + 'static>() {}

#[test]
fn owned_types_cross_threads() {
    owned::<Article<'static>>();
    owned::<Found<'static>>();
    owned::<Repaired<'static>>();
    owned::<Parser>();
    owned::<Lexicon>();
    owned::<LexiconBuilder>();
    owned::<Quantity>();
    owned::<Time>();
    owned::<Mention<Quantity>>();
    owned::<Mention<Time>>();
    owned::<Unit>();
    owned::<Diagnostic>();
    shared::<Passage<'_>>();
    shared::<Section<'_>>();
    shared::<Claim<'_>>();
    shared::<QuantityRef<'_>>();
    shared::<Person<'_>>();
    shared::<Piece<'_>>();
}

#[test]
fn values_compare_clone_and_print() {
    plain::<Article<'static>>();
    plain::<Found<'static>>();
    plain::<Repaired<'static>>();
    plain::<Quantity>();
    plain::<Time>();
    plain::<Mention<Quantity>>();
    plain::<Value>();
    plain::<Bound>();
    plain::<Approx>();
    plain::<Role>();
    plain::<Unit>();
    plain::<Span>();
    plain::<Moment>();
    plain::<Region>();
    plain::<Edit>();
    plain::<Block>();
    plain::<Diagnostic>();
    plain::<ParseErrorKind>();
}

#[test]
fn errors_are_errors() {
    error::<ParseError>();
    error::<LexiconError>();
    error::<UnknownRegion>();
    error::<wanyi::GrammarError>();
    error::<wanyi::ConversionError>();
}

/// Written by `serde_json` and read back; serde itself is no dependency of the tests.
#[cfg(feature = "serde")]
macro_rules! round_trip {
    ($($value:expr => $kind:ty),* $(,)?) => { $(
        let json = serde_json::to_string(&$value).unwrap();
        assert_eq!(serde_json::from_str::<$kind>(&json).unwrap(), $value, "{json}");
    )* };
}

#[cfg(feature = "serde")]
#[test]
fn single_values_go_through_json() {
    let quantity: Quantity = "近三分之一".parse().unwrap();
    let rate: Quantity = "3800元/噸".parse().unwrap();
    round_trip! {
        quantity => Quantity,
        quantity.value => Option<Value>,
        rate.unit => Option<Unit>,
        rate => Quantity,
        Approx::AtLeast => Approx,
        Role::PercentagePoint => Role,
        "2023-09-20T19:32:21".parse::<Moment>().unwrap() => Moment,
        find_quantities("受益群眾達1.6萬人") => Found<'static>,
    }
    assert_eq!(serde_json::to_string(&Role::PercentagePoint).unwrap(), "\"percentage_point\"");
    assert_eq!(serde_json::to_string(&quantity.value).unwrap(), "\"1/3\"");
    assert_eq!(
        serde_json::to_string(&rate).unwrap(),
        "{\"value\":\"3800\",\"lower\":{\"value\":\"3800\",\"inclusive\":true},\
         \"upper\":{\"value\":\"3800\",\"inclusive\":true},\"approx\":\"exact\",\"role\":\"cardinal\",\
         \"unit\":{\"symbol\":\"元\",\"dimension\":\"currency\",\"code\":null,\"system\":null,\"likely\":null,\
         \"factor\":\"1\",\"region\":null,\"per\":{\"symbol\":\"噸\",\"dimension\":\"mass\",\"code\":\"t\",\
         \"system\":\"ucum\",\"likely\":null,\"factor\":\"1000\",\"region\":null,\"per\":null}},\"score\":null}"
    );
}

#[test]
fn one_parser_serves_many_threads() {
    let parser = Parser::new().region(Region::Taiwan);
    let text = String::from("去年營收300億元，年增7.5%。");
    let articles: Vec<Article<'static>> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..4).map(|_| scope.spawn(|| parser.parse(&text).unwrap().into_owned())).collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).collect()
    });
    drop(text);
    assert_eq!(articles[0].quantities().count(), 2);
    assert!(articles.iter().all(|article| *article == articles[0]));
}

#[test]
fn found_outlives_its_text_when_owned() {
    let found: Found<'static> = {
        let text = String::from("受益群眾達1.6萬人");
        find_quantities(&text).into_owned()
    };
    assert_eq!(found.quantities().next().map(|q| q.text()), Some("1.6萬人"));
}

#[test]
fn views_print_their_text() {
    let article = Article::parse("該縣投入420余萬元。").unwrap();
    let passage = article.paragraphs().next().unwrap();
    assert_eq!(format!("{passage:?}"), "Passage(\"該縣投入420余萬元。\", Span(0..27, chars 0..11))");
    assert_eq!(format!("{:?}", article.quantities().next().unwrap().span()), "Span(12..24, chars 4..10)");
}
