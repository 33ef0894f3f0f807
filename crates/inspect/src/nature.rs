//! What claims are about: a person, the inside of an organisation, something that changes, or the token itself.

use super::registry::table;

/// `name|letters`, the name in lower case: `p` tells about a person, `i` tells how the inside is organised, `s` can
/// be out of date before the token is, `x` is about the token itself and no state. Of names with `/` or `:` in
/// them the last piece counts: `https://example.com/roles`, `cognito:groups`.
const LETTERS: &str = "\
acct|s
acr|x
address|ps
admin|s
aio|x
amr|x
app_metadata|s
at_hash|x
aud|x
auth_time|x
authorities|is
authorization_details|s
azp|x
birth_family_name|p
birthdate|p
c_hash|x
cid|x
client_id|x
client_ip|p
cnf|x
display_name|ps
displayname|ps
email|ps
email_verified|s
emailaddress|ps
emails|ps
entitlements|is
exp|x
family_name|ps
familyname|ps
fea|s
first_name|ps
firstname|ps
fullname|ps
gender|p
given_name|ps
givenname|ps
grants|s
groups|is
iat|x
identities|p
ipaddr|p
is_admin|s
isadmin|s
iss|x
jti|x
last_name|ps
lastname|ps
login|p
login_hint|p
middle_name|ps
mobilephone|ps
msisdn|ps
name|ps
nameidentifier|p
nationalities|p
nbf|x
nickname|ps
nonce|x
org_role|s
origin_jti|x
password|p
permissions|is
phone|ps
phone_number|ps
phone_number_verified|s
picture|ps
pla|s
place_of_birth|p
plan|s
preferred_username|ps
profile|p
realm_access|is
resource_access|is
rh|x
role|is
roles|is
s_hash|x
scope|s
scopes|s
scp|s
sid|x
surname|ps
token_type|x
token_use|x
typ|x
unique_name|ps
upn|ps
user_email|ps
user_login|p
user_metadata|ps
user_name|ps
username|ps
uti|x
ver|x
verified_primary_email|ps
verified_secondary_email|ps
website|p
wids|is
winaccountname|p
zoneinfo|p
";

/// What a claim is about, as its letters say.
#[derive(Clone, Copy)]
pub struct Nature(&'static str);

impl Nature {
    pub fn of(name: &str) -> Self {
        let last = bare(name).to_ascii_lowercase();
        let line = table::line(LETTERS, &|at| at.cmp(&last)).and_then(|line| line.split_once('|'));
        Self(line.map_or("", |(_, letters)| letters))
    }

    /// Whether it tells about a person. OpenID Connect Core 1.0 section 5.1, and what vendors call the same.
    pub fn is_personal(self) -> bool {
        self.0.contains('p')
    }

    /// Whether it tells how the inside of an organisation is arranged.
    pub fn is_internal(self) -> bool {
        self.0.contains('i')
    }

    /// Whether it can be out of date before the token is.
    pub fn changes(self) -> bool {
        self.0.contains('s')
    }

    /// Whether it is about the token itself, and no state that a server would keep.
    pub fn is_about_token(self) -> bool {
        self.0.contains('x')
    }
}

/// `roles` of `https://a.example/roles`, and `groups` of `cognito:groups`.
pub fn bare(name: &str) -> &str {
    let start = name.bytes().rposition(|byte| matches!(byte, b'/' | b':'));
    start.and_then(|start| name.get(start + 1..)).unwrap_or(name)
}

/// An e-mail address, by its form.
pub fn is_address(text: &str) -> bool {
    let parts = text.split_once('@').filter(|_| !text.contains(char::is_whitespace));
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_letters_and_they_are_in_order() {
        let names: Vec<&str> = LETTERS.lines().map(|line| line.split('|').next().unwrap_or_default()).collect();
        for (line, name) in LETTERS.lines().zip(&names) {
            let (_, letters) = line.split_once('|').unwrap_or_else(|| panic!("{line}: two fields"));
            assert_eq!(*name, name.to_ascii_lowercase());
            assert!(!letters.is_empty() && letters.chars().all(|letter| "pisx".contains(letter)), "{line}");
            assert_eq!(Nature::of(name).0, letters);
        }
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
    }

    #[test]
    fn knows_a_name_in_any_case_and_namespace() {
        assert!(Nature::of("https://example.com/EMAIL").is_personal() && Nature::of("cognito:groups").is_internal());
        assert!(Nature::of("jti").is_about_token() && Nature::of("plan").changes());
        assert!(["mail", "", "/", "a:"].iter().all(|name| Nature::of(name).0.is_empty()));
    }

    #[test]
    fn knows_an_address() {
        assert!(is_address("ann@example.com"));
        assert!(!is_address("@example.com") && !is_address("a@b") && !is_address("write to a@b.example"));
    }
}
