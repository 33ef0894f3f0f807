//! Any token and any expectations give an answer, and no answer says more than is known.

use proptest::prelude::*;
use test_tokens::{encode, token_with};

use super::*;

const EVERYTHING: &str = r#"{"issuer":["https://a/<t>","b"],"audience":["api","<x><y>"],"algorithms":["RS256","EdDSA"],"type":"JWT","required":["sub","exp","a.b","/a/0"],"claims":{"n":1,"t":"x","b":true,"z":null},"scopes":["s","t"],"leeway":60,"longestLifetime":3600,"signature":true}"#;

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("[]".to_owned()),
        Just("{\"b\":[1]}".to_owned()),
        Just("[\"api\",\"b\",7]".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| format!("{number:e}")),
        any::<String>().prop_map(|text| format!("{text:?}")),
        "(https?://)?[abAB/%<> ]{0,12}".prop_map(|text| format!("{text:?}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_claims_give_an_answer(
        members in prop::collection::vec((prop::sample::select(vec!["iss", "aud", "exp", "nbf", "iat", "sub", "a", "n", "t", "scope", "scp", "AUD"]), value()), 0..8),
        cut in 0..40_usize,
        now in any::<i64>(),
        leeway in any::<u32>(),
    ) {
        let mut claims: String = members.iter().map(|(name, value)| format!("\"{name}\":{value},")).collect();
        claims = format!("{{{}}}", claims.trim_end_matches(','));
        let end = (0..=claims.len().saturating_sub(cut)).rev().find(|at| claims.is_char_boundary(*at)).unwrap_or_default();
        let expectations = json::read(EVERYTHING).expect("expectations");
        for text in [&*claims, &claims[..end]] {
            let answer = judge(&token_with(text), &Expectations { leeway, ..expectations.clone() }, KnownSignature::NotChecked, now);
            prop_assert_eq!(answer.lines.iter().filter(|line| line.kind != ExpectationKind::Token).count(), 16);
            check_honest(&answer)?;
        }
    }

    #[test]
    fn any_text_with_a_token_gives_an_answer(header in "\\{.{0,40}\\}", rest in "[A-Za-z0-9_.~-]{0,60}") {
        let expectations = json::read(EVERYTHING).expect("expectations");
        for token in decode::decode(&format!("{}.{rest}", encode(header))).tokens {
            check_honest(&judge(&token, &expectations, KnownSignature::FitsOtherKey, 0))?;
        }
    }

    #[test]
    fn any_two_texts_are_compared(said in ".{0,20}", expected in ".{0,20}") {
        let _ = difference::sentence(&said, std::slice::from_ref(&expected), &ExpectationKind::Issuer);
        let _ = text_fit::fit(&said, &[expected]);
    }
}

/// What is not met or not checked has a reason, and the sentence follows from the lines.
fn check_honest(answer: &ExpectationAnswer) -> Result<(), TestCaseError> {
    let has_refused = answer.lines.iter().any(JudgedExpectation::is_refused);
    prop_assert_eq!(answer.verdict == crate::ServiceVerdict::WouldRefuse, has_refused);
    prop_assert_eq!(
        answer.sentence.contains("this would refuse it:") || answer.sentence.ends_with("it is encrypted."),
        has_refused
    );
    if answer.sentence == NOTHING_AGAINST {
        let is_met = |line: &JudgedExpectation| line.outcome == ExpectationOutcome::Met;
        prop_assert!(answer.lines.iter().all(|line| is_met(line) || line.kind == ExpectationKind::Signature));
    }
    for line in &answer.lines {
        prop_assert!(line.outcome == ExpectationOutcome::Met || line.reason.is_some(), "{:?}", line);
        prop_assert!(line.said.as_ref().is_none_or(|said| !said.contains('\n')));
    }
    Ok(())
}
