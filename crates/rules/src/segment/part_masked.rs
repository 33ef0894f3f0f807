//! A part in which somebody put a mask before sharing the token.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Part;
use guide::Question;
use inspect::display;

pub(crate) static RECORD: Record = Record {
    id: "part-masked",
    severity: Severity::Notice,
    title: "Masked",
    why: "Somebody put a mask in place of a part of the token before sharing it. What stood there is not known, so it is not judged.",
    advice: "To share a token without its signature or without some values, use the Share button: then the rest stays readable.",
    references: &["RFC 7515 section 7.1"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let masked = |part: &Part| {
        let mask = part.mask()?;
        let said = display::quoted(mask.in_str(&token.text), 40);
        let message = match mask.start == part.span.start {
            true => format!("The {} is masked: {said} stands in its place.", part.role.name()),
            false => format!(
                "The {} is masked from its character {} on, by {said}.",
                part.role.name(),
                mask.start - part.span.start + 1
            ),
        };
        Some(Evidence::new(&RECORD, message, Place::at(token, part)))
    };
    token.parts.iter().filter_map(masked).collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, grave_findings, token_of, token_with};

    const SIGNATURE: &str = "kWSsfPGUiS14tW4qONHSl8nR5BEL5Rrod9LrBlE7qKM";

    fn errors_and_warnings(token: &decode::Token) -> Vec<&'static str> {
        let grave = grave_findings(token).into_iter().filter(|finding| finding.severity <= Severity::Warning);
        grave.map(|finding| finding.id()).collect()
    }

    #[test]
    fn says_what_is_masked_and_nothing_else() {
        let header = "eyJhbGciOiJIUzI1NiJ9";
        let claims = "eyJzdWIiOiJ1MSIsImV4cCI6MTc5NjAwMzYwMH0";
        for mask in ["[REDACTED]", "<redacted>", "***", "{signature}", "REDACTED", "signature_here"] {
            let token = token_of(&format!("{header}.{claims}.{mask}"));
            check(
                &RULE,
                &token,
                "part-masked",
                "/signature",
                &format!("The signature is masked: `{mask}` stands in its place."),
            );
            assert_eq!(errors_and_warnings(&token), [""; 0], "{mask}");
        }
        let token = token_of(&format!("{header}.{}[REDACTED].{}", &claims[..14], SIGNATURE));
        let message = "The payload is masked from its character 15 on, by `[REDACTED]`.";
        check(&RULE, &token, "part-masked", "/payload", message);
        assert_eq!(errors_and_warnings(&token), [""; 0]);
        let token = token_of(&format!("{}****{}.{claims}.{}", &header[..10], &header[14..], SIGNATURE));
        let message = "The header is masked from its character 11 on, by `****`.";
        check(&RULE, &token, "part-masked", "/header", message);
    }

    #[test]
    fn is_quiet_on_whole_and_on_damaged_tokens() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1"));
    }
}
