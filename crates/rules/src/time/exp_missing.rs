//! A claims set without `exp`.

use decode::Role;
use decode::format::Format;
use guide::Question;
use inspect::jose::kinds::Expiry;
use inspect::time::instants;
use inspect::validity;

use crate::kind::demands;
use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "exp-missing",
    severity: Severity::Warning,
    title: "No expiry",
    why: "Nothing in a token without `exp` says until when it may be used. Unless those who receive it limit its age in another way, a leaked copy works until the key that checks it is changed.",
    advice: "Write a short `exp` into every token, and use a refresh token for longer sessions.",
    references: &["RFC 7519 section 4.1.4", "RFC 6750 section 5.3", "RFC 9068 section 2.2"],
    guide: Question::Lifetime,
};

const MESSAGE: &str =
    "Has no expiry time: a leaked copy works until its receivers refuse it for another reason, or the key is changed.";

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(payload) = claims::whole_set(evaluation) else { return Vec::new() };
    if payload.members().iter().any(|claim| claim.name.text == "exp") {
        return Vec::new();
    }
    // Kinds of tokens that usually have no `exp`.
    let is_usual = evaluation.description.profile.expiry() != Expiry::Needed
        || matches!(evaluation.token.format, Format::SdJwt | Format::SdJwtWithKeyBinding)
        || evaluation.token.part(Role::Disclosure).is_some();
    // Where its kind requires `exp`, the finding on the kind names it with all other missing claims.
    if is_usual || demands::lacks(evaluation, "exp") {
        return Vec::new();
    }
    let place = Place::at(evaluation.token, payload);
    if let Some(until) = validity::counted_expiry(evaluation.token) {
        let until = instants::day_and_time(until);
        let message = format!(
            "Has no `exp`, but `created_at` and `expires_in` come to {until}: services that do not add them accept it \
             for longer."
        );
        return vec![Evidence::new(&RECORD, message, place).with_severity(Severity::Notice)];
    }
    vec![Evidence::new(&RECORD, MESSAGE, place)]
}

#[cfg(test)]
mod tests {
    use super::{MESSAGE, RULE, Severity};
    use crate::testing::{
        check, check_quiet, check_severity, encode, grave_findings, token_from, token_of, token_with,
    };

    #[test]
    fn fires_without_exp() {
        check(&RULE, &token_with(r#"{"sub":"u"}"#), "exp-missing", "/payload", MESSAGE);
    }

    #[test]
    fn is_milder_where_other_claims_say_how_long_it_lasts() {
        let token = token_with(r#"{"as":"ims-na1","created_at":"1700000000123","expires_in":"86400000"}"#);
        let message = "Has no `exp`, but `created_at` and `expires_in` come to 15 Nov 2023, 22:13:20 UTC: services \
            that do not add them accept it for longer.";
        check(&RULE, &token, "exp-missing", "/payload", message);
        check_severity(&token, "exp-missing", Severity::Notice);
        check_severity(&token_with(r#"{"created_at":"1700000000123"}"#), "exp-missing", Severity::Warning);
    }

    #[test]
    fn is_quiet_on_proofs_and_credentials() {
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET"}"#));
        for typ in ["kb+jwt", "application/dc+SD-JWT", "vc+sd-jwt"] {
            check_quiet(&RULE, &token_from(&format!("{{\"alg\":\"ES256\",\"typ\":\"{typ}\"}}"), "{}"));
        }
        let sd_jwt = token_of(&[&token_from(r#"{"alg":"ES256"}"#, "{}").text, "~WyJzYWx0IiwiYSIsMV0~"].concat());
        check_quiet(&RULE, &sd_jwt);
        check_quiet(&RULE, &token_of(&[&sd_jwt.text, token_with("{}").text.as_str()].concat()));
    }

    #[test]
    fn goes_by_what_is_known_of_the_issuer() {
        let signer = r#""signer":"arn:aws:ec2:eu-west-1:1:verified-access-instance/vai-1""#;
        let header = ["{\"alg\":\"ES384\",\"exp\":1700003600,", signer, "}"].concat();
        check_quiet(&RULE, &token_from(&header, r#"{"sub":"u"}"#));
        let unknown = token_from(r#"{"alg":"ES384","exp":1700003600}"#, r#"{"sub":"u"}"#);
        check(&RULE, &unknown, "exp-missing", "/payload", MESSAGE);
        // Adobe writes `created_at` and `expires_in`.
        let adobe = r#"{"as":"ims-na1","type":"access_token","created_at":"1700000000000","expires_in":"86400000"}"#;
        check_quiet(&RULE, &token_with(adobe));
    }

    #[test]
    fn leaves_it_to_what_says_more() {
        let unsigned = token_of(&[&encode(r#"{"alg":"RS256"}"#), ".", &encode(r#"{"sub":"u"}"#), "."].concat());
        let ids: Vec<_> = grave_findings(&unsigned).into_iter().map(|finding| finding.id()).collect();
        assert!(ids.contains(&"signature-missing") && !ids.contains(&"exp-missing"), "{ids:?}");
        let legacy = token_with(r#"{"iss":"kubernetes/serviceaccount","sub":"system:serviceaccount:a:b"}"#);
        let ids: Vec<_> = grave_findings(&legacy).into_iter().map(|finding| finding.id()).collect();
        assert_eq!(ids, ["k8s-legacy"]);
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"iss":"i","aud":"a"}"#));
    }

    #[test]
    fn is_quiet_on_what_is_judged_by_its_age_or_states_facts() {
        let apple = |claims: &str| token_from(r#"{"alg":"ES256","kid":"ABC123DEFG"}"#, claims);
        check_quiet(&RULE, &apple(r#"{"iss":"DEF123GHIJ","iat":1700000000}"#));
        check_quiet(&RULE, &apple(r#"{"transactionId":"2","bundleId":"b","signedDate":1700000000123}"#));
        check_quiet(&RULE, &token_with(r#"{"iat":1700000000,"jti":"j","name":"Ann","email":"a@b.example"}"#));
        check_quiet(&RULE, &token_with(r#"{"iss":"i","software_id":"s","software_client_name":"c"}"#));
        for claims in [r#"{"iss":"DEF123GHIJ","iat":1700000000,"sub":"s"}"#, r#"{"iss":"DEF123GHI","iat":1700000000}"#]
        {
            check(&RULE, &apple(claims), "exp-missing", "/payload", MESSAGE);
        }
    }

    #[test]
    fn is_quiet_with_exp_and_where_it_cannot_be_known() {
        check_quiet(&RULE, &token_with(r#"{"exp":"x"}"#));
        check_quiet(&RULE, &token_with(r#"{"sub":"u","#));
        check_quiet(&RULE, &token_with("hello"));
    }

    #[test]
    fn is_quiet_on_messages_in_forms_that_no_jwt_has() {
        let claims = encode(r#"{"termsOfServiceAgreed":true}"#);
        let json = |header: &str| {
            let text = format!(r#"{{"protected":"{}","payload":"{claims}","signature":"AAAA"}}"#, encode(header));
            token_of(&text)
        };
        check_quiet(&RULE, &json(r#"{"alg":"ES256","url":"https://acme.example/new"}"#));
        check(&RULE, &json(r#"{"alg":"ES256","typ":"JWT"}"#), "exp-missing", "/payload", MESSAGE);
        let header = encode(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
        check_quiet(&RULE, &token_of(&[&header, ".{\"a\":1}.", &encode([7; 32])].concat()));
        check_quiet(&RULE, &token_of(&[&encode(r#"{"alg":"HS256"}"#), "..", &encode([7; 32])].concat()));
    }
}
