//! Questions that people ask about tokens, each answered in three sentences.

/// A question of the guide. The order is that of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    MoreSecure,
    Decoded,
    Revoke,
    Lifetime,
    LocalStorage,
    Size,
    Stale,
    PersonalData,
    SignOrEncrypt,
    Algorithms,
    Keys,
    Audience,
    Profiles,
    Times,
    Exact,
    Damaged,
}

impl Question {
    pub const ALL: [Self; 16] = [
        Self::MoreSecure,
        Self::Decoded,
        Self::Revoke,
        Self::Lifetime,
        Self::LocalStorage,
        Self::Size,
        Self::Stale,
        Self::PersonalData,
        Self::SignOrEncrypt,
        Self::Algorithms,
        Self::Keys,
        Self::Audience,
        Self::Profiles,
        Self::Times,
        Self::Exact,
        Self::Damaged,
    ];

    /// Stable: links carry it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::MoreSecure => "more-secure",
            Self::Decoded => "decoded",
            Self::Revoke => "revoke",
            Self::Lifetime => "lifetime",
            Self::LocalStorage => "local-storage",
            Self::Size => "size",
            Self::Stale => "stale",
            Self::PersonalData => "personal-data",
            Self::SignOrEncrypt => "sign-or-encrypt",
            Self::Algorithms => "algorithms",
            Self::Keys => "keys",
            Self::Audience => "audience",
            Self::Profiles => "profiles",
            Self::Times => "times",
            Self::Exact => "exact",
            Self::Damaged => "damaged",
        }
    }

    /// Where its answer stands in [`ASKED`].
    pub const fn position(self) -> usize {
        self as usize
    }

    #[allow(clippy::indexing_slicing)] // a test holds that there is one for each question
    pub fn asked(self) -> &'static Asked {
        &ASKED[self.position()]
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.id() == id)
    }
}

/// A question with its answer.
pub struct Asked {
    /// Stable: links carry it.
    pub id: &'static str,
    pub question: &'static str,
    /// Three sentences, in which back quotes stand around code.
    pub answer: &'static str,
    pub reference: &'static str,
    /// The name of the example that shows it.
    pub example: &'static str,
}

/// Where the question with this id stands. For an unknown id, the position of the first question.
pub fn position(id: &str) -> usize {
    Question::from_id(id).map_or(0, Question::position)
}

const fn asked(
    place: Question,
    question: &'static str,
    answer: &'static str,
    reference: &'static str,
    example: &'static str,
) -> Asked {
    Asked { id: place.id(), question, answer, reference, example }
}

pub static ASKED: [Asked; 16] = [
    asked(
        Question::MoreSecure,
        "Are JWTs more secure than sessions?",
        "No, they solve another problem: a signature lets a service check a token without asking anybody, while the \
         identifier of a session is looked up. A thief can use either. Where it is kept, how long it works and whether \
         it can be revoked matter more than its format.",
        "RFC 6750 section 5.2, OWASP JSON Web Token Cheat Sheet",
        "Cookie line",
    ),
    asked(
        Question::Decoded,
        "What does \"decoded\" prove?",
        "Nothing: base64url is an encoding, not encryption, and anyone can write a header and claims that read well. \
         Only the signature tells who wrote them, once it is checked with the issuer's key, which must not come from \
         the token itself. This page only decodes, so it shows what a token says, not whether that is true.",
        "RFC 7515 section 5.2, RFC 7519 section 11.1",
        "Unsecured token",
    ),
    asked(
        Question::Revoke,
        "Why is it hard to revoke a JWT?",
        "Because nobody is asked: services check the signature and `exp` by themselves, so a sign-out, a new password \
         or a deleted account does not reach them. To revoke one before `exp`, services need shared state: a deny list \
         of `iss` and `jti`, kept until `exp` (not of token texts, since one token can be written in several ways), a \
         time before which a user's tokens no longer count, or a new key. If you need that everywhere, a session may \
         be simpler; otherwise keep the token to minutes and refuse to renew it.",
        "RFC 7009 section 3, RFC 7519 section 4.1.7, OWASP JSON Web Token Cheat Sheet",
        "Active access token",
    ),
    asked(
        Question::Lifetime,
        "How long should a token live?",
        "As short as is practical, since a stolen token works just as long: RFC 6750 says an hour or less, and many \
         issuers give minutes. A refresh token, which the issuer can revoke, then gets the next one. A token without \
         `exp` works as long as its receivers accept it, often until somebody changes the key.",
        "RFC 6750 section 5.3, RFC 9700 section 4.14",
        "No expiry",
    ),
    asked(
        Question::LocalStorage,
        "May I keep one in local storage?",
        "Better not: every script of the page can read it there and send it away, including those of advertisers and \
         attackers. A cookie that is `HttpOnly`, `Secure` and `SameSite` keeps scripts from reading it, but needs \
         protection against forged requests from other sites (CSRF). An injected script can still act while the page \
         is open; a backend that keeps the tokens (BFF) leaves it the least to steal.",
        "OWASP HTML5 Security Cheat Sheet, RFC 10017 section 6.1",
        "Token response",
    ),
    asked(
        Question::Size,
        "What does its size cost?",
        "All of it, header, claims and signature, is sent with every request, where the identifier of a session takes \
         some 32 bytes. Browsers need not keep more than 4,096 bytes in a cookie, and servers limit headers: nginx \
         refuses one of more than 8,192 bytes by default, Apache one of more than 8,190. Lists of groups and long \
         texts are the largest: send an identifier, and look them up.",
        "RFC 6265 section 6.1, nginx large_client_header_buffers, Apache LimitRequestFieldSize",
        "Roles and groups",
    ),
    asked(
        Question::Stale,
        "What goes stale in a token?",
        "All that can change before `exp`: roles, groups, an e-mail address, whether the account still exists. The \
         token keeps the values from when it was issued. Look such things up where they matter, or keep the lifetime \
         so short that it does no harm.",
        "OpenID CAEP 1.0 section 3.2",
        "Roles and groups",
    ),
    asked(
        Question::PersonalData,
        "What should not stand in a token?",
        "Anything that its holder, a log or a proxy must not read: encoding hides nothing. Names, e-mail addresses, \
         birth dates and groups stay readable in every copy, long after `exp`. Put in an identifier, not everything \
         you know about a person; where claims must be sent, encrypt the token, or disclose only some of them \
         (SD-JWT).",
        "RFC 7519 section 12, RFC 9901 section 1",
        "Selective disclosure",
    ),
    asked(
        Question::SignOrEncrypt,
        "What is the difference between signing and encrypting?",
        "A signature (JWS) says who wrote the token and that nobody changed it, and leaves it readable for everyone. \
         Encryption (JWE) hides it from everyone without the key, but does not show who wrote it if that key is \
         public. If you need both, sign first, then encrypt the result.",
        "RFC 7519 section 11.2, RFC 7516 section 1",
        "Encrypted token",
    ),
    asked(
        Question::Algorithms,
        "Who chooses the algorithm?",
        "The service that checks, never the token: whoever wrote the token also wrote its `alg`, and code that follows \
         it can be made to accept `none`, or to use a public key as an HMAC secret. Allow one or two by name, each \
         with keys of its own: ES256, Ed25519 or RS256 where others check, HS256 only where the same owner signs and \
         checks. RSA keys need 2,048 bits or more, HMAC keys at least as many bits as the hash has.",
        "RFC 8725 section 3.1, RFC 7518 section 3.2, RFC 7518 section 3.3, RFC 9864 section 2.2",
        "Unsecured token",
    ),
    asked(
        Question::Keys,
        "Where does the key come from?",
        "From the issuer, in a way that you chose: a key set at an address in your configuration, or a file that you \
         were given. `kid` only picks one of those; a key that comes with the token (`jwk`, `x5c`) only proves that \
         its writer has a key. An address in the token (`jku`, `x5u`) lets a stranger choose what your server fetches.",
        "RFC 8725 section 3.10, RFC 7515 section 10.3",
        "Brings its own key",
    ),
    asked(
        Question::Audience,
        "Why check `iss` and `aud`?",
        "`aud` names the service that a token is for, and `iss` its issuer. A token for another service can have a \
         correct signature: a service that does not check `aud` lets its holder, or that other service, in. An ID \
         token tells an app who signed in, and is no access token for an API.",
        "RFC 8725 section 3.8, RFC 8725 section 3.9, RFC 7519 section 4.1.3",
        "Expired ID token",
    ),
    asked(
        Question::Profiles,
        "Why does the kind of token matter?",
        "ID tokens, access tokens, logout tokens and proofs are all JWTs, with similar claims and often from the same \
         issuer with the same key. A service that takes one kind for another lets in people who rightly hold only the \
         other kind. So check `typ` where the kind has one (`at+jwt`, `logout+jwt`, `dpop+jwt`), and the claims that \
         only this kind has.",
        "RFC 8725 section 3.11, RFC 8725 section 3.12, RFC 9068 section 2.1",
        "Token response",
    ),
    asked(
        Question::Times,
        "How do I read its times?",
        "`iat`, `nbf` and `exp` are numbers of seconds since 1970 in UTC: not milliseconds, not text. A token is valid \
         from `nbf` on and no longer from `exp` on, with a few minutes at most for clocks that differ. `iat` tells how \
         old it is, and does not end it.",
        "RFC 7519 section 2, RFC 7519 section 4.1.4",
        "Expiry in milliseconds",
    ),
    asked(
        Question::Exact,
        "Why do the exact bytes matter?",
        "A signature covers the exact characters that were sent: an extra space, another order of members or another \
         alphabet makes a different text. JSON leaves open what a name given twice or a number of twenty digits means, \
         and an attacker can use two programs that read one token differently. Check the text as it came, refuse names \
         given twice, and write large numbers as strings.",
        "RFC 7515 section 5.2, RFC 7519 section 4, RFC 8259 section 6",
        "Duplicate claim",
    ),
    asked(
        Question::Damaged,
        "Why can a token not be read?",
        "Usually it was cut off: a terminal, a log or a database column kept only so many characters, and the \
         signature at the end was lost. Other causes are things around or inside it: quotes, line breaks, `Bearer`, \
         the percent signs of a URL, or the other base64 alphabet. This page repairs what it can and says so; a server \
         should refuse it.",
        "RFC 7515 section 2, RFC 7515 section 5.2",
        "Damaged token",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_answered_in_three_sentences_with_its_source() {
        for (at, asked) in ASKED.iter().enumerate() {
            let ends = |mark: &str| asked.answer.matches(mark).count();
            let sentences = ends(". ") + usize::from(asked.answer.ends_with('.'));
            assert_eq!(sentences, 3, "{}", asked.id);
            assert!(asked.question.ends_with('?'), "{}", asked.id);
            assert!(asked.answer.matches('`').count() % 2 == 0 && asked.question.matches('`').count() % 2 == 0);
            assert!(!asked.reference.is_empty() && !asked.example.is_empty(), "{}", asked.id);
            assert!(asked.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", asked.id);
            assert!(ASKED[..at].iter().all(|other| other.id != asked.id), "{} twice", asked.id);
        }
    }

    #[test]
    fn each_question_has_its_answer_at_its_position() {
        assert_eq!(ASKED.len(), Question::ALL.len());
        for question in Question::ALL {
            assert_eq!(ASKED[question.position()].id, question.id());
            assert_eq!(Question::from_id(question.id()), Some(question));
        }
    }

    #[test]
    fn algorithms_are_named_as_they_should_be_now() {
        let asked = Question::Algorithms.asked();
        assert!(asked.answer.contains("Ed25519") && !asked.answer.contains("EdDSA"), "{}", asked.answer);
        assert!(asked.reference.contains("RFC 9864 section 2.2"));
    }

    #[test]
    fn browser_based_apps_are_of_an_rfc() {
        assert_eq!(Question::LocalStorage.asked().reference, "OWASP HTML5 Security Cheat Sheet, RFC 10017 section 6.1");
    }

    #[test]
    fn a_token_without_exp_ends_when_its_receivers_say_so() {
        let answer = Question::Lifetime.asked().answer;
        assert!(answer.contains("A token without `exp` works as long as its receivers accept it"), "{answer}");
    }

    #[test]
    fn header_limits_are_those_of_the_servers() {
        let answer = Question::Size.asked().answer;
        assert!(answer.contains("more than 8,192 bytes by default, Apache one of more than 8,190."), "{answer}");
    }

    /// Links and other panels name these ids, so they must not change.
    #[test]
    fn ids_are_kept() {
        for id in [
            "more-secure",
            "revoke",
            "local-storage",
            "decoded",
            "sign-or-encrypt",
            "lifetime",
            "stale",
            "size",
            "algorithms",
            "keys",
            "audience",
            "personal-data",
            "times",
            "exact",
            "damaged",
            "profiles",
        ] {
            assert_eq!(ASKED[position(id)].id, id);
        }
        assert_eq!(position("nowhere"), 0);
    }
}
