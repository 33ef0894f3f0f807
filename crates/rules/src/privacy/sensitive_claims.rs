//! Which claims somebody should think twice about before they hand the token on: those that the findings on personal data
//! and secrets speak of, and those that lead to a person, a device or a sign-in.

use std::collections::BTreeSet;
use std::net::IpAddr;

use inspect::jose::natures::{Nature, is_traceable};

use super::{personal_data, secret_in_payload};
use crate::Evaluation;
use crate::query::sensitive::SensitiveText;
use crate::query::values::{Seen, walk};

/// The names of these claims, of the payload and of disclosures.
pub fn sensitive_claims(evaluation: &Evaluation) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    walk(evaluation.token, &mut |seen| {
        if let Some(name) = seen.claim()
            && !names.contains(name)
            && is_sensitive(evaluation, seen, name)
        {
            names.insert(name.to_owned());
        }
    });
    names
}

/// `claim` is the name of the claim that it is or is in.
fn is_sensitive(evaluation: &Evaluation, seen: &Seen, claim: &str) -> bool {
    let is_disclosed = || {
        seen.member.is_none()
            && seen.text().is_some_and(|text| SensitiveText::new(&text.text).kind_by_name(claim, seen).is_some())
    };
    Nature::of(claim).is_personal()
        || is_traceable(claim)
        || personal_data::about(seen).is_some()
        || secret_in_payload::kind(evaluation, seen).is_some()
        || claim != "iss" && seen.text().is_some_and(|text| text.text.parse::<IpAddr>().is_ok())
        || is_disclosed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{encode, token_of, token_with};
    use decode::Token;
    use inspect::Context;
    use inspect::describe::describe;

    fn names(token: &Token) -> Vec<String> {
        let description = describe(token);
        sensitive_claims(&Evaluation::new(token, &description, Context::default())).into_iter().collect()
    }

    #[test]
    fn are_those_of_the_findings_and_those_that_lead_to_somebody() {
        for (claims, expected) in [
            (r#"{"a":[{"iban":"DE89370400440532013000"}]}"#, "a"),
            (r#"{"db_password":"hunter2"}"#, "db_password"),
            (r#"{"card":"4242424242424242"}"#, "card"),
            (r#"{"ssn":"078-05-1120"}"#, "ssn"),
            (r#"{"deep":{"deeper":["ada@example.com"]}}"#, "deep"),
            (r#"{"host":"db.prod.internal"}"#, "host"),
            (r#"{"from":"203.0.113.7"}"#, "from"),
            (r#"{"from":"2001:db8::1"}"#, "from"),
            (r#"{"onprem_sid":"S-1-5-21-1"}"#, "onprem_sid"),
            (
                r#"{"deviceid":"1","sid":"2","groups":["a"],"jti":"3","session_state":"4"}"#,
                "deviceid,groups,jti,session_state,sid",
            ),
            (r#"{"given_name":"Ada","ipaddr":"203.0.113.7","oid":"1"}"#, "given_name,ipaddr,oid"),
            (r#"{"address":{"country":"DE"}}"#, "address"),
        ] {
            assert_eq!(names(&token_with(claims)).join(","), expected, "{claims}");
        }
    }

    #[test]
    fn are_not_those_that_a_helper_needs_to_see() {
        let claims = r#"{"iss":"https://10.0.0.1","aud":"api","exp":1,"iat":1,"nbf":1,"azp":"web","scp":"read","tid":"t",
            "roles":["admin"],"ver":"2.0","acr":"1","amr":["pwd"],"appid":"x","wids":["w"],"n":"1.2.3","scope":"openid"}"#;
        assert_eq!(names(&token_with(claims)), [""; 0]);
    }

    #[test]
    fn are_found_in_disclosures() {
        let disclosures = [
            r#"["c2FsdA","email","x"]"#,
            r#"["c2FsdA","password","hunter2"]"#,
            r#"["c2FsdA","account","DE89370400440532013000"]"#,
            r#"["c2FsdA","city","Berlin"]"#,
            r#"["c2FsdA","DE89370400440532013000"]"#,
        ];
        let disclosed: String = disclosures.iter().map(|it| encode(it) + "~").collect();
        let header = encode(r#"{"alg":"ES256","typ":"dc+sd-jwt"}"#);
        let token = token_of(&[&header, ".", &encode("{}"), ".", &encode([1; 64]), "~", &disclosed].concat());
        assert_eq!(names(&token), ["account", "email", "password"]);
    }
}
