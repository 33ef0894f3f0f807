//! Whether an issuer's address is of a known form, exact to every label of its host and segment of its path.

/// `*` stands for one label or segment. `**` stands for one or more labels before the rest of a host; as the whole
/// of a host it also allows a port. A pattern that begins with `//` fits `https:` and `http:`, one without `//` only
/// itself. RFC 3986 section 3: nothing fits that has user information, a query or a fragment.
pub(super) fn fits(pattern: &str, address: &str) -> bool {
    let Some((wanted_scheme, wanted)) = pattern.split_once("//") else { return pattern == address };
    let Some((scheme, rest)) = address.split_once("//") else { return false };
    let is_scheme = match wanted_scheme {
        "" => matches!(scheme, "https:" | "http:"),
        _ => scheme == wanted_scheme,
    };
    let (wanted_host, wanted_path) = at_path(wanted);
    let (host, path) = at_path(rest);
    is_scheme && host_fits(wanted_host, host) && pieces_fit(&mut wanted_path.split('/'), &mut path.split('/'))
}

fn at_path(rest: &str) -> (&str, &str) {
    rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).unwrap_or((rest, ""))
}

fn host_fits(wanted: &str, host: &str) -> bool {
    let without_port = match host.rsplit_once(':') {
        Some((name, port)) if wanted == "**" && !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    // From the right: what is on the left of a host is anybody's choice.
    pieces_fit(&mut wanted.rsplit('.'), &mut without_port.rsplit('.'))
}

fn pieces_fit(wanted: &mut dyn Iterator<Item = &str>, pieces: &mut dyn Iterator<Item = &str>) -> bool {
    loop {
        match (wanted.next(), pieces.next()) {
            (None, None) => return true,
            (Some("**"), Some(piece)) if is_plain(piece) => return std::iter::from_fn(|| pieces.next()).all(is_plain),
            (Some("*"), Some(piece)) if is_plain(piece) => {}
            (Some(wanted), Some(piece)) if wanted == piece && wanted != "*" => {}
            _ => return false,
        }
    }
}

fn is_plain(piece: &str) -> bool {
    !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn fits_exactly() {
        assert!(fits("https://*.okta.com", "https://dev-1.okta.com"));
        assert!(fits("https://**.auth0.com/", "https://shop.eu.auth0.com/"));
        assert!(fits(
            "https://cognito-idp.*.amazonaws.com/*",
            "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a"
        ));
        assert!(fits("//**/realms/*", "http://localhost:8080/realms/shop"));
        assert!(fits("//**/*/realms/*", "https://sso.example.org/auth/realms/shop"));
        assert!(fits("supabase", "supabase"));
    }

    #[test]
    fn fits_nothing_else() {
        for near_miss in [
            "https://okta.com",
            "https://.okta.com",
            "https://a.b.okta.com",
            "https://a.okta.com/",
            "https://a.okta.com.evil.example",
            "https://evil.example/a.okta.com",
            "https://a-okta.com",
            "https://a.okta.com:443",
            "https://user@a.okta.com",
            "https://evil.example#.okta.com",
            "https://evil.example?.okta.com",
            "https://evil.example\\.okta.com",
            "https://*.okta.com",
            "HTTPS://a.okta.com",
            "http://a.okta.com",
            "https:/a.okta.com",
            " https://a.okta.com",
            "a.okta.com",
            "",
        ] {
            assert!(!fits("https://*.okta.com", near_miss), "{near_miss}");
        }
        for near_miss in [
            "https://a@b/realms/x",
            "https://a/realms/",
            "https://a/realms/x?y",
            "https:///realms/x",
            "https://a:b/realms/x",
        ] {
            assert!(!fits("//**/realms/*", near_miss), "{near_miss}");
        }
    }
}
