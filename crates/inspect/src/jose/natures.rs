//! What claims are about: a person, the inside of an organisation, something that changes, or the token itself.

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// A person, in a way that seldom changes.
    Personal,
    /// A person, in a way that can be out of date before the token is.
    ChangingPersonal,
    /// How the inside of an organisation is arranged, which can be out of date before the token is.
    ChangingInternal,
    /// Something else that can be out of date before the token is.
    Changing,
    /// The token itself, so it is no state that a server would keep.
    AboutToken,
    /// Nothing is known of it.
    Unknown,
}

/// The names in lower case, sorted.
#[rustfmt::skip]
const NATURES: &[(&str, Nature)] = &[
    ("acct", Nature::Changing),
    ("acr", Nature::AboutToken),
    ("address", Nature::ChangingPersonal),
    ("admin", Nature::Changing),
    ("age_equal_or_over", Nature::Personal),
    ("aio", Nature::AboutToken),
    ("amr", Nature::AboutToken),
    ("app_metadata", Nature::Changing),
    ("at_hash", Nature::AboutToken),
    ("aud", Nature::AboutToken),
    ("auth_time", Nature::AboutToken),
    ("authorities", Nature::ChangingInternal),
    ("authorization_details", Nature::Changing),
    ("azp", Nature::AboutToken),
    ("birth_family_name", Nature::Personal),
    ("birthdate", Nature::Personal),
    ("c_hash", Nature::AboutToken),
    ("cid", Nature::AboutToken),
    ("client_id", Nature::AboutToken),
    ("client_ip", Nature::Personal),
    ("cnf", Nature::AboutToken),
    ("date_of_birth", Nature::Personal),
    ("display_name", Nature::ChangingPersonal),
    ("displayname", Nature::ChangingPersonal),
    ("email", Nature::ChangingPersonal),
    ("email_verified", Nature::Changing),
    ("emailaddress", Nature::ChangingPersonal),
    ("emails", Nature::ChangingPersonal),
    ("entitlements", Nature::ChangingInternal),
    ("exp", Nature::AboutToken),
    ("family_name", Nature::ChangingPersonal),
    ("familyname", Nature::ChangingPersonal),
    ("fea", Nature::Changing),
    ("first_name", Nature::ChangingPersonal),
    ("firstname", Nature::ChangingPersonal),
    ("fullname", Nature::ChangingPersonal),
    ("gender", Nature::Personal),
    ("given_name", Nature::ChangingPersonal),
    ("givenname", Nature::ChangingPersonal),
    ("grants", Nature::Changing),
    ("groups", Nature::ChangingInternal),
    ("iat", Nature::AboutToken),
    ("identities", Nature::Personal),
    ("ipaddr", Nature::Personal),
    ("is_admin", Nature::Changing),
    ("isadmin", Nature::Changing),
    ("iss", Nature::AboutToken),
    ("jti", Nature::AboutToken),
    ("last_name", Nature::ChangingPersonal),
    ("lastname", Nature::ChangingPersonal),
    ("login", Nature::Personal),
    ("login_hint", Nature::Personal),
    ("middle_name", Nature::ChangingPersonal),
    ("mobilephone", Nature::ChangingPersonal),
    ("msisdn", Nature::ChangingPersonal),
    ("name", Nature::ChangingPersonal),
    ("nameidentifier", Nature::Personal),
    ("nationalities", Nature::Personal),
    ("nbf", Nature::AboutToken),
    ("nickname", Nature::ChangingPersonal),
    ("nonce", Nature::AboutToken),
    ("opaque_user_id", Nature::Personal),
    ("org_role", Nature::Changing),
    ("origin_jti", Nature::AboutToken),
    ("password", Nature::Personal),
    ("permissions", Nature::ChangingInternal),
    ("phone", Nature::ChangingPersonal),
    ("phone_number", Nature::ChangingPersonal),
    ("phone_number_verified", Nature::Changing),
    ("picture", Nature::ChangingPersonal),
    ("pla", Nature::Changing),
    ("place_of_birth", Nature::Personal),
    ("plan", Nature::Changing),
    ("preferred_username", Nature::ChangingPersonal),
    ("profile", Nature::Personal),
    ("realm_access", Nature::ChangingInternal),
    ("resource_access", Nature::ChangingInternal),
    ("rh", Nature::AboutToken),
    ("role", Nature::ChangingInternal),
    ("roles", Nature::ChangingInternal),
    ("s_hash", Nature::AboutToken),
    ("scope", Nature::Changing),
    ("scopes", Nature::Changing),
    ("scp", Nature::Changing),
    ("sex", Nature::Personal),
    ("sid", Nature::AboutToken),
    ("skypeid", Nature::Personal),
    ("surname", Nature::ChangingPersonal),
    ("token_type", Nature::AboutToken),
    ("token_use", Nature::AboutToken),
    ("typ", Nature::AboutToken),
    ("unique_name", Nature::ChangingPersonal),
    ("upn", Nature::ChangingPersonal),
    ("user_email", Nature::ChangingPersonal),
    ("user_login", Nature::Personal),
    ("user_metadata", Nature::ChangingPersonal),
    ("user_name", Nature::ChangingPersonal),
    ("username", Nature::ChangingPersonal),
    ("uti", Nature::AboutToken),
    ("ver", Nature::AboutToken),
    ("verified_primary_email", Nature::ChangingPersonal),
    ("verified_secondary_email", Nature::ChangingPersonal),
    ("website", Nature::Personal),
    ("wids", Nature::ChangingInternal),
    ("winaccountname", Nature::Personal),
    ("zoneinfo", Nature::Personal),
];

/// By which an issuer knows a person, a device, a sign-in or this very token: whoever can ask the issuer, or reads its
/// logs, learns who it was. Groups are here too, for few people are in the same ones. In lower case, sorted.
#[rustfmt::skip]
const TRACEABLE: &[&str] = &[
    "act", "aio", "device_id", "device_key", "deviceid", "event_id", "fhiruser", "groups", "jti", "may_act", "oid",
    "onprem_sid", "origin_jti", "patient", "puid", "rh", "session_id", "session_state", "sid", "sub", "sub_id", "uid",
    "user_id", "userid", "uti",
];

/// Whether the claim of this name leads to a person, a device or a sign-in.
pub fn is_traceable(name: &str) -> bool {
    let last = bare(name).to_ascii_lowercase();
    TRACEABLE.binary_search(&&*last).is_ok()
}

impl Nature {
    /// What the claim of this name is about. Of names with `/` or `:` in them the last piece counts: `https://example.com/roles`, `cognito:groups`.
    pub fn of(name: &str) -> Self {
        let last = bare(name).to_ascii_lowercase();
        let found = NATURES.binary_search_by(|(known, _)| known.cmp(&&*last)).ok().and_then(|at| NATURES.get(at));
        found.map_or(Self::Unknown, |(_, nature)| *nature)
    }

    /// Whether it tells about a person. OpenID Connect Core 1.0 section 5.1, and what vendors call the same.
    pub fn is_personal(self) -> bool {
        matches!(self, Self::Personal | Self::ChangingPersonal)
    }

    /// Whether it tells how the inside of an organisation is arranged.
    pub fn is_internal(self) -> bool {
        self == Self::ChangingInternal
    }

    /// Whether it can be out of date before the token is.
    pub fn changes(self) -> bool {
        matches!(self, Self::ChangingPersonal | Self::ChangingInternal | Self::Changing)
    }

    /// Whether it is about the token itself, and no state that a server would keep.
    pub fn is_about_token(self) -> bool {
        self == Self::AboutToken
    }
}

/// The last piece of a name: `roles` of `https://a.example/roles`, and `groups` of `cognito:groups`.
pub fn bare(name: &str) -> &str {
    let start = name.bytes().rposition(|byte| matches!(byte, b'/' | b':'));
    start.and_then(|start| name.get(start + 1..)).unwrap_or(name)
}

/// Whether a text has the form of an e-mail address. RFC 5322 section 3.4.1, without quoted names.
pub fn is_email_address(text: &str) -> bool {
    let is_host =
        |host: &str| host.contains('.') && host.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '.'));
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !name.contains(|char: char| char.is_whitespace() || matches!(char, ':' | '/'))
            && is_host(host)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_in_lower_case_in_order_and_found() {
        for (name, nature) in NATURES {
            assert_eq!(*name, name.to_ascii_lowercase());
            assert_ne!(*nature, Nature::Unknown, "{name}");
            assert_eq!(Nature::of(name), *nature, "{name}");
        }
        assert!(NATURES.is_sorted_by(|one, next| one.0 < next.0));
        assert!(TRACEABLE.is_sorted() && TRACEABLE.iter().all(|name| is_traceable(name)));
        assert!(is_traceable("https://a.example/userId") && is_traceable("cognito:groups"));
        assert!(["tid", "iss", "roles", "scope", "", "subject"].iter().all(|name| !is_traceable(name)));
    }

    #[test]
    fn knows_a_name_in_any_case_and_namespace() {
        assert!(Nature::of("https://example.com/EMAIL").is_personal() && Nature::of("cognito:groups").is_internal());
        assert!(Nature::of("jti").is_about_token() && Nature::of("plan").changes());
        assert!(["mail", "", "/", "a:"].iter().all(|name| Nature::of(name) == Nature::Unknown));
    }

    #[test]
    fn knows_an_address() {
        for text in ["ann@example.com", "a.b+c@mail.example.com", "gräce@exämple.example", "auth0|ann@example.com"] {
            assert!(is_email_address(text), "{text}");
        }
        for text in
            ["@example.com", "a@b", "write to a@b.example", "mailto:a@b.example", "https://a@b.example/c", "a@b.c/d"]
        {
            assert!(!is_email_address(text), "{text}");
        }
    }
}
