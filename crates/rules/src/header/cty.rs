//! A content type that is wrong for the payload, or that can select a dangerous parser.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::json::{JsonKind, Value};
use guide::Question;
use inspect::display;

pub(crate) static CTY_WITHOUT_NESTED: Record = Record {
    id: "cty-without-nested",
    severity: Severity::Warning,
    title: "Content type without a nested token",
    why: "`cty` says `JWT`, which means that another token is inside. A library that believes it tries to parse the claims as a token and fails.",
    advice: "Leave out `cty` unless the payload is itself a token. The type of this token belongs into `typ`.",
    references: &["RFC 7519 section 5.2", "RFC 7515 section 4.1.10"],
    guide: Question::Profiles,
};

pub(crate) static CTY_DANGEROUS: Record = Record {
    id: "cty-dangerous",
    severity: Severity::Warning,
    title: "Content type that chooses a dangerous parser",
    why: "A server that picks its parser by `cty` lets the writer of the token choose. Parsers for Java, Python or PHP objects, YAML or XML can run code or read files.",
    advice: "Parse the payload only as the type that you expect, and refuse any other `cty`.",
    references: &["RFC 7515 section 4.1.10", "RFC 8725 section 3.10"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Header, records: &[&CTY_WITHOUT_NESTED, &CTY_DANGEROUS], check: Check::Once(check) };

/// Parts of content types, and how a server would read such content.
const DANGEROUS: [(&str, &str); 7] = [
    ("java-serialized", "as Java objects"),
    ("x-java", "as Java objects"),
    ("pickle", "as Python objects"),
    ("php", "as PHP values"),
    ("yaml", "as YAML, which can make objects"),
    ("xml", "as XML, which can read files and addresses"),
    ("html", "as a web page"),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let payload = evaluation.token.payload().and_then(|part| part.value());
    let holds_claims = payload.is_some_and(|value| matches!(value.kind, JsonKind::Object(_)));
    let evidence = headers::parameters(evaluation, "cty").filter_map(|(part, member)| {
        let cty = Value::as_str(&member.value)?.to_ascii_lowercase();
        if cty.strip_prefix("application/").unwrap_or(&cty) == "jwt" && holds_claims {
            let message = "`cty` says that a token is inside, but the payload is a set of claims.".to_owned();
            return Some(headers::evidence(&CTY_WITHOUT_NESTED, evaluation, part, member, message));
        }
        let (_, how) = DANGEROUS.iter().find(|(piece, _)| cty.contains(piece))?;
        let quoted = display::quoted(&cty, 80);
        let message = format!("The content type {quoted} could make a server read the payload {how}.");
        Some(headers::evidence(&CTY_DANGEROUS, evaluation, part, member, message))
    });
    evidence.take(LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[track_caller]
    fn fires(cty: &str, id: &str, message: &str) {
        let token = token_from(&format!(r#"{{"alg":"HS256","cty":"{cty}"}}"#), "{}");
        check(&RULE, &token, id, "/header/cty", message);
    }

    #[test]
    fn fires_where_no_token_is_inside() {
        let message = "`cty` says that a token is inside, but the payload is a set of claims.";
        fires("JWT", "cty-without-nested", message);
        fires("application/jwt", "cty-without-nested", message);
    }

    #[test]
    fn fires_on_what_other_readers_take() {
        let message = "The content type `text/xml` could make a server read the payload as XML, which can read files and addresses.";
        fires("text/XML", "cty-dangerous", message);
        let message = "The content type `application/x-java-serialized-object` could make a server read the payload as Java objects.";
        fires("application/x-java-serialized-object", "cty-dangerous", message);
    }

    #[test]
    fn is_quiet_on_tokens_inside_and_on_other_types() {
        for cty in ["twilio-fpa;v=1", "json", "example;part=\\\"x\\\"", "vc"] {
            check_quiet(&RULE, &token_from(&format!(r#"{{"alg":"HS256","cty":"{cty}"}}"#), "{}"));
        }
        let inner = token_from(r#"{"alg":"HS256"}"#, "{}").text;
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","cty":"JWT"}"#, &inner));
        let header = encode(r#"{"alg":"dir","enc":"A256GCM","cty":"JWT"}"#);
        check_quiet(&RULE, &token_of(&format!("{header}..{}.AAAA.{}", encode([0; 12]), encode([0; 16]))));
    }

    #[test]
    fn knows_each_reader() {
        for (cty, how) in [
            ("application/java-serialized", "as Java objects"),
            ("x-java", "as Java objects"),
            ("pickle", "as Python objects"),
            ("application/x-httpd-php", "as PHP values"),
            ("yaml", "as YAML, which can make objects"),
            ("text/html", "as a web page"),
        ] {
            let message = format!("The content type `{cty}` could make a server read the payload {how}.");
            fires(cty, "cty-dangerous", &message);
        }
    }
}
