// Some hundreds of signed tokens, good and bad, each with the text of a key and with the verdict that follows from how it was
// made. Signed by node:crypto with the keys of tests/data/keys, so that no JOSE library has a hand in them.

import { constants, createHash, createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { CANNOT, DOES_NOT_FIT, FITS } from './second_opinions.mjs';
import { base64url } from './tokens.mjs';

const keyFile = (name) => readFileSync(new URL(`../data/keys/${name}`, import.meta.url), 'utf8');
const publicJwk = (key) => createPublicKey(key).export({ format: 'jwk' });
const spkiPem = (key) => createPublicKey(key).export({ format: 'pem', type: 'spki' });
const secretOf = (text) => createHash('sha512').update(text).digest();

/** Of each type, the key that signs, and another one that is new in each run. */
const PAIRS = {
  secret: [secretOf('the secret of these tests'), secretOf('another secret of these tests')],
  rsa: [createPrivateKey(keyFile('rsa.pkcs8.pem')), generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
  p256: [createPrivateKey(keyFile('p256.pkcs8.pem')), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
  p384: [createPrivateKey(keyFile('p384.pkcs8.pem')), generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
  p521: [createPrivateKey(keyFile('p521.pkcs8.pem')), generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey],
  ed25519: [createPrivateKey(keyFile('ed25519.pkcs8.pem')), generateKeyPairSync('ed25519').privateKey],
};

/** The order of the curve's group: SP 800-186 section 3.2.1. */
const ORDERS = {
  p256: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  p384: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  p521: BigInt(`0x1${'f'.repeat(65)}a51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409`),
};

const hmac = (hash) => ({ type: 'secret', hash });
const pkcs1 = (hash) => ({ type: 'rsa', hash });
const pss = (hash, salt) => ({ type: 'rsa', hash, salt });
const ecdsa = (type, hash, half) => ({ type, hash, half });
const eddsa = { type: 'ed25519', hash: null };

/** How each algorithm signs: RFC 7518 section 3, RFC 8037, RFC 9864. */
const RULES = {
  HS256: hmac('sha256'),
  HS384: hmac('sha384'),
  HS512: hmac('sha512'),
  RS256: pkcs1('sha256'),
  RS384: pkcs1('sha384'),
  RS512: pkcs1('sha512'),
  PS256: pss('sha256', 32),
  PS384: pss('sha384', 48),
  PS512: pss('sha512', 64),
  ES256: ecdsa('p256', 'sha256', 32),
  ES384: ecdsa('p384', 'sha384', 48),
  ES512: ecdsa('p521', 'sha512', 66),
  EdDSA: eddsa,
  Ed25519: eddsa,
};

function signatureOver(input, { type, hash, salt, dsaEncoding = 'ieee-p1363' }, key) {
  const bytes = Buffer.from(input);
  if (type === 'secret') return createHmac(hash, key).update(bytes).digest();
  const padding = salt === undefined ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt };
  return sign(hash, bytes, { key, dsaEncoding, ...padding });
}

const CLAIMS = { iss: 'https://login.example.com', sub: 'reader', exp: 1795827000 };
const text = (part) => (typeof part === 'string' || part instanceof Uint8Array ? part : JSON.stringify(part));

/** The three parts of a token as they are written, signed as `rule` has it. */
function signed(alg, { header = { alg, typ: 'JWT' }, payload = CLAIMS, rule = RULES[alg], key = PAIRS[rule.type][0], encode = base64url } = {}) {
  const parts = { header: encode(text(header)), payload: encode(text(payload)) };
  return { ...parts, signature: signatureOver(`${parts.header}.${parts.payload}`, rule, key) };
}

const written = ({ header, payload, signature }) => `${header}.${payload}.${typeof signature === 'string' ? signature : base64url(signature)}`;
const token = (alg, making) => written(signed(alg, making));

/** The text of a public key or secret as JWK. */
function keyText(type, more = {}, at = 0) {
  const key = PAIRS[type][at];
  return JSON.stringify({ ...(type === 'secret' ? { kty: 'oct', k: base64url(key) } : publicJwk(key)), ...more });
}

const flipped = (bytes, bit) => bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));
const numbers = (signature, half) => [signature.subarray(0, half), signature.subarray(half)];
const number = (bytes) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (value, length) => Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');

/** What may happen to any token after it was signed. */
const DAMAGES = {
  'first bit of the signature': ({ signature }) => ({ signature: flipped(signature, 0) }),
  'middle bit of the signature': ({ signature }) => ({ signature: flipped(signature, signature.length * 4) }),
  'last bit of the signature': ({ signature }) => ({ signature: flipped(signature, signature.length * 8 - 1) }),
  'other claims': () => ({ payload: base64url(JSON.stringify({ ...CLAIMS, sub: 'someone else' })) }),
  'another header': ({ header }) => ({ header: base64url(`${Buffer.from(header, 'base64url')} `) }),
  'signature cut by a byte': ({ signature }) => ({ signature: signature.subarray(0, -1) }),
  'half a signature': ({ signature }) => ({ signature: signature.subarray(0, signature.length / 2) }),
  'a byte behind the signature': ({ signature }) => ({ signature: Buffer.concat([signature, Buffer.alloc(1)]) }),
  'a zero byte in front of the signature': ({ signature }) => ({ signature: Buffer.concat([Buffer.alloc(1), signature]) }),
  'a signature of zeros': ({ signature }) => ({ signature: Buffer.alloc(signature.length) }),
  'a signature of ones': ({ signature }) => ({ signature: Buffer.alloc(signature.length, 0xff) }),
};

/** Payloads of any bytes, and headers as others write them. */
const UNUSUAL = {
  'a payload of every byte': { payload: Uint8Array.from({ length: 256 }, (_, byte) => byte) },
  'a payload of one byte': { payload: Uint8Array.of(0) },
  'a payload that is text': { payload: 'Grüße, not JSON ✓' },
  'claims with line ends and spaces': { payload: JSON.stringify(CLAIMS, null, '\t').replace(/\n/g, '\r\n') },
  'a member twice': { payload: '{"sub":"a","sub":"b"}' },
  'a long payload': { payload: { ...CLAIMS, long: 'x'.repeat(150) } },
};

const otherHashes = (hash) => ['sha256', 'sha384', 'sha512'].filter((other) => other !== hash);

/** Cases of each algorithm. */
function* ofEachAlgorithm() {
  for (const [alg, rule] of Object.entries(RULES)) {
    const { type, hash } = rule;
    const key = keyText(type);
    yield { name: `${alg}, as it should be`, token: token(alg), key, verdict: FITS };
    yield { name: `${alg}, header with white space and order of its own`, token: token(alg, { header: `{ "typ" : "JWT",\r\n "alg":"${alg}" }` }), key, verdict: FITS };
    for (const [name, unusual] of Object.entries(UNUSUAL)) yield { name: `${alg}, ${name}`, token: token(alg, unusual), key, verdict: FITS };
    for (const [name, damage] of Object.entries(DAMAGES)) {
      const whole = signed(alg);
      yield { name: `${alg}, ${name}`, token: written({ ...whole, ...damage(whole) }), key, verdict: DOES_NOT_FIT };
    }
    yield { name: `${alg}, another key`, token: token(alg), key: keyText(type, {}, 1), verdict: DOES_NOT_FIT };
    yield { name: `${alg}, no signature`, token: written({ ...signed(alg), signature: '' }), key, verdict: DOES_NOT_FIT, differs: 'no-signature' };
    if (hash) {
      for (const other of otherHashes(hash)) {
        const salt = rule.salt && { sha256: 32, sha384: 48, sha512: 64 }[other];
        yield { name: `${alg}, signed with ${other}`, token: token(alg, { rule: { ...rule, hash: other, salt } }), key, verdict: DOES_NOT_FIT };
      }
    }
    const jws = flattened(alg);
    yield { name: `${alg}, flattened JSON`, token: JSON.stringify(jws), key, verdict: FITS };
    yield { name: `${alg}, flattened JSON with other claims`, token: JSON.stringify({ ...jws, payload: base64url('{"sub":"x"}') }), key, verdict: DOES_NOT_FIT };
  }
}

function flattened(alg) {
  const { header, payload, signature } = signed(alg);
  return { payload, protected: header, signature: base64url(signature) };
}

/** What only happens to RSA. */
function* ofRsa() {
  const key = keyText('rsa');
  for (const bits of [256, 384, 512]) {
    const hash = `sha${bits}`;
    yield { name: `PS${bits} in the header, signed as RS${bits}`, token: token(`PS${bits}`, { rule: pkcs1(hash) }), key, verdict: DOES_NOT_FIT };
    yield { name: `RS${bits} in the header, signed as PS${bits}`, token: token(`RS${bits}`, { rule: pss(hash, bits / 8) }), key, verdict: DOES_NOT_FIT };
    for (const salt of [0, 20, bits / 8 - 1, bits / 8 + 1]) {
      yield { name: `PS${bits}, a salt of ${salt} bytes`, token: token(`PS${bits}`, { rule: pss(hash, salt) }), key, verdict: DOES_NOT_FIT };
    }
  }
  for (const bits of [1024, 3072]) {
    const pair = generateKeyPairSync('rsa', { modulusLength: bits }).privateKey;
    const [small, differs] = [JSON.stringify(publicJwk(pair)), bits < 2048 ? 'rsa-key-small' : undefined];
    for (const alg of ['RS256', 'PS256']) {
      const whole = signed(alg, { key: pair });
      yield { name: `${alg}, a key of ${bits} bits`, token: written(whole), key: small, verdict: FITS, differs };
      const other = { ...whole, payload: base64url('{}') };
      yield { name: `${alg}, a key of ${bits} bits and other claims`, token: written(other), key: small, verdict: DOES_NOT_FIT, differs };
    }
  }
  const cubed = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).privateKey;
  yield { name: 'RS256, an exponent of 3', token: token('RS256', { key: cubed }), key: JSON.stringify(publicJwk(cubed)), verdict: FITS };
  const { n } = publicJwk(PAIRS.rsa[0]);
  const zero = base64url(Buffer.concat([Buffer.alloc(1), Buffer.from(n, 'base64url')]));
  yield { name: 'RS256, a zero in front of the modulus', token: token('RS256'), key: keyText('rsa', { n: zero }), verdict: FITS, differs: 'key-leading-zero' };
  const modulus = Buffer.from(n, 'base64url');
  yield { name: 'RS256, an exponent of 1', token: token('RS256'), key: keyText('rsa', { e: 'AQ' }), verdict: CANNOT, differs: 'key-of-no-use' };
  yield { name: 'RS256, an even modulus', token: token('RS256'), key: keyText('rsa', { n: base64url(flipped(modulus, modulus.length * 8 - 1)) }), verdict: CANNOT, differs: 'key-of-no-use' };
  const forPss = generateKeyPairSync('rsa-pss', { modulusLength: 2048, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256', saltLength: 32 }).privateKey;
  yield { name: 'PS256, SPKI that is for PSS alone', token: token('PS256', { key: forPss }), key: spkiPem(forPss), verdict: FITS, differs: 'key-form' };
}

/** What only happens to ECDSA. */
function* ofEcdsa() {
  for (const [alg, { type, hash, half }] of Object.entries(RULES).filter(([, rule]) => rule.half)) {
    const key = keyText(type);
    const whole = signed(alg);
    const [r, s] = numbers(whole.signature, half);
    const order = ORDERS[type];
    const changed = (name, signature, verdict = DOES_NOT_FIT) => ({ name: `${alg}, ${name}`, token: written({ ...whole, signature }), key, verdict });
    const concat = (...parts) => Buffer.concat(parts);
    yield { name: `${alg}, DER`, token: token(alg, { rule: { type, hash, dsaEncoding: 'der' } }), key, verdict: DOES_NOT_FIT };
    yield changed('r and s swapped', concat(s, r));
    yield changed('the other s that fits', concat(r, bytesOf(order - number(s), half)), FITS);
    yield changed('the other r', concat(bytesOf(order - number(r), half), s));
    yield changed('r of 0', concat(Buffer.alloc(half), s));
    yield changed('s of 0', concat(r, Buffer.alloc(half)));
    yield changed('r and s as large as the order', concat(bytesOf(order, half), bytesOf(order, half)));
    yield changed('a zero byte in front of each number', concat(Buffer.alloc(1), r, Buffer.alloc(1), s));
    yield changed('r alone', r);
  }
  yield { name: 'ES256, a point beside the curve', token: token('ES256'), key: keyText('p256', { y: publicJwk(PAIRS.p256[0]).x }), verdict: CANNOT };
  yield { name: 'ES256, a compressed key', token: token('ES256'), key: keyFile('p256.spki-compressed.pem'), verdict: FITS };
  // About half of all keys on P-521 begin with a zero.
  let short;
  do short = generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey;
  while (Buffer.from(publicJwk(short).x, 'base64url')[0] !== 0);
  const jwk = publicJwk(short);
  const x = base64url(Buffer.from(jwk.x, 'base64url').subarray(1));
  yield { name: 'ES512, x without its first zero', token: token('ES512', { key: short }), key: JSON.stringify({ ...jwk, x }), verdict: FITS, differs: 'key-coordinate-length' };
}

/** What only happens to Ed25519. */
function* ofEd25519() {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const key = keyText('ed25519');
  const whole = signed('EdDSA');
  const s = number(Buffer.from(whole.signature.subarray(32)).reverse());
  const larger = Buffer.concat([whole.signature.subarray(0, 32), bytesOf(s + order, 32).reverse()]);
  yield { name: 'EdDSA, S beyond the order', token: written({ ...whole, signature: larger }), key, verdict: DOES_NOT_FIT };
  // The neutral point, which with S = 0 and R the neutral point fits any text.
  const neutral = Buffer.concat([Buffer.of(1), Buffer.alloc(31)]);
  const small = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: base64url(neutral) });
  const any = Buffer.concat([neutral, Buffer.alloc(32)]);
  yield { name: 'EdDSA, a key of small order', token: written({ ...whole, signature: any }), key: small, verdict: FITS, differs: 'key-small-order' };
  yield { name: 'EdDSA, a key of small order and another signature', token: written(whole), key: small, verdict: DOES_NOT_FIT };
  yield { name: 'EdDSA, a key of 31 bytes', token: written(whole), key: keyText('ed25519', { x: base64url(Buffer.alloc(31, 7)) }), verdict: CANNOT };
}

/** What only happens to secrets. */
function* ofSecrets() {
  const SECRETS = {
    'a secret of one byte': '!',
    'a short secret': 'correct horse',
    'a long secret': 'many words '.repeat(20) + 'end',
    'a secret that is not ASCII': 'Schlüssel – ключ 🔑',
    'a secret that looks like base64': 'c2VjcmV0IG9mIHRoZXNlIHRlc3Rz',
    'a secret that looks like hexadecimal': '00112233445566778899aabbccddeeff',
    'a secret that looks like a setting': 'NAME=value of it',
  };
  for (const [name, secret] of Object.entries(SECRETS)) {
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      const making = { key: Buffer.from(secret) };
      yield { name: `${alg}, ${name}`, token: token(alg, making), key: secret, verdict: FITS };
      yield { name: `${alg}, ${name}, and other claims`, token: written({ ...signed(alg, making), payload: base64url('{}') }), key: secret, verdict: DOES_NOT_FIT };
    }
  }
  const bytes = PAIRS.secret[0];
  for (const form of ['hex', 'base64', 'base64url']) {
    yield { name: `HS256, the secret as ${form}`, token: token('HS256'), key: bytes.toString(form), verdict: DOES_NOT_FIT };
  }
  yield { name: 'HS256, a padded `k`', token: token('HS256'), key: keyText('secret', { k: `${base64url(bytes)}==` }), verdict: FITS, differs: 'key-padded' };
  yield { name: 'HS256, a secret for RS256', token: token('RS256'), key: 'a secret of mine', verdict: CANNOT };
  yield { name: 'HS256, use: enc', token: token('HS256'), key: keyText('secret', { use: 'enc' }), verdict: FITS, differs: 'key-for-encryption' };
  yield { name: 'HS256, alg: HS512', token: token('HS256'), key: keyText('secret', { alg: 'HS512' }), verdict: FITS, differs: 'key-alg' };
  yield { name: 'HS256, key_ops: sign', token: token('HS256'), key: keyText('secret', { key_ops: ['sign'] }), verdict: FITS, differs: 'key-ops' };
  yield { name: 'HS256, an empty secret', token: token('HS256', { key: '' }), key: keyText('secret', { k: '' }), verdict: FITS, differs: 'secret-empty' };
  for (const name of ['rsa.spki.pem', 'p256.spki.pem', 'ed25519.spki.pem']) {
    const pem = keyFile(name);
    yield { name: `HS256 with the text of ${name} as its secret`, token: token('HS256', { key: Buffer.from(pem) }), key: pem, verdict: DOES_NOT_FIT, differs: 'pem-as-secret' };
  }
}

/** What a key says of itself, and the forms in which it may come. The files have the names of the types. */
function* ofKeys() {
  const ALGS = { RS256: 'rsa', PS384: 'rsa', ES256: 'p256', ES384: 'p384', ES512: 'p521', EdDSA: 'ed25519' };
  for (const [alg, type] of Object.entries(ALGS)) {
    const good = token(alg);
    const bad = written({ ...signed(alg), payload: base64url('{}') });
    const one = (name, key, verdict, differs, of = good) => ({ name: `${alg}, ${name}`, token: of, key, verdict, differs });
    const pem = keyFile(`${type}.spki.pem`);
    yield one('SPKI', pem, FITS);
    yield one('SPKI, and other claims', pem, DOES_NOT_FIT, undefined, bad);
    yield one('SPKI of another key', spkiPem(PAIRS[type][1]), DOES_NOT_FIT);
    yield one('a private key in PKCS #8', keyFile(`${type}.pkcs8.pem`), FITS, 'key-private');
    yield one('a private key as JWK', JSON.stringify(PAIRS[type][0].export({ format: 'jwk' })), FITS, 'key-private');
    yield one('use: sig', keyText(type, { use: 'sig', alg, kid: 'a' }), FITS);
    yield one('use: enc', keyText(type, { use: 'enc' }), FITS, 'key-for-encryption');
    yield one('key_ops: verify', keyText(type, { key_ops: ['verify'] }), FITS);
    yield one('key_ops: encrypt', keyText(type, { key_ops: ['encrypt'] }), FITS, 'key-ops');
    const other = alg === 'EdDSA' ? 'ES256' : alg.replace(/\d+$/, (bits) => (bits === '512' ? '256' : '512'));
    yield one('key_ops: verify twice', keyText(type, { key_ops: ['verify', 'verify'] }), FITS, 'key-ops-twice');
    yield one('key_ops: verify and a name of its own', keyText(type, { key_ops: ['verify', 'x'] }), FITS, 'key-ops-unknown');
    yield one(`alg: ${other}`, keyText(type, { alg: other }), FITS, 'key-alg');

    const named = (kid, at, more = {}) => JSON.parse(keyText(type, { kid, ...more }, at));
    const set = (...keys) => JSON.stringify({ keys });
    const withKid = token(alg, { header: { alg, kid: 'mine' } });
    yield one('a set of one', set(named('mine', 0)), FITS);
    yield one('a set, the second key fits', set(named('other', 1), named('mine', 0)), FITS, undefined, withKid);
    yield one('a set, no `kid` in the token', set(named('other', 1), named('mine', 0)), FITS);
    yield one('a set, the token names another key', set(named('mine', 1), named('other', 0)), FITS, 'kid-differs', withKid);
    yield one('a set, and the right key is missing', set(named('mine', 1)), DOES_NOT_FIT, undefined, withKid);
    yield one('a set, and its key is for encryption', set(named('mine', 0, { use: 'enc' })), FITS, 'key-of-set-for-encryption', withKid);
    yield one('unknown crit', pem, FITS, 'crit-unknown', token(alg, { header: { alg, crit: ['exp-ms'], 'exp-ms': 1 } }));
  }
  for (const name of ['rsa', 'p256', 'ed25519']) {
    const alg = { rsa: 'RS256', p256: 'ES256', ed25519: 'EdDSA' }[name];
    yield { name: `${alg}, a certificate`, token: token(alg), key: keyFile(`${name}.certificate.pem`), verdict: FITS, differs: 'certificate' };
  }
  yield { name: 'RS256, PKCS #1', token: token('RS256'), key: keyFile('rsa.pkcs1-public.pem'), verdict: FITS, differs: 'key-form' };
  yield { name: 'RS256, OpenSSH', token: token('RS256'), key: keyFile('rsa.openssh.pub'), verdict: FITS, differs: 'key-form' };
  yield { name: 'ES256, SPKI with CRLF', token: token('ES256'), key: keyFile('p256.spki.pem').replace(/\n/g, '\r\n'), verdict: FITS };
  const crossed = [['RS256', 'p256'], ['ES256', 'p384'], ['ES256', 'rsa'], ['EdDSA', 'p256'], ['HS256', 'rsa'], ['ES256', 'ed25519']];
  for (const [alg, type] of crossed) {
    yield { name: `${alg}, a key of type ${type}`, token: token(alg), key: keyText(type), verdict: CANNOT };
  }
}

/** How parts may be written. */
function* ofTexts() {
  for (const alg of ['HS256', 'RS256', 'ES256', 'EdDSA']) {
    const key = keyText(RULES[alg].type);
    const whole = signed(alg);
    const padded = signed(alg, { encode: (part) => Buffer.from(part).toString('base64').replace(/\+/g, '-').replace(/\//g, '_') });
    yield { name: `${alg}, signed with the padding`, token: written(padded), key, verdict: FITS };
    yield { name: `${alg}, signed with the padding, which was taken away`, token: written(padded).replace(/=/g, ''), key, verdict: DOES_NOT_FIT };
    const signature = base64url(whole.signature);
    // One character more than bytes make.
    const odd = `${signature.slice(0, signature.length - (signature.length % 4))}A`;
    yield { name: `${alg}, a signature that is no base64url`, token: written({ ...whole, signature: odd }), key, verdict: DOES_NOT_FIT, differs: 'signature-not-base64url' };
    const standard = signed(alg, { ...UNUSUAL['a payload of every byte'], encode: (part) => Buffer.from(part).toString('base64').replace(/=/g, '') });
    yield { name: `${alg}, a payload in the other alphabet`, token: written(standard), key, verdict: FITS, differs: 'payload-not-base64url' };
    const detached = signed(alg, { payload: '' });
    yield { name: `${alg}, an empty payload`, token: written(detached), key, verdict: FITS };
    yield { name: `${alg}, a payload that was taken out`, token: written({ ...whole, payload: '' }), key, verdict: DOES_NOT_FIT, differs: 'payload-detached' };
    const general = JSON.stringify({ payload: whole.payload, signatures: [{ protected: whole.header, signature }] });
    yield { name: `${alg}, general JSON`, token: general, key, verdict: FITS };
    const unprotected = signatureOver(`.${whole.payload}`, RULES[alg], PAIRS[RULES[alg].type][0]);
    yield { name: `${alg}, alg in the unprotected header`, token: JSON.stringify({ payload: whole.payload, header: { alg }, signature: base64url(unprotected) }), key, verdict: FITS };
    const plain = { header: base64url(JSON.stringify({ alg, b64: false, crit: ['b64'] })), payload: 'plain text' };
    const plainSignature = signatureOver(`${plain.header}.${plain.payload}`, RULES[alg], PAIRS[RULES[alg].type][0]);
    yield { name: `${alg}, an unencoded payload`, token: JSON.stringify({ payload: plain.payload, protected: plain.header, signature: base64url(plainSignature) }), key, verdict: FITS };
  }
}

/** What happens to ML-DSA. */
function* ofMlDsa() {
  for (const size of [44, 65, 87]) {
    const alg = `ML-DSA-${size}`;
    const [own, other] = [0, 1].map(() => generateKeyPairSync(alg.toLowerCase()).privateKey);
    const key = JSON.stringify(publicJwk(own));
    const whole = signed(alg, { rule: { hash: null }, key: own });
    yield { name: `${alg}, as it should be`, token: written(whole), key, verdict: FITS };
    yield { name: `${alg}, other claims`, token: written({ ...whole, payload: base64url('{}') }), key, verdict: DOES_NOT_FIT };
    // They are long, and the shortest one is enough for the rest.
    if (size > 44) continue;
    for (const name of ['first bit of the signature', 'middle bit of the signature', 'signature cut by a byte', 'a byte behind the signature', 'a signature of zeros']) {
      yield { name: `${alg}, ${name}`, token: written({ ...whole, ...DAMAGES[name](whole) }), key, verdict: DOES_NOT_FIT };
    }
    yield { name: `${alg}, another key`, token: written(whole), key: JSON.stringify(publicJwk(other)), verdict: DOES_NOT_FIT };
  }
}

/** Tokens of ML-DSA, which Node can sign since 24.7. */
export function mlDsaTokens() {
  return [...ofMlDsa()];
}

/** All others. Their names are different. */
export function signedTokens() {
  return [ofEachAlgorithm, ofRsa, ofEcdsa, ofEd25519, ofSecrets, ofKeys, ofTexts].flatMap((cases) => [...cases()]);
}
