//! What the registered claims say.

/// IANA "JSON Web Token Claims", 2026-07-20.
pub(super) const CLAIMS: &str = "\
...|t|Hidden element|hash of a list element left out here and disclosed separately, or a decoy|RFC 9901 section 4.2.4.2
_claim_names|o|Claims held elsewhere|claims that are not here, and which source has each; in Entra, too many groups|OpenID Connect Core 1.0 section 5.6.2
_claim_sources|o|Claim sources|where the claims listed in _claim_names are to be found|OpenID Connect Core 1.0 section 5.6.2
_sd|o|Hidden members|hashes of members left out here and disclosed separately, or decoys|RFC 9901 section 4.2.4.1
_sd_alg|t|Disclosure hash|hash algorithm for the disclosures; sha-256 when absent|RFC 9901 section 4.1.1
ace_profile|o|ACE profile|how client and resource server are to secure their exchange|RFC 9200 section 5.10
acr|t|Authentication level|how strong the sign-in is said to have been, in terms the two sides agreed|OpenID Connect Core 1.0 section 2
act|o|Actor|who is said to be acting for the subject; nested when handed on|RFC 8693 section 4.1
address|o|Postal address|a postal address, whole or in parts|OpenID Connect Core 1.0 section 5.1
also_known_as|t|Also known as|stage name or other alias of the person|OpenID Identity Assurance Claims Registration 1.0 section 4
amr|o|Authentication methods|how the person is said to have signed in: pwd, otp, mfa and the like|OpenID Connect Core 1.0 section 2
analyticsIdList|o|Analytics IDs|kinds of network analytics that the token covers|3GPP TS 29.510 clause 6.3.5.2.4
at_hash|t|Access token hash|half a hash of the access token issued alongside, which ties the two together|OpenID Connect Core 1.0 section 2
at_use_nbr|o|Number of uses|how many API requests the token may be used for|ETSI GS NFV-SEC 022 V2.7.1
atc|o|Authority token challenge|what a certificate applicant is said to have authority over, such as phone numbers|RFC 9447
ath|t|Access token hash|SHA-256 hash of the access token sent together with this proof|RFC 9449 section 4.2
attest|t|Caller attestation|how sure the carrier is of the number: A full, B partial, C gateway|RFC 8588
aud|t|Audience|who the token is meant for; everyone else should refuse it|RFC 7519 section 4.1.3
auth_time|n|Signed in at|when the person is said to have last signed in|OpenID Connect Core 1.0 section 2
authority_hints|o|Authority hints|entities said to vouch for this one, for building a trust chain|OpenID Federation 1.0 section 3.2
authorization_details|o|Authorization details|what the token says it allows, in detail and by type of resource|RFC 9396 section 9.1
azp|t|Authorized party|the client the token was issued to; Entra and Google also put it in access tokens|OpenID Connect Core 1.0 section 2
birth_family_name|t|Family name at birth|last name the person had at birth|OpenID Identity Assurance Claims Registration 1.0 section 4
birth_given_name|t|Given name at birth|first name the person had at birth|OpenID Identity Assurance Claims Registration 1.0 section 4
birth_middle_name|t|Middle name at birth|middle name the person had at birth|OpenID Identity Assurance Claims Registration 1.0 section 4
birthdate|t|Date of birth|YYYY-MM-DD, YYYY alone, or 0000-MM-DD when the year is withheld|OpenID Connect Core 1.0 section 5.1
bootcount|o|Boot count|how many times the device has started|RFC 9711
bootseed|t|Boot seed|random value that stays the same until the device restarts|RFC 9711
c_hash|t|Code hash|half a hash of the authorization code issued alongside, which ties the two together|OpenID Connect Core 1.0 section 3.3.2.11
cdnicrit|t|CDNI critical claims|claims that the content network must understand or else refuse|RFC 9246 section 2.1.9
cdniets|d|CDNI renewal lifetime|how long each renewed token is to be valid|RFC 9246 section 2.1.12
cdniip|t|CDNI client address|IP address, usually encrypted, that the content is to be served to|RFC 9246 section 2.1.10
cdnistd|o|CDNI path depth|how many path segments a renewed token's cookie covers|RFC 9246 section 2.1.14
cdnistt|o|CDNI renewal method|how renewed tokens are handed to the client, such as by cookie|RFC 9246 section 2.1.13
cdniuc|t|CDNI URI container|the content address, as a hash or pattern, that the token covers|RFC 9246 section 2.1.11
cdniv|o|CDNI version|version of the rules for these signed-URI claims|RFC 9246 section 2.1.8
client_id|t|Client ID|the OAuth client that the token was issued to|RFC 8693 section 4.3
cmw|o|Conceptual message|wraps an attestation message together with its type|RFC 9999 sections 3.1, 3.3
cnf|o|Confirmation|the key that whoever presents the token must prove to hold|RFC 7800 section 3.1
cnonce|t|Client nonce|a value the resource server gave earlier, returned to show the token is fresh|RFC 9200 section 5.10
constraints|o|Constraints|limits on the trust chains that pass through this statement|OpenID Federation 1.0 section 13.3
consumerPlmnId|o|Consumer network|mobile network of the 5G function that uses the service|3GPP TS 29.510 clause 6.3.5.2.4
consumerSnpnId|o|Consumer private network|private network of the 5G function that uses the service|3GPP TS 29.510 clause 6.3.5.2.4
crit|o|Critical claims|claims that a receiver must understand or else refuse the token|OpenID Federation 1.0 section 13.4
crn|t|Call reason|why the caller says they are calling|RFC 9795
dbgstat|o|Debug status|whether the device says that its debug access is shut, and how firmly|RFC 9711
delegation|t|Delegation|a token saying who may issue this trust mark for its owner|OpenID Federation 1.0 section 13.6
dest|o|Called party|the numbers or addresses that the call is meant for|RFC 8225 section 5.2.1
div|o|Diverted from|the number or address that the call was forwarded from|RFC 8946
dloas|o|Letters of approval|where to find the certifications that the device is said to have|RFC 9711
eat_nonce|o|Attestation nonce|values from whoever asked for the attestation, which show it is fresh|RFC 9711
eat_profile|t|Attestation profile|the profile whose rules the attestation follows|RFC 9711
email|t|Email address|an address for the person; not proof that they control it|OpenID Connect Core 1.0 section 5.1
email_verified|b|Email verified|whether the issuer says it checked that the person controlled the address|OpenID Connect Core 1.0 section 5.1
entitlements|o|Entitlements|things the subject is said to be entitled to|RFC 7643 section 4.1.2 and RFC 9068 section 2.2.3.1
events|o|Security events|what is said to have happened, one member for each kind of event|RFC 8417 section 2.2
exi|d|Expires in|lifetime counted from when the resource server first sees the token|RFC 9200 section 5.10.3
exp|n|Expires|from this moment on the token must be refused|RFC 7519 section 4.1.4
family_name|t|Family name|the person's last name or names|OpenID Connect Core 1.0 section 5.1
gender|t|Gender|the person's stated gender|OpenID Connect Core 1.0 section 5.1
geohash|o|Geohash|a place on the map as a short code; longer is more exact|CTA-5009
given_name|t|Given name|the person's first name or names|OpenID Connect Core 1.0 section 5.1
groups|o|Groups|groups the subject is said to be in; in Entra, usually object IDs|RFC 7643 section 4.1.2 and RFC 9068 section 2.2.3.1
htm|t|HTTP method|the method of the one request that this proof is for|RFC 9449 section 4.2
htu|u|HTTP address|the address, without query or fragment, of the request this proof is for|RFC 9449 section 4.2
hwmodel|t|Hardware model|the maker's identifier for this model|RFC 9711
hwversion|o|Hardware version|version of the hardware|RFC 9711
iat|n|Issued at|when the token is said to have been made|RFC 7519 section 4.1.6
intuse|o|Intended use|what the attestation is for, such as registration or provisioning|RFC 9711
iss|t|Issuer|who is said to have issued this token|RFC 7519 section 4.1.1
jcard|o|Contact card|contact details in jCard form, for reaching whoever rejected the call|RFC 8688 and RFC 7095
jti|t|Token ID|an identifier meant to be unique to this token, so that a replay can be noticed|RFC 7519 section 4.1.7
jwks|k|Key set|public keys that the entity states as its own; trust needs another source|OpenID Federation 1.0 section 13.1
keys|k|Keys|the keys of a key set that was signed as a token|OpenID Federation 1.0 section 5.2.1
locale|t|Locale|the person's language and region, such as en-GB|OpenID Connect Core 1.0 section 5.1
location|o|Location|where the device says it is: latitude, longitude and accuracy|RFC 9711
logo_uri|u|Logo|address of a logo to display|OpenID Federation 1.0 section 13.7
manifests|o|Software manifests|descriptions of the software that is installed|RFC 9711
may_act|o|May act|who is said to be allowed to act for the subject|RFC 8693 section 4.4
measres|o|Measurement results|outcome of comparing measurements with the expected values|RFC 9711
measurements|o|Measurements|hashes or other measurements of the software and configuration|RFC 9711
metadata|o|Metadata|how the entity describes itself, for each role it plays|OpenID Federation 1.0 section 13.2
metadata_policy|o|Metadata policy|rules that a superior applies to the metadata below it|OpenID Federation 1.0 section 3.3
metadata_policy_crit|o|Critical policy operators|policy operators that must be understood or else the chain refused|OpenID Federation 1.0 section 3.3
middle_name|t|Middle name|the person's middle name or names|OpenID Connect Core 1.0 section 5.1
mky|o|Media key fingerprints|fingerprints of the keys that protect the call's audio or video|RFC 8225 section 5.2.2
msgi|t|Message integrity|hash of the text message that the token belongs to|RFC 9475
msisdn|t|Mobile number|the person's mobile number: country code and digits|OpenID Identity Assurance Claims Registration 1.0 section 4
name|t|Full name|the person's whole name as it is meant to be displayed|OpenID Connect Core 1.0 section 5.1
nationalities|o|Nationalities|countries the person is a national of, as country codes|OpenID Identity Assurance Claims Registration 1.0 section 4
nbf|n|Not before|until this moment the token must be refused|RFC 7519 section 4.1.5
nickname|t|Nickname|an informal name for the person|OpenID Connect Core 1.0 section 5.1
nonce|t|Nonce|a value from the client's request, returned so that it can spot a replayed token|OpenID Connect Core 1.0 section 2 and RFC 9449
oemboot|b|Maker's boot software|whether the device says it booted software its maker authorised|RFC 9711
oemid|o|Manufacturer|identifier of who made the hardware|RFC 9711
opt|t|Original PASSporT|the complete earlier token of a call that was forwarded|RFC 8946
orig|o|Caller|the telephone number or address that the call is said to come from|RFC 8225 section 5.2.1
origid|t|Call origin ID|opaque identifier of the point where the call entered the network|RFC 8588
phone_number|t|Phone number|a telephone number for the person, usually in +country form|OpenID Connect Core 1.0 section 5.1
phone_number_verified|b|Phone number verified|whether the issuer says it checked that the person controlled the number|OpenID Connect Core 1.0 section 5.1
picture|u|Picture|address of an image of the person|OpenID Connect Core 1.0 section 5.1
place_of_birth|o|Place of birth|where the person was born|OpenID Identity Assurance Claims Registration 1.0 section 4
preferred_username|t|Preferred username|a short display name; may change or be reused, so not for deciding access|OpenID Connect Core 1.0 section 5.1
producerNfServiceSetId|t|Producer service set|service set that the providing 5G function belongs to|3GPP TS 29.510 clause 6.3.5.2.4
producerNfSetId|t|Producer set|set that the providing 5G function belongs to|3GPP TS 29.510 clause 6.3.5.2.4
producerNsiList|o|Producer slice instances|slice instances of the providing 5G function that may be used|3GPP TS 29.510 clause 6.3.5.2.4
producerPlmnId|o|Producer network|mobile network of the 5G function that provides the service|3GPP TS 29.510 clause 6.3.5.2.4
producerSnpnId|o|Producer private network|private network of the 5G function that provides the service|3GPP TS 29.510 clause 6.3.5.2.4
producerSnssaiList|o|Producer slices|network slices of the providing 5G function that may be used|3GPP TS 29.510 clause 6.3.5.2.4
profile|u|Profile page|address of a page about the person|OpenID Connect Core 1.0 section 5.1
rcd|o|Rich call data|name, logo or card of the caller for the called phone to show|RFC 9795
rcdi|o|Rich call integrity|hashes of the rich call data that stands elsewhere|RFC 9795
rdap_allowed_purposes|o|RDAP purposes|reasons for which the subject may look up registration data|RFC 9560 section 3.1.5.1
rdap_dnt_allowed|b|RDAP no tracking|whether the subject may ask not to have RDAP queries logged|RFC 9560 section 3.1.5.2
ref|t|Reference|page about a trust mark; in GitHub and GitLab CI, the git ref; in Supabase, the project|OpenID Federation 1.0 section 13.5
resOwnerId|t|Resource owner|the subscriber whose resources the token is about|3GPP TS 29.222 clause 8.5.4.2.8
roles|o|Roles|roles the subject is said to have; in Entra, app roles or application permissions|RFC 7643 section 4.1.2 and RFC 9068 section 2.2.3.1
rph|o|Call priority|priorities that the call is said to be allowed to use|RFC 8443 section 3
salutation|t|Salutation|how the person is addressed, such as Mr|OpenID Identity Assurance Claims Registration 1.0 section 4
scope|t|Scope|what the token says it allows, as names with spaces between|RFC 8693 section 4.2
sd_hash|t|Presentation hash|hash of the SD-JWT and the disclosures that this key binding goes with|RFC 9901 section 4.3
sid|t|Session ID|the sign-in session at the issuer; a logout token naming it ends it|OpenID Connect Front-Channel Logout 1.0 section 3
sig_val_claims|o|Signature validation|what a validation service says about signatures on a document|RFC 9321 section 3.2.3
sip_callid|t|SIP Call-ID|Call-ID of the SIP request that the token belongs to|RFC 8055 and RFC 3261
sip_cseq_num|t|SIP CSeq number|CSeq number of the SIP request that the token belongs to|RFC 8055 and RFC 3261
sip_date|t|SIP date|Date of the SIP request that the token belongs to|RFC 8055 and RFC 3261
sip_from_tag|t|SIP From tag|From tag of the SIP request that the token belongs to|RFC 8055 and RFC 3261
sip_via_branch|t|SIP Via branch|Via branch of the SIP request that the token belongs to|RFC 8055 and RFC 3261
sourceNfInstanceId|t|Source function|the 5G function that the data or request first came from|3GPP TS 29.510 clause 6.3.5.2.4
source_endpoint|u|Source endpoint|where this entity statement was fetched from and can be fetched again|OpenID Federation 1.0 section 3.3
sph|t|SIP priority|SIP Priority value that the call is said to be allowed to use|RFC 9027
status|o|Status|where to ask whether the token has been revoked or suspended|draft-ietf-oauth-status-list section 6.1
status_list|o|Status list|compressed list of the states of many tokens, one position each|draft-ietf-oauth-status-list section 5.1
stpl|t|OCSP staple|a statement that the signer's certificate had not been revoked|draft-ietf-stir-certificates-ocsp
sub|t|Subject|who or what the token says it is about, named as the issuer names it|RFC 7519 section 4.1.2
sub_id|o|Subject identifier|names the subject in a stated format, such as email or account|RFC 9493 section 4.1
sub_jwk|k|Subject's key|the key that a self-issued ID token offers for checking itself|OpenID Connect Core 1.0 section 7.4
submods|o|Submodules|attestations for parts of the device, each with claims of its own|RFC 9711
sueids|o|Semi-permanent device IDs|device identifiers that may change, for instance with the owner|RFC 9711
swname|t|Software name|name of the software running on the device|RFC 9711
swversion|o|Software version|version of the software running on the device|RFC 9711
title|t|Personal title|the person's title, such as Dr|OpenID Identity Assurance Claims Registration 1.0 section 4
toe|n|Time of event|when the reported event is said to have happened|RFC 8417 section 2.2
token_introspection|o|Introspection response|what the authorization server says about another token|RFC 9701 section 5
trust_anchor|t|Trust anchor|the trust anchor chosen for the registration|OpenID Federation 1.0 section 12.2.3
trust_anchor_hints|o|Trust anchor hints|trust anchors that this entity says it hangs under|OpenID Federation 1.0 section 3.2
trust_chain|o|Trust chain|statements from the entity up to a trust anchor, each a token to be checked|OpenID Federation 1.0 section 8.3.2
trust_mark_issuers|o|Trust mark issuers|who may issue which trust marks in this federation|OpenID Federation 1.0 section 3.2
trust_mark_owners|o|Trust mark owners|who owns the trust marks that others issue|OpenID Federation 1.0 section 3.2
trust_mark_type|t|Trust mark type|which trust mark this is|OpenID Federation 1.0 section 7.1
trust_marks|o|Trust marks|marks of conformity, each a token to be checked by itself|OpenID Federation 1.0 section 3.2
ttl|d|Time to live|how long a receiver may keep this list before fetching it anew|draft-ietf-oauth-status-list section 5.1
txn|t|Transaction ID|links several tokens or records that belong to one operation|RFC 8417 section 2.2
ueid|t|Device ID|identifier that is meant to be unique to the device for its lifetime|RFC 9711
updated_at|n|Profile updated|when the person's details were last changed at the issuer|OpenID Connect Core 1.0 section 5.1
uptime|d|Uptime|seconds since the device last started|RFC 9711
vc|o|Verifiable credential|a W3C credential: what its issuer states about a person or thing|W3C Verifiable Credentials Data Model 1.0 section 6.3.1
verified_claims|o|Verified claims|details about the person, with how they are said to have been checked|OpenID Identity Assurance Schema 1.0 section 5
vot|t|Vector of trust|how far identity and sign-in can be trusted, in parts such as P1.Cc|RFC 8485
vp|o|Verifiable presentation|a W3C presentation: credentials as shown by their holder|W3C Verifiable Credentials Data Model 1.0 section 6.3.1
vtm|u|Trustmark|address of the rules that say what the vector of trust means|RFC 8485
website|u|Website|address of the person's own site or blog|OpenID Connect Core 1.0 section 5.1
zoneinfo|t|Time zone|the person's time zone by name, such as Europe/Paris|OpenID Connect Core 1.0 section 5.1
";
