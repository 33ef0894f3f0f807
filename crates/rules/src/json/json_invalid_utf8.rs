//! A header or payload with bytes that are not UTF-8.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::error::FaultKind;
use decode::{Part, Role, Token};
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "json-invalid-utf8",
    severity: Severity::Error,
    title: "Bytes that are not UTF-8",
    why: "Parsers replace, drop or refuse bytes that are not UTF-8, so services see different text. The usual cause is text in Latin-1.",
    advice: "Encode the text as UTF-8 before encoding it with base64url.",
    references: &["RFC 8259 section 8.1", "RFC 7519 section 7.1"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let holds_json = |part: &&Part| {
        matches!(part.role, Role::Header | Role::Payload) && part.value().is_some() && part.mask().is_none()
    };
    evaluation
        .token
        .parts
        .iter()
        .filter(holds_json)
        .filter_map(|part| evidence(evaluation.token, part))
        .collect::<Vec<_>>()
}

fn evidence(token: &Token, part: &Part) -> Option<Evidence> {
    let bytes: Vec<(u8, usize)> = part
        .faults
        .iter()
        .filter_map(|fault| match fault.kind {
            FaultKind::InvalidUtf8(byte) => Some((byte, fault.span.start)),
            _ => None,
        })
        .collect();
    let (byte, at) = *bytes.first()?;
    let more = match bytes.len() - 1 {
        0 => String::new(),
        more if part.faults_left_out() > 0 => format!(", and more than {more} others"),
        more => format!(", and {more} more"),
    };
    let message = format!("The {} holds a byte that is not UTF-8: 0x{byte:02X} at byte {at}{more}.", part.role.name());
    let member = part.members().iter().find(|member| member.span.start <= at && at < member.span.end);
    let place = member.map_or_else(|| Place::at(token, part), |member| Place::member(token, part, member));
    Some(Evidence::new(&RECORD, message, place))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    #[test]
    fn locates_the_byte() {
        let payload = URL_SAFE_NO_PAD.encode(b"{\"name\":\"J\xfcrgen\"}");
        let token = token_of(&format!("{}.{payload}.AAAA", encode(r#"{"alg":"HS256"}"#)));
        let message = "The payload holds a byte that is not UTF-8: 0xFC at byte 10.";
        check(&RULE, &token, "json-invalid-utf8", "/payload/name", message);
    }

    #[test]
    fn is_quiet_on_utf8() {
        check_quiet(&RULE, &token_with(r#"{"name":"Jürgen"}"#));
    }
}
