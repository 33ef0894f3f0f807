//! How long signatures are.

/// The lengths in bytes that signatures by an algorithm have, in ascending order: for RSA those of keys of 2,048, 3,072
/// and 4,096 bits. Empty for algorithms that are not known, and for those that do not sign. RFC 7518 section 3, RFC 8037
/// section 3.1, RFC 8812 section 3.2, RFC 9964.
pub fn signature_lengths(alg: &str) -> &'static [usize] {
    match alg {
        "HS1" => &[20],
        "HS256" => &[32],
        "HS384" => &[48],
        "HS512" | "ES256" | "ES256K" | "Ed25519" => &[64],
        "ES384" => &[96],
        "ES512" => &[132],
        "EdDSA" => &[64, 114],
        "Ed448" => &[114],
        "RS1" | "RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" => &[256, 384, 512],
        "ML-DSA-44" => &[2_420],
        "ML-DSA-65" => &[3_309],
        "ML-DSA-87" => &[4_627],
        _ => &[],
    }
}
