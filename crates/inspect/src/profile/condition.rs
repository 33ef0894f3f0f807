//! The conditions of the tables, and how they are said when they hold.
//!
//! Conditions stand in a row with commas between; all must hold. Words with spaces between are alternatives.
//!
//! | Written | Holds when |
//! |---|---|
//! | `?at+jwt` | `typ` in the header is this type |
//! | `a b` | one of these claims is there at least |
//! | `{a` | the claim is an object |
//! | `[a` | the claim is a list of objects |
//! | `a=v w` | the claim is one of these texts, or a list that has one |
//! | `a=<digits>`, `a=<hex32>`, `a=<team>` | it is digits, 32 hexadecimal digits, an ID of Apple's |
//! | `a=<b>` | it is the same text as claim `b` |
//! | `a^v w`, `a$v w` | it begins or ends with one of these |
//! | `a~p q` | it is an [address](super::address) of one of these forms |
//! | `!a`, `-a` | there is no such claim; `-` is not worth saying |
//! | `%3` | there are exactly three claims |
//!
//! A `#` before a name or a comparison means the header parameter.

use super::address;
use super::evidence::Evidence;
use crate::display::listed;
use decode::json::{Kind, Value};

/// What there is to say for it when all conditions hold: full sentences.
pub(super) fn sentences(conditions: &str, evidence: &Evidence) -> Option<Vec<String>> {
    let mut said = Said::default();
    conditions.split(',').try_for_each(|condition| said.take(condition, evidence))?;
    Some(said.sentences())
}

/// How many values of a list are compared: those that matter have few.
const MOST: usize = 100;

#[derive(Default)]
struct Said {
    sentences: Vec<String>,
    /// Each in backquotes.
    claims: Vec<String>,
    header_parameters: Vec<String>,
    absent: Vec<String>,
    nothing_else: bool,
}

impl Said {
    /// None where the condition does not hold.
    fn take(&mut self, condition: &str, evidence: &Evidence) -> Option<()> {
        let (operator, rest) = condition.split_at_checked(1)?;
        match operator {
            "?" => {
                // Asked of every type in the tables, so nothing is put together before it holds.
                if !evidence.is_typed(rest) {
                    return None;
                }
                self.say(&["Its `typ` is `", rest, "`."]);
                Some(())
            }
            "!" | "-" => {
                if operator == "!" {
                    self.absent.push(quoted(rest));
                }
                evidence.claim(rest).is_none().then_some(())
            }
            "%" => {
                self.nothing_else = true;
                (evidence.claim_count().to_string() == rest).then_some(())
            }
            "{" | "[" => {
                self.claims.push(quoted(rest));
                let is_object = |value: &Value| matches!(value.kind, Kind::Object(_));
                match &evidence.claim(rest)?.kind {
                    Kind::Object(_) => operator == "{",
                    Kind::Array(values) => operator == "[" && !values.is_empty() && values.iter().all(is_object),
                    _ => false,
                }
                .then_some(())
            }
            "#" => self.about(rest, &|name| evidence.header_parameter(name), true),
            _ => self.about(condition, &|name| evidence.claim(name), false),
        }
    }

    fn about<'v>(&mut self, condition: &str, find: &dyn Fn(&str) -> Option<&'v Value>, in_header: bool) -> Option<()> {
        let Some(at) = condition.find(['=', '^', '$', '~']) else {
            let names = if in_header { &mut self.header_parameters } else { &mut self.claims };
            let before = names.len();
            names.extend(condition.split(' ').filter(|name| find(name).is_some()).map(quoted));
            return (names.len() > before).then_some(());
        };
        let (name, test) = condition.split_at_checked(at)?;
        let (operator, wanted) = test.split_at_checked(1)?;
        let value = find(name)?;
        if wanted == "<digits>" {
            let is_number = match &value.kind {
                Kind::String(text) => !text.text.is_empty() && text.text.bytes().all(|byte| byte.is_ascii_digit()),
                kind => matches!(kind, Kind::Number),
            };
            self.say(&["Its `", name, "` is a number."]);
            return is_number.then_some(());
        }
        if wanted == "<hex32>" {
            self.say(&["Its `", name, "` is 32 hexadecimal digits."]);
            let text = value.as_str()?;
            return (text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(());
        }
        if wanted == "<team>" {
            let is_of_id = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
            value.as_str().filter(|text| text.len() == 10 && text.bytes().all(is_of_id))?;
            let begins = if in_header { "In its header, `" } else { "Its `" };
            self.say(&[begins, name, "` is 10 capital letters and digits."]);
            return Some(());
        }
        if let Some(other) = wanted.strip_prefix('<').and_then(|wanted| wanted.strip_suffix('>')) {
            self.say(&["Its `", name, "` and its `", other, "` are the same."]);
            return (value.as_str()? == find(other)?.as_str()?).then_some(());
        }
        let holds = |wanted: &&str, text: &str| match operator {
            "=" => *wanted == text,
            "^" => text.starts_with(*wanted),
            "$" => text.ends_with(*wanted) && text != *wanted,
            _ => address::fits(wanted, text),
        };
        let texts: &[Value] = match &value.kind {
            Kind::Array(values) => values.get(..MOST).unwrap_or(values),
            _ => std::slice::from_ref(value),
        };
        let wanted = wanted
            .split(' ')
            .find(|wanted| texts.iter().any(|text| text.as_str().is_some_and(|text| holds(wanted, text))))?;
        let is_list = matches!(value.kind, Kind::Array(_));
        let form = wanted.strip_prefix("//").unwrap_or(wanted).replace("**", "*");
        let verb = match operator {
            "=" | "~" if is_list => "holds",
            "^" => "begins with",
            "$" => "ends with",
            "~" if form.contains('*') => "has the form",
            _ => "is",
        };
        // A claim `typ` is easily taken for the header parameter.
        let (before, between) = match (in_header, name) {
            (true, _) => ("In its header, `", "` "),
            (false, "typ") => ("It has a claim `", "`, and that "),
            _ => ("Its `", "` "),
        };
        self.say(&[before, name, between, verb, " `", &form, "`."]);
        Some(())
    }

    fn say(&mut self, words: &[&str]) {
        self.sentences.push(words.concat());
    }

    fn sentences(self) -> Vec<String> {
        let mut sentences = self.sentences;
        if !self.header_parameters.is_empty() {
            sentences.push(["Its header has ", &listed(&self.header_parameters, " and "), "."].concat());
        }
        let absent = match self.absent.as_slice() {
            [] => String::new(),
            [one] => ["and no ", one].concat(),
            several => ["and neither ", &listed(several, " nor ")].concat(),
        };
        let rest = if self.nothing_else { ", and nothing else" } else { "" };
        match (self.claims.is_empty(), absent.is_empty()) {
            (true, true) => {}
            (true, false) => sentences.push(["It has ", absent.strip_prefix("and ").unwrap_or(&absent), "."].concat()),
            (false, true) => sentences.push(["It has ", &listed(&self.claims, " and "), rest, "."].concat()),
            (false, false) => sentences.push(["It has ", &listed(&self.claims, " and "), ", ", &absent, "."].concat()),
        }
        sentences
    }
}

fn quoted(name: &str) -> String {
    ["`", name, "`"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_from;

    #[track_caller]
    fn check(conditions: &str, said: Option<&[&str]>) {
        let token = token_from(
            r#"{"alg":"RS256","kid":"ABC123DEFG","typ":"at+jwt"}"#,
            r#"{"iss":"https://a.example","sub":"12","aud":["x","https://a.example"],"typ":"ID","n":7,"o":{},"l":[{}],"t":[1]}"#,
        );
        let sentences = sentences(conditions, &Evidence::of(&token));
        let sentences = sentences.as_ref().map(|them| them.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(sentences.as_deref(), said, "{conditions}");
    }

    #[test]
    fn says_what_holds() {
        check("?at+jwt", Some(&["Its `typ` is `at+jwt`."]));
        check("iss,sub nope,aud", Some(&["It has `iss`, `sub` and `aud`."]));
        check("iss,!nope", Some(&["It has `iss`, and no `nope`."]));
        check("!x,!y,-z", Some(&["It has neither `x` nor `y`."]));
        check("iss,#kid,%8", Some(&["Its header has `kid`.", "It has `iss`, and nothing else."]));
        check("sub=11 12", Some(&["Its `sub` is `12`."]));
        check("aud=x", Some(&["Its `aud` holds `x`."]));
        check("typ=ID", Some(&["It has a claim `typ`, and that is `ID`."]));
        check("#alg=RS256", Some(&["In its header, `alg` is `RS256`."]));
        check("iss^https:,iss$.example", Some(&["Its `iss` begins with `https:`.", "Its `iss` ends with `.example`."]));
        check("iss~https://**.example", Some(&["Its `iss` has the form `https://*.example`."]));
        check("sub=<digits>,n=<digits>", Some(&["Its `sub` is a number.", "Its `n` is a number."]));
        check("#kid=<team>", Some(&["In its header, `kid` is 10 capital letters and digits."]));
        check("{o,[l", Some(&["It has `o` and `l`."]));
    }

    #[test]
    fn says_nothing_where_one_does_not() {
        for conditions in [
            "?jwt",
            "iss,nope",
            "!iss",
            "-iss",
            "%7",
            "{l",
            "[o",
            "[t",
            "sub=1",
            "aud=y",
            "#alg=HS256",
            "#nope",
            "iss=<sub>",
            "iss=<hex32>",
            "iss=<team>",
            "#alg=<team>",
            "iss=<nope>",
            "n=7",
            "sub$12",
            "",
        ] {
            check(conditions, None);
        }
    }
}
