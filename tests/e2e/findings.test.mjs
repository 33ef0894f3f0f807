// The findings: grouped, explained once, each with its place in the token and its entry in the list of all.

import assert from 'node:assert/strict';

import { EVERYWHERE, assertInView, stage } from './pages.mjs';
import { NOW, SECONDS, token } from './tokens.mjs';

const place = stage();
const { journey, clipboard } = place;

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
  const list = page.getByRole('dialog', { name: 'All checks' });
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

const list = (page) => page.getByRole('dialog', { name: 'All checks' });
const search = (page) => list(page).getByRole('searchbox', { name: 'Search the checks' });
const entries = (page) => list(page).getByRole('group');

journey('the address of a check opens the list at its place, on load and later', { places: EVERYWHERE, hash: '#finding=alg-none', now: NOW }, async ({ page, app }) => {
  const isOpenAt = async (id) => {
    const entry = list(page).locator(`#finding-${id}`);
    await entry.waitFor();
    await page.waitForFunction((id) => document.activeElement.id === id, `finding-${id}`);
    await assertInView(entry.getByRole('heading'), id);
    assert.ok(await entry.evaluate((it) => it.open), 'unfolded');
  };
  await isOpenAt('alg-none');
  assert.equal(await page.evaluate(() => location.hash), '', 'the address is empty again');
  await page.evaluate(() => { location.hash = '#finding=key-url-insecure'; });
  await isOpenAt('key-url-insecure');
  // One that does not exist, and one that only looks like a token.
  for (const id of ['nothing', 'eyJhbGciOiJIUzI1NiJ9.e30.AA']) {
    await page.evaluate((id) => { location.hash = `#finding=${id}`; }, id);
    await list(page).getByText('The link names a check that this page does not have.').waitFor();
    assert.ok((await entries(page).count()) > 100);
  }
  await page.keyboard.press('Escape');
  await list(page).waitFor({ state: 'hidden' });
  assert.equal(await app.box.inputValue(), '');
});

journey('the list of all checks is searched, and Escape empties the search before it closes', { now: NOW }, async ({ page, app }) => {
  await app.read(NUMBERS);
  await app.button('All checks').click();
  const all = await entries(page).count();
  await list(page).getByText(`${all} checks`, { exact: true }).waitFor();
  await search(page).fill('Bleichenbacher');
  await list(page).getByText(`1 of ${all} checks`).waitFor();
  assert.equal(await entries(page).count(), 1);
  await list(page).getByText('Old RSA padding for encryption').click();
  assert.ok(await list(page).getByText(/Encrypt with RSA-OAEP-256/).isVisible());
  await search(page).focus();
  await page.keyboard.press('Escape');
  await list(page).getByText(`${all} checks`, { exact: true }).waitFor();
  assert.equal(await search(page).inputValue(), '');
  await page.keyboard.press('Escape');
  await list(page).waitFor({ state: 'hidden' });
});

journey('an entry of the list copies its address', { now: NOW }, async ({ page, app, context, address }) => {
  await app.read(NUMBERS);
  await app.unfoldFindings();
  await app.button('About json-big-number').click();
  await list(page).getByRole('button', { name: 'Copy link to json-big-number' }).click();
  await list(page).getByText('Copied the link').waitFor();
  assert.equal(await clipboard(context), `${address}#finding=json-big-number`);
});
