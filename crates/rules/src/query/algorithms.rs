//! The algorithms that a token names.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Evaluation, Evidence, Place, Record};
use decode::json::{Member, Value};
use decode::{Part, Role, Token};

pub(crate) use inspect::jose::algorithms::is_disguised_none;

/// The `alg` of one header.
pub(crate) fn algorithm(header: &Part) -> Option<&Member> {
    header.last_member("alg")
}

/// One piece of evidence for each `alg` that the sentence is true of.
pub(crate) fn by_algorithm(
    record: &'static Record,
    evaluation: &Evaluation,
    sentence: impl Fn(&str) -> Option<String>,
) -> Vec<Evidence> {
    headers::of_token(evaluation.token)
        .filter_map(|header| {
            let member = algorithm(header)?;
            let message = sentence(member.value.as_str()?)?;
            Some(Evidence::new(record, message, Place::member(evaluation.token, header, member)))
        })
        .take(LIMIT)
        .collect()
}

/// Evidence where a signed token names one of these algorithms. With several signatures, once is enough.
pub(crate) fn signed_with(
    algorithms: &[&str],
    record: &'static Record,
    evaluation: &Evaluation,
    message: &str,
) -> Vec<Evidence> {
    if !evaluation.token.has_signature() {
        return Vec::new();
    }
    let is_named = |alg: &str| algorithms.contains(&alg).then(|| message.to_owned());
    let mut evidence = by_algorithm(record, evaluation, is_named);
    evidence.truncate(1);
    evidence
}

/// Every signature, with what its own headers name as its algorithm.
pub(crate) fn signatures(token: &Token) -> impl Iterator<Item = (&Part, Option<&str>)> {
    let group = |part: &Part| part.group.unwrap_or(0);
    let mut headers = headers::of_token(token).peekable();
    token.parts.iter().filter(|part| part.role == Role::Signature).map(move |signature| {
        let mut alg: Option<&Value> = None;
        while let Some(header) = headers.next_if(|header| group(header) <= group(signature)) {
            if group(header) == group(signature) {
                alg = alg.or(algorithm(header).map(|member| &member.value));
            }
        }
        (signature, alg.and_then(Value::as_str))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{encode, token_of};

    #[test]
    fn each_signature_has_its_own_algorithm() {
        let [rs256, es256] = ["RS256", "ES256"].map(|alg| encode(format!("{{\"alg\":\"{alg}\"}}")));
        let signatures_of = |text: &str| -> Vec<Option<String>> {
            signatures(&token_of(text)).map(|(_, alg)| alg.map(str::to_owned)).collect()
        };
        let first = format!(r#"{{"protected":"{rs256}","signature":"AAAA"}}"#);
        let second = r#"{"header":{"alg":"HS256","kid":"a"},"protected":"e30","signature":"AAAA"}"#;
        let third = r#"{"header":{"kid":"a"},"signature":"AAAA"}"#;
        let fourth = format!(r#"{{"header":{{"kid":"a"}},"protected":"{es256}","signature":"AAAA"}}"#);
        let text = format!(r#"{{"payload":"e30","signatures":[{first},{second},{third},{fourth}]}}"#);
        let expected = [Some("RS256"), Some("HS256"), None, Some("ES256")].map(|alg| alg.map(str::to_owned));
        assert_eq!(signatures_of(&text), expected);
        assert_eq!(signatures_of(&format!("{es256}.e30.AAAA")), [Some("ES256".to_owned())]);
    }
}
