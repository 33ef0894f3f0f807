//! Which findings are left out beside others that have the same cause.

use decode::{Role, Token};

use crate::{
    Finding, Record, algorithm, claim, header, json, jwe, key, kind, oauth, platform, request, segment, signature, time,
};

/// Whether a finding is left out because one of those found says more about the same cause.
pub(crate) fn gives_way(token: &Token, finding: &Finding, found: &[Finding]) -> bool {
    let is_found = |special: &&Record| found.iter().any(|other| other.id() == special.id);
    let is_at_end = finding.place.part.is_some_and(|part| part + 1 == token.parts.len());
    let is_of_header = finding.place.role == Some(Role::Header);
    GENERAL.iter().any(|(general, special)| general.id == finding.id() && special.iter().any(is_found))
        || is_of_header && is_one_of(OF_HEADER, finding) && is_found(&&segment::beginning_missing::RECORD)
        || is_at_end && finding.id() == segment::base64_noncanonical::RECORD.id && END_MISSING.iter().any(is_found)
}

fn is_one_of(records: &[&Record], finding: &Finding) -> bool {
    records.iter().any(|record| record.id == finding.id())
}

/// Where the first characters of the header are missing, all others of it decode to other bytes.
static OF_HEADER: &[&Record] = &[
    &json::json_invalid::RECORD,
    &json::json_invalid_utf8::RECORD,
    &json::json_not_object::RECORD,
    &json::json_wrong_encoding::RECORD,
    &segment::base64_invalid_length::RECORD,
    &segment::base64_noncanonical::RECORD,
];

/// Where the end of the last part is missing, its last character has bits of the byte that would follow.
static END_MISSING: &[&Record] = &[
    &jwe::jwe_parts::JWE_PART_LENGTH,
    &segment::truncated_token::RECORD,
    &segment::wrong_segment_count::WRONG_SEGMENT_COUNT,
    &signature::rsa::RSA_KEY_TOO_SMALL,
    &signature::rsa::RSA_LENGTH_ODD,
    &signature::signature_length_mismatch::RECORD,
    &signature::signature_missing::RECORD,
];

/// One cause, one finding: the first is left out where any of the others is found.
static GENERAL: &[(&Record, &[&Record])] = &[
    (&algorithm::alg_hmac::RECORD, NO_SIGNATURE),
    (&algorithm::alg_rs_pkcs1::RECORD, NO_SIGNATURE),
    (&signature::ecdsa_malleable::RECORD, NO_SIGNATURE),
    (&key::kid_odd::KID_MISSING, NO_SIGNATURE),
    (&jwe::jwe_not_authenticated::RECORD, &[&header::cty_nested::RECORD]),
    (
        &jwe::jwe_encrypted::RECORD,
        &[
            &platform::auth0_opaque_jwe::RECORD,
            &segment::wrong_segment_count::WRONG_SEGMENT_COUNT,
            &segment::truncated_token::RECORD,
            &algorithm::alg_wrong_family::RECORD,
        ],
    ),
    (&key::jwk_embedded::RECORD, &[&key::jwk_private::JWK_SYMMETRIC]),
    (&claim::privileged_role::PRIVILEGED_ROLE, &[&platform::supabase_service_role::RECORD]),
    (
        &time::lifetime_long::LIFETIME_LONG,
        &[&platform::supabase_anon::RECORD, &platform::supabase_service_role::RECORD],
    ),
    (&time::lifetime_long::LIFETIME_UNKNOWN, &[&claim::claims_missing::CLAIMS_MISSING]),
    (&time::issued_in_future::RECORD, &[&time::not_yet_valid::RECORD]),
    // A copy without its signature works nowhere.
    (&time::exp_missing::RECORD, &[&platform::k8s_legacy::RECORD, &signature::signature_missing::RECORD]),
    (&oauth::id_token_not_for_apis::RECORD, &[&request::sent_id_token::RECORD]),
    (&kind::security_event_token::FORBIDDEN_CLAIM, &[&oauth::set_exp::RECORD]),
    (&claim::aud::AUD_MULTIPLE, &[&oauth::client_assertion_aud::RECORD]),
    // The emulator signs nothing and so names no key.
    (&kind::firebase::MISSING_CLAIM, &[&platform::firebase_emulator::RECORD]),
    (&kind::firebase_session::MISSING_CLAIM, &[&platform::firebase_emulator::RECORD]),
    (
        &algorithm::alg_hmac_key_confusion::RECORD,
        &[
            &kind::apple_connect::WRONG_ALG,
            &kind::apple_store_server::WRONG_ALG,
            &kind::credential_request_proof::WRONG_ALG,
            &kind::dpop_proof::WRONG_ALG,
            &kind::firebase_session::WRONG_ALG,
            &kind::firebase::WRONG_ALG,
            &kind::google_iap::WRONG_ALG,
            &kind::jwt_svid::WRONG_ALG,
        ],
    ),
    // Where a part is missing, the parts after it are taken for other parts.
    (&jwe::jwe_parts::JWE_KEY_PART, PARTS_MISSING),
    (&jwe::jwe_parts::JWE_PART_LENGTH, PARTS_MISSING),
    (&jwe::jwe_rsa_key_size::RECORD, PARTS_MISSING),
    (&jwe::jwe_parts::JWE_ENC_MISSING, &[&algorithm::alg_wrong_family::RECORD]),
    (&json::json_invalid::RECORD, &[&json::json_wrong_encoding::RECORD, &segment::nested_encoding::RECORD]),
    (&json::json_invalid_utf8::RECORD, &[&json::json_wrong_encoding::RECORD]),
    // A header that does not read says neither how many parts there are nor what the payload is.
    (&segment::wrong_segment_count::WRONG_SEGMENT_COUNT, &[&segment::beginning_missing::RECORD]),
    (&segment::payload_not_json::RECORD, &[&json::json_wrong_encoding::RECORD, &segment::nested_encoding::RECORD]),
    (&json::json_not_object::RECORD, &[&json::json_wrong_encoding::RECORD]),
    (&segment::wrong_segment_count::WRONG_SEGMENT_COUNT, &[&algorithm::alg_wrong_family::RECORD]),
];

static PARTS_MISSING: &[&Record] =
    &[&segment::wrong_segment_count::WRONG_SEGMENT_COUNT, &segment::truncated_token::RECORD];

/// Where the signature is missing or made with another algorithm, nothing more can be said about its algorithm.
static NO_SIGNATURE: &[&Record] = &[
    &algorithm::alg_hmac_key_confusion::RECORD,
    &signature::ecdsa_der::RECORD,
    &signature::ecdsa_out_of_range::RECORD,
    &signature::ecdsa_psychic::RECORD,
    &signature::rsa::RSA_KEY_TOO_SMALL,
    &signature::signature_all_zero::RECORD,
    &signature::signature_hex::RECORD,
    &signature::signature_is_text::RECORD,
    &signature::signature_length_mismatch::RECORD,
    &segment::wrong_segment_count::WRONG_SEGMENT_COUNT,
];
