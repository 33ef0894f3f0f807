//! A `crit` that is malformed or lists extensions that a verifier may not know.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::json::{JsonKind, Member};
use decode::{Part, Role};
use guide::Question;
use inspect::{display, jose};

pub(crate) static CRIT_MALFORMED: Record = Record {
    id: "crit-malformed",
    severity: Severity::Error,
    title: "Malformed `crit`",
    why: "`crit` must be a non-empty list of extension names that are in the protected header. Strict verifiers refuse the token, and lenient ones may ignore an extension that must be understood.",
    advice: "Write only names of extensions that are used, each once, or leave out `crit`.",
    references: &["RFC 7515 section 4.1.11"],
    guide: Question::Algorithms,
};

pub(crate) static CRIT_UNKNOWN: Record = Record {
    id: "crit-unknown",
    severity: Severity::Warning,
    title: "Extension that must be understood",
    why: "A verifier must refuse the token if it does not implement every extension in `crit`. Libraries have ignored the list and so skipped what the extension demands.",
    advice: "Test that your library refuses a token with an unknown name in `crit`.",
    references: &["RFC 7515 section 4.1.11", "CVE-2025-59420", "CVE-2026-32597"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Header, records: &[&CRIT_MALFORMED, &CRIT_UNKNOWN], check: Check::Once(check) };

/// What everybody understands, and what may not be listed: the parameters of RFC 7515, RFC 7516 and RFC 7518.
const STANDARD: [&str; 19] = [
    "alg", "apu", "apv", "crit", "cty", "enc", "epk", "iv", "jku", "jwk", "kid", "p2c", "p2s", "tag", "typ", "x5c",
    "x5t", "x5t#S256", "x5u",
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let lists = headers::parameters(evaluation, "crit");
    lists.take(LIMIT).flat_map(|(part, member)| judge(evaluation, part, member)).collect()
}

fn judge(evaluation: &Evaluation, part: &Part, member: &Member) -> Vec<Evidence> {
    if let Some(how) = how_malformed(evaluation, part, member) {
        return vec![headers::evidence(
            &CRIT_MALFORMED,
            evaluation,
            part,
            member,
            format!("`crit` breaks its own rules: {how}."),
        )];
    }
    let JsonKind::Array(names) = &member.value.kind else { return Vec::new() };
    let names = names.iter().filter_map(|name| name.as_str()).filter(|name| *name != "b64");
    let (known, unknown): (Vec<_>, Vec<_>) = names.partition(|name| jose::header_parameter(name).is_some());
    let say = |names: &[&str], severity, rest: &str| {
        let quoted: Vec<_> = names.iter().take(4).map(|name| display::quoted(name, 80)).collect();
        let more = if names.len() > 4 { " and more" } else { "" };
        let message = format!("A verifier must understand {}{more}{rest}", quoted.join(", "));
        headers::evidence(&CRIT_UNKNOWN, evaluation, part, member, message).with_severity(severity)
    };
    match (unknown.as_slice(), known.as_slice()) {
        ([], []) => Vec::new(),
        ([], known) => {
            vec![say(known, Severity::Notice, ", or else refuse the token.")]
        }
        (unknown, _) => {
            vec![say(unknown, Severity::Warning, ", which is no known parameter, or else refuse the token.")]
        }
    }
}

fn how_malformed(evaluation: &Evaluation, part: &Part, member: &Member) -> Option<String> {
    let names = match &member.value.kind {
        JsonKind::Array(names) => names,
        _ => return Some(format!("it must be an array, but is {}", member.value.type_name())),
    };
    if part.role != Role::Header {
        return Some("it is in a header that no signature covers".to_owned());
    }
    if names.is_empty() {
        return Some("it is empty".to_owned());
    }
    if let Some(other) = names.iter().find(|name| name.as_str().is_none()) {
        return Some(format!("it holds {}, but may hold only names", other.type_name()));
    }
    let quoted = |name: &str| display::quoted(name, 80);
    let names: Vec<&str> = names.iter().filter_map(|name| name.as_str()).collect();
    let is_standard =
        |name: &&&str| STANDARD.contains(*name) || **name == "zip" && evaluation.token.format.is_encrypted();
    if let Some(name) = names.iter().find(is_standard) {
        return Some(format!("{} is a standard parameter, which every verifier must understand anyway", quoted(name)));
    }
    let group = part.group.unwrap_or_default();
    // Each name is looked up in all headers, so only the first names of a hostile list are.
    let is_absent = |name: &&&str| evaluation.token.parameter_of(group, name).is_none();
    if let Some(name) = names.iter().take(100).find(is_absent).filter(|_| part.error().is_none()) {
        return Some(format!("{} is not in the header", quoted(name)));
    }
    let mut sorted = names;
    sorted.sort_unstable();
    let twice = sorted.iter().zip(sorted.iter().skip(1)).find(|(before, after)| before == after);
    twice.map(|(name, _)| format!("{} is in it twice", quoted(name)))
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, findings, token_from, token_of};

    #[track_caller]
    fn fires(rest: &str, id: &str, severity: Severity, message: &str) {
        let token = token_from(&format!(r#"{{"alg":"HS256",{rest}}}"#), "{}");
        check(&RULE, &token, id, "/header/crit", message);
        assert!(findings(&token).iter().any(|finding| finding.id() == id && finding.severity == severity));
    }

    #[test]
    fn fires_on_lists_that_break_the_rules() {
        for (rest, how) in [
            (r#""crit":"b64""#, "it must be an array, but is a string"),
            (r#""crit":[]"#, "it is empty"),
            (r#""crit":[1]"#, "it holds a number, but may hold only names"),
            (r#""crit":["x"]"#, "`x` is not in the header"),
            (r#""crit":["x","x"],"x":1"#, "`x` is in it twice"),
            (r#""crit":["alg"]"#, "`alg` is a standard parameter, which every verifier must understand anyway"),
        ] {
            fires(rest, "crit-malformed", Severity::Error, &format!("`crit` breaks its own rules: {how}."));
        }
        let token = token_of(r#"{"payload":"e30","header":{"alg":"HS256","crit":["x"],"x":1},"signature":"AAAA"}"#);
        let message = "`crit` breaks its own rules: it is in a header that no signature covers.";
        check(&RULE, &token, "crit-malformed", "/unprotectedHeader/crit", message);
    }

    #[test]
    fn fires_on_names_that_nobody_knows() {
        // The seed of the catalogue.
        let token = token_of(
            "eyJhbGciOiJIUzI1NiIsImNyaXQiOlsieC1tdXN0Il0sIngtbXVzdCI6MX0.eyJzdWIiOiJ1MSJ9.yl8sLWjs03Bi2GatvUpjVx7zNxoCCGQ3ARW0iLLCcOU",
        );
        let message = "A verifier must understand `x-must`, which is no known parameter, or else refuse the token.";
        check(&RULE, &token, "crit-unknown", "/header/crit", message);
        fires(r#""crit":["x-must"],"x-must":1"#, "crit-unknown", Severity::Warning, message);
        let message = "A verifier must understand `sigT`, or else refuse the token.";
        fires(r#""crit":["b64","sigT"],"b64":true,"sigT":"x""#, "crit-unknown", Severity::Notice, message);
    }

    #[test]
    fn is_quiet_on_the_one_that_is_common() {
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","crit":["b64"],"b64":true}"#, "{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, r#"{"crit":[]}"#));
    }

    #[test]
    fn knows_what_everybody_understands() {
        for name in [
            "alg", "apu", "apv", "crit", "cty", "enc", "epk", "iv", "jku", "jwk", "kid", "p2c", "p2s", "tag", "typ",
            "x5c", "x5t", "x5t#S256", "x5u",
        ] {
            let how = format!("`{name}` is a standard parameter, which every verifier must understand anyway");
            let message = format!("`crit` breaks its own rules: {how}.");
            fires(&format!(r#""crit":["{name}"]"#), "crit-malformed", Severity::Error, &message);
        }
        let zip = |header: &str, rest: &str| {
            let token = token_of(&format!("{}{rest}", crate::testing::encode(header)));
            crate::testing::found_by(&RULE, &token).into_iter().map(|(id, ..)| id).collect::<String>()
        };
        assert_eq!(zip(r#"{"alg":"HS256","crit":["zip"],"zip":"DEF"}"#, ".e30.AAAA"), "crit-unknown");
        let encrypted = r#"{"alg":"dir","enc":"A128GCM","crit":["zip"],"zip":"DEF"}"#;
        assert_eq!(zip(encrypted, "..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA"), "crit-malformed");
    }

    #[test]
    fn names_four() {
        let rest = ", which is no known parameter, or else refuse the token.";
        let message = format!("A verifier must understand `a1`, `a2`, `a3`, `a4`{rest}");
        let four = r#""crit":["a1","a2","a3","a4"],"a1":1,"a2":1,"a3":1,"a4":1"#;
        fires(four, "crit-unknown", Severity::Warning, &message);
        let message = format!("A verifier must understand `a1`, `a2`, `a3`, `a4` and more{rest}");
        let five = r#""crit":["a1","a2","a3","a4","a5"],"a1":1,"a2":1,"a3":1,"a4":1,"a5":1"#;
        fires(five, "crit-unknown", Severity::Warning, &message);
    }
}
