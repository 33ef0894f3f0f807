// A token that brings certificates along (`x5c`): each has a line, and the root that is pasted makes the verdict.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW } from './tokens.mjs';

const { journey } = stage();

const CHAINS = JSON.parse(readFileSync(new URL('../data/x5c/chains.json', import.meta.url), 'utf8'));
const pem = (certificate) => `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`;

const panel = (page) => page.getByRole('region', { name: 'Check the signature' });
const box = (page) => page.getByRole('textbox', { name: 'Secret or public key' });
const line = (page, topic) => panel(page).locator('dt', { hasText: topic }).locator('xpath=following-sibling::dd[1]');
const title = (page) => page.locator('.banner h2').innerText();
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();
const certificates = async (page) => {
  const lines = await panel(page).locator('.certificates li').allInnerTexts();
  return lines.map((said) => said.replace(/\s+/g, ' ').trim());
};

const LEADS = 'Signature fits a key whose certificates lead to what you pasted. Nothing else was checked.';

journey('certificates have a line each, and the pasted root makes the key yours', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(CHAINS.ec.token);
  await page.getByRole('button', { name: 'Check the signature…' }).click();
  await line(page, 'Certificates').getByText('They lead to nothing that you pasted.').waitFor();
  const before = await certificates(page);
  assert.equal(before.length, 3);
  assert.match(before[0], /^ec\.example Signed by the next\. (Not valid yet|Valid until \d{4}-\d\d-\d\d)\.$/);
  assert.match(before[2], /^Root of ec Signed by itself\./);
  assert.equal(await title(page), 'Decoded, not verified');
  // The root is asked for once, as long as nothing leads to it.
  const root = panel(page).getByRole('heading', { name: 'Get the root yourself' });
  await root.waitFor();
  assert.equal(await panel(page).getByText('root that you trust').count(), 1);

  await box(page).fill(pem(CHAINS.ec.x5c[2]));
  await page.getByRole('heading', { name: LEADS }).waitFor();
  assert.equal(await root.count(), 0);
  assert.match((await certificates(page))[2], /^Root of ec This is the one that you pasted\./);
  assert.match(await text(line(page, 'Whose key')), /^The key in the token’s first certificate\. Its certificates lead to what you pasted\./);
  assert.match(await text(page.locator('.verdicts')), /Signature Fits, up to your root/);
  assert.equal(await panel(page).getByText('does not fit').count(), 0);
  assert.ok((await app.announced()).some((said) => said.endsWith(LEADS)));
});

journey('a root with the same name and another key proves nothing', { date: NOW }, async ({ page, app }) => {
  await app.read(CHAINS.ec.token);
  await box(page).fill(pem(CHAINS['ec-other-root'].x5c[0]));
  await line(page, 'Certificates').getByText('It has the name of the certificate that you pasted, but another key.').waitFor();
  assert.match(await text(line(page, 'Certificates')), /They lead no further than certificate 3\./);
  assert.equal(await title(page), 'Decoded, not verified');
});

journey('a missing issuer is named', { date: NOW }, async ({ page, app }) => {
  await app.read(CHAINS['ec-issuer-missing'].token);
  await box(page).fill(pem(CHAINS.ec.x5c[2]));
  await line(page, 'Certificates').getByText('They lead no further than certificate 1.').waitFor();
  assert.match((await certificates(page))[0], /Its issuer is Issuer of ec, which is missing: the next is Root of ec\./);
  // The issuer beside the root, as files of certificates have them.
  await box(page).fill(pem(CHAINS.ec.x5c[1]) + pem(CHAINS.ec.x5c[2]));
  await page.getByRole('heading', { name: LEADS }).waitFor();
});

journey('a certificate in DER is read from its file', { date: NOW }, async ({ page, app }) => {
  await app.read(CHAINS.ec.token);
  const der = Buffer.from(CHAINS.ec.x5c[2], 'base64');
  await panel(page).locator('input[type=file]').setInputFiles({ name: 'root.cer', mimeType: 'application/x-x509-ca-cert', buffer: der });
  await page.getByRole('heading', { name: LEADS }).waitFor();
});
