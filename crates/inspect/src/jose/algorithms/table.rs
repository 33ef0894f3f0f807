//! The registered algorithms: one row an algorithm.

use super::AlgorithmFamily::{self, *};
use super::AlgorithmUse::{self, *};
use super::IanaStanding::{self, *};
use super::{Algorithm, Curve};
use crate::material::digest::Hash;
use crate::material::digest::Hash::*;

/// IANA "JSON Web Signature and Encryption Algorithms", 2026-05-22, sorted by name.
#[rustfmt::skip]
pub(in crate::jose) const ALGORITHMS: &[Algorithm] = &[
    row("A128CBC", KeyOnly, AesCbc, Prohibited, "AES-CBC, 128-bit key", "names a Web Crypto key; barred from tokens, as it does not notice changes", "W3C Web Cryptography API").key_bits(128),
    row("A128CBC-HS256", ContentEncryption, AesCbcHmac, Required, "AES-128-CBC with HMAC SHA-256", "content encrypted, then protected against change by a keyed hash", "RFC 7518 section 5.2.3").hash(Sha256).key_bits(256),
    row("A128CTR", KeyOnly, AesCtr, Prohibited, "AES-CTR, 128-bit key", "names a Web Crypto key; barred from tokens, as it does not notice changes", "W3C Web Cryptography API").key_bits(128),
    row("A128GCM", ContentEncryption, AesGcm, Recommended, "AES-GCM, 128-bit key", "content encrypted and protected against change in one step", "RFC 7518 section 5.3").key_bits(128),
    row("A128GCMKW", KeyManagement, AesGcmKeyWrap, Optional, "AES-GCM key wrapping, 128-bit key", "content key encrypted with a key that both sides share", "RFC 7518 section 4.7").key_bits(128),
    row("A128KW", KeyManagement, AesKeyWrap, Recommended, "AES Key Wrap, 128-bit key", "content key wrapped with a key that both sides share", "RFC 7518 section 4.4").key_bits(128),
    row("A192CBC", KeyOnly, AesCbc, Prohibited, "AES-CBC, 192-bit key", "names a Web Crypto key; barred from tokens, as it does not notice changes", "W3C Web Cryptography API").key_bits(192),
    row("A192CBC-HS384", ContentEncryption, AesCbcHmac, Optional, "AES-192-CBC with HMAC SHA-384", "content encrypted, then protected against change by a keyed hash", "RFC 7518 section 5.2.4").hash(Sha384).key_bits(384),
    row("A192CTR", KeyOnly, AesCtr, Prohibited, "AES-CTR, 192-bit key", "names a Web Crypto key; barred from tokens, as it does not notice changes", "W3C Web Cryptography API").key_bits(192),
    row("A192GCM", ContentEncryption, AesGcm, Optional, "AES-GCM, 192-bit key", "content encrypted and protected against change in one step", "RFC 7518 section 5.3").key_bits(192),
    row("A192GCMKW", KeyManagement, AesGcmKeyWrap, Optional, "AES-GCM key wrapping, 192-bit key", "content key encrypted with a key that both sides share", "RFC 7518 section 4.7").key_bits(192),
    row("A192KW", KeyManagement, AesKeyWrap, Optional, "AES Key Wrap, 192-bit key", "content key wrapped with a key that both sides share", "RFC 7518 section 4.4").key_bits(192),
    row("A256CBC", KeyOnly, AesCbc, Prohibited, "AES-CBC, 256-bit key", "names a Web Crypto key; barred from tokens, as it does not notice changes", "W3C Web Cryptography API").key_bits(256),
    row("A256CBC-HS512", ContentEncryption, AesCbcHmac, Required, "AES-256-CBC with HMAC SHA-512", "content encrypted, then protected against change by a keyed hash", "RFC 7518 section 5.2.5").hash(Sha512).key_bits(512),
    row("A256CTR", KeyOnly, AesCtr, Prohibited, "AES-CTR, 256-bit key", "names a Web Crypto key; barred from tokens, as it does not notice changes", "W3C Web Cryptography API").key_bits(256),
    row("A256GCM", ContentEncryption, AesGcm, Recommended, "AES-GCM, 256-bit key", "content encrypted and protected against change in one step", "RFC 7518 section 5.3").key_bits(256),
    row("A256GCMKW", KeyManagement, AesGcmKeyWrap, Optional, "AES-GCM key wrapping, 256-bit key", "content key encrypted with a key that both sides share", "RFC 7518 section 4.7").key_bits(256),
    row("A256KW", KeyManagement, AesKeyWrap, Recommended, "AES Key Wrap, 256-bit key", "content key wrapped with a key that both sides share", "RFC 7518 section 4.4").key_bits(256),
    row("ECDH-ES", KeyManagement, EcdhEs, RecommendedPlus, "ECDH-ES, direct key agreement", "content key agreed with the recipient's public key", "RFC 7518 section 4.6"),
    row("ECDH-ES+A128KW", KeyManagement, EcdhEs, Recommended, "ECDH-ES with AES Key Wrap, 128-bit", "content key wrapped with a key agreed with the recipient's public key", "RFC 7518 section 4.6"),
    row("ECDH-ES+A192KW", KeyManagement, EcdhEs, Optional, "ECDH-ES with AES Key Wrap, 192-bit", "content key wrapped with a key agreed with the recipient's public key", "RFC 7518 section 4.6"),
    row("ECDH-ES+A256KW", KeyManagement, EcdhEs, Recommended, "ECDH-ES with AES Key Wrap, 256-bit", "content key wrapped with a key agreed with the recipient's public key", "RFC 7518 section 4.6"),
    row("ES256", Signature, Ecdsa, RecommendedPlus, "ECDSA using P-256 and SHA-256", "elliptic curve signature; checked with the signer's public key", "RFC 7518 section 3.4").hash(Sha256).curve(Curve::P256),
    row("ES256K", Signature, Ecdsa, Optional, "ECDSA using secp256k1 and SHA-256", "signature on the curve Bitcoin uses; checked with the signer's public key", "RFC 8812 section 3.2").hash(Sha256).curve(Curve::Secp256k1),
    row("ES384", Signature, Ecdsa, Optional, "ECDSA using P-384 and SHA-384", "elliptic curve signature; checked with the signer's public key", "RFC 7518 section 3.4").hash(Sha384).curve(Curve::P384),
    row("ES512", Signature, Ecdsa, Optional, "ECDSA using P-521 and SHA-512", "elliptic curve signature; checked with the signer's public key", "RFC 7518 section 3.4").hash(Sha512).curve(Curve::P521),
    row("Ed25519", Signature, EdDsa, Optional, "EdDSA with Ed25519", "Edwards curve signature; checked with the signer's public key", "RFC 9864 section 2.2").curve(Curve::Ed25519),
    row("Ed448", Signature, EdDsa, Optional, "EdDSA with Ed448", "Edwards curve signature; checked with the signer's public key", "RFC 9864 section 2.2").curve(Curve::Ed448),
    row("EdDSA", Signature, EdDsa, Deprecated, "EdDSA, Ed25519 or Ed448", "Edwards curve signature, curve left to the key; checked with the signer's public key", "RFC 9864 section 2.2"),
    row("HS1", KeyOnly, Hmac, Prohibited, "HMAC using SHA-1", "names a Web Crypto key; barred from tokens", "W3C Web Cryptography API").hash(Sha1),
    row("HS256", Signature, Hmac, Required, "HMAC using SHA-256", "keyed hash; checked with the same secret that made it", "RFC 7518 section 3.2").hash(Sha256).key_bits(256),
    row("HS384", Signature, Hmac, Optional, "HMAC using SHA-384", "keyed hash; checked with the same secret that made it", "RFC 7518 section 3.2").hash(Sha384).key_bits(384),
    row("HS512", Signature, Hmac, Optional, "HMAC using SHA-512", "keyed hash; checked with the same secret that made it", "RFC 7518 section 3.2").hash(Sha512).key_bits(512),
    row("ML-DSA-44", Signature, MlDsa, Optional, "ML-DSA-44", "lattice signature made to resist quantum computers; checked with the signer's public key", "RFC 9964").public_key(1312),
    row("ML-DSA-65", Signature, MlDsa, Optional, "ML-DSA-65", "lattice signature made to resist quantum computers; checked with the signer's public key", "RFC 9964").public_key(1952),
    row("ML-DSA-87", Signature, MlDsa, Optional, "ML-DSA-87", "lattice signature made to resist quantum computers; checked with the signer's public key", "RFC 9964").public_key(2592),
    row("PBES2-HS256+A128KW", KeyManagement, Pbes2, Optional, "PBES2, HMAC SHA-256, A128KW", "content key wrapped with a key made from a password", "RFC 7518 section 4.8").hash(Sha256),
    row("PBES2-HS384+A192KW", KeyManagement, Pbes2, Optional, "PBES2, HMAC SHA-384, A192KW", "content key wrapped with a key made from a password", "RFC 7518 section 4.8").hash(Sha384),
    row("PBES2-HS512+A256KW", KeyManagement, Pbes2, Optional, "PBES2, HMAC SHA-512, A256KW", "content key wrapped with a key made from a password", "RFC 7518 section 4.8").hash(Sha512),
    row("PS256", Signature, RsaPss, Optional, "RSASSA-PSS using SHA-256", "RSA signature with random padding; checked with the signer's public key", "RFC 7518 section 3.5").hash(Sha256).key_bits(2048),
    row("PS384", Signature, RsaPss, Optional, "RSASSA-PSS using SHA-384", "RSA signature with random padding; checked with the signer's public key", "RFC 7518 section 3.5").hash(Sha384).key_bits(2048),
    row("PS512", Signature, RsaPss, Optional, "RSASSA-PSS using SHA-512", "RSA signature with random padding; checked with the signer's public key", "RFC 7518 section 3.5").hash(Sha512).key_bits(2048),
    row("RS1", KeyOnly, RsaPkcs1, Prohibited, "RSASSA-PKCS1-v1_5 using SHA-1", "names a Web Crypto key; SHA-1 is broken, and the name is barred from tokens", "W3C Web Cryptography API").hash(Sha1),
    row("RS256", Signature, RsaPkcs1, Recommended, "RSASSA-PKCS1-v1_5 using SHA-256", "RSA signature; checked with the signer's public key", "RFC 7518 section 3.3").hash(Sha256).key_bits(2048),
    row("RS384", Signature, RsaPkcs1, Optional, "RSASSA-PKCS1-v1_5 using SHA-384", "RSA signature; checked with the signer's public key", "RFC 7518 section 3.3").hash(Sha384).key_bits(2048),
    row("RS512", Signature, RsaPkcs1, Optional, "RSASSA-PKCS1-v1_5 using SHA-512", "RSA signature; checked with the signer's public key", "RFC 7518 section 3.3").hash(Sha512).key_bits(2048),
    row("RSA-OAEP", KeyManagement, RsaOaep, RecommendedPlus, "RSAES-OAEP using SHA-1", "content key encrypted to the recipient's RSA key", "RFC 7518 section 4.3").hash(Sha1).key_bits(2048),
    row("RSA-OAEP-256", KeyManagement, RsaOaep, Optional, "RSAES-OAEP using SHA-256", "content key encrypted to the recipient's RSA key", "RFC 7518 section 4.3").hash(Sha256).key_bits(2048),
    row("RSA-OAEP-384", KeyManagement, RsaOaep, Optional, "RSAES-OAEP using SHA-384", "content key encrypted to the recipient's RSA key", "W3C Web Cryptography API").hash(Sha384).key_bits(2048),
    row("RSA-OAEP-512", KeyManagement, RsaOaep, Optional, "RSAES-OAEP using SHA-512", "content key encrypted to the recipient's RSA key", "W3C Web Cryptography API").hash(Sha512).key_bits(2048),
    row("RSA1_5", KeyManagement, RsaPkcs1Encryption, RecommendedMinus, "RSAES-PKCS1-v1_5", "content key encrypted to an RSA key with old padding that is open to attack", "RFC 7518 section 4.2").key_bits(2048),
    row("dir", KeyManagement, Direct, Recommended, "Direct use of a shared key", "content encrypted straight with a key that both sides share", "RFC 7518 section 4.5"),
    row("none", Signature, Unsecured, Optional, "No signature", "nothing protects the token: anyone can write or change it", "RFC 7518 section 3.6"),
];

const fn row(
    name: &'static str,
    usage: AlgorithmUse,
    family: AlgorithmFamily,
    standing: IanaStanding,
    title: &'static str,
    meaning: &'static str,
    reference: &'static str,
) -> Algorithm {
    Algorithm {
        name,
        usage,
        family,
        standing,
        title,
        meaning,
        reference,
        hash: None,
        curve: None,
        minimum_key_bits: None,
        public_key_length: None,
        checked_with: family.checked_with(),
    }
}

impl Algorithm {
    const fn hash(self, hash: Hash) -> Self {
        Self { hash: Some(hash), ..self }
    }

    const fn curve(self, curve: Curve) -> Self {
        Self { curve: Some(curve), ..self }
    }

    const fn key_bits(self, least: usize) -> Self {
        Self { minimum_key_bits: Some(least), ..self }
    }

    /// FIPS 204 table 2, as RFC 9964 section 3 has it.
    const fn public_key(self, length: usize) -> Self {
        Self { public_key_length: Some(length), ..self }
    }
}
