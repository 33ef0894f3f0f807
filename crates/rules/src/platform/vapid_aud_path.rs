//! A VAPID token whose audience is more than the origin of the push service.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, key_address};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "vapid-aud-path",
    severity: Severity::Warning,
    title: "Web push audience with a path",
    why: "`aud` must be the origin of the push service. With the path of the subscription, push services refuse the message.",
    advice: "Write only scheme, host and port of the subscription's endpoint into `aud`.",
    references: &["RFC 8292 section 2"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

/// RFC 8292 section 2: `aud` is the origin of the push service.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.description.profile.kind != TokenKind::VapidToken {
        return Vec::new();
    }
    let has_path = |text: &&str| key_address::read(text).is_some_and(|address| !address.rest.is_empty());
    let evidence = claims::texts(evaluation, "aud").find(has_path).map(|text| {
        let aud = display::quoted(text, 80);
        let message = format!("`aud` must be the push service's origin, without a path, but is {aud}.");
        Evidence::new(&RECORD, message, claims::place(evaluation, "aud"))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn knows_what_an_origin_is() {
        let push = |aud: &str| {
            let claims = format!(r#"{{"sub":"mailto:a@b.example","exp":1700003600,"aud":"{aud}"}}"#);
            token_from(r#"{"alg":"ES256"}"#, &claims)
        };
        let message = "`aud` must be the push service's origin, without a path, but is `https://push.example/send/1`.";
        check(&RULE, &push("https://push.example/send/1"), "vapid-aud-path", "/payload/aud", message);
        check_quiet(&RULE, &push("https://push.example"));
    }
}
