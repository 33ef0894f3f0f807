//! A VAPID token whose contact is on a machine that the push service cannot reach.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, key_address};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "vapid-local-contact",
    severity: Severity::Warning,
    title: "Web push with a local contact",
    why: "`sub` should let the push service reach the sender. Apple's refuses a `sub` at `localhost` or another local name with status 403 and the reason `BadJwtToken`; others accept it.",
    advice: "Write a `mailto:` or `https:` address into `sub` that can be reached from the Internet.",
    references: &["RFC 8292 section 2.1", "web-push issue 947"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

const APPLE: &str = "https://web.push.apple.com";

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.description.profile.kind != TokenKind::VapidToken {
        return Vec::new();
    }
    let Some(sub) = claims::text(evaluation, "sub").filter(|sub| is_local(sub)) else { return Vec::new() };
    let message = format!(
        "`sub` is {}, where nobody on the Internet can reach the sender: Apple's push service refuses local names.",
        display::quoted(sub, 80)
    );
    let is_for_apple = claims::is_text(evaluation, "aud", APPLE);
    let severity = if is_for_apple { Severity::Warning } else { Severity::Notice };
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "sub")).with_severity(severity)]
}

/// Whether the address of a contact is on this machine, or has a name that the Internet does not know.
fn is_local(contact: &str) -> bool {
    let of_mail = contact.strip_prefix("mailto:").and_then(|address| address.rsplit_once('@'));
    let address = of_mail.map_or_else(|| contact.to_owned(), |(_, host)| format!("mail://{host}"));
    // RFC 6761 section 6.4: no name that ends in `.invalid` is ever in use.
    key_address::read(&address).is_some_and(|address| address.is_internal() || address.host.ends_with(".invalid"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, check_severity, token_from};

    fn push(aud: &str, sub: &str) -> decode::Token {
        let claims = format!(r#"{{"aud":"{aud}","exp":1700003600,"sub":"{sub}"}}"#);
        token_from(r#"{"alg":"ES256","typ":"JWT"}"#, &claims)
    }

    #[test]
    fn fires_on_local_names() {
        for sub in ["mailto:a@localhost", "https://localhost:3000", "mailto:relay@nas.local", "mailto:a@app.invalid"] {
            let message = format!(
                "`sub` is `{sub}`, where nobody on the Internet can reach the sender: Apple's push service refuses local names."
            );
            for (aud, severity) in [(APPLE, Severity::Warning), ("https://fcm.googleapis.com", Severity::Notice)] {
                let token = push(aud, sub);
                check(&RULE, &token, "vapid-local-contact", "/payload/sub", &message);
                check_severity(&token, "vapid-local-contact", severity);
            }
        }
    }

    #[test]
    fn is_quiet_on_others() {
        for sub in [
            "mailto:a@b.example",
            "https://localhost.example",
            "https://push.example/contact",
            "mailto:a",
            "mailto:a@b.invalid.example",
            "",
        ] {
            check_quiet(&RULE, &push(APPLE, sub));
        }
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, r#"{"sub":"mailto:a@localhost"}"#));
    }
}
