// What others say of a token and a key: jose in Node, and the browser's own crypto. And where they may differ from us.

import { createPublicKey, verify } from 'node:crypto';

import * as jose from 'jose';

export const FITS = 'fits';
export const DOES_NOT_FIT = 'does-not-fit';
/** The key or the token is refused before any signature is looked at. */
export const CANNOT = 'cannot-be-checked';
export const UNSIGNED = 'unsigned';

/** What this Node says of the neutral point as a key of Ed25519, R the same point, and S = 0. */
const SMALL_ORDER_IN_NODE = (() => {
  const neutral = Buffer.concat([Buffer.of(1), Buffer.alloc(31)]);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: neutral.toString('base64url') }, format: 'jwk' });
  return verify(null, Buffer.from('any text'), key, Buffer.concat([neutral, Buffer.alloc(32)])) ? FITS : DOES_NOT_FIT;
})();

/**
 * Every difference that is allowed, by name: why, and who says what instead of the verdict that follows from how the token
 * was made. Who is not named says that verdict.
 */
export const DIFFERENCES = {
  'no-signature': { why: 'To us a token whose signature is empty has none; to the others it is a wrong one.', ours: UNSIGNED },
  'signature-not-base64url': { why: 'A signature that is no base64url does not fit; the others do not get as far as that.', jose: CANNOT, subtle: CANNOT },
  'payload-not-base64url': { why: 'The signature is over the text, and we say so; jose also wants the payload.', jose: CANNOT },
  'payload-detached': { why: 'An empty payload may be elsewhere (RFC 7515 appendix F): a signature that fits fits, and of another nothing is known.', ours: CANNOT },
  'crit-unknown': { why: 'The mathematics fits, and a remark says that the token must be refused (RFC 7515 section 4.1.11). jose refuses it.', jose: CANNOT, remark: 'crit-unknown' },
  'rsa-key-small': { why: 'jose demands 2048 bits (RFC 7518 section 3.3); we remark on it.', jose: CANNOT, remark: 'key-rsa-small' },
  'key-for-encryption': { why: 'We remark on `use`; the others refuse the key.', jose: CANNOT, subtle: CANNOT, remark: 'key-for-encryption' },
  'key-of-set-for-encryption': { why: 'jose does not choose such a key from a set, and the browser refuses it.', jose: CANNOT, subtle: CANNOT, remark: 'key-for-encryption' },
  'key-ops': { why: 'We remark on `key_ops`; the others refuse the key.', jose: CANNOT, subtle: CANNOT, remark: 'key-ops-differ' },
  'key-alg': { why: 'We remark on `alg`; the others refuse the key.', jose: CANNOT, subtle: CANNOT, remark: 'key-alg-differs' },
  'key-private': { why: 'We take the public part of a private key, and remark on it; the others refuse it.', jose: CANNOT, subtle: CANNOT, remark: 'key-is-private' },
  'kid-differs': { why: 'We try all keys of a set, and remark on `kid`; jose takes only the one that is named.', jose: DOES_NOT_FIT, remark: 'kid-differs' },
  'key-form': { why: 'We read this form of a key; the others do not.', jose: CANNOT, subtle: CANNOT },
  'key-ops-twice': { why: 'One operation twice is no contradiction to us; RFC 7517 section 4.3 forbids it, and the others refuse the key.', jose: CANNOT, subtle: CANNOT },
  'key-ops-unknown': { why: 'RFC 7517 section 4.3 allows other names; Node refuses them.', jose: CANNOT },
  'key-of-no-use': { why: 'With an exponent of 1 or an even modulus there is no RSA key. Node takes it, and then nothing fits.', jose: DOES_NOT_FIT },
  'secret-empty': { why: 'The empty secret is one of those that anyone can sign with, and so it fits. WebCrypto takes none.', whose: 'public', jose: CANNOT, subtle: CANNOT },
  'key-small-order': { why: 'The mathematics fits, and a remark says that it would fit any text. Node refuses such keys since its pull request 64026.', jose: SMALL_ORDER_IN_NODE, remark: 'key-small-order' },
  'certificate': { why: 'The browser reads no certificates.', subtle: CANNOT },
  'key-leading-zero': { why: 'RFC 7518 section 6.3.1.1 leaves the zero out. We remark on it, and Node reads it; Chromium refuses it.', subtle: CANNOT, remark: 'key-leading-zero' },
  'key-padded': { why: 'RFC 7515 section 2 leaves the padding out. We remark on it, and jose reads it; Chromium refuses it.', subtle: CANNOT, remark: 'key-not-base64url' },
  'key-coordinate-length': { why: 'RFC 7518 section 6.2.1.2 asks for the full length. We remark on a shorter one, and Node reads it; Chromium refuses it.', subtle: CANNOT, remark: 'key-coordinate-length' },
  'pem-as-secret': { why: 'We say that the public key was used as the secret, so that the signature does not fit; the others refuse the key.', jose: CANNOT, subtle: CANNOT },
};

/** What `who` says of a case when all is well. */
export function expected({ verdict, differs }, who) {
  return DIFFERENCES[differs]?.[who] ?? verdict;
}

const SIGNATURE_FAILED = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
const SEVERAL_KEYS = 'ERR_JWKS_MULTIPLE_MATCHING_KEYS';

/** What jose says of a token with the text of a key. */
export async function verdictOfJose({ token, key }) {
  try {
    const jws = token.startsWith('{') ? JSON.parse(token) : token;
    const verify = typeof jws === 'string' ? jose.compactVerify : jws.signatures ? jose.generalVerify : jose.flattenedVerify;
    const { alg } = headersOf(token)[0];
    try {
      await verify(jws, await keyForJose(key, alg));
    } catch (error) {
      if (error.code !== SEVERAL_KEYS) throw error;
      // As its documentation says: try each.
      for await (const one of error) {
        const outcome = await verify(jws, one).then(() => FITS, failure);
        if (outcome === FITS) return FITS;
      }
      return DOES_NOT_FIT;
    }
    return FITS;
  } catch (error) {
    return failure(error);
  }
}

function failure(error) {
  return error.code === SIGNATURE_FAILED ? DOES_NOT_FIT : CANNOT;
}

async function keyForJose(text, alg) {
  const json = jsonOf(text);
  if (json?.keys) return jose.createLocalJWKSet(json);
  if (json) return json;
  if (text.includes('BEGIN CERTIFICATE')) return jose.importX509(text, alg);
  if (text.includes('BEGIN PRIVATE KEY')) return jose.importPKCS8(text, alg);
  if (text.includes('-----BEGIN')) return jose.importSPKI(text, alg);
  return new TextEncoder().encode(text);
}

function jsonOf(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** What is signed in a token, its header, and its signature as text; one for each signature. */
function signaturesOf(token) {
  const jws = jsonOf(token);
  if (!jws) {
    const [header, payload, signature] = token.split('.');
    return [{ input: `${header}.${payload}`, protectedHeader: header, signature }];
  }
  return (jws.signatures ?? [jws]).map((one) => ({
    input: `${one.protected ?? ''}.${jws.payload}`,
    protectedHeader: one.protected,
    header: one.header,
    signature: one.signature,
  }));
}

function headersOf(token) {
  return signaturesOf(token).map(({ protectedHeader, header }) => ({
    ...(protectedHeader ? JSON.parse(Buffer.from(protectedHeader, 'base64url')) : {}),
    ...header,
  }));
}

/** What the browser is asked: by these rules, does this signature over this text fit one of these keys? */
export function questionForSubtle({ token, key }) {
  const [{ input, signature }] = signaturesOf(token);
  const isBase64url = /^[\w-]*={0,2}$/.test(signature) && signature.replace(/=+$/, '').length % 4 !== 1;
  return {
    input,
    signature: isBase64url ? Buffer.from(signature, 'base64url').toString('base64') : null,
    rule: RULES[headersOf(token)[0].alg] ?? null,
    keys: keysForSubtle(key),
  };
}

function keysForSubtle(text) {
  const json = jsonOf(text);
  if (json) return (json.keys ?? [json]).map((jwk) => ({ format: 'jwk', jwk }));
  const spki = /^-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----\s*$/.exec(text);
  if (spki) return [{ format: 'spki', base64: spki[1].replace(/\s/g, '') }];
  return text.includes('-----BEGIN') ? [] : [{ format: 'raw', base64: Buffer.from(text).toString('base64') }];
}

const hmac = (bits) => ({ importing: { name: 'HMAC', hash: `SHA-${bits}` }, verifying: { name: 'HMAC' } });
const pkcs1 = (bits) => ({ importing: { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${bits}` }, verifying: { name: 'RSASSA-PKCS1-v1_5' } });
const pss = (bits) => ({ importing: { name: 'RSA-PSS', hash: `SHA-${bits}` }, verifying: { name: 'RSA-PSS', saltLength: bits / 8 } });
const ecdsa = (namedCurve, bits) => ({ importing: { name: 'ECDSA', namedCurve }, verifying: { name: 'ECDSA', hash: `SHA-${bits}` } });
const named = (name) => ({ importing: { name }, verifying: { name } });

/** By `alg`, what the browser wants to know. */
const RULES = {
  HS256: hmac(256),
  HS384: hmac(384),
  HS512: hmac(512),
  RS256: pkcs1(256),
  RS384: pkcs1(384),
  RS512: pkcs1(512),
  PS256: pss(256),
  PS384: pss(384),
  PS512: pss(512),
  ES256: ecdsa('P-256', 256),
  ES384: ecdsa('P-384', 384),
  ES512: ecdsa('P-521', 512),
  EdDSA: named('Ed25519'),
  Ed25519: named('Ed25519'),
  'ML-DSA-44': named('ML-DSA-44'),
  'ML-DSA-65': named('ML-DSA-65'),
  'ML-DSA-87': named('ML-DSA-87'),
};

/** Runs in the page: the verdict on each question. */
export async function askSubtle(questions) {
  const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const verdict = async ({ input, signature, rule, keys }) => {
    if (signature === null || rule === null) return 'cannot-be-checked';
    let found = 'cannot-be-checked';
    for (const { format, jwk, base64 } of keys) {
      try {
        const key = await crypto.subtle.importKey(format, jwk ?? bytes(base64), rule.importing, false, ['verify']);
        if (await crypto.subtle.verify(rule.verifying, key, bytes(signature), new TextEncoder().encode(input))) return 'fits';
        found = 'does-not-fit';
      } catch {
        // A key that it refuses.
      }
    }
    return found;
  };
  const verdicts = [];
  for (const question of questions) verdicts.push(await verdict(question));
  return verdicts;
}
