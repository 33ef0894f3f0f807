import * as jose from 'jose'
import crypto from 'node:crypto'
import fs from 'node:fs'
const b64u = (b) => Buffer.from(b).toString('base64url')
// Writes vectors.json: `npm install jose@6.2.18 && node make.mjs`.
const out = []
const text = JSON.stringify({ sub: 'reader', note: 'grüße' })
const plaintext = new TextEncoder().encode(text)
const encs = ['A128GCM', 'A192GCM', 'A256GCM', 'A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512']
const size = { A128GCM: 16, A192GCM: 24, A256GCM: 32, 'A128CBC-HS256': 32, 'A192CBC-HS384': 48, 'A256CBC-HS512': 64 }
const rsa = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 })
const rsaJwk = rsa.privateKey.export({ format: 'jwk' })
const ec = {}
for (const crv of ['P-256', 'P-384', 'P-521']) ec[crv] = crypto.generateKeyPairSync('ec', { namedCurve: crv })
ec.X25519 = crypto.generateKeyPairSync('x25519')
ec.X448 = crypto.generateKeyPairSync('x448')
const oct = { 16: crypto.randomBytes(16), 24: crypto.randomBytes(24), 32: crypto.randomBytes(32) }
const keys = { rsa: rsaJwk }
for (const [n, p] of Object.entries(ec)) keys[n] = p.privateKey.export({ format: 'jwk' })
for (const n of [16, 24, 32]) keys['oct' + n] = { kty: 'oct', k: b64u(oct[n]) }
keys.password = { password: 'correct horse battery staple' }
const add = (name, key, token, plain = text) => out.push({ name, key, token, plaintext: plain })
// by hand: the content encryption of RFC 7518 sections 5.2 and 5.3 with node:crypto
function seal(header, cek, encryptedKey, enc = header.enc, plain = plaintext) {
  const prot = b64u(JSON.stringify(header))
  const aad = Buffer.from(prot)
  let iv, ct, tag
  if (enc.endsWith('GCM')) {
    iv = crypto.randomBytes(12)
    const c = crypto.createCipheriv('aes-' + cek.length * 8 + '-gcm', cek, iv)
    c.setAAD(aad)
    ct = Buffer.concat([c.update(plain), c.final()]); tag = c.getAuthTag()
  } else {
    const half = cek.length / 2
    iv = crypto.randomBytes(16)
    const c = crypto.createCipheriv('aes-' + half * 8 + '-cbc', cek.subarray(half), iv)
    ct = Buffer.concat([c.update(plain), c.final()])
    const al = Buffer.alloc(8); al.writeBigUInt64BE(BigInt(aad.length * 8))
    tag = crypto.createHmac('sha' + half * 16, cek.subarray(0, half)).update(Buffer.concat([aad, iv, ct, al])).digest().subarray(0, half)
  }
  return [prot, b64u(encryptedKey), b64u(iv), b64u(ct), b64u(tag)].join('.')
}
const ctrl = []
for (const enc of encs) {
  const cek = crypto.randomBytes(size[enc])
  keys['dir-' + enc] = { kty: 'oct', k: b64u(cek) }
  add('dir ' + enc, 'dir-' + enc, await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg: 'dir', enc }).encrypt(cek))
  for (const alg of ['RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'])
    add(alg + ' ' + enc, 'rsa', await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg, enc }).encrypt(rsa.publicKey))
  {
    const c = crypto.randomBytes(size[enc])
    add('RSA1_5 ' + enc, 'rsa', seal({ alg: 'RSA1_5', enc }, c, crypto.publicEncrypt({ key: rsa.publicKey, padding: crypto.constants.RSA_PKCS1_PADDING }, c)))
  }
  for (const [n, bits] of [[16, 128], [24, 192], [32, 256]])
    for (const alg of [`A${bits}KW`, `A${bits}GCMKW`])
      add(alg + ' ' + enc, 'oct' + n, await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg, enc }).encrypt(oct[n]))
  for (const crv of ['P-256', 'P-384', 'P-521', 'X25519'])
    for (const alg of ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'])
      add(`${alg} ${crv} ${enc}`, crv, await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg, enc }).encrypt(ec[crv].publicKey))
  for (const alg of ['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW'])
    add(alg + ' ' + enc, 'password', await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg, enc }).setKeyManagementParameters({ p2c: 1000 }).encrypt(new TextEncoder().encode(keys.password.password)))
  // X448, which jose leaves out: agreement and Concat KDF by hand
  for (const alg of ['ECDH-ES', 'ECDH-ES+A256KW']) {
    const eph = crypto.generateKeyPairSync('x448')
    const z = crypto.diffieHellman({ privateKey: eph.privateKey, publicKey: ec.X448.publicKey })
    const { crv, kty, x } = eph.publicKey.export({ format: 'jwk' })
    const header = { alg, enc, epk: { kty, crv, x } }
    const len = alg === 'ECDH-ES' ? size[enc] : 32
    const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b }
    const id = Buffer.from(alg === 'ECDH-ES' ? enc : alg)
    const info = Buffer.concat([u32(id.length), id, u32(0), u32(0), u32(len * 8)])
    let k = Buffer.alloc(0)
    for (let i = 1; k.length < len; i++) k = Buffer.concat([k, crypto.createHash('sha256').update(Buffer.concat([u32(i), z, info])).digest()])
    k = k.subarray(0, len)
    if (alg === 'ECDH-ES') add(`${alg} X448 ${enc}`, 'X448', seal(header, k, Buffer.alloc(0)))
    else {
      const c = crypto.randomBytes(size[enc])
      const w = crypto.createCipheriv('aes256-wrap', k, Buffer.from('A6A6A6A6A6A6A6A6', 'hex'))
      add(`${alg} X448 ${enc}`, 'X448', seal(header, c, Buffer.concat([w.update(c), w.final()])))
    }
  }
}
add('PBES2-HS512+A256KW A256GCM 600000 rounds', 'password', await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' }).setKeyManagementParameters({ p2c: 600000 }).encrypt(new TextEncoder().encode(keys.password.password)))
add('ECDH-ES P-256 A128GCM apu apv', 'P-256', await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' }).setKeyManagementParameters({ apu: new TextEncoder().encode('Alice'), apv: new TextEncoder().encode('Bob') }).encrypt(ec['P-256'].publicKey))
add('zip DEF', 'dir-A256GCM', await new jose.CompactEncrypt(plaintext).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' }).encrypt(Buffer.from(keys['dir-A256GCM'].k, 'base64url')).catch(async () => {
  const zlib = await import('node:zlib')
  return seal({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' }, Buffer.from(keys['dir-A256GCM'].k, 'base64url'), Buffer.alloc(0), 'A256GCM', zlib.deflateRawSync(plaintext))
}))
// halves of A128CBC-HS256 swapped: the writer took the first half for AES and the second for HMAC
{
  const k = Buffer.from(keys['dir-A128CBC-HS256'].k, 'base64url')
  const swapped = Buffer.concat([k.subarray(16), k.subarray(0, 16)])
  add('halves swapped', 'dir-A128CBC-HS256', seal({ alg: 'dir', enc: 'A128CBC-HS256' }, swapped, Buffer.alloc(0)))
}
// RSA-OAEP in the header, SHA-256 by the writer
{
  const c = crypto.randomBytes(32)
  add('OAEP names the other hash', 'rsa', seal({ alg: 'RSA-OAEP', enc: 'A256GCM' }, c, crypto.publicEncrypt({ key: rsa.publicKey, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, c)))
}
// Cookies: next-auth v4 (packages/next-auth/src/jwt) and Auth.js v5 (packages/core/src/jwt.ts) by their documented derivation
const secret = 'a secret that the site keeps to itself'
keys.site = { secret }
const session = { name: 'Reader', email: 'reader@example.com', sub: '42', iat: 1700000000, exp: 1702592000, jti: '3b6b9f0e-6c3a-4b5f-9a0c-1d2e3f405162' }
const hkdf = (salt, info, n) => Buffer.from(crypto.hkdfSync('sha256', secret, salt, info, n))
const jwt = async (enc, key, header = {}) => new jose.EncryptJWT(session).setProtectedHeader({ alg: 'dir', enc, ...header }).encrypt(key)
add('next-auth v4', 'site', await jwt('A256GCM', hkdf('', 'NextAuth.js Generated Encryption Key', 32)), JSON.stringify(session))
for (const salt of ['authjs.session-token', '__Secure-authjs.session-token']) {
  const key = hkdf(salt, `Auth.js Generated Encryption Key (${salt})`, 64)
  const kid = await jose.calculateJwkThumbprint({ kty: 'oct', k: b64u(key) }, 'sha512')
  add('Auth.js v5 ' + salt, 'site', await jwt('A256CBC-HS512', key, { kid }), JSON.stringify(session))
}
// A cookie that the site has given a name of its own
for (const [enc, length] of [['A256CBC-HS512', 64], ['A256GCM', 32]])
  add(`Auth.js v5 my-session ${enc}`, 'site', await jwt(enc, hkdf('my-session', 'Auth.js Generated Encryption Key (my-session)', length)), JSON.stringify(session))
// One line a key and a token
const keyLines = Object.entries(keys).map(([name, key]) => `  ${JSON.stringify(name)}: ${JSON.stringify(key)}`)
const tokenLines = out.map((token) => `  ${JSON.stringify(token)}`)
fs.writeFileSync('vectors.json', `{\n "keys": {\n${keyLines.join(',\n')}\n },\n "tokens": [\n${tokenLines.join(',\n')}\n ]\n}\n`)
console.log(out.length)
