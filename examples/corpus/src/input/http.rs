//! A page in the response in which it was fetched.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use crate::failure::{Failure, FailureKind};

/// A page of a WARC file.
#[derive(Debug)]
pub(crate) struct Page {
    /// The id of its record.
    pub(crate) id: Option<String>,
    /// Where it was fetched.
    pub(crate) url: Option<String>,
    /// What its record says that it is.
    pub(crate) content_type: String,
    /// Its bytes, after the head of the response where it is one.
    pub(crate) message: Vec<u8>,
    pub(crate) is_response: bool,
}

impl Page {
    /// The page unpacked, and the encoding that the response names.
    pub(crate) fn body(&self, limit: usize) -> Result<(Vec<u8>, Option<String>), Failure> {
        if !self.is_response {
            return Ok((self.message.clone(), charset(&self.content_type)));
        }
        let head = Head::of(&self.message);
        let body = self.message.get(head.length..).unwrap_or_default();
        let whole = head.is_chunked.then(|| joined(body)).flatten();
        let body = unpacked(whole.as_deref().unwrap_or(body), &head.encoding, limit)?;
        if body.len() > limit {
            return Err(super::too_long(limit));
        }
        Ok((body, charset(&head.content_type)))
    }
}

/// Whether a content type is that of a page.
pub(crate) fn is_html(content_type: &str) -> bool {
    ["text/html", "application/xhtml+xml"].iter().any(|kind| content_type.starts_with(kind))
}

/// Whether a response, of which the beginning may do, is a page that was found.
pub(crate) fn is_page(message: &[u8]) -> bool {
    let head = Head::of(message);
    head.status == 200 && is_html(&head.content_type)
}

/// The encoding that a content type names.
fn charset(content_type: &str) -> Option<String> {
    let (_, rest) = content_type.split_once("charset=")?;
    let name = rest.trim_start_matches(['"', '\'']);
    Some(name.split(['"', '\'', ';', ' ']).next()?.to_owned())
}

#[derive(Default)]
struct Head {
    status: u16,
    content_type: String,
    encoding: String,
    is_chunked: bool,
    /// Its bytes, the blank line included.
    length: usize,
}

impl Head {
    fn of(message: &[u8]) -> Self {
        let mut head = Self::default();
        for (number, line) in message.split_inclusive(|byte| *byte == b'\n').enumerate() {
            head.length += line.len();
            let line = String::from_utf8_lossy(line.trim_ascii()).to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if number == 0 {
                head.status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default();
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            match name {
                "content-type" => value.trim().clone_into(&mut head.content_type),
                "content-encoding" => value.trim().clone_into(&mut head.encoding),
                "transfer-encoding" => head.is_chunked = value.contains("chunked"),
                _ => {}
            }
        }
        head
    }
}

/// The chunks of a body joined; `None` where there are none, as in files whose writer has joined them.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = memchr::memchr(b'\n', body)?;
        let (line, rest) = body.split_at_checked(end + 1)?;
        let size = std::str::from_utf8(line.trim_ascii()).ok()?.split(';').next()?;
        let size = usize::from_str_radix(size.trim(), 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let (chunk, rest) = rest.split_at_checked(size)?;
        whole.extend_from_slice(chunk);
        body = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
    }
}

/// A body unpacked, up to one byte over the limit. Some writers unpack it and leave the head as it was.
fn unpacked(body: &[u8], encoding: &str, limit: usize) -> Result<Vec<u8>, Failure> {
    let read = |reader: &mut dyn Read| {
        let mut bytes = Vec::new();
        reader.take(limit as u64 + 1).read_to_end(&mut bytes).map(|_| bytes)
    };
    let result: io::Result<Vec<u8>> = match encoding {
        "gzip" | "x-gzip" if body.starts_with(b"\x1F\x8B") => read(&mut MultiGzDecoder::new(body)),
        "deflate" => read(&mut ZlibDecoder::new(body)).or_else(|_| read(&mut DeflateDecoder::new(body))),
        "" | "identity" | "gzip" | "x-gzip" => Ok(body.to_vec()),
        other => Err(io::Error::other(format!("packed by {other}, which is not unpacked"))),
    };
    result.map_err(|error| Failure::new(FailureKind::InvalidHttp, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn page(head: &str, body: &[u8]) -> Page {
        let message = [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat();
        Page { id: None, url: None, content_type: "application/http".into(), message, is_response: true }
    }

    #[test]
    fn a_body_is_joined_and_unpacked() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all("三萬元".as_bytes()).unwrap();
        let packed = packer.finish().unwrap();
        let (one, two) = packed.split_at(10);
        let body = [b"A;x=1\r\n", one, format!("\r\n{:x}\r\n", two.len()).as_bytes(), two, b"\r\n0\r\n\r\n"].concat();
        let page = page(
            "Content-Type: text/html; charset=\"UTF-8\"\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
            &body,
        );
        assert!(is_page(&page.message));
        assert_eq!(page.body(100).unwrap(), ("三萬元".as_bytes().to_vec(), Some("utf-8".into())));
        assert_eq!(page.body(5).unwrap_err().kind, FailureKind::TooLong);
    }

    #[test]
    fn a_body_may_be_joined_already() {
        let page = page("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", b"<p>ab");
        assert_eq!(page.body(100).unwrap(), (b"<p>ab".to_vec(), None));
    }

    #[test]
    fn what_cannot_be_unpacked_is_told() {
        let failure = page("Content-Encoding: br", b"ab").body(100).unwrap_err();
        assert_eq!(
            (failure.kind.name(), failure.message.as_str()),
            ("invalid_http", "packed by br, which is not unpacked")
        );
        assert!(!is_page(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"));
    }
}
