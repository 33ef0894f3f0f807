//! Which claims tell about people, which go stale, and which are no state at all.

use crate::decode::Part;
use crate::decode::json::{Kind, Member, Value};
use crate::decode::search::replaced;
use crate::inspect::display;

/// `name|letters`, the name in lower case: `p` tells about a person, `i` tells how the inside is organised, `s` can
/// be out of date before the token is, `x` is about the token itself and no state. Of names with `/` or `:` in
/// them the last piece counts: `https://example.com/roles`, `cognito:groups`.
const LETTERS: &str = "\
acr|x
acct|s
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
birthdate|p
c_hash|x
cid|x
client_id|x
cnf|x
email|ps
email_verified|s
emailaddress|ps
entitlements|is
exp|x
family_name|ps
fea|s
first_name|ps
fullname|ps
gender|p
given_name|ps
givenname|ps
grants|s
groups|is
iat|x
ipaddr|p
is_admin|s
isadmin|s
iss|x
jti|x
last_name|ps
login|p
login_hint|p
middle_name|ps
mobilephone|ps
msisdn|ps
name|ps
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
plan|s
preferred_username|ps
profile|p
realm_access|is
rh|x
resource_access|is
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
wids|is
winaccountname|p
";

/// So many claims are looked at, and so many are named at once.
const LOOKED_AT: usize = 500;
const NAMED: usize = 6;
/// So many characters of a name are shown.
const LONGEST_NAME: usize = 40;

/// The claims of a token.
pub(super) struct Claims<'t> {
    pub(super) part: &'t Part,
}

impl Claims<'_> {
    /// A claim that says something: of several with one name the last.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.part.value()?.member(name).filter(|value| says_something(value))
    }

    /// The names of those that tell about people or about the inside, as a sentence lists them; None where none does.
    pub(super) fn telling(&self) -> Option<String> {
        // Some issuers name their users by their addresses.
        let is_telling = |member: &Member| match member.name.text.as_str() {
            "sub" => member.value.as_str().is_some_and(is_address),
            name => letters_of(name).contains(['p', 'i']),
        };
        self.listed(&is_telling)
    }

    /// The names of those that can be out of date before the token is.
    pub(super) fn changing(&self) -> Option<String> {
        self.listed(&|member| letters_of(&member.name.text).contains('s'))
    }

    /// The names of those that are not about the token itself.
    pub(super) fn of_state(&self) -> Option<String> {
        self.listed(&|member| !letters_of(&member.name.text).contains('x'))
    }

    fn listed(&self, is_wanted: &dyn Fn(&Member) -> bool) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        let members = self.part.members().iter().take(LOOKED_AT);
        for member in members.filter(|member| says_something(&member.value) && is_wanted(member)) {
            let name = quoted(&member.name.text);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() > NAMED + 1 {
            let more = names.len() - NAMED;
            names.truncate(NAMED);
            names.push([&more.to_string(), " more"].concat());
        }
        (!names.is_empty()).then(|| display::listed(&names, " and "))
    }
}

/// A name in back quotes, of which it can have none itself.
pub(super) fn quoted(name: &str) -> String {
    ["`", &replaced(&display::capped(name, LONGEST_NAME), "`", "'"), "`"].concat()
}

fn says_something(value: &Value) -> bool {
    match &value.kind {
        Kind::Null => false,
        Kind::String(text) => !text.text.is_empty(),
        Kind::Array(values) => !values.is_empty(),
        Kind::Object(members) => !members.is_empty(),
        Kind::Number | Kind::Bool(_) => true,
    }
}

fn letters_of(name: &str) -> &'static str {
    let last = name.rsplit(['/', ':']).next().unwrap_or(name);
    let is_it = |line: &&str| line.split_once('|').is_some_and(|(known, _)| known.eq_ignore_ascii_case(last));
    LETTERS.lines().find(is_it).and_then(|line| line.split_once('|')).map_or("", |(_, letters)| letters)
}

fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::token_with;
    use super::*;

    #[track_caller]
    fn check(claims: &str, telling: Option<&str>, changing: Option<&str>) {
        let token = token_with(claims);
        let claims = Claims { part: token.payload().expect("claims") };
        assert_eq!((claims.telling().as_deref(), claims.changing().as_deref()), (telling, changing));
    }

    #[test]
    fn every_name_has_letters_and_stands_once() {
        let names: Vec<&str> = LETTERS.lines().collect();
        for (at, line) in names.iter().enumerate() {
            let (name, letters) = line.split_once('|').unwrap_or_else(|| panic!("{line}: two fields"));
            assert_eq!(name, name.to_ascii_lowercase());
            assert!(!letters.is_empty() && letters.chars().all(|letter| "pisx".contains(letter)), "{line}");
            assert!(names[..at].iter().all(|other| !other.starts_with(&[name, "|"].concat())), "{name} twice");
        }
    }

    #[test]
    fn knows_names_in_any_namespace() {
        let names = Some("`https://example.com/Roles` and `cognito:groups`");
        check(r#"{"https://example.com/Roles":["a"],"cognito:groups":["b"],"made-up":1}"#, names, names);
        check(r#"{"sub":"ann@example.com","name":"Ann"}"#, Some("`sub` and `name`"), Some("`name`"));
        check(r#"{"sub":"ann","exp":1}"#, None, None);
    }

    #[test]
    fn what_says_nothing_is_not_named() {
        check(r#"{"email":"","roles":[],"groups":null,"address":{}}"#, None, None);
        check(r#"{"gender":"a","gender":"b"}"#, Some("`gender`"), None);
    }

    #[test]
    fn names_a_few_of_many_and_shows_what_hides() {
        let claims = r#"{"name":1,"email":1,"phone":1,"upn":1,"login":1,"picture":1,"gender":1,"profile":1}"#;
        let few = "`name`, `email`, `phone`, `upn`, `login`, `picture` and 2 more";
        check(claims, Some(few), Some("`name`, `email`, `phone`, `upn` and `picture`"));
        let name = "`a'b⟨U+202E⟩/email`";
        check("{\"a`b\u{202E}/email\":1}", Some(name), Some(name));
    }
}
