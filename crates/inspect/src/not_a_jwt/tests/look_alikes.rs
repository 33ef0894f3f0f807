//! Formats that are not JOSE's and can be read: CBOR, envelopes, presigned addresses, signed requests.

use super::*;

const DEVICE_RESPONSE: &str = "o2d2ZXJzaW9uYzEuMGlkb2N1bWVudHOBomdkb2NUeXBldW9yZy5pc28uMTgwMTMuNS4xLm1ETGxpc3N1ZXJTaWduZWSiam5hbWVTcGFjZXOhcW9yZy5pc28uMTgwMTMuNS4xgdgYWFKkaGRpZ2VzdElEAGZyYW5kb21QB5460W0JoDzTbwuiPtVxDXFlbGVtZW50SWRlbnRpZmllcmtmYW1pbHlfbmFtZWxlbGVtZW50VmFsdWVjRG9lamlzc3VlckF1dGiERAeeOtGhGCFUB5460W0JoDzTbwuiPtVxDaRA13NYs9gYWK-kZ3ZlcnNpb25jMS4wb2RpZ2VzdEFsZ29yaXRobWdTSEEtMjU2Z2RvY1R5cGV1b3JnLmlzby4xODAxMy41LjEubURMbHZhbGlkaXR5SW5mb6Nmc2lnbmVkwHQyMDIzLTExLTE0VDIyOjEzOjIwWml2YWxpZEZyb23AdDIwMjMtMTEtMTRUMjI6MTM6MjBaanZhbGlkVW50aWzAdDIwMjQtMTEtMTRUMjI6MTM6MjBaWEAHnjrRbQmgPNNvC6I-1XENpEDXcw-mQtl1EahE23cTqkbdeRWsSN97F65K4X0ZsEzjfxuyTuWBHbRQ54MftlLpZnN0YXR1cwA";

const ISSUER_SIGNED: &str = "ompuYW1lU3BhY2VzoXdldS5ldXJvcGEuZWMuZXVkaS5waWQuMYBqaXNzdWVyQXV0aIREB5460aBYMdgYWC2iZ3ZlcnNpb25jMS4wZ2RvY1R5cGV3ZXUuZXVyb3BhLmVjLmV1ZGkucGlkLjFYQAeeOtFtCaA8028Loj7VcQ2kQNdzD6ZC2XURqETbdxOqRt15FaxI33sXrkrhfRmwTON_G7JO5YEdtFDngx-2Uuk";

const CBOR_WEB_TOKEN: &str = "2D3ShEOhASahBEJrMVgkowF1Y29hcDovL2FzLmV4YW1wbGUuY29tBBplU_8QBhplU_EAWEAHnjrRbQmgPNNvC6I-1XENpEDXcw-mQtl1EahE23cTqkbdeRWsSN97F65K4X0ZsEzjfxuyTuWBHbRQ54MftlLp";

const UNTAGGED_COSE: &str = "hEOhASagWCSjAXVjb2FwOi8vYXMuZXhhbXBsZS5jb20EGmVT_xAGGmVT8QBYQAeeOtFtCaA8028Loj7VcQ2kQNdzD6ZC2XURqETbdxOqRt15FaxI33sXrkrhfRmwTON_G7JO5YEdtFDngx-2Uuk";

const HEALTH_CERTIFICATE: &str = "HC1:NCFOXN*TS0BI$ZD-PHBYV+UL-KN:J10G445JD+4WFNC89 *0:.2-RI6KR*/Q-MPW$NTEENKE$JDVPLZ2KD0KSKE MCDRO8%MBWCE/VU015EJHZPT*RK-TO+29*5%DNZ*PW+P1:COES+8J32TVWL*5U.NH5PUK1CL5O2YTB:LU$0OCP5SQ5.VV-6:+DRCFPT57 5MU44%5HS6";

const PLAIN_CBOR: &str = "o2RuYW1lZXZhbHVlZGxpc3SDAQIDZHRleHR1c29tZSBsb25nZXIgdGV4dCBoZXJl";

fn message(text: &str) -> String {
    recognise(text).map(|it| it.message).unwrap_or_default()
}

fn expires_at(text: &str) -> Option<i64> {
    recognise(text).and_then(|it| it.expires_at)
}

#[test]
fn mdocs_are_named_with_their_type() {
    let hex: String = base64url::decode(DEVICE_RESPONSE).bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let standard = STANDARD.encode(base64url::decode(DEVICE_RESPONSE).bytes);
    for text in
        [DEVICE_RESPONSE, &hex, &standard, &format!("vp_token={DEVICE_RESPONSE}"), &format!("\"{DEVICE_RESPONSE}\"")]
    {
        check(text, "looks-like-mdoc", false, None);
        let said = "Its type is `org.iso.18013.5.1.mDL`. Valid until 2024-11-14 22:13:20 UTC.";
        assert!(message(text).ends_with(said), "{}", message(text));
        assert_eq!(expires_at(text), Some(1_731_622_400));
        assert_eq!(read(text).tokens, []);
    }
    check(ISSUER_SIGNED, "looks-like-mdoc", false, None);
    assert_eq!(expires_at(ISSUER_SIGNED), None);
    assert!(message(ISSUER_SIGNED).ends_with("Its type is `eu.europa.ec.eudi.pid.1`."), "{}", message(ISSUER_SIGNED));
    // A part of one is no longer CBOR.
    assert_ne!(recognise(&DEVICE_RESPONSE[..DEVICE_RESPONSE.len() - 8]).map(|it| it.id), Some("looks-like-mdoc"));
}

#[test]
fn cbor_web_tokens_are_named_with_their_times() {
    for text in [CBOR_WEB_TOKEN, UNTAGGED_COSE] {
        check(text, "looks-like-cose", false, None);
        let times = "Issued on 2023-11-14 22:13:20 UTC; expires on 2023-11-14 23:13:20 UTC.";
        assert!(message(text).ends_with(times), "{}", message(text));
        assert_eq!(expires_at(text), Some(1_700_003_600));
    }
    check(PLAIN_CBOR, "looks-like-cbor", false, None);
}

#[test]
fn health_certificates_are_named_and_not_shown() {
    check(HEALTH_CERTIFICATE, "looks-like-health-certificate", false, None);
    assert_eq!(expires_at(HEALTH_CERTIFICATE), Some(1_700_003_600));
    let cut = &HEALTH_CERTIFICATE[..HEALTH_CERTIFICATE.len() - 90];
    check(cut, "looks-like-health-certificate", false, None);
    assert!(message(cut).ends_with("It is damaged or cut off."));
    check_unknown("HC1: a first heading");
    check_unknown("HC1:");
}

#[test]
fn random_bytes_are_no_cbor() {
    let mut state: u64 = 42;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    for length in [24, 28, 32, 48, 64, 90, 256] {
        for _ in 0..300 {
            let bytes: Vec<u8> = (0..length).map(|_| next()).collect();
            for text in [url_safe(&bytes), bytes.iter().map(|byte| format!("{byte:02x}")).collect()] {
                let id = recognise(&text).map(|it| it.id).unwrap_or_default();
                let is_known = ["looks-like-mdoc", "looks-like-cose", "looks-like-cbor"].contains(&id);
                assert!(!is_known, "{id}: {text}");
            }
        }
    }
    assert!(!message("2YotnFZFEjr1zCsicMWpAA").contains("order"));
}

const GET: &str = r#"{"type":"webauthn.get","challenge":"p5aV2uHXr0AOqUk7HQitvi-Ny1p5aV2uHXr0AOqUk7H","origin":"https://login.example","crossOrigin":false}"#;

#[test]
fn client_data_of_webauthn_is_named_and_shown() {
    let create = GET.replace("webauthn.get", "webauthn.create");
    for (text, inside) in [
        (url_safe(GET), GET),
        (GET.to_owned(), GET),
        (STANDARD.encode(&create), create.as_str()),
        (format!("clientDataJSON={}", url_safe(GET)), GET),
        (format!(r#"{{"id":"x","response":{{"clientDataJSON":"{}","signature":"AAAA"}}}}"#, url_safe(GET)), GET),
    ] {
        let found = recognise(&text).expect("something");
        assert_eq!((found.id, found.inside.as_deref()), ("looks-like-webauthn-client-data", Some(inside)), "{text}");
        assert_eq!(read(&text).notes.first().map(|note| note.id), Some("looks-like-webauthn-client-data"), "{text}");
    }
    assert!(message(GET).ends_with("A passkey was used at `https://login.example`."));
    assert!(message(&create).contains("A passkey was created"));
    check_unknown(r#"{"type":"webauthn.get"}"#);
    check_unknown(r#"{"type":"click","challenge":"x","origin":"https://login.example"}"#);
}

#[test]
fn dsse_envelopes_are_named_and_shown() {
    let statement =
        r#"{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"https://slsa.dev/provenance/v1"}"#;
    let envelope = |signatures: &str| {
        let payload = STANDARD.encode(statement);
        format!(r#"{{"payloadType":"application/vnd.in-toto+json","payload":"{payload}","signatures":{signatures}}}"#)
    };
    for signatures in [r#"[{"keyid":"","sig":"AAAA"}]"#, r#"[{"sig":"AAAA"},{"keyid":"a","sig":"BBBB"}]"#] {
        let text = envelope(signatures);
        let found = recognise(&text).expect("something");
        assert_eq!((found.id, found.inside.as_deref()), ("looks-like-dsse-envelope", Some(statement)));
        assert_eq!(read(&text).tokens, [], "{text}");
        assert_eq!(read(&text).notes.first().map(|note| note.id), Some("looks-like-dsse-envelope"));
    }
    check_unknown(&envelope("[]"));
    check_unknown(&envelope(r#"[{"keyid":"a"}]"#));
    // A JWS in the JSON serialization has other members.
    let header = url_safe(r#"{"alg":"ES256"}"#);
    let jws = format!(r#"{{"payload":"e30","signatures":[{{"protected":"{header}","signature":"AAAA"}}]}}"#);
    assert_eq!((read(&jws).tokens.len(), read(&jws).notes), (1, vec![]));
}

fn eks(query: &str) -> String {
    format!("k8s-aws-v1.{}", url_safe(format!("https://sts.eu-central-1.amazonaws.com/?{query}")))
}

const QUERY: &str = "Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AK%2F20231114%2Feu-central-1%2Fsts%2Faws4_request&X-Amz-Date=20231114T221320Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&X-Amz-Signature=00";

#[test]
fn tokens_for_eks_are_named_with_their_time() {
    let token = eks(QUERY);
    let said = "It is a presigned address of AWS STS in base64url: the cluster asks that address who signed it. It was signed on 2023-11-14 22:13:20 UTC; AWS honours it for 15 minutes, until 2023-11-14 22:28:20 UTC. Its `X-Amz-Expires` says 60 seconds, which AWS STS ignores.";
    for text in [
        token.clone(),
        format!("Authorization: Bearer {token}"),
        format!("token={token}"),
        format!(
            r#"{{"kind":"ExecCredential","status":{{"expirationTimestamp":"2023-11-14T22:27:20Z","token":"{token}"}}}}"#
        ),
        format!("\n{token}\n"),
    ] {
        check(&text, "looks-like-eks-token", true, None);
        assert_eq!((message(&text).as_str(), expires_at(&text)), (said, Some(1_700_000_900)), "{text}");
        assert_eq!(read(&text).tokens, [], "{text}");
    }
    let global = format!("k8s-aws-v1.{}", url_safe(format!("https://sts.amazonaws.com/?{QUERY}")));
    check(&global, "looks-like-eks-token", true, None);
    // Without a time, none is said.
    let undated = eks("Action=GetCallerIdentity&X-Amz-Expires=60");
    assert_eq!((expires_at(&undated), message(&undated).contains("signed on")), (None, false));
    for other in [
        "https://s3.amazonaws.com/?X-Amz-Date=20231114T221320Z",
        "https://sts.amazonaws.com.evil.example/?a=b",
        "hello, this is a text",
    ] {
        let text = format!("k8s-aws-v1.{}", url_safe(other));
        assert_ne!(recognise(&text).map(|it| it.id), Some("looks-like-eks-token"), "{other}");
    }
    check_unknown("the prefix k8s-aws-v1. is how they begin");
}

#[test]
fn signed_requests_of_facebook_are_no_tokens() {
    let data = r#"{"algorithm":"HMAC-SHA256","code":"x","issued_at":1700000000,"user_id":"218471"}"#;
    let request = format!("{}.{}", url_safe(noise(32)), url_safe(data));
    for text in [
        request.clone(),
        format!("signed_request={request}"),
        format!("fbsr_123={request}"),
        format!("access=1&signed_request={request}&x=y"),
        format!("\"{request}\""),
    ] {
        check(&text, "looks-like-facebook-signed-request", true, Some(data));
        assert!(message(&text).ends_with("Made on 2023-11-14 22:13:20 UTC."));
        assert_eq!(read(&text).tokens, [], "{text}");
    }
    let not_signed = format!("{}.{}", url_safe(noise(20)), url_safe(data));
    let other = format!("{}.{}", url_safe(noise(32)), url_safe(r#"{"algorithm":"none"}"#));
    for text in [not_signed, other, format!("{}.{}", url_safe(r#"{"alg":"HS256"}"#), url_safe(data))] {
        assert_ne!(recognise(&text).map(|it| it.id), Some("looks-like-facebook-signed-request"), "{text}");
    }
}

#[test]
fn tokens_inside_tokens_of_services_are_said_to_stand_there() {
    let token =
        format!("{}.{}.{}", url_safe(r#"{"alg":"RS256"}"#), url_safe(r#"{"iss":"github"}"#), url_safe(noise(256)));
    for (text, id) in [
        (format!("ghs_1234567_{token}"), "looks-like-github-token"),
        (format!("GITHUB_TOKEN=ghs_1234567_{token}"), "looks-like-github-token"),
        (format!("Authorization: Bearer ghs_1234567_{token}"), "looks-like-github-token"),
        (format!("glcbt-{token}"), "looks-like-gitlab-token"),
        (format!("CI_JOB_TOKEN: \"glcbt-64_{token}\""), "looks-like-gitlab-token"),
    ] {
        let decoded = read(&text);
        assert_eq!(decoded.tokens.len(), 1, "{text}");
        assert_eq!(decoded.notes.iter().map(|note| note.id).collect::<Vec<_>>(), [id], "{text}");
    }
    for text in [token.clone(), format!("Bearer {token}"), format!("ghs_1 and {token}")] {
        assert_eq!(read(&text).notes, [], "{text}");
    }
    check(&format!("ghs_{}", "A1b2C3d4E5f6".repeat(3)), "looks-like-github-token", true, None);
}

#[test]
fn tickets_of_microsoft_accounts_are_named() {
    let ticket = format!("EwB4{}==", "A8l6BAAUO9chh8cJscQLmU1LSWpbnr0vmwwAAb".repeat(12));
    check(&ticket, "looks-like-microsoft-account-token", true, None);
    check(&format!("Bearer {ticket}"), "looks-like-microsoft-account-token", true, None);
    assert_ne!(recognise("EwB4A8l6BAAUO9chh8cJ").map(|it| it.id), Some("looks-like-microsoft-account-token"));
    // Either alphabet of base64.
    check(&format!("CfDJ8{}", STANDARD.encode(noise(80))), "looks-like-aspnet-data-protection", true, None);
}
