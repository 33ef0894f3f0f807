// Every format of the family is pasted as the standards print it, and shows what it is and what can be known of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW, SECONDS, base64url, idToken, token } from './tokens.mjs';

const { journey } = stage();

const VECTORS = JSON.parse(readFileSync(new URL('../data/rfc-vectors.json', import.meta.url), 'utf8'));

/** The text of the first official vector of a kind. */
function vector(kind) {
  const { token: found } = VECTORS.find((one) => one.kind === kind);
  return typeof found === 'string' ? found : JSON.stringify(found, null, 2);
}

const region = (page, name) => page.getByRole('region', { name, exact: true });

async function show(app, text) {
  await app.pasteWhole(text);
  await app.verdict('Structure').waitFor();
}

async function assertNoSidewaysScrolling(page) {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  assert.ok(scrollWidth <= clientWidth, `${scrollWidth} is wider than ${clientWidth}`);
}

journey('an encrypted token: its parts, their sizes, and no empty claims', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await show(app, vector('jwe-compact'));
  assert.match(await app.sentence.innerText(), /encrypted token \(JWE\)/);
  assert.match(await app.verdict('Encryption').innerText(), /Not decrypted/);
  assert.match(await app.verdict('Time').innerText(), /its claims are encrypted/);
  const content = await region(page, 'Encrypted content').innerText();
  for (const said of ['encrypted key', 'Encrypted to an RSA key of 2048 bits.', 'initialization vector', 'Exactly 63 bytes of content.', 'authentication tag']) {
    assert.ok(content.includes(said), said);
  }
  assert.match(content, /Without the key nobody can read the claims/);
  assert.equal(await app.claims.count(), 0);
  assert.match(await app.row(app.header, 'enc').innerText(), /AES-GCM, 256-bit key/);
});

journey('two signatures: each with its headers and its own verdict', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await show(app, `The answer was:\n${vector('jws-json-general')}\nwhich is odd.`);
  assert.match(await app.verdict('Signature').innerText(), /Not verified\s*2 signatures: RS256, ES256/);
  for (const [number, algorithm] of [[1, 'RS256'], [2, 'ES256']]) {
    const group = region(page, `Signature ${number} of 2`);
    assert.match(await group.innerText(), /Not verified/);
    assert.ok((await group.getByRole('region', { name: `Header ${number}`, exact: true }).innerText()).includes(algorithm));
    assert.match(await group.getByRole('region', { name: `Unprotected header ${number}` }).innerText(), /Nothing protects these parameters/);
    assert.equal(await group.getByRole('region', { name: `Signature ${number}`, exact: true }).count(), 1);
  }
  assert.match(await app.row(app.claims, 'iss').innerText(), /"joe"/);
});

journey('two recipients: each with its header', { date: NOW }, async ({ page, app }) => {
  await show(app, vector('jwe-json-general'));
  assert.match(await region(page, 'Shared header').innerText(), /jku/);
  assert.match(await region(page, 'Recipient 2 of 2').innerText(), /A128KW/);
  assert.match(await region(page, 'Encrypted content').innerText(), /encrypted key 2/);
});

journey('flattened forms', { date: NOW }, async ({ page, app }) => {
  await show(app, vector('jws-json-flattened'));
  assert.equal(await region(page, 'Signature').count(), 1);
  assert.match(await app.verdict('Structure').innerText(), /JSON serialization/);
  await show(app, vector('jwe-json-flattened'));
  await region(page, 'Encrypted content').waitFor();
});

journey('selective disclosure: what was disclosed, what was kept back, and the claims put together', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await show(app, vector('sd-jwt+kb'));
  assert.match(await app.sentence.innerText(), /selective disclosure \(SD-JWT\)/);
  const disclosures = region(page, 'Disclosures');
  assert.equal(await disclosures.getByRole('listitem').count(), 4);
  assert.match(await app.row(disclosures, 'family_name').innerText(), /"Doe"[^]*belongs at \/family_name, salt \S+, digest \S{43}/);
  assert.match(await disclosures.innerText(), /6 digests have no disclosure here/);
  assert.match(await disclosures.innerText(), /sd_hash is the hash of this SD-JWT/);
  const processed = await region(page, 'Claims put together').locator('pre').innerText();
  assert.equal(JSON.parse(processed).address.country, 'US');

  await page.getByRole('button', { name: 'Open the key binding token of an SD-JWT inside' }).click();
  assert.match(await app.sentence.innerText(), /key binding token/);
  assert.match(await app.row(app.claims, 'sd_hash').innerText(), /\S{43}/);
  await page.getByRole('navigation', { name: 'Tokens around this one' }).getByRole('button').click();
  await disclosures.waitFor();
});

journey('a changed disclosure fits no digest any more', { date: NOW }, async ({ page, app }) => {
  const changed = vector('sd-jwt').split('~');
  changed[1] = base64url('["salt-of-enough-bytes","family_name","Smith"]');
  await show(app, changed.join('~'));
  assert.match(await region(page, 'Disclosures').innerText(), /Error/);
  assert.ok(!(await region(page, 'Claims put together').innerText()).includes('Smith'));
});

journey('a token in a claim opens in place, marks its own characters, and leads back', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  const inner = idToken(SECONDS - 3600);
  const middle = token({ alg: 'HS256' }, { id_token_hint: inner, exp: SECONDS + 60 });
  const text = `Authorization: Bearer ${token({ alg: 'HS256' }, { iss: 'https://rp.example', request: middle, exp: SECONDS + 3600 })}`;
  await show(app, text);
  const back = page.getByRole('navigation', { name: 'Tokens around this one' });
  assert.equal(await back.count(), 0);
  await app.row(app.claims, 'request').getByRole('button', { name: /^Open the/ }).click();
  await app.row(app.claims, 'id_token_hint').getByRole('button', { name: /^Open the/ }).click();
  assert.match(await back.innerText(), /Inside Authorization header › request › id_token_hint/);
  assert.match(await app.verdict('Time').innerText(), /Expired/);

  // The characters that carry a claim of the innermost token, decoded twice over, hold it.
  await app.row(app.claims, 'email').hover();
  const marked = await app.markedText();
  assert.ok(marked.length > 40, marked);
  assert.ok(text.includes(marked));
  const [, payload] = text.slice('Authorization: Bearer '.length).split('.');
  const start = payload.indexOf(marked);
  const aligned = payload.slice(start - (start % 4), start + marked.length);
  const once = Buffer.from(aligned, 'base64url').toString('latin1');
  assert.ok(middle.includes(once.slice(3, -3)), once);

  await back.getByRole('button', { name: 'request' }).click();
  assert.match(await back.innerText(), /Inside Authorization header › request$/);
  await back.getByRole('button', { name: 'Authorization header' }).click();
  assert.equal(await back.count(), 0);
  assert.match(await app.row(app.claims, 'iss').innerText(), /rp\.example/);
});

journey('a payload that is itself a token', { date: NOW }, async ({ page, app }) => {
  await show(app, token({ alg: 'HS256', cty: 'JWT' }, idToken(SECONDS + 600)));
  assert.match(await region(page, 'Payload').innerText(), /The payload is itself a token/);
  await page.getByRole('button', { name: /^Open the OpenID Connect ID token inside/ }).click();
  assert.match(await app.row(app.claims, 'name').innerText(), /Grace/);
});

journey('payloads that are elsewhere, not encoded, or compressed', { date: NOW }, async ({ page, app }) => {
  await show(app, vector('jws-compact-detached'));
  assert.match(await region(page, 'Payload').innerText(), /The payload was left out/);
  await show(app, vector('jws-compact-unencoded'));
  assert.match(await region(page, 'Payload').innerText(), /Not encoded/);
  // {"iss":"https://clinic.example","vc":{"type":["a"]}} as raw DEFLATE.
  const { deflateRawSync } = await import('node:zlib');
  const claims = deflateRawSync(JSON.stringify({ iss: 'https://clinic.example', nbf: SECONDS - 60, vc: { type: ['a'] } }));
  await show(app, token({ alg: 'ES256', zip: 'DEF', kid: 'k' }, new Uint8Array(claims), 64));
  assert.match(await app.claims.innerText(), /Compressed: \d+ bytes became \d+ bytes/);
  assert.match(await app.row(app.claims, 'iss').innerText(), /clinic\.example/);
});

journey('keys and certificates are read, and a private key is named at once', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  const key = { kty: 'EC', crv: 'P-256', x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4', y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM' };
  await show(app, token({ alg: 'ES256', jwk: { ...key, d: '870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE' } }, { exp: SECONDS + 60 }, 64));
  assert.ok((await app.findingIds()).includes('jwk-private'));
  const keys = await region(page, 'Keys inside').innerText();
  assert.match(keys, /elliptic-curve key on P-256, 256 bits/);
  assert.match(keys, /cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s/);
  assert.match(keys, /✕ d/);
  assert.ok(!keys.includes('870MB6gf'), 'names of secret members, never their values');

  const pem = ['p256-leaf.pem', 'rsa-root.pem'].map((name) => readFileSync(new URL(`../data/certificates/${name}`, import.meta.url), 'utf8'));
  const x5c = pem.map((text) => text.match(/BEGIN CERTIFICATE-----([^-]+)/)[1].replace(/\s/g, ''));
  await show(app, token({ alg: 'ES256', x5c, x5t: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA' }, { exp: SECONDS + 60 }, 64));
  const certificates = await region(page, 'Certificates').innerText();
  assert.match(certificates, /CN=issuer\.example/);
  assert.match(certificates, /DNS issuer\.example/);
  assert.match(certificates, /x5t is not the SHA-1 thumbprint of the first certificate/);
  assert.match(certificates, /not checked here/);
});

journey('who says to have issued it, and why', { date: NOW }, async ({ app }) => {
  await show(app, token({ alg: 'RS256', kid: 'a' }, { iss: 'https://accounts.google.com', sub: '1', aud: 'x', azp: 'x', exp: SECONDS + 60, iat: SECONDS }, 256));
  assert.match(await app.sentence.innerText(), /OpenID Connect ID token about 1 for the client x\. It says Google issued it/);
  assert.match(await app.answer.locator('.evidence').textContent(), /Its iss is https:\/\/accounts\.google\.com\./);
});

journey('what is no token is named, and a live secret warned of', { places: EVERYWHERE, date: NOW }, async ({ app }) => {
  const texts = [
    ['ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5', /GitHub personal access token[^]*whoever holds it can use it/],
    [`v4.public.${base64url(Buffer.concat([Buffer.from('{"data":"hello"}'), Buffer.alloc(64)]))}`, /PASETO[^]*\{"data":"hello"\}/],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----', /private key/i],
    ['6f1f2c1e-8b4f-4f0e-9c57-0f1b7c9f2a10', /UUID/],
  ];
  for (const [text, expected] of texts) {
    await app.paste(text);
    await app.page.waitForFunction((wanted) => document.querySelector('#box')?.value === wanted, text);
    assert.match(await app.answer.innerText(), expected);
    assert.equal(await app.verdict('Structure').count(), 0);
  }
});

journey('every official vector fits a narrow screen', { viewport: { width: 320, height: 700 }, date: NOW }, async ({ page, app }) => {
  const kinds = [...new Set(VECTORS.map((one) => one.kind))].filter((kind) => !['not-a-jwt', 'decoded-only'].includes(kind));
  for (const kind of kinds) {
    await show(app, vector(kind));
    await assertNoSidewaysScrolling(page);
  }
});

journey('hostile: large and deep ones leave the page answering', { date: NOW }, async ({ page, app }) => {
  const disclosure = base64url('["salt","name","value"]');
  await show(app, `${token({ alg: 'HS256' }, {})}~${`${disclosure}~`.repeat(10_000)}`);
  assert.match(await region(page, 'Disclosures').innerText(), /show 9950 more/);
  const signature = { protected: base64url('{"alg":"HS256"}'), signature: 'AA' };
  await show(app, JSON.stringify({ payload: 'e30', signatures: Array(2_000).fill(signature) }));
  assert.match(await app.verdict('Signature').innerText(), /2000 signatures/);
  await app.button('show 20 more of 1995').click();
  await app.button('show 20 more of 1975').waitFor();
  assert.equal(await page.getByRole('region', { name: /^Signature \d+ of 2000$/ }).count(), 25);
  const { deflateRawSync } = await import('node:zlib');
  await show(app, token({ alg: 'ES256', zip: 'DEF' }, new Uint8Array(deflateRawSync(Buffer.alloc(50_000_000, 32))), 64));
  assert.match(await app.answer.innerText(), /5 MB|5,000,000|5\.0 MB/);
});
