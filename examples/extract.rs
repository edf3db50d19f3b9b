//! The bridge for other programs: JSON lines in, JSON lines out.
//!
//! ```sh
//! echo '{"id":"1","text":"受益群眾達1.6萬人","mode":"text"}' | cargo run --example extract
//! ```
//!
//! A line in is `{"id","text","published"?,"region"?,"mode":"article"|"text"}`, the region one of CN HK TW MO SG MY. A
//! line out is `{"id","article":{…}}`, or `{"id","quantities":[…],"times":[…]}` for the mode text, or
//! `{"id","error":{"kind","message","span"}}`. A bad line gives its error line and never stops the rest.

use std::io::{self, BufRead, BufWriter, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};
use wanyi::{Article, Moment, Parser, Region};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        answer(&line, &mut out)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// The answer with an article, written as it stands: a tree of its values would be many times larger.
#[derive(Serialize)]
struct ArticleAnswer<'a> {
    id: &'a Value,
    article: Article<'a>,
}

/// Writes the line that answers one line, without its end.
fn answer(line: &[u8], out: &mut impl Write) -> io::Result<()> {
    let request: Map<String, Value> = match serde_json::from_slice(line) {
        Ok(request) => request,
        Err(error) => {
            let failure = failure(&Value::Null, "bad_line", &error.to_string(), Value::Null);
            return Ok(serde_json::to_writer(out, &failure)?);
        }
    };
    let id = request.get("id").cloned().unwrap_or(Value::Null);
    let written = match read(&request, &id) {
        Ok(Answer::Article(article)) => serde_json::to_writer(out, &ArticleAnswer { id: &id, article: *article }),
        Ok(Answer::Other(answer)) => serde_json::to_writer(out, &answer),
        Err(problem) => serde_json::to_writer(out, &failure(&id, "bad_request", &problem, Value::Null)),
    };
    Ok(written?)
}

enum Answer<'a> {
    Article(Box<Article<'a>>),
    Other(Value),
}

fn read<'a>(request: &'a Map<String, Value>, id: &Value) -> Result<Answer<'a>, String> {
    let field = |name: &str| match request.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(format!("{name} is no string")),
    };
    let text = field("text")?.ok_or("text is missing")?;
    let mut parser = Parser::new();
    if let Some(published) = field("published")? {
        parser = parser.published(published.parse::<Moment>().map_err(|_| "published is no ISO 8601 date")?);
    }
    if let Some(region) = field("region")? {
        parser = parser.region(region.parse::<Region>().map_err(|error| error.to_string())?);
    }
    match field("mode")?.unwrap_or("article") {
        "text" => {
            let mut found = serde_json::to_value(parser.find_quantities(text)).map_err(|error| error.to_string())?;
            let mut take = |key| found.get_mut(key).map(Value::take);
            Ok(Answer::Other(json!({"id": id, "quantities": take("quantities"), "times": take("times")})))
        }
        "article" => match parser.parse(text) {
            Ok(article) => Ok(Answer::Article(Box::new(article))),
            Err(error) => {
                let span = json!({"start": error.span().start(), "end": error.span().end()});
                Ok(Answer::Other(failure(id, error.kind().name(), &error.to_string(), span)))
            }
        },
        mode => Err(format!("unknown mode {mode:?}: expected article or text")),
    }
}

fn failure(id: &Value, kind: &str, message: &str, span: Value) -> Value {
    json!({"id": id, "error": {"kind": kind, "message": message, "span": span}})
}
