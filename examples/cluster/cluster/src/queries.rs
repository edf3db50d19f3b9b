//! `queries.sql`: questions, their SQL, and their answers.

const TEXT: &str = include_str!("../../queries.sql");

/// A question of `queries.sql`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The question, in words.
    pub question: String,
    /// The SQL that answers it.
    pub sql: String,
    /// The answer on the built-in articles, as [`crate::shown::table`] prints it.
    pub answer: String,
}

/// The questions, in their order.
#[must_use]
pub fn all() -> Vec<Query> {
    TEXT.split("\n\n").filter_map(query).collect()
}

/// One question: comments, SQL up to a semicolon, and the answer in comments. A paragraph without SQL is none.
fn query(paragraph: &str) -> Option<Query> {
    let lines: Vec<&str> = paragraph.lines().collect();
    let is_comment = |line: &&str| line.starts_with("--");
    let first = lines.iter().position(|line| !is_comment(line))?;
    let after = lines.iter().rposition(|line| !is_comment(line))? + 1;
    let comment = |lines: &[&str]| -> Vec<String> {
        let rest = lines.iter().filter_map(|line| line.strip_prefix("--"));
        rest.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
    };
    let sql = lines.get(first..after)?.join("\n");
    Some(Query {
        question: comment(lines.get(..first)?).join(" "),
        sql: sql.strip_suffix(';').unwrap_or(&sql).to_owned(),
        answer: comment(lines.get(after..)?).join("\n"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_has_a_question_sql_and_an_answer() {
        let found = query("-- How;\n-- many?\nSELECT 1\nFROM t;\n-- | n |\n-- | 1 |");
        let sql = "SELECT 1\nFROM t".to_owned();
        assert_eq!(found, Some(Query { question: "How; many?".to_owned(), sql, answer: "| n |\n| 1 |".to_owned() }));
        assert_eq!(query("-- only words"), None);
    }
}
