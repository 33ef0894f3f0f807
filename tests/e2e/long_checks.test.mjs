// Checks that take seconds: the page answers meanwhile. How long its longest task took is printed with each test.

import assert from 'node:assert/strict';
import { constants, createCipheriv, generateKeyPairSync, pbkdf2Sync, publicEncrypt, randomBytes } from 'node:crypto';

import { stage } from './pages.mjs';
import { base64url, token } from './tokens.mjs';

const { journey } = stage();

/**
 * What a task may take, in milliseconds. It is 50 on a machine that does nothing else, and more on one that is busy: there a part
 * of the whole time counts. Work that is not cut into steps is one task that takes all of it.
 */
const LONGEST = 50;
const BUSY = 3;
const PART = 1 / 4;
/** So often it is tried before a long task counts. */
const ATTEMPTS = 3;

const panel = (page) => page.locator('#check');
const box = (page) => page.getByRole('textbox', { name: 'Secret or public key' });
const bytes = (count) => randomBytes(count).toString('base64url');

/** Notes tasks that kept the page from answering; browsers report those of 50 ms and more. */
function watchTasks() {
  window.__tasks = [];
  new PerformanceObserver((list) => window.__tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ entryTypes: ['longtask'] });
}

// The clock is left alone: the page measures its own stretches of work with it.
const options = { before: watchTasks };

/** RFC 7518 section 4.8: a token that a password opens after so many rounds. */
function sealedWithPassword(password, rounds) {
  const [alg, enc, salt, contentKey, iv] = ['PBES2-HS512+A256KW', 'A256GCM', randomBytes(16), randomBytes(32), randomBytes(12)];
  const wrapping = pbkdf2Sync(password, Buffer.concat([Buffer.from(`${alg}\0`), salt]), rounds, 32, 'sha512');
  const wrap = createCipheriv('id-aes256-wrap', wrapping, Buffer.alloc(8, 0xa6));
  const encryptedKey = Buffer.concat([wrap.update(contentKey), wrap.final()]);
  const header = base64url(JSON.stringify({ alg, enc, p2s: salt.toString('base64url'), p2c: rounds }));
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header));
  const content = Buffer.concat([cipher.update('{"sub":"opened after a while"}'), cipher.final()]);
  return [header, ...[encryptedKey, iv, content, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

function modulus(bits) {
  const number = randomBytes(bits / 8);
  number[0] |= 0x80;
  number[number.length - 1] |= 1;
  return number.toString('base64url');
}

/** Writes the key, waits for what comes of it, and asserts that no task was long. */
async function checkAlone({ page, t, app }, check) {
  await app.pasteWhole(check.pasted);
  await panel(page).waitFor();
  for (let attempt = 1; ; attempt += 1) {
    const { took, most, allowed } = await checkOnce({ page, t }, check);
    if (most <= allowed) return;
    assert.ok(attempt < ATTEMPTS, `a task took ${most} of ${took} ms`);
  }
}

async function checkOnce({ page, t }, { key, outcome, longest = LONGEST }) {
  // The block is compiled before.
  await box(page).fill('a secret to begin with');
  await panel(page).locator('.under-way').waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  await page.evaluate(() => { window.__tasks.length = 0; });
  const start = Date.now();
  await box(page).evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, key);
  await panel(page).getByText(outcome).first().waitFor({ timeout: 60_000 });
  const took = Date.now() - start;
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => window.__tasks);
  t.diagnostic(`answered after ${took} ms; tasks of 50 ms and more: ${tasks.join(', ') || 'none'}`);
  return { took, most: Math.max(0, ...tasks), allowed: Math.max(longest * BUSY, took * PART) };
}

journey('a password of 600,000 rounds', options, async (on) => {
  const pasted = sealedWithPassword('correct horse battery staple', 600_000);
  await checkAlone(on, { pasted, key: 'correct horse battery staple', outcome: /opened after a while/ });
});

journey('the page answers while rounds are made', options, async ({ page, app }) => {
  await app.pasteWhole(sealedWithPassword('another', 2_000_000));
  await box(page).fill('correct horse battery staple');
  await panel(page).getByText('Checking…').waitFor();
  await app.chooseTheme('dark');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.ok(await panel(page).getByText('Checking…').isVisible(), 'the rounds are still being made');
  // Another key stops them.
  await box(page).fill('');
  await panel(page).getByText('Checking…').waitFor({ state: 'detached', timeout: 5_000 });
});

const unfit = (header, payload, signature) => token(header, payload, signature);
const set = (count, key) => JSON.stringify({ keys: Array.from({ length: count }, (_, at) => ({ ...key(at), kid: `k${at}` })) });
const DOES_NOT_FIT = /≠/;

// One token is decoded in one step, and the browser itself takes its time to set a megabyte in a field.

const CHECKS = {
  'RSA of 16384 bits': { pasted: unfit({ alg: 'RS256' }, {}, 2048), key: JSON.stringify({ kty: 'RSA', n: modulus(16_384), e: 'AQAB' }), outcome: DOES_NOT_FIT },
  'RSA of a million bits is named and not tried': { pasted: unfit({ alg: 'RS256' }, {}, 2048), key: JSON.stringify({ kty: 'RSA', n: modulus(1_000_000), e: 'AQAB' }), outcome: /Keys of more than 16384 bits are not tried here/ },
  'ML-DSA-87': { pasted: unfit({ alg: 'ML-DSA-87' }, {}, 4627), key: JSON.stringify({ kty: 'AKP', alg: 'ML-DSA-87', pub: bytes(2592) }), outcome: DOES_NOT_FIT },
  'a JWKS of 10,000 keys': { pasted: unfit({ alg: 'HS256' }, {}, 32), key: set(10_000, () => ({ kty: 'oct', k: bytes(24) })), outcome: /9000 behind the first 1000 were left out/ },
  'private keys of which the public part is missing': { pasted: unfit({ alg: 'ES512' }, {}, 132), key: set(100, () => ({ kty: 'EC', crv: 'P-521', d: Buffer.concat([Buffer.from([0, 1]), randomBytes(64)]).toString('base64url') })), outcome: DOES_NOT_FIT },
  'a payload of a megabyte': { pasted: unfit({ alg: 'HS256' }, { a: 'x'.repeat(1_000_000) }, 32), key: 'another secret', outcome: DOES_NOT_FIT, longest: 2 * LONGEST },
  'a text of more than a megabyte': { pasted: unfit({ alg: 'HS256' }, {}, 32), key: 'SECRET=abcdefgh\n'.repeat(70_000).slice(0, 1024 * 1024 + 1), outcome: /only the first 1 MB was read/, longest: 10 * LONGEST },
};

for (const [name, check] of Object.entries(CHECKS)) {
  journey(name, options, (on) => checkAlone(on, check));
}

/** RFC 7518 section 4.3, with a key as large as people have it. */
journey('RSA-OAEP with 2048 bits', options, async (on) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [contentKey, iv] = [randomBytes(32), randomBytes(12)];
  const header = base64url('{"alg":"RSA-OAEP","enc":"A256GCM"}');
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header));
  const content = Buffer.concat([cipher.update('{"sub":"opened"}'), cipher.final()]);
  const encryptedKey = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING }, contentKey);
  const pasted = [header, ...[encryptedKey, iv, content, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  await checkAlone(on, { pasted, key: JSON.stringify(privateKey.export({ format: 'jwk' })), outcome: /"opened"/ });
});
