//! A header that says that another token is inside.

use guide::Question;
use inspect::describe::is_nested;

use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "cty-nested",
    severity: Severity::Info,
    title: "Another token is inside",
    why: "The outer token only carries another one, which may be signed or encrypted. The claims are in the inner token, which has to be verified by itself.",
    advice: "Verify the inner token like any other, with its own algorithm, key, issuer and audience.",
    references: &["RFC 7519 section 5.2", "RFC 8725 section 3.3"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Header, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    if !token.format.is_encrypted() && !is_nested(token) {
        return Vec::new();
    }
    let is_token = |cty: &str| cty.eq_ignore_ascii_case("jwt") || cty.eq_ignore_ascii_case("application/jwt");
    let message = "Another token is inside, signed or encrypted: verify that one as well.";
    // With several headers, once is enough.
    headers::parameters(evaluation, "cty")
        .find(|(_, member)| member.value.as_str().is_some_and(is_token))
        .map(|(part, member)| headers::evidence(&RECORD, evaluation, part, member, message))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of, token_with};

    const MESSAGE: &str = "Another token is inside, signed or encrypted: verify that one as well.";

    #[test]
    fn fires_in_signed_tokens() {
        let inner = token_with("{}").text;
        let token = token_from(r#"{"alg":"PS256","cty":"application/jwt"}"#, &inner);
        check(&RULE, &token, "cty-nested", "/header/cty", MESSAGE);
        check_quiet(&RULE, &token_from(r#"{"alg":"PS256","cty":"JWT"}"#, "{}"));
    }

    #[test]
    fn fires_in_encrypted_tokens() {
        let header = encode(r#"{"alg":"ECDH-ES+A128KW","enc":"A128GCM","epk":{},"cty":"JWT"}"#);
        let token = token_of(&format!("{header}.AAAA.{}.AAAA.{}", encode([0; 12]), encode([0; 16])));
        check(&RULE, &token, "cty-nested", "/header/cty", MESSAGE);
    }
}
