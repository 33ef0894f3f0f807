//! Objects as programming languages print them, rewritten as JSON: dictionaries of Python, hashes of Ruby, objects of
//! JavaScript, maps of Go, arrays and objects of PHP.

/// The same as JSON. None where it is nothing of the kind.
pub(super) fn as_json(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(map) = text.strip_prefix("map[").and_then(|rest| rest.strip_suffix(']')) {
        return go_map(map);
    }
    if text.contains("=>") && !text.starts_with(['{', '[']) {
        return php(text);
    }
    let mut rewriter = Rewriter { rest: text, json: String::with_capacity(text.len()) };
    text.starts_with(['{', '[', '(']).then(|| rewriter.rewrite()).flatten()?;
    Some(rewriter.json)
}

struct Rewriter<'t> {
    rest: &'t str,
    json: String,
}

impl Rewriter<'_> {
    /// Whether all of it could be rewritten.
    fn rewrite(&mut self) -> Option<()> {
        while let Some(first) = self.rest.chars().next() {
            match first {
                '"' | '\'' => self.string(first)?,
                '(' | '[' => self.sign('[', 1),
                ')' | ']' => self.end(']'),
                '}' => self.end('}'),
                '=' if self.rest.starts_with("=>") => self.sign(':', 2),
                // A symbol of Ruby, `:sub => "x"`.
                ':' if self.rest.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
                    && self.expects_name() =>
                {
                    self.rest = self.rest.get(1..)?;
                }
                '{' | ',' | ':' => self.sign(first, 1),
                c if c.is_whitespace() => self.sign(' ', c.len_utf8()),
                '-' | '0'..='9' => self.number(),
                c if c.is_alphabetic() || matches!(c, '_' | '$') => self.word()?,
                _ => return None,
            }
        }
        Some(())
    }

    fn sign(&mut self, sign: char, length: usize) {
        self.json.push(sign);
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// A closing bracket. The comma that some languages allow before it is dropped.
    fn end(&mut self, bracket: char) {
        let length = self.json.trim_end().trim_end_matches(',').len();
        self.json.truncate(length);
        self.sign(bracket, 1);
    }

    fn expects_name(&self) -> bool {
        self.json.trim_end().ends_with(['{', ','])
    }

    fn number(&mut self) {
        let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !is_of_number(c)).unwrap_or(self.rest.len());
        self.json.push_str(self.rest.get(..end).unwrap_or_default());
        self.rest = self.rest.get(end..).unwrap_or_default();
    }

    fn string(&mut self, quote: char) -> Option<()> {
        self.json.push('"');
        let mut characters = self.rest.char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            match character {
                c if c == quote => {
                    self.json.push('"');
                    self.rest = self.rest.get(at + 1..)?;
                    return Some(());
                }
                '\\' => match characters.next()?.1 {
                    escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') => {
                        self.json.push('\\');
                        self.json.push(escaped);
                    }
                    other => self.json.push(other),
                },
                '"' => self.json.push_str("\\\""),
                c if c.is_control() => self.json.push(' '),
                c => self.json.push(c),
            }
        }
        None
    }

    /// A name without quotes, a constant, or a call such as `datetime.datetime(2023, 11, 14)`, which becomes null.
    fn word(&mut self) -> Option<()> {
        let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
        let end = self.rest.find(|c| !is_of_word(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        // b'…' and u'…' of Python.
        if matches!(word, "b" | "u" | "r") && rest.starts_with(['\'', '"']) {
            return Some(());
        }
        let behind = rest.trim_start();
        if self.expects_name() && (behind.starts_with(':') || behind.starts_with("=>")) {
            self.json.push('"');
            self.json.push_str(word);
            self.json.push('"');
            return Some(());
        }
        if rest.starts_with('(') {
            self.rest = rest.split_once(')')?.1;
        }
        self.json.push_str(match word {
            "True" | "true" => "true",
            "False" | "false" => "false",
            _ => "null",
        });
        Some(())
    }
}

/// `aud:x exp:1.7e+09 sub:ann`: what `fmt.Println` makes of a map.
fn go_map(map: &str) -> Option<String> {
    let pairs = map.split(' ').filter_map(|pair| pair.split_once(':'));
    object(pairs.map(|(name, value)| (name, value.to_owned())))
}

/// `[sub] => x` of `print_r` and `["exp"]=> int(1700000000)` of `var_dump`, at the least depth.
fn php(text: &str) -> Option<String> {
    let mut lines = text.lines().peekable();
    let mut found: Vec<(usize, &str, String)> = Vec::new();
    while let Some(line) = lines.next() {
        let bare = line.trim_start();
        let pair = bare.split_once("=>").filter(|_| bare.starts_with(['[', '\'', '"']));
        let Some((name, value)) = pair else { continue };
        let name = name.trim().trim_matches(['[', ']']).split(':').next().unwrap_or_default().trim_matches(['"', '\'']);
        let value = match value.trim() {
            "" => lines.peek().map_or("", |line| line.trim()),
            value => value,
        };
        found.push((line.len() - bare.len(), name, dumped(value).to_owned()));
    }
    let least = found.iter().map(|(depth, ..)| *depth).min()?;
    object(found.into_iter().filter(|(depth, ..)| *depth == least).map(|(_, name, value)| (name, value)))
}

/// The value in `int(1700000000)`, `float(1.7)` and `string(3) "ann"`.
fn dumped(value: &str) -> &str {
    let inner = ["int(", "float("].iter().find_map(|kind| value.strip_prefix(kind)?.strip_suffix(')'));
    let text = || value.strip_prefix("string(")?.split_once(' ').map(|(_, text)| text.trim_matches('"'));
    inner.or_else(text).unwrap_or_else(|| value.trim_end_matches(',').trim_matches('\''))
}

/// An object of numbers and strings. None where there is nothing.
fn object<'t>(pairs: impl Iterator<Item = (&'t str, String)>) -> Option<String> {
    let quoted = |text: &str| {
        let plain: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '"' | '\\')).collect();
        format!("\"{plain}\"")
    };
    let is_number = |value: &str| value.starts_with(|c: char| c.is_ascii_digit()) && value.parse::<f64>().is_ok();
    let members = pairs.map(|(name, value)| {
        let value = if is_number(&value) { value } else { quoted(&value) };
        format!("{}:{value}", quoted(name))
    });
    let members: Vec<String> = members.collect();
    (!members.is_empty()).then(|| format!("{{{}}}", members.join(",")))
}
