//! A record as the text that the parser reads.
//!
//! Fields are put together as a page prints them: the title, a line with time and source, the content. So the article has
//! them where every other article has them, and its offsets count from the start of that text; `content` in the table of
//! articles says where the content begins.

use serde_json::Value;
use wanyi::chrono::{DateTime, NaiveDate, Offset as _, TimeZone};
use wanyi::{Moment, Region};

use crate::failure::{Failure, FailureKind};
use crate::input::http::Page as Fetched;
use crate::input::{Data, csv};
use crate::options::Fields;
use crate::page::{self, Page};

/// A text to be read, and what is known of it beforehand.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The id that the record has, where it has one.
    pub(crate) id: Option<String>,
    pub(crate) text: String,
    /// The byte of the text where the content begins.
    pub(crate) content: usize,
    /// The day or instant that the record states.
    pub(crate) published: Option<Moment>,
    /// The one that the page tells programs, where its text has none.
    pub(crate) fallback: Option<Moment>,
    pub(crate) region: Option<Region>,
    pub(crate) url: Option<String>,
    /// How many stretches of bytes were no characters.
    pub(crate) malformed: u64,
}

impl Draft {
    /// The text of a record; `None` where it is no article.
    pub(crate) fn of(data: &Data, fields: &Fields, limit: usize) -> Result<Option<Self>, Failure> {
        let draft = match data {
            Data::Json(line) => Record::of_json(line, fields)?.draft()?,
            Data::Csv(header, row) => Record::of_csv(header, row, fields)?.draft()?,
            Data::Text(bytes) => Self::of_text(bytes),
            Data::Html(bytes) => Self::of_html(bytes, None),
            Data::Page(page) => Self::of_fetched(page, limit)?,
            Data::Bad(failure, _) => return Err(failure.clone()),
            Data::Other => return Ok(None),
        };
        let content = draft.text.get(draft.content..).unwrap_or_default();
        if content.trim().is_empty() {
            return Err(Failure::new(FailureKind::Text("empty"), "the text is empty"));
        }
        Ok(Some(draft))
    }

    fn of_text(bytes: &[u8]) -> Self {
        let decoded = wanyi::decode(bytes, None);
        Self { malformed: decoded.malformed.len() as u64, text: decoded.text.into_owned(), ..Self::default() }
    }

    fn of_html(bytes: &[u8], charset: Option<&str>) -> Self {
        let page = Page::draw(&page::decode(bytes, charset));
        Self { text: page.text, fallback: page.published, region: page.region, ..Self::default() }
    }

    fn of_fetched(page: &Fetched, limit: usize) -> Result<Self, Failure> {
        let (body, charset) = page.body(limit)?;
        let is_text = page.content_type.starts_with("text/plain");
        let draft = if is_text { Self::of_text(&body) } else { Self::of_html(&body, charset.as_deref()) };
        Ok(Self { id: page.id.clone(), url: page.url.clone(), ..draft })
    }
}

/// The fields of a record.
#[derive(Default)]
struct Record {
    id: Option<String>,
    title: Option<String>,
    time: Option<String>,
    source: Option<String>,
    content: String,
}

impl Record {
    fn of_json(line: &[u8], fields: &Fields) -> Result<Self, Failure> {
        let line = std::str::from_utf8(line).map_err(Failure::not_utf8)?;
        let invalid = |error| Failure::new(FailureKind::InvalidJson, error);
        let object: Value = serde_json::from_str(line).map_err(invalid)?;
        if !object.is_object() {
            return Err(Failure::new(FailureKind::InvalidJson, "the line is no JSON object"));
        }
        let field = |name: &str| {
            // RFC 6901 for what lies deeper
            let value = if name.starts_with('/') { object.pointer(name) } else { object.get(name) };
            match value {
                None | Some(Value::Null) => Ok(None),
                Some(Value::String(text)) => Ok(Some(text.clone())),
                Some(Value::Number(number)) => Ok(Some(number.to_string())),
                Some(_) => Err(Failure::new(FailureKind::WrongType, format!("{name} is neither text nor number"))),
            }
        };
        Self::of_fields(fields, field)
    }

    fn of_csv(header: &csv::Header, row: &[u8], fields: &Fields) -> Result<Self, Failure> {
        let row: Vec<(&str, String)> = header.fields(row)?.collect();
        Self::of_fields(fields, |name| {
            if !header.has(name) {
                return Err(Failure::new(FailureKind::MissingField, format!("the header has no column {name}")));
            }
            let found = row.iter().find(|(column, _)| *column == name).map(|(_, field)| field);
            Ok(found.filter(|field| !field.is_empty() || name == fields.content).cloned())
        })
    }

    fn of_fields(fields: &Fields, field: impl Fn(&str) -> Result<Option<String>, Failure>) -> Result<Self, Failure> {
        let optional = |name: &Option<String>| name.as_deref().map_or(Ok(None), &field);
        let missing = || Failure::new(FailureKind::MissingField, format!("{} is missing", fields.content));
        Ok(Self {
            id: optional(&fields.id)?,
            title: optional(&fields.title)?,
            time: optional(&fields.time)?,
            source: optional(&fields.source)?,
            content: field(&fields.content)?.ok_or_else(missing)?,
        })
    }

    fn draft(self) -> Result<Draft, Failure> {
        let published = self.time.as_deref().map(moment).transpose()?.flatten();
        let line = |text: Option<String>| text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let (title, source) = (line(self.title), line(self.source));
        let time = published.map(|moment| match moment {
            Moment::Date(day) => day.to_string(),
            Moment::DateTime(time) => time.format("%Y-%m-%d %H:%M:%S").to_string(),
        });
        let source = (!source.is_empty()).then(|| format!("來源：{source}"));
        let stamp = [time, source].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let mut text = String::with_capacity(title.len() + stamp.len() + self.content.len() + 3);
        for line in [title, stamp].iter().filter(|line| !line.is_empty()) {
            text.push_str(line);
            text.push('\n');
        }
        if !text.is_empty() {
            text.push('\n');
        }
        let content = text.len();
        text.push_str(&self.content);
        Ok(Draft { id: self.id, text, content, published, ..Draft::default() })
    }
}

/// The day or instant of a field: ISO 8601, RFC 2822, seconds or milliseconds since 1970, 20240514, or as it is printed
/// (2024年5月14日 16:20). Instants are told by the clocks of the six regions, which are the same.
fn moment(text: &str) -> Result<Option<Moment>, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let zone = Region::Mainland.utc_offset().fix();
    let here = |time: DateTime<_>| Moment::DateTime(time.with_timezone(&zone).naive_local());
    let instant = DateTime::parse_from_rfc3339(text).or_else(|_| DateTime::parse_from_rfc2822(text)).map(here);
    let printed = || {
        let found = wanyi::find_quantities(text);
        let mut times = found.times();
        let time = times.next().filter(|_| times.next().is_none())?;
        // one day, no month or range
        time.from.filter(|from| time.to.map(Moment::date) == Some(from.date()))
    };
    let moment = match text.parse::<f64>() {
        Ok(_) if text.len() == 8 => NaiveDate::parse_from_str(text, "%Y%m%d").ok().map(Moment::Date),
        Ok(seconds) => since_1970(seconds, &zone),
        Err(_) => instant.ok().or_else(|| text.parse().ok()).or_else(printed),
    };
    let failure = || Failure::new(FailureKind::InvalidTime, format!("{text:?} is no time that is known"));
    moment.map(Some).ok_or_else(failure)
}

/// Seconds, or milliseconds where seconds would lie past the year 5000.
fn since_1970<Z: TimeZone>(count: f64, zone: &Z) -> Option<Moment> {
    let milliseconds = if count.abs() < 1e11 { count * 1000.0 } else { count };
    // whole milliseconds of any year that can be printed
    let time = DateTime::from_timestamp_millis(milliseconds as i64)?;
    Some(Moment::DateTime(time.with_timezone(zone).naive_local()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, fields: &Fields) -> Result<Draft, String> {
        let draft = Draft::of(&Data::Json(line.into()), fields, 1000);
        draft.map(Option::unwrap).map_err(|failure| format!("{}: {}", failure.kind.name(), failure.message))
    }

    fn all() -> Fields {
        let name = |name: &str| Some(name.to_owned());
        Fields {
            title: name("title"),
            content: "/body/text".into(),
            time: name("t"),
            source: name("s"),
            id: name("id"),
        }
    }

    #[test]
    fn a_record_is_the_page_that_it_would_be() {
        let line = r#"{"id":7,"title":"茶山 換\n新顏","t":1695209521,"s":"雲嶺網","body":{"text":"投入3億元。"}}"#;
        let draft = read(line, &all()).unwrap();
        assert_eq!(draft.text, "茶山 換 新顏\n2023-09-20 19:32:01 來源：雲嶺網\n\n投入3億元。");
        assert_eq!((draft.id.as_deref(), &draft.text[draft.content..]), (Some("7"), "投入3億元。"));
        let article = wanyi::Article::parse(&draft.text).unwrap();
        assert_eq!(article.title().unwrap().text(), "茶山 換 新顏");
        assert_eq!(article.source().unwrap().text, "雲嶺網");
        assert_eq!(article.published().unwrap().from, draft.published);
    }

    #[test]
    fn a_content_alone_is_the_text() {
        let draft = read(r#"{"body":{"text":"投入3億元。"}}"#, &all()).unwrap();
        assert_eq!((draft.text.as_str(), draft.content, draft.published), ("投入3億元。", 0, None));
    }

    #[test]
    fn what_is_no_record_is_told() {
        let failure = |line: &str| read(line, &all()).unwrap_err();
        assert_eq!(failure("[1]"), "invalid_json: the line is no JSON object");
        assert_eq!(failure("{"), "invalid_json: EOF while parsing an object at line 1 column 1");
        assert_eq!(failure("{}"), "missing_field: /body/text is missing");
        assert_eq!(failure(r#"{"body":{"text":[]}}"#), "wrong_type: /body/text is neither text nor number");
        assert_eq!(failure(r#"{"body":{"text":"\n 　"},"title":"題"}"#), "empty: the text is empty");
        assert_eq!(failure(r#"{"body":{"text":"文"},"t":"soon"}"#), "invalid_time: \"soon\" is no time that is known");
    }

    #[test]
    fn times_of_every_form() {
        for text in [
            "2023-09-20T19:32:00+08:00",
            "2023-09-20T11:32:00Z",
            "2023-09-20T19:32:00",
            "2023-09-20 19:32:00",
            "2023-09-20 19:32",
            "Wed, 20 Sep 2023 11:32:00 GMT",
            "1695209520",
            "1695209520000",
            "1695209520.0",
            "2023年9月20日 19:32",
            "2023/09/20 19:32",
        ] {
            let wanted = "2023-09-20T19:32:00".parse().unwrap();
            assert_eq!(moment(text).unwrap(), Some(wanted), "{text}");
        }
        for text in ["2023-09-20", "20230920", "2023年9月20日", " 2023/9/20 "] {
            assert_eq!(moment(text).unwrap(), Some("2023-09-20".parse().unwrap()), "{text}");
        }
        assert_eq!(moment(" ").unwrap(), None);
        for text in ["今年", "99999999", "2023年2月30日", "1e300", "2023年9月", "2023-09-20 至 2023-09-21"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }
}
