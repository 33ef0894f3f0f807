// Several signatures, each with its verdict: of a JSON serialization, and of an SD-JWT with a key binding.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { stage } from './pages.mjs';
import { NOW } from './tokens.mjs';

const { journey } = stage();

const read = (path) => readFile(new URL(path, import.meta.url), 'utf8');
const GENERAL = JSON.parse(await read('../data/rfc-vectors.json')).find((one) => one.id === 'rfc7515-a6-json-general');
const SD_JWT = await read('../checked/sd-jwt-key-binding.txt');
const ISSUER = await read('../checked/sd-jwt-key-binding.key');

const panel = (page) => page.getByRole('region', { name: 'Check the signature' });
const box = (page) => page.getByRole('textbox', { name: 'Secret or public key' });

/** The verdict lines below this heading of the panel. */
const lines = (page, heading) =>
  panel(page).getByRole('heading', { name: heading, exact: true }).locator('xpath=following-sibling::dl[1]');

journey('each signature of a JSON serialization says its verdict where it stands', { date: NOW }, async ({ page, app }) => {
  const [rsa, ec] = GENERAL.key;
  await app.read(JSON.stringify(GENERAL.token));
  const group = (number) => page.getByRole('region', { name: `Signature ${number} of 2` }).getByRole('heading').first();
  assert.match(await group(1).innerText(), /Not verified/);
  await box(page).fill(JSON.stringify(rsa));
  await page.getByRole('heading', { name: '1 of 2 signatures fits the key you pasted.' }).waitFor();
  assert.match(await group(1).innerText(), /fits the key you pasted/);
  assert.match(await group(2).innerText(), /cannot be checked/);
  assert.match(await lines(page, 'Signature 2 of 2').innerText(), /ES256 needs an elliptic-curve key/);
  await box(page).fill(JSON.stringify({ keys: [rsa, ec] }));
  await page.getByRole('heading', { name: 'Signature fits the key you pasted.' }).waitFor();
  assert.match(await group(2).innerText(), /fits the key you pasted/);
});

journey('an SD-JWT shows the issuer’s signature and the key binding', { date: NOW }, async ({ page, app }) => {
  await app.read(SD_JWT);
  await box(page).fill(ISSUER);
  await lines(page, 'Key binding').waitFor();
  assert.match(await lines(page, 'Issuer’s signature').innerText(), /The key you pasted\./);
  const binding = (await lines(page, 'Key binding').innerText()).replace(/\s+/g, ' ');
  assert.match(binding, /= ?Fits\. .*The key that cnf of the token around it names\./);
  await page.getByRole('button', { name: /^Open the .* inside$/ }).first().click();
  await page.locator('.verdicts').getByText('Fits the named key').waitFor();
  await page.getByRole('navigation', { name: 'Tokens around this one' }).getByRole('button').first().click();
  await lines(page, 'Key binding').waitFor();
});
