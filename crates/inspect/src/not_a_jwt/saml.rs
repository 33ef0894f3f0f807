//! SAML messages: as XML, in base64, and in the parameters of a link or form. SAML 2.0 bindings, sections 3.4 and 3.5.

use super::known::TextKind;
use super::{PastedText, RecognisedText, beginning_of, bytes_of, unescaped};

const NAMESPACE: &str = "urn:oasis:names:tc:SAML:";

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let text = subject.beginning();
    if text.starts_with('<') {
        return if text.contains(NAMESPACE) { message(text, "It is XML.") } else { None };
    }
    let parameter = ["SAMLResponse=", "SAMLRequest="].iter().find_map(|name| {
        let (before, rest) = text.split_once(name)?;
        // The name of a parameter begins the text or follows what parts parameters.
        let is_parameter = before.is_empty() || before.ends_with(['?', '&', '\n', '"', '\'']);
        is_parameter.then_some((*name, rest.split(['&', '\n', '"', '\'']).next()?))
    });
    // Certificates and pictures are base64, too: only what is XML of SAML counts. Lines may be wrapped.
    let value = parameter.map_or(beginning_of(subject.bare), |(_, value)| value);
    let value: String = value.split_ascii_whitespace().collect();
    let bytes = bytes_of(&unescaped(&value))?;
    match (std::str::from_utf8(&bytes).ok().filter(|xml| xml.starts_with('<') && xml.contains(NAMESPACE)), parameter) {
        (Some(xml), _) => message(xml, "It is XML in base64."),
        (None, Some((name, _))) => {
            message(name, "It is XML, compressed (deflated) and then in base64, as a link carries it.")
        }
        (None, None) => None,
    }
}

fn message(text: &str, form: &str) -> Option<RecognisedText> {
    let is_request = ["AuthnRequest", "LogoutRequest", "SAMLRequest"].iter().any(|name| text.contains(name));
    let kind = if is_request { TextKind::SamlRequest } else { TextKind::Saml };
    Some(kind.recognised().saying(form))
}
