//! The kinds of token, and what tells them apart.

/// `id|name|exp`: the name as a sentence says it, without an article; the last field is empty for kinds that are used
/// once, say that something happened, or are revoked rather than run out, and so need no `exp`.
pub(super) const KINDS: &str = "\
access-token|access token|exp
acme-request|ACME request|
api-key|API key in the form of a token|exp
app-store-statement|statement of the App Store|
attestation-message|attestation message (CMW)|
authorization-response|OAuth 2.0 authorization response (JARM)|exp
client-assertion|OAuth 2.0 client assertion|exp
client-attestation|OAuth 2.0 client attestation|exp
client-attestation-proof|proof that goes with a client attestation|
client-secret|OAuth 2.0 client secret in the form of a token|exp
credential-request-proof|proof of possession for a credential request|
custom-token|custom sign-in token|exp
dated-token|token whose age counts|
device-attestation|device attestation|
didcomm-message|DIDComm message|
dpop-proof|DPoP proof|
encrypted-token|encrypted token (JWE)|exp
encoded-json|JSON object in base64|
entity-attestation|entity attestation token (EAT)|
entity-statement|OpenID Federation entity statement|exp
federation-response|OpenID Federation response|
flask-session|Flask session cookie, which is no JWT|
gnap-proof|GNAP key proof|
identity-assertion-grant|identity assertion grant|exp
jose-header|token header by itself|exp
jwt|JSON Web Token|exp
jwt-bearer-grant|OAuth 2.0 JWT bearer grant|exp
jwt-claims|set of claims by itself|exp
jwt-svid|workload identity document (JWT-SVID)|exp
jws|signed message (JWS)|exp
key-attestation|attestation of keys|
key-binding-jwt|key binding token of an SD-JWT|
laravel-cookie|encrypted Laravel cookie, which is no JWT|
nats-credential|messaging credential|
oauth-access-token|OAuth 2.0 access token|exp
oidc-id-token|OpenID Connect ID token|exp
oidc-logout-token|OpenID Connect logout token|
onboarding-voucher|onboarding voucher (BRSKI)|
passport|PASSporT, a caller's identity|
provided-claims|set of provided claims|
proxy-identity|identity statement of a proxy|exp
refresh-token|refresh token|
registry-token|container registry token|exp
request-object|OAuth 2.0 request object (JAR)|
researcher-passport|researcher's passport (GA4GH)|exp
revocation-request|request to revoke all tokens|exp
sd-jwt|token with selective disclosure (SD-JWT)|
sd-jwt-vc|digital credential (SD-JWT VC)|
security-event-token|security event token|
segment|single segment|exp
self-signed-api-token|API token signed by its caller|exp
service-account-token|service account token|exp
session-token|session token|exp
signed-key-set|signed key set|
smart-health-card|SMART Health Card|
software-statement|software statement|
status-list|list of token states|
token-introspection-response|token introspection response|
transaction-token|transaction token|exp
trust-mark|OpenID Federation trust mark|
unreadable|token that cannot be read|exp
unsecured-jwt|unsecured JSON Web Token|exp
userinfo-response|userinfo response|
vapid-token|VAPID token of a push message's sender|exp
verifiable-credential|verifiable credential|
verifiable-presentation|verifiable presentation|
verifier-attestation|verifier attestation|exp
workload-identity-token|workload identity token|exp
workload-proof|workload's proof of possession|exp
";

/// [Conditions](super::condition)`|id`: what the header says it is. RFC 7515 section 4.1.9; the references of the
/// types stand in the registry.
pub(super) const TYPED: &str = "\
?at+jwt|oauth-access-token
?dpop+jwt|dpop-proof
?authorization-grant+jwt|jwt-bearer-grant
?client-authentication+jwt|client-assertion
?dc+sd-jwt|sd-jwt-vc
?vc+sd-jwt,vct|sd-jwt-vc
?cmw+jws|attestation-message
?didcomm-encrypted+json|didcomm-message
?didcomm-signed+json|didcomm-message
?eat+jwt|entity-attestation
?entity-statement+jwt|entity-statement
?example+sd-jwt|sd-jwt
?explicit-registration-response+jwt|federation-response
?global-token-revocation+jwt|revocation-request
?gnap-binding-jws|gnap-proof
?gnap-binding-jwsd|gnap-proof
?gnap-binding-rotation-jws|gnap-proof
?gnap-binding-rotation-jwsd|gnap-proof
?jwk-set+jwt|signed-key-set
?kb+jwt|key-binding-jwt
?key-attestation+jwt|key-attestation
?keyattestation+jwt|key-attestation
?logout+jwt|oidc-logout-token
?oauth-authz-req+jwt|request-object
?oauth-client-attestation+jwt|client-attestation
?oauth-client-attestation-pop+jwt|client-attestation-proof
?oauth-id-jag+jwt|identity-assertion-grant
?openid4vci-proof+jwt|credential-request-proof
?passport|passport
?provided-claims+jwt|provided-claims
?resolve-response+jwt|federation-response
?sd-jwt|sd-jwt
?secevent+jwt|security-event-token
?statuslist+jwt|status-list
?token-introspection+jwt|token-introspection-response
?trust-mark+jwt|trust-mark
?trust-mark-delegation+jwt|trust-mark
?trust-mark-status-response+jwt|federation-response
?txntoken+jwt|transaction-token
?vc+jwt|verifiable-credential
?vc+ld+json+sd-jwt|verifiable-credential
?vc+ld+jwt|verifiable-credential
?vc+sd-jwt|verifiable-credential
?verifier-attestation+jwt|verifier-attestation
?vnd.ga4gh.passport+jwt|researcher-passport
?vnd.verifier-attestation+jwt|verifier-attestation
?voucher-jws+json|onboarding-voucher
?vp+jwt|verifiable-presentation
?vp+ld+json+sd-jwt|verifiable-presentation
?vp+ld+jwt|verifiable-presentation
?vp+sd-jwt|verifiable-presentation
?wit+jwt|workload-identity-token
?wpt+jwt|workload-proof
";

/// The same for what a claim says it is: Amazon Cognito's `token_use`, Keycloak's `typ`, whose refresh tokens look
/// like access tokens otherwise, and the `token_type` of Simple JWT.
pub(super) const STATED: &str = "\
token_use=access|oauth-access-token
token_use=id|oidc-id-token
typ=Bearer|oauth-access-token
typ=Refresh Offline|refresh-token
typ=ID|oidc-id-token
token_type=refresh|refresh-token
token_type=access|access-token
";

/// The same for tokens that state facts about a person or thing, whether or not disclosures follow them.
pub(super) const CREDENTIALS: &str = "\
#zip=DEF,#alg=ES256|smart-health-card
vct|sd-jwt-vc
{vp|verifiable-presentation
{vc|verifiable-credential
@context,verifiableCredential|verifiable-presentation
@context,credentialSubject|verifiable-credential
";

/// The same for all others, by what they contain. The most particular come first.
///
/// DPoP: RFC 9449 section 4.2. ACME: RFC 8555 section 6.2. Introspection: RFC 9701 section 5. Key binding: RFC 9901
/// section 4.3. PASSporT: RFC 8225. EAT: RFC 9711. Federation: OpenID Federation 1.0 section 3. JAR: RFC 9101
/// section 4. JARM: JARM 1.0 section 2.1. VAPID: RFC 8292 section 2. Access tokens: RFC 9068 section 2.2. ID tokens:
/// OpenID Connect Core 1.0 section 2. Assertions: RFC 7523 section 3. Userinfo: OpenID Connect Core 1.0 section 5.3.2.
/// Software statements: RFC 7591 section 2.3.
pub(super) const SHAPES: &str = "\
#jwk,htm,htu|dpop-proof
#url,#nonce|acme-request
{token_introspection|token-introspection-response
sd_hash|key-binding-jwt
{status_list,sub|status-list
#ppt|passport
orig,dest,iat|passport
apkPackageName,ctsProfileMatch|device-attestation
{requestDetails,{deviceIntegrity|device-attestation
x-ms-attestation-type|device-attestation
eat_profile eat_nonce|entity-attestation
trust_mark_type|trust-mark
iss,sub,jwks,metadata authority_hints metadata_policy|entity-statement
response_type,client_id|request-object
signedDate,transactionId originalTransactionId notificationUUID|app-store-statement
software_id,client_name software_client_name,-software_statement|software-statement
iss,aud,exp,state,code,!sub|authorization-response
iss,aud,exp,state,error,!sub|authorization-response
#alg=ES256,aud~https://fcm.googleapis.com https://updates.push.services.mozilla.com https://web.push.apple.com https://*.notify.windows.com,exp,!iss|vapid-token
#alg=ES256,sub^mailto:,aud,exp,%3|vapid-token
scope scp,client_id azp cid appid,-nonce,-at_hash,-c_hash|oauth-access-token
client_id azp cid appid,azpacr appidacr gty,-nonce,-at_hash,-c_hash|oauth-access-token
nonce,at_hash c_hash|oidc-id-token
at_hash c_hash|oidc-id-token
nonce,iss,sub,aud|oidc-id-token
auth_time,-scope,-scp|oidc-id-token
iss,sub,aud,exp,iat,azp sid,!scope,-scp,-roles|oidc-id-token
iss~https://login.microsoftonline.com/*/v2.0 https://sts.windows.net/*/ https://*.ciamlogin.com/*/v2.0,tid,oid,!azp,!appid|oidc-id-token
aud=sts.amazonaws.com,iss,sub,exp|workload-identity-token
iss=<sub>,aud,exp,jti,-scope,-scp|client-assertion
aud$/token,iss=<sub>,exp,-scope,-scp|client-assertion
aud$/token,iss,sub,exp|jwt-bearer-grant
iss,sub,aud,email name preferred_username given_name,!exp,!iat|userinfo-response
";

/// The same for single segments.
pub(super) const SEGMENTS: &str = "\
iv,value,mac|laravel-cookie
";
