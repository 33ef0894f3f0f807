// The findings: grouped, explained once, each with its place in the token and its entry in the list of all.

import assert from 'node:assert/strict';

import { EVERYWHERE, assertInView, stage } from './pages.mjs';
import { NOW, SECONDS, token } from './tokens.mjs';

const { journey } = stage();

const numbers = Array.from({ length: 5 }, (_, at) => `"n${at}":${9007199254740993n + 2n * BigInt(at)}`).join(',');
const NUMBERS = token({ alg: 'HS256' }, `{"iat":${SECONDS - 60},"exp":${SECONDS + 3600},${numbers}}`);

journey('repeats stand together and are explained once', { now: NOW }, async ({ page, app }) => {
  await app.read(NUMBERS);
  await app.unfoldFindings();
  const article = app.findings.getByRole('article').filter({ hasText: 'n2' });
  assert.equal(await article.count(), 1);
  assert.equal(await article.getByText(/beyond what JavaScript|which JavaScript reads/).count(), 5);
  assert.equal(await app.findings.getByText('JavaScript and many other readers keep numbers as doubles').count(), 1);
  await article.getByText(/`?n4`?/).first().waitFor();
  assert.equal((await app.findingIds()).filter((id) => id === 'json-big-number').length, 5);
});

journey('a finding leads to its entry in the list of all', { places: EVERYWHERE, now: NOW }, async ({ page, app }) => {
  await app.read(NUMBERS);
  await app.unfoldFindings();
  await app.button('About json-big-number').click();
  const list = page.getByRole('dialog', { name: 'All findings' });
  const entry = list.locator('#finding-json-big-number');
  await entry.waitFor();
  await assertInView(entry.getByRole('heading'), 'the entry');
  assert.ok(await entry.evaluate((it) => it === document.activeElement));
  assert.ok((await list.locator('.entry').count()) > 100);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  // It is long, so it is not kept while nobody reads it.
  await page.locator('#finding-json-big-number').waitFor({ state: 'detached' });
});

journey('what is good to know is folded away and not counted', { now: NOW }, async ({ page, app }) => {
  await app.read(token({ alg: 'EdDSA', kid: 'k1', typ: 'JWT' }, { iss: 'https://login.example.com', sub: 'u1', aud: 'api', jti: '1', iat: SECONDS - 60, exp: SECONDS + 3600 }, 64));
  assert.equal(await page.getByRole('button', { name: /^\d+ findings?$/ }).count(), 0);
  await app.findings.getByText(/^Nothing stands out/).waitFor();
  const fact = app.findings.getByText(/is now deprecated|Ed25519/).first();
  assert.ok(!(await fact.isVisible()));
  await app.findings.getByText(/^Good to know/).click();
  assert.ok(await fact.isVisible());
});
