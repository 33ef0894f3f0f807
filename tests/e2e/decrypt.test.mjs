// Decrypting with a key of the reader's: a token inside, text, bytes that are no text, and what reports say of it.

import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { stage } from './pages.mjs';
import { NOW } from './tokens.mjs';

const { journey, clipboard } = stage();

const VECTORS = JSON.parse(await readFile(new URL('../data/rfc-vectors.json', import.meta.url), 'utf8'));
const vector = (id) => VECTORS.find((one) => one.id === id);

const SECRET = '0123456789abcdef';

/** A JWE with `dir` and A128GCM over these bytes, encrypted with [`SECRET`]. */
function encrypted(plaintext) {
  const header = Buffer.from('{"alg":"dir","enc":"A128GCM"}').toString('base64url');
  const iv = Buffer.alloc(12, 7);
  const cipher = createCipheriv('aes-128-gcm', SECRET, iv);
  cipher.setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return [header, '', ...[iv, ciphertext, cipher.getAuthTag()].map((bytes) => bytes.toString('base64url'))].join('.');
}

const panel = (page) => page.getByRole('region', { name: 'Decrypt it' });
const box = (page) => page.getByRole('textbox', { name: 'Secret or public key' });

/** What is copied as a JSON report, with this choice of how much is shared. */
async function report(page, app, context, choice) {
  await app.shareAs(choice);
  await app.share.getByRole('button', { name: 'Copy as JSON' }).click();
  const copied = await clipboard(context);
  await page.bringToFront();
  await app.share.getByRole('button', { name: 'Close' }).click();
  return copied;
}

journey('a signed token inside an encrypted one is checked too', { date: NOW }, async ({ page, app }) => {
  const { token, key, payload } = vector('rfc7519-a2-nested');
  await app.pasteWhole(token);
  await box(page).fill(JSON.stringify({ keys: [vector('rfc7515-a2-rs256').key, key] }));
  await page.getByText('= Decrypted with your key').waitFor();
  assert.ok(payload.startsWith('eyJ'));
  await panel(page).getByRole('button', { name: 'Open what was inside' }).click();
  await page.getByRole('heading', { name: 'Signature fits the key you pasted. Nothing else was checked.' }).waitFor();
  // The way back leads to what was found before.
  await page.getByRole('navigation', { name: 'Tokens around this one' }).getByRole('button').first().click();
  await page.getByText('= Decrypted with your key').waitFor();
});

journey('bytes that are no text are shown, and copied, in hexadecimal digits', { date: NOW }, async ({ page, app, context }) => {
  await app.pasteWhole(encrypted(Buffer.from([0x1f, 0x8b, 8, 0, 0xff, 0xfe])));
  await box(page).fill(SECRET);
  await panel(page).getByText('It is no text, but 6 bytes.').waitFor();
  assert.equal((await panel(page).locator('pre').innerText()).trim(), '1f 8b 08 00 ff fe');
  await panel(page).getByRole('button', { name: 'Copy as hexadecimal' }).click();
  assert.equal(await clipboard(context), '1f8b0800fffe');
});

journey('a wrong key says what can be known', { date: NOW }, async ({ page, app }) => {
  await app.pasteWhole(encrypted(Buffer.from('text')));
  await box(page).fill(SECRET.replace('f', 'X'));
  await panel(page).getByText('– Not decrypted').waitFor();
  assert.match(await panel(page).innerText(), /wrong key, or the token was damaged/);
});

journey('what was decrypted is in the report on the whole token alone, and the key in none', { date: NOW }, async ({ page, app, context }) => {
  await app.pasteWhole(encrypted(Buffer.from('only for your eyes')));
  await box(page).fill(SECRET);
  await page.getByText('= Decrypted with your key').waitFor();
  const whole = JSON.parse(await report(page, app, context, /The whole token/));
  assert.equal(whole.tokens[0].decrypted.text, 'only for your eyes');
  const unsigned = await report(page, app, context, /The header alone/);
  for (const copied of [JSON.stringify(whole), unsigned]) assert.ok(!copied.includes(SECRET));
  assert.ok(!unsigned.includes('only for your eyes'));
  assert.equal(JSON.parse(unsigned).tokens[0].decrypted, undefined);
});
