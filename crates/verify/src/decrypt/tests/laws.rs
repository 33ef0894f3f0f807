//! What holds for every token and every key.

use proptest::prelude::*;

use super::*;
use crate::key::MlDsaParameters;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..80),
        (prop::sample::select(vec![16, 24, 32, 48, 56, 64, 66, 128, 256]), any::<u8>())
            .prop_map(|(length, byte)| vec![byte; length]),
    ]
}

fn any_key() -> impl Strategy<Value = CandidateKey> {
    let curve = prop::sample::select(vec![EcCurve::P256, EcCurve::P384, EcCurve::P521, EcCurve::Secp256k1]);
    let okp = prop::sample::select(vec![OkpCurve::Ed25519, OkpCurve::Ed448, OkpCurve::X25519, OkpCurve::X448]);
    let material = prop_oneof![
        bytes().prop_map(KeyMaterial::Secret),
        (bytes(), bytes()).prop_map(|(modulus, exponent)| KeyMaterial::Rsa { modulus, exponent }),
        (curve, bytes(), bytes()).prop_map(|(curve, x, y)| KeyMaterial::Ec { curve, x, y }),
        (okp, bytes()).prop_map(|(curve, x)| KeyMaterial::Okp { curve, x }),
        bytes().prop_map(|public| KeyMaterial::MlDsa { parameters: MlDsaParameters::MlDsa44, public }),
    ];
    let private =
        prop_oneof![
            bytes().prop_map(PrivateMaterial::Scalar),
            (bytes(), prop::option::of(bytes()), prop::option::of(bytes()))
                .prop_map(|(d, p, q)| PrivateMaterial::Rsa { d, p, q }),
        ];
    (material, prop::option::of(private)).prop_map(|(material, private)| CandidateKey {
        material,
        private,
        ..secret(b"")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Parts of any length under each algorithm, with keys of any kind, give an answer.
    #[test]
    fn any_token_and_any_key_give_an_answer(
        alg in prop::sample::select(vec![
            "dir", "A128KW", "A256GCMKW", "RSA1_5", "RSA-OAEP", "ECDH-ES", "ECDH-ES+A192KW", "PBES2-HS384+A192KW", "x",
        ]),
        enc in prop::sample::select(vec!["A128GCM", "A256GCM", "A128CBC-HS256", "A256CBC-HS512", "x"]),
        crv in prop::sample::select(vec![("EC", "P-256"), ("EC", "P-521"), ("OKP", "X25519"), ("OKP", "X448")]),
        parameters in prop::collection::vec(bytes(), 6),
        parts in prop::collection::vec(bytes(), 4),
        keys in prop::collection::vec(any_key(), 0..4),
        steps in 1u64..5_000,
    ) {
        let encoded: Vec<String> = parameters.iter().chain(&parts).map(|bytes| base64url::encode(bytes)).collect();
        let header = serde_json::json!({
            "alg": alg, "enc": enc, "zip": "DEF", "p2c": 50, "p2s": encoded[0], "apu": encoded[1], "apv": encoded[2],
            "epk": { "kty": crv.0, "crv": crv.1, "x": encoded[3], "y": encoded[4] }, "iv": encoded[5], "tag": encoded[5],
        });
        let header = base64url::encode(header.to_string().as_bytes());
        let text = format!("{header}.{}", encoded[6..].join("."));
        for token in decode(&text).tokens {
            let mut decrypter = Decrypter::new(&token, &ring(keys.clone()));
            let sliced = loop {
                if let Some(decryption) = decrypter.advance(steps) {
                    break decryption;
                }
            };
            match &sliced.outcome {
                DecryptionOutcome::Failed(reasons) => prop_assert!(!reasons.is_empty()),
                DecryptionOutcome::Decrypted(decrypted) => prop_assert!(false, "{:?}", decrypted),
            }
            // However it is cut into slices.
            prop_assert_eq!(Decrypter::new(&token, &ring(keys.clone())).advance(u64::MAX), Some(sliced));
        }
    }

    /// One bit of any part changed, and it does not decrypt to anything.
    #[test]
    fn a_changed_token_is_never_decrypted(part in 1usize..5, at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let made = Made::read();
        let (text, key) = made.token("A192KW A192CBC-HS384");
        let mut parts: Vec<Vec<u8>> = text.split('.').map(|part| base64url::decode(part).bytes).collect();
        let index = at.index(parts[part].len());
        parts[part][index] ^= 1 << bit;
        let text: Vec<String> = parts.iter().map(|part| base64url::encode(part)).collect();
        failure(decrypt(&text.join("."), [key]));
    }
}
