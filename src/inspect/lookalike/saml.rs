//! SAML messages: as XML, in base64, and in the parameters of a link or form. SAML 2.0 bindings, sections 3.4 and 3.5.

use super::{Lookalike, SECRET, Subject, beginning_of, bytes_of, readable, unescaped};

const NAMESPACE: &str = "urn:oasis:names:tc:SAML:";

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    let text = subject.beginning();
    if text.starts_with('<') {
        return text.contains(NAMESPACE).then(|| message(text, "It is XML."));
    }
    for name in ["SAMLResponse=", "SAMLRequest="] {
        if let Some((before, rest)) = text.split_once(name).filter(|(before, _)| is_boundary(before)) {
            let value = unescaped(rest.split(['&', ' ', '\n', '"']).next()?);
            let bytes = bytes_of(&value)?;
            if let Some(xml) = readable(&bytes).filter(|xml| xml.starts_with('<')) {
                return Some(message(&xml, "It is XML in base64, as a form posts it."));
            }
            let is_link = before.contains('?') || before.is_empty();
            return is_link
                .then(|| message(name, "It is XML, compressed (deflated) and then in base64, as a link carries it."));
        }
    }
    // Certificates and pictures are base64, too: only what is XML of SAML counts. Lines may be wrapped.
    let value: String = beginning_of(subject.bare).split_ascii_whitespace().collect();
    let bytes = bytes_of(&unescaped(&value))?;
    let xml = std::str::from_utf8(&bytes).ok().filter(|xml| xml.starts_with('<') && xml.contains(NAMESPACE))?;
    Some(message(xml, "It is XML in base64."))
}

/// The name of a parameter begins the text or follows what parts parameters.
fn is_boundary(before: &str) -> bool {
    before.is_empty() || before.ends_with(['?', '&', '\n', ' ', '"', '\''])
}

fn message(text: &str, form: &str) -> Lookalike {
    let is_request = text.contains("AuthnRequest") || text.contains("LogoutRequest") || text.starts_with("SAMLRequest");
    let (name, advice) = if is_request {
        ("a SAML request", "A SAML decoder reads it.")
    } else {
        ("a SAML response or assertion", SECRET)
    };
    Lookalike {
        id: "looks-like-saml",
        name,
        message: ["SAML is another way of signing in, older than OpenID Connect. ", form].concat(),
        advice,
        is_secret: !is_request,
        inside: None,
    }
}
