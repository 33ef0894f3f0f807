//! What the values of `alg` and `enc` name.

/// IANA "JSON Web Signature and Encryption Algorithms", 2026-05-22.
pub(super) const ALGORITHMS: &str = "\
A128CBC|k|Prohibited|AES-CBC, 128-bit key|names a Web Crypto key; barred from tokens, as it does not notice changes|W3C Web Cryptography API||-
A128CBC-HS256|c|Required|AES-128-CBC with HMAC SHA-256|content encrypted, then protected against change by a keyed hash|RFC 7518 section 5.2.3||-
A128CTR|k|Prohibited|AES-CTR, 128-bit key|names a Web Crypto key; barred from tokens, as it does not notice changes|W3C Web Cryptography API||-
A128GCM|c|Recommended|AES-GCM, 128-bit key|content encrypted and protected against change in one step|RFC 7518 section 5.3||-
A128GCMKW|m|Optional|AES-GCM key wrapping, 128-bit key|content key encrypted with a key that both sides share|RFC 7518 section 4.7||-
A128KW|m|Recommended|AES Key Wrap, 128-bit key|content key wrapped with a key that both sides share|RFC 7518 section 4.4||-
A192CBC|k|Prohibited|AES-CBC, 192-bit key|names a Web Crypto key; barred from tokens, as it does not notice changes|W3C Web Cryptography API||-
A192CBC-HS384|c|Optional|AES-192-CBC with HMAC SHA-384|content encrypted, then protected against change by a keyed hash|RFC 7518 section 5.2.4||-
A192CTR|k|Prohibited|AES-CTR, 192-bit key|names a Web Crypto key; barred from tokens, as it does not notice changes|W3C Web Cryptography API||-
A192GCM|c|Optional|AES-GCM, 192-bit key|content encrypted and protected against change in one step|RFC 7518 section 5.3||-
A192GCMKW|m|Optional|AES-GCM key wrapping, 192-bit key|content key encrypted with a key that both sides share|RFC 7518 section 4.7||-
A192KW|m|Optional|AES Key Wrap, 192-bit key|content key wrapped with a key that both sides share|RFC 7518 section 4.4||-
A256CBC|k|Prohibited|AES-CBC, 256-bit key|names a Web Crypto key; barred from tokens, as it does not notice changes|W3C Web Cryptography API||-
A256CBC-HS512|c|Required|AES-256-CBC with HMAC SHA-512|content encrypted, then protected against change by a keyed hash|RFC 7518 section 5.2.5||-
A256CTR|k|Prohibited|AES-CTR, 256-bit key|names a Web Crypto key; barred from tokens, as it does not notice changes|W3C Web Cryptography API||-
A256GCM|c|Recommended|AES-GCM, 256-bit key|content encrypted and protected against change in one step|RFC 7518 section 5.3||-
A256GCMKW|m|Optional|AES-GCM key wrapping, 256-bit key|content key encrypted with a key that both sides share|RFC 7518 section 4.7||-
A256KW|m|Recommended|AES Key Wrap, 256-bit key|content key wrapped with a key that both sides share|RFC 7518 section 4.4||-
ECDH-ES|m|Recommended+|ECDH-ES, direct key agreement|content key agreed with the recipient's public key|RFC 7518 section 4.6||-
ECDH-ES+A128KW|m|Recommended|ECDH-ES with AES Key Wrap, 128-bit|content key wrapped with a key agreed with the recipient's public key|RFC 7518 section 4.6||-
ECDH-ES+A192KW|m|Optional|ECDH-ES with AES Key Wrap, 192-bit|content key wrapped with a key agreed with the recipient's public key|RFC 7518 section 4.6||-
ECDH-ES+A256KW|m|Recommended|ECDH-ES with AES Key Wrap, 256-bit|content key wrapped with a key agreed with the recipient's public key|RFC 7518 section 4.6||-
ES256|s|Recommended+|ECDSA using P-256 and SHA-256|elliptic curve signature; checked with the signer's public key|RFC 7518 section 3.4|64|p
ES256K|s|Optional|ECDSA using secp256k1 and SHA-256|signature on the curve Bitcoin uses; checked with the signer's public key|RFC 8812 section 3.2|64|p
ES384|s|Optional|ECDSA using P-384 and SHA-384|elliptic curve signature; checked with the signer's public key|RFC 7518 section 3.4|96|p
ES512|s|Optional|ECDSA using P-521 and SHA-512|elliptic curve signature; checked with the signer's public key|RFC 7518 section 3.4|132|p
Ed25519|s|Optional|EdDSA with Ed25519|Edwards curve signature; checked with the signer's public key|RFC 9864 section 2.2|64|p
Ed448|s|Optional|EdDSA with Ed448|Edwards curve signature; checked with the signer's public key|RFC 9864 section 2.2|114|p
EdDSA|s|Deprecated|EdDSA, Ed25519 or Ed448|Edwards curve signature, curve left to the key; checked with the signer's public key|RFC 9864 section 2.2|64,114|p
HS1|k|Prohibited|HMAC using SHA-1|names a Web Crypto key; barred from tokens|W3C Web Cryptography API|20|s
HS256|s|Required|HMAC using SHA-256|keyed hash; checked with the same secret that made it|RFC 7518 section 3.2|32|s
HS384|s|Optional|HMAC using SHA-384|keyed hash; checked with the same secret that made it|RFC 7518 section 3.2|48|s
HS512|s|Optional|HMAC using SHA-512|keyed hash; checked with the same secret that made it|RFC 7518 section 3.2|64|s
ML-DSA-44|s|Optional|ML-DSA-44|lattice signature made to resist quantum computers; checked with the signer's public key|RFC 9964|2420|p
ML-DSA-65|s|Optional|ML-DSA-65|lattice signature made to resist quantum computers; checked with the signer's public key|RFC 9964|3309|p
ML-DSA-87|s|Optional|ML-DSA-87|lattice signature made to resist quantum computers; checked with the signer's public key|RFC 9964|4627|p
PBES2-HS256+A128KW|m|Optional|PBES2, HMAC SHA-256, A128KW|content key wrapped with a key made from a password|RFC 7518 section 4.8||-
PBES2-HS384+A192KW|m|Optional|PBES2, HMAC SHA-384, A192KW|content key wrapped with a key made from a password|RFC 7518 section 4.8||-
PBES2-HS512+A256KW|m|Optional|PBES2, HMAC SHA-512, A256KW|content key wrapped with a key made from a password|RFC 7518 section 4.8||-
PS256|s|Optional|RSASSA-PSS using SHA-256|RSA signature with random padding; checked with the signer's public key|RFC 7518 section 3.5|256,384,512|p
PS384|s|Optional|RSASSA-PSS using SHA-384|RSA signature with random padding; checked with the signer's public key|RFC 7518 section 3.5|256,384,512|p
PS512|s|Optional|RSASSA-PSS using SHA-512|RSA signature with random padding; checked with the signer's public key|RFC 7518 section 3.5|256,384,512|p
RS1|k|Prohibited|RSASSA-PKCS1-v1_5 using SHA-1|names a Web Crypto key; SHA-1 is broken, and the name is barred from tokens|W3C Web Cryptography API|256,384,512|p
RS256|s|Recommended|RSASSA-PKCS1-v1_5 using SHA-256|RSA signature; checked with the signer's public key|RFC 7518 section 3.3|256,384,512|p
RS384|s|Optional|RSASSA-PKCS1-v1_5 using SHA-384|RSA signature; checked with the signer's public key|RFC 7518 section 3.3|256,384,512|p
RS512|s|Optional|RSASSA-PKCS1-v1_5 using SHA-512|RSA signature; checked with the signer's public key|RFC 7518 section 3.3|256,384,512|p
RSA-OAEP|m|Recommended+|RSAES-OAEP using SHA-1|content key encrypted to the recipient's RSA key|RFC 7518 section 4.3||-
RSA-OAEP-256|m|Optional|RSAES-OAEP using SHA-256|content key encrypted to the recipient's RSA key|RFC 7518 section 4.3||-
RSA-OAEP-384|m|Optional|RSAES-OAEP using SHA-384|content key encrypted to the recipient's RSA key|W3C Web Cryptography API||-
RSA-OAEP-512|m|Optional|RSAES-OAEP using SHA-512|content key encrypted to the recipient's RSA key|W3C Web Cryptography API||-
RSA1_5|m|Recommended-|RSAES-PKCS1-v1_5|content key encrypted to an RSA key with old padding that is open to attack|RFC 7518 section 4.2||-
dir|m|Recommended|Direct use of a shared key|content encrypted straight with a key that both sides share|RFC 7518 section 4.5||-
none|s|Optional|No signature|nothing protects the token: anyone can write or change it|RFC 7518 section 3.6||n
";
