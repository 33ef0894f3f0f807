//! What is true of every token, whatever it says.

use super::Question;

/// One sentence or two, the document they rest on, and the question that says more, where there is one.
pub struct Lesson {
    pub text: &'static str,
    pub reference: &'static str,
    pub more: Option<Question>,
}

const fn lesson(text: &'static str, reference: &'static str, more: Option<Question>) -> Lesson {
    Lesson { text, reference, more }
}

pub static LESSONS: [Lesson; 9] = [
    lesson(
        "Decoding is not verifying. Anyone can write a token that decodes.",
        "RFC 7519 section 11.1",
        Some(Question::Decoded),
    ),
    lesson(
        "A token works until it expires. Signing out does not stop it, unless the server keeps a list.",
        "RFC 7009 section 3",
        Some(Question::Revoke),
    ),
    lesson(
        "It is sent whole with every request, and whoever holds it can read it, unless it is encrypted.",
        "RFC 7519 section 12",
        Some(Question::Size),
    ),
    lesson(
        "Where it is kept matters more than its format: an `HttpOnly` cookie or a backend, not local storage.",
        "OWASP HTML5 Security Cheat Sheet",
        Some(Question::LocalStorage),
    ),
    lesson("So keep it short-lived: minutes, and a refresh token.", "RFC 6750 section 5.3", Some(Question::Lifetime)),
    lesson(
        "Never put it into a URL: that stays in histories and logs, and can reach other sites in the `Referer` header.",
        "RFC 6750 section 5.3, RFC 9700 section 4.3.2",
        None,
    ),
    lesson(
        "Check in this order: the signature, with an algorithm you allow and a key you chose by issuer; then `iss`, `aud`, \
         `exp` and `nbf`, and `typ`; and only then what the claims permit.",
        "RFC 8725 section 3",
        Some(Question::Audience),
    ),
    lesson(
        "Bind tokens to a key where you can: with DPoP or mutual TLS a stolen one is useless by itself.",
        "RFC 9700 section 4.10.1",
        None,
    ),
    lesson(
        "A live token that was pasted into a website which is not yours has leaked: revoke it, or wait it out.",
        "RFC 6750 section 5.3",
        Some(Question::Revoke),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_a_sentence_with_its_source() {
        for lesson in &LESSONS {
            assert!(lesson.text.ends_with('.') && !lesson.reference.is_empty(), "{}", lesson.text);
        }
    }

    #[test]
    fn the_referer_can_hold_an_address_but_need_not() {
        let of_addresses = LESSONS.iter().find(|lesson| lesson.text.contains("URL")).expect("a lesson");
        assert!(of_addresses.text.ends_with("and can reach other sites in the `Referer` header."));
    }
}
