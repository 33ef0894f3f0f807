//! What the values of the `typ` header parameter say.

/// Media types without `application/`, sorted as if in lower case: RFC 7515 section 4.1.9.
pub(super) const TYPES: &str = "\
at+jwt|y|OAuth 2.0 access token|meant to allow calls to an API; for the API to read, not the client|RFC 9068 section 2.1
authorization-grant+jwt|y|Authorization grant assertion|a statement to be exchanged for an access token|draft-ietf-oauth-rfc7523bis
client-authentication+jwt|y|Client authentication assertion|a client's proof to the authorization server of who it is|draft-ietf-oauth-rfc7523bis
cmw+jws|y|Attestation message wrapper|wraps an attestation message together with its type|RFC 9999
dc+sd-jwt|y|SD-JWT digital credential|a digital credential whose holder chooses what to disclose|draft-ietf-oauth-sd-jwt-vc
didcomm-encrypted+json|y|DIDComm encrypted message|a message that only its recipients can read|DIDComm Messaging v2
didcomm-plain+json|y|DIDComm plain message|a message neither signed nor encrypted|DIDComm Messaging v2
didcomm-signed+json|y|DIDComm signed message|a message whose author can be shown to others|DIDComm Messaging v2
dpop+jwt|y|DPoP proof|meant to prove possession of a key for one HTTP request|RFC 9449 section 4.2
eat+jwt|y|Entity attestation token|what a device says about its own state|RFC 9782 and RFC 9711
entity-statement+jwt|y|OpenID Federation entity statement|what a federation member says about itself or one below it|OpenID Federation 1.0 section 3
example+sd-jwt|y|SD-JWT from an example|the type that examples in the SD-JWT specification use|RFC 9901
explicit-registration-response+jwt|y|Explicit registration response|a provider's answer to a client that registered through a federation|OpenID Federation 1.0 section 12.2
global-token-revocation+jwt|y|Global token revocation assertion|asks an app to end all of a user's sessions and tokens|draft-parecki-oauth-global-token-revocation
gnap-binding-jws|y|GNAP key proof|meant to prove possession of the client's key, request body included|RFC 9635
gnap-binding-jwsd|y|GNAP key proof, detached|meant to prove possession of the client's key, request body apart|RFC 9635
gnap-binding-rotation-jws|y|GNAP key rotation|the old key vouches for the new one, request body included|RFC 9635
gnap-binding-rotation-jwsd|y|GNAP key rotation, detached|the old key vouches for the new one, request body apart|RFC 9635
JOSE|y|Signed or encrypted message|anything signed or encrypted in the compact form|RFC 7515 section 4.1.9
JOSE+JSON|y|Signed or encrypted message, JSON|anything signed or encrypted in the JSON form|RFC 7515 section 4.1.9
jwk-set+jwt|y|Signed key set|a set of public keys, signed|OpenID Federation 1.0
JWT|y|JSON Web Token|some JSON Web Token; says nothing about its use|RFC 7519 section 5.1
kb+jwt|y|SD-JWT key binding token|the holder's proof at the end of a presented SD-JWT|RFC 9901 section 4.3
key-attestation+jwt|y|Key attestation|what a wallet's maker says about how keys are kept|OpenID4VCI 1.0 appendix D
logout+jwt|y|OpenID Connect logout token|tells a client to end a session|OpenID Connect Back-Channel Logout 1.0 section 2.4
oauth-authz-req+jwt|y|Authorization request object|the parameters of an OAuth authorization request, signed|RFC 9101 section 10.8
oauth-client-attestation+jwt|y|Client attestation|what a client's maker says about this installed copy|draft-ietf-oauth-attestation-based-client-auth
oauth-client-attestation-pop+jwt|y|Client attestation proof|an installed client's proof that it holds its attested key|draft-ietf-oauth-attestation-based-client-auth
oauth-id-jag+jwt|y|Identity assertion grant|a company's sign-in service vouches for a user towards another app|draft-ietf-oauth-identity-assertion-authz-grant
openid4vci-proof+jwt|y|Credential request proof|a wallet's proof that it holds the key a credential is to be bound to|OpenID4VCI 1.0 appendix F.1
passport|y|PASSporT|says which number a telephone call comes from and who answers for that|RFC 8225 section 4.1
provided-claims+jwt|y|Provided claims|claims about a person from a separate claims provider|OpenID eKYC and Identity Assurance WG
resolve-response+jwt|y|OpenID Federation resolve response|a federation member's metadata, worked out by a resolver|OpenID Federation 1.0 section 8.3
sd-jwt|y|SD-JWT|a token whose holder chooses what to disclose|RFC 9901
sd-jwt+json|y|SD-JWT in JSON form|a token whose holder chooses what to disclose, written as JSON|RFC 9901
secevent+jwt|y|Security event token|tells a receiver that something happened to a subject|RFC 8417 section 2.3
statuslist+jwt|y|Status list token|the states of many other tokens: valid, revoked, suspended|draft-ietf-oauth-status-list section 5.1
token-introspection+jwt|y|Token introspection response|what the authorization server says about another token|RFC 9701 section 5
trust-mark+jwt|y|OpenID Federation trust mark|says that a federation member meets some set of rules|OpenID Federation 1.0 section 7
trust-mark-delegation+jwt|y|Trust mark delegation|lets another party issue the owner's trust marks|OpenID Federation 1.0 section 7.2
trust-mark-status-response+jwt|y|Trust mark status|says whether a trust mark still holds|OpenID Federation 1.0 section 8.4
txntoken+jwt|y|OAuth transaction token|carries caller and purpose through the services behind one request|draft-ietf-oauth-transaction-tokens
vc+jwt|y|W3C credential|what an issuer states about a person or thing, signed|W3C Securing Verifiable Credentials
vc+ld+json+sd-jwt|y|W3C SD-JWT credential, older type|a credential with selective disclosure; now vc+sd-jwt|W3C Securing Verifiable Credentials, drafts before 2024
vc+ld+jwt|y|W3C credential, older type|what an issuer states about a person or thing; now vc+jwt|W3C Securing Verifiable Credentials, drafts before 2024
vc+sd-jwt|y|W3C credential as SD-JWT|a credential with selective disclosure; also the older name of dc+sd-jwt|W3C Securing Verifiable Credentials
verifier-attestation+jwt|y|Verifier attestation|what a third party says about who is asking for credentials|OpenID4VP 1.0 section 12
vnd.ga4gh.passport+jwt|y|GA4GH Passport|a researcher's permissions for genomic data|GA4GH Passport and AAI profile
vnd.verifier-attestation+jwt|y|Verifier attestation|what a third party says about who is asking for credentials|OpenID4VP 1.0 section 12
voucher-jws+json|y|BRSKI voucher|tells a new device which owner to trust|draft-ietf-anima-jws-voucher
vp+jwt|y|W3C presentation|credentials as shown by their holder, signed|W3C Securing Verifiable Credentials
vp+ld+json+sd-jwt|y|W3C SD-JWT presentation, older type|a presentation with selective disclosure; now vp+sd-jwt|W3C Securing Verifiable Credentials, drafts before 2024
vp+ld+jwt|y|W3C presentation, older type|credentials as shown by their holder; now vp+jwt|W3C Securing Verifiable Credentials, drafts before 2024
vp+sd-jwt|y|W3C presentation as SD-JWT|credentials as shown by a holder, with selective disclosure|W3C Securing Verifiable Credentials
wit+jwt|y|Workload identity token|names a workload (a running service) and the key it must prove to hold|draft-ietf-wimse-workload-creds
wpt+jwt|y|Workload proof token|a workload's proof, for one request, that it holds its key|draft-ietf-wimse-wpt
";
