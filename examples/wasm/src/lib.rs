//! Two functions for a page: an article as JSON, and as a page of HTML.
//!
//! They run in a browser as they run here, so that the tests below need none.

use chrono::{NaiveDate, NaiveTime};
use wanyi::{Article, Moment, Parser};
use wasm_bindgen::prelude::*;

/// Why a text was not read; an `Error` in JavaScript.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        JsError::new(&failure.0).into()
    }
}

/// The article in the JSON form of `wanyi`. `published` is the day or the moment of publication as an input of a page gives
/// it, 2023-09-20 or 2023-09-20T19:32, or is left out.
///
/// # Errors
///
/// Where the text is empty or too long, or `published` is no date.
#[wasm_bindgen]
pub fn parse(text: &str, published: Option<String>) -> Result<String, Failure> {
    let article = read(text, published.as_deref())?;
    // its error cannot be: an article has no keys but texts
    serde_json::to_string(&article).map_err(|_| Failure("the article has no JSON form".to_owned()))
}

/// The article as one page of HTML with its marks, its table and its charts. `published` as for `parse`.
///
/// # Errors
///
/// As `parse`.
#[wasm_bindgen]
pub fn report(text: &str, published: Option<String>) -> Result<String, Failure> {
    Ok(read(text, published.as_deref())?.to_html())
}

fn read<'a>(text: &'a str, published: Option<&str>) -> Result<Article<'a>, Failure> {
    let mut parser = Parser::new();
    if let Some(published) = published.filter(|published| !published.is_empty()) {
        let moment = moment(published).ok_or_else(|| Failure(format!("{published:?} is no ISO 8601 date")))?;
        parser = parser.published(moment);
    }
    parser.parse(text).map_err(|error| Failure(error.to_string()))
}

/// The moment of an ISO 8601 date or date-time. chrono's reader of all formats would be a hundredth of the page.
fn moment(text: &str) -> Option<Moment> {
    let (day, clock) = text.split_once('T').map_or((text, None), |(day, clock)| (day, Some(clock)));
    let [year, month, day] = numbers(day, '-')?;
    let day = NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)?;
    let Some(clock) = clock else { return Some(day.into()) };
    let [hour, minute, second] = numbers(clock, ':').or_else(|| numbers(&format!("{clock}:00"), ':'))?;
    Some(day.and_time(NaiveTime::from_hms_opt(hour, minute, second)?).into())
}

/// The three numbers that marks part.
fn numbers(text: &str, mark: char) -> Option<[u32; 3]> {
    let parts = text.split(mark).map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>()?;
    parts.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::{Failure, parse, report};

    const TEXT: &str = "去年雲溪縣出口蘋果<500噸>，同比增長25%。";

    fn from(published: Option<&str>) -> String {
        let json = parse(TEXT, published.map(str::to_owned)).unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["text"], TEXT);
        value["sections"][0]["paragraphs"][0]["times"][0]["from"].to_string()
    }

    #[test]
    fn a_text_becomes_json() {
        assert_eq!(from(None), "null");
        assert_eq!(from(Some("")), "null", "an empty field is no date");
        assert_eq!(from(Some("2023-09-20")), "\"2022-01-01\"");
        assert_eq!(from(Some("2024-01-05T08:00")), "\"2023-01-01\"");
        assert_eq!(from(Some("2024-01-05T08:00:30")), "\"2023-01-01\"");
    }

    #[test]
    fn a_text_becomes_a_page() {
        let page = report(TEXT, Some("2023-09-20".to_owned())).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains("2022-01-01"), "{page}");
        assert!(page.contains("&lt;") && !page.contains("<500"), "the text is escaped");
        let article =
            wanyi::Parser::new().published("2023-09-20".parse::<wanyi::Moment>().unwrap()).parse(TEXT).unwrap();
        assert_eq!(page, article.to_html());
    }

    #[test]
    fn what_is_wrong_is_said() {
        let failure = |message: &str| Err(Failure(message.to_owned()));
        assert_eq!(parse(" \n", None), failure("the text is empty, at line 1, column 1"));
        assert_eq!(report("", None), failure("the text is empty, at line 1, column 1"));
        assert_eq!(report(TEXT, Some("20/9/2023".to_owned())), failure("\"20/9/2023\" is no ISO 8601 date"));
        assert_eq!(
            parse(TEXT, Some("2023-09-20T24:00".to_owned())),
            failure("\"2023-09-20T24:00\" is no ISO 8601 date")
        );
        assert_eq!(parse(TEXT, Some("2023-02-30".to_owned())), failure("\"2023-02-30\" is no ISO 8601 date"));
    }
}
