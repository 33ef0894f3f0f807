//! What the header parameters say.

/// IANA "JSON Web Signature and Encryption Header Parameters", 2026-05-22; one line for JWS and JWE together.
pub(super) const HEADER_PARAMETERS: &str = "\
alg|a|Algorithm|how the token says it was signed, or its key encrypted; expect, never obey it|RFC 7515 section 4.1.1 and RFC 7516 section 4.1.1
apu|t|Agreement PartyUInfo|about the sender, mixed into the agreed key|RFC 7518 section 4.6.1.2
apv|t|Agreement PartyVInfo|about the recipient, mixed into the agreed key|RFC 7518 section 4.6.1.3
aud|t|Audience|the audience claim, repeated outside so that it reads without decrypting|RFC 7519 section 4.1.3
b64|b|Payload encoding|false means that the payload was signed as it is, without base64url|RFC 7797 section 3
client_id|t|Client ID|the OAuth client that sends this|RFC 6749
crit|o|Critical|header parameters that a receiver must understand or else refuse the token|RFC 7515 section 4.1.11 and RFC 7516 section 4.1.13
cty|y|Content type|what the payload is; JWT when a token is inside|RFC 7515 section 4.1.10 and RFC 7516 section 4.1.12
enc|e|Content encryption|how the payload was encrypted|RFC 7516 section 4.1.2
epk|k|Ephemeral public key|the sender's single-use key for agreeing on a secret with the recipient|RFC 7518 section 4.6.1.1
iheSSId|t|IHE submission set|identifier of the set of health documents that the signature covers|IHE ITI Document Digital Signature (JSON) section 5.10
iss|t|Issuer|the issuer claim, repeated outside so that it reads without decrypting|RFC 7519 section 4.1.1
iv|t|Initialization vector|random input used when the content key was encrypted with AES-GCM|RFC 7518 section 4.7.1.1
jku|u|Key set address|where the token says its keys are; fetch it only from a list you trust|RFC 7515 section 4.1.2 and RFC 7516 section 4.1.4
jwk|k|Embedded key|a key the token brings itself; it proves nothing unless already trusted|RFC 7515 section 4.1.3 and RFC 7516 section 4.1.5
jwt|t|Attached token|a further token, such as one about the verifier; typ says how to treat it|OpenID4VP 1.0 section 12
kid|t|Key ID|which of the receiver's known keys to use; free text, to be looked up and not run|RFC 7515 section 4.1.4 and RFC 7516 section 4.1.6
nonce|t|Nonce|single-use value against replay in ACME; Entra also sets it in Microsoft Graph tokens|RFC 8555 section 6.5.2
p2c|o|PBES2 count|rounds of deriving the key from the password; a huge number stalls the receiver|RFC 7518 section 4.8.1.2
p2s|t|PBES2 salt|salt from which, with the password, the key was derived|RFC 7518 section 4.8.1.1
peer_trust_chain|o|Peer trust chain|federation statements from the other party up to the same trust anchor|OpenID Federation 1.0 section 4.4
ppt|t|PASSporT extension|which extension of the caller identity token applies, such as shaken|RFC 8225 section 8.1
sub|t|Subject|the subject claim, repeated outside so that it reads without decrypting|RFC 7519 section 4.1.2
svt|o|Signature validation|tokens in which a service states that it checked a signature|RFC 9321
tag|t|Authentication tag|check value for the content key encrypted with AES-GCM|RFC 7518 section 4.7.1.2
trust_chain|o|Trust chain|federation statements from the signer up to a trust anchor|OpenID Federation 1.0 section 4.3
typ|y|Type|what kind of token this says it is|RFC 7515 section 4.1.9 and RFC 7516 section 4.1.11
url|u|Request address|address of the ACME request that this is the body of|RFC 8555 section 6.4.1
x5c|o|Certificate chain|certificates the token brings itself; they must lead to a trusted root|RFC 7515 section 4.1.6 and RFC 7516 section 4.1.8
x5t|t|Certificate thumbprint|SHA-1 hash of the certificate whose key was used|RFC 7515 section 4.1.7 and RFC 7516 section 4.1.9
x5t#S256|t|Certificate thumbprint|SHA-256 hash of the certificate whose key was used|RFC 7515 section 4.1.8 and RFC 7516 section 4.1.10
x5u|u|Certificate address|where the token says its certificate is; fetch it only from a list you trust|RFC 7515 section 4.1.5 and RFC 7516 section 4.1.7
zip|t|Compression|how the payload was compressed before encryption; DEF is DEFLATE|RFC 7516 section 4.1.3
";

/// Outside that registry, as vendors and other specifications document them.
pub(super) const VENDOR: &str = "\
adoTst|o|Data time stamp|time stamps said to have been made over the data before signing|ETSI TS 119 182-1 (JAdES)
client|t|Client ID (AWS ALB)|the client that an AWS load balancer signed the user in for|AWS Application Load Balancer user guide
ctx|t|Key context|random input for the key derived from a Microsoft session key|Microsoft [MS-OAPXBC]
disclosures|o|Disclosures|the disclosed members of an SD-JWT in its JSON form|RFC 9901
etsiU|o|Unsigned additions|time stamps and validation material added after signing|ETSI TS 119 182-1 (JAdES)
exp|n|Expires|expiry in the header, where AWS load balancers also put it; usually it is a claim|AWS Application Load Balancer user guide
http://openbanking.org.uk/iat|n|Signed at (Open Banking)|when an Open Banking message is said to have been signed|Open Banking Read-Write API
http://openbanking.org.uk/iss|t|Signer (Open Banking)|who is said to have signed an Open Banking message|Open Banking Read-Write API
http://openbanking.org.uk/tan|t|Trust anchor (Open Banking)|domain of the trust anchor that holds the signer's key|Open Banking Read-Write API
iat|n|Issued at|time of issue in the header; usually it is a claim|no registration known
jti|t|Token ID|token identifier in the header; usually it is a claim|no registration known
kb_jwt|t|Key binding token|proof by the holder's key, in the JSON form of SD-JWT|RFC 9901
kdf_ver|o|Key derivation version|which derivation Microsoft sign-in used for the signing key|Microsoft [MS-OAPXBC]
key_attestation|t|Key attestation|a token in which a wallet's maker describes how the key is kept|OpenID for Verifiable Credential Issuance 1.0
pi.atm|t|Token manager (PingFederate)|which token manager of PingFederate issued the token|PingFederate JWT access token management
sigD|o|Detached data|which detached data the signature covers, by reference and hash|ETSI TS 119 182-1 (JAdES)
sigPId|o|Signature policy|rules under which the signature was made|ETSI TS 119 182-1 (JAdES)
sigPl|o|Place of signing|where the signer says they signed|ETSI TS 119 182-1 (JAdES)
sigT|t|Time of signing|when the signer says they signed|ETSI TS 119 182-1 (JAdES)
signer|t|Signer (AWS ALB)|ARN of the AWS load balancer that says it signed this; compare it with your own|AWS Application Load Balancer user guide
skid|t|Sender's key ID|which of the sender's keys agreed the secret, in DIDComm|DIDComm Messaging v2
srAts|o|Signer attributes|roles or attributes of the signer|ETSI TS 119 182-1 (JAdES)
srCms|o|Signer commitments|what the signer says the signature commits them to|ETSI TS 119 182-1 (JAdES)
vctm|o|Type metadata|descriptions of the credential type, brought along with it|draft-ietf-oauth-sd-jwt-vc
ver|t|Version|version of the token's layout; no standard meaning in a header|no registration known
x5t#o|o|Certificate thumbprint|hash of the signing certificate by another algorithm|ETSI TS 119 182-1 (JAdES)
";
