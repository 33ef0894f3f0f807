//! Where an address points, as far as its text says: not resolved, never fetched. RFC 3986 section 3.

/// An address with a scheme, taken apart.
pub(crate) struct Address<'t> {
    pub scheme: &'t str,
    pub user: Option<&'t str>,
    /// In lower case, without a port and without a dot at its end.
    pub host: String,
    /// All behind the host and its port: path, query and fragment.
    pub rest: &'t str,
}

/// None for what has no scheme followed by `//`.
pub(crate) fn read(text: &str) -> Option<Address<'_>> {
    let (scheme, after) = text.split_once("://")?;
    let is_of_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    if scheme.is_empty() || !scheme.bytes().all(is_of_scheme) {
        return None;
    }
    let end = after.find(['/', '\\', '?', '#']).unwrap_or(after.len());
    let (authority, rest) = after.split_at_checked(end)?;
    let (user, host) = match authority.rsplit_once('@') {
        Some((user, host)) => (Some(user), host),
        None => (None, authority),
    };
    let host = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    Some(Address { scheme, user, host, rest })
}

/// Whether a host has a name that only an internal network resolves.
pub(crate) fn has_internal_ending(host: &str) -> bool {
    const ENDINGS: [&str; 7] = [".local", ".internal", ".lan", ".intranet", ".corp", ".home.arpa", ".localdomain"];
    ENDINGS.iter().any(|ending| host.ends_with(ending))
}

/// Whether a text holds another in whatever case.
pub(crate) fn holds(text: &str, wanted: &str) -> bool {
    text.as_bytes().windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

impl Address<'_> {
    /// Whether it names this machine, a private network or a link-local address such as 169.254.169.254.
    /// RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 6761, RFC 6762.
    pub fn is_internal(&self) -> bool {
        let host = self.host.as_str();
        if let Some(inner) = host.strip_prefix('[') {
            return is_internal_v6(inner.strip_suffix(']').unwrap_or(inner));
        }
        match ipv4(host) {
            Some(address) => is_internal_v4(address),
            None => !host.contains('.') || host.ends_with(".localhost") || has_internal_ending(host),
        }
    }

    /// An IPv4 address in other than four plain decimal numbers: `2852039166`, `0x7f.1`.
    pub fn is_disguised(&self) -> bool {
        let is_plain = |part: &str| !part.is_empty() && (part == "0" || !part.starts_with('0'));
        let is_usual = self.host.split('.').count() == 4 && self.host.split('.').all(is_plain);
        ipv4(&self.host).is_some() && !is_usual
    }

    /// What its owner has registered, as far as that can be told without a list of public suffixes: the last two
    /// labels, or three where the last but one is as short as in `co.uk`.
    pub fn site(&self) -> &str {
        let host = self.host.as_str();
        if host.starts_with('[') || ipv4(host).is_some() {
            return host;
        }
        let dots: Vec<usize> = host.match_indices('.').map(|(at, _)| at).collect();
        let is_short = |start: usize, end: usize| host.get(start..end).is_some_and(|label| label.len() <= 3);
        let start = match dots.as_slice() {
            [.., before, second, last] if is_short(second + 1, *last) && host.len() - last <= 3 => before + 1,
            [second, last] if is_short(second + 1, *last) && host.len() - last <= 3 => 0,
            [.., second, _] => second + 1,
            _ => 0,
        };
        host.get(start..).unwrap_or(host)
    }
}

/// As servers read them: one to four numbers, decimal, octal with `0` or hexadecimal with `0x` before, the last of
/// which fills what is left.
fn ipv4(host: &str) -> Option<u32> {
    let mut address: u32 = 0;
    let mut parts = host.split('.');
    let count = host.split('.').take(5).count();
    for at in 0..count.min(5) {
        let number = u64::from(number(parts.next()?)?);
        let is_last = at + 1 == count;
        let bits = if is_last { 8 * (5_u32.checked_sub(u32::try_from(count).ok()?)?) } else { 8 };
        if count > 4 || number >> bits > 0 {
            return None;
        }
        address = if bits == 32 { 0 } else { address << bits } | u32::try_from(number).ok()?;
    }
    Some(address)
}

fn number(text: &str) -> Option<u32> {
    let (digits, radix) = match text.strip_prefix("0x") {
        Some(digits) => (digits, 16),
        None if text.len() > 1 && text.starts_with('0') => (text, 8),
        None => (text, 10),
    };
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
    u32::from_str_radix(digits, radix).ok().filter(|_| is_digits)
}

fn is_internal_v4(address: u32) -> bool {
    const NETWORKS: [([u8; 4], u32); 7] = [
        ([0, 0, 0, 0], 8),
        ([10, 0, 0, 0], 8),
        ([100, 64, 0, 0], 10),
        ([127, 0, 0, 0], 8),
        ([169, 254, 0, 0], 16),
        ([172, 16, 0, 0], 12),
        ([192, 168, 0, 0], 16),
    ];
    NETWORKS.iter().any(|(network, bits)| (address ^ u32::from_be_bytes(*network)) >> (32 - bits) == 0)
}

/// Loopback, unspecified, unique local, link-local, and internal addresses of IPv4 written in it.
fn is_internal_v6(address: &str) -> bool {
    let is_of_zeros = |text: &str| text.bytes().all(|byte| matches!(byte, b'0' | b':'));
    let mapped = address.rsplit_once(':').filter(|(_, last)| last.contains('.')).and_then(|(_, last)| ipv4(last));
    let first = address.split(':').next().unwrap_or_default();
    mapped.is_some_and(is_internal_v4)
        || address.strip_suffix('1').map_or(is_of_zeros(address), is_of_zeros)
        || first.len() == 4 && ["fc", "fd", "fe8", "fe9", "fea", "feb"].iter().any(|start| first.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(host: &str) -> String {
        format!("https://{host}/keys")
    }

    #[test]
    fn knows_what_is_internal() {
        for host in [
            "localhost",
            "LOCALHOST:8080",
            "a.localhost",
            "127.0.0.1",
            "127.1",
            "10.1.2.3",
            "100.64.0.1",
            "169.254.169.254",
            "172.31.255.255",
            "192.168.0.1",
            "2852039166",
            "0xa9fea9fe",
            "0251.0376.0251.0376",
            "0x7f.1",
            "0",
            "[::1]",
            "[::]:80",
            "[0:0:0:0:0:0:0:1]",
            "[fd00::1]",
            "[fe80::1]",
            "[::ffff:127.0.0.1]",
            "metadata.google.internal",
            "printer.local.",
            "vault",
            "user@10.0.0.1",
        ] {
            assert!(read(&address(host)).expect("an address").is_internal(), "{host}");
        }
        for host in [
            "issuer.example",
            "8.8.8.8",
            "100.128.0.1",
            "172.32.0.1",
            "169.255.0.1",
            "[2001:db8::1]",
            "[::ffff:8.8.8.8]",
            "134744072",
            "10.example.com",
            "1.2.3.4.5",
            "10.0.0.256",
            "localhost.example",
            "fd00.example",
        ] {
            assert!(!read(&address(host)).expect("an address").is_internal(), "{host}");
        }
    }

    #[test]
    fn knows_disguised_numbers() {
        for (host, is_disguised) in
            [("134744072", true), ("0x8.8.8.8", true), ("8.8.2056", true), ("8.8.8.8", false), ("a.example", false)]
        {
            assert_eq!(read(&address(host)).expect("an address").is_disguised(), is_disguised, "{host}");
        }
    }

    #[test]
    fn knows_the_site() {
        for (host, site) in [
            ("issuer.example", "issuer.example"),
            ("a.b.issuer.example", "issuer.example"),
            ("keys.shop.co.uk", "shop.co.uk"),
            ("shop.co.uk", "shop.co.uk"),
            ("a.bbc.example", "bbc.example"),
            ("localhost", "localhost"),
            ("10.0.0.1", "10.0.0.1"),
        ] {
            assert_eq!(read(&address(host)).expect("an address").site(), site);
        }
    }

    #[test]
    fn takes_addresses_apart() {
        let address = read("HTTPS://good.example@Evil.Example:444\\a?b#c").expect("an address");
        assert_eq!((address.scheme, address.user), ("HTTPS", Some("good.example")));
        assert_eq!((address.host.as_str(), address.rest), ("evil.example", "\\a?b#c"));
        for text in ["", "keys.json", "/keys", "//host/keys", "data:text/plain,x", "://host", "a b://host"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
