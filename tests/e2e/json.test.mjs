// The JSON view of a part, arrays and scopes in its table, and the signs that lead from a row to what was found there.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW, SECONDS, token } from './tokens.mjs';

const { journey } = stage();

const GROUPS = Array.from({ length: 28 }, (_, position) => `group-${String(position).padStart(30, '0')}`);
const CLAIMS = {
  iss: 'https://sso.example.org/realms/shop',
  exp: SECONDS - 60,
  scope: 'openid profile orders:read',
  amr: ['pwd', 'mfa'],
  groups: GROUPS,
  resource_access: { account: { roles: ['viewer'] }, 'orders-api': { limits: { regions: { first: { name: 'DE' } } } } },
  max: 0,
};
/** With a number and an escape that JSON.stringify would not write. */
const TEXT = JSON.stringify(CLAIMS).replace('"max":0', '"max":2500.00,"max":"\\u0041"');
const TOKEN = token({ alg: 'RS256', kid: '7c9d4a' }, TEXT, 256);

const show = (app, view) => app.claims.getByRole('button', { name: view, exact: true }).click();
const line = (app, text) => app.claims.getByRole('listitem').filter({ hasText: text });
const fold = (app, name) => app.claims.getByRole('button', { name, exact: true });

journey('a part has three views', { places: EVERYWHERE, date: NOW }, async ({ app }) => {
  await app.read(TOKEN);
  const views = app.claims.getByRole('group', { name: 'View' }).getByRole('button');
  assert.deepEqual(await views.allInnerTexts(), ['Table', 'JSON', 'Exact text']);
  const pressed = () => views.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed') === 'true'));
  assert.deepEqual(await pressed(), [true, false, false]);

  await show(app, 'JSON');
  assert.deepEqual(await pressed(), [false, true, false]);
  assert.equal(await line(app, '"iss"').locator('code').textContent(), '  "iss": "https://sso.example.org/realms/shop",');
  assert.equal(await line(app, '2500.00').locator('code').textContent(), '  "max": 2500.00,');
  assert.equal(await line(app, '\\u0041').locator('code').textContent(), '  "max": "\\u0041"');
  assert.match(await line(app, '"exp"').innerText(), /2026-11-23 14:59:00 UTC · 1 minute ago/);
  assert.match(await line(app, '"scope"').innerText(), /3 scopes/);
  assert.match(await line(app, '"amr"').innerText(), /\["pwd", "mfa"\],\s*2 items/);
  assert.equal(await app.claims.locator('.row').count(), 0);

  await show(app, 'Exact text');
  assert.deepEqual(await pressed(), [false, false, true]);
  assert.equal(await app.claims.locator('pre').textContent(), TEXT);
  await show(app, 'Table');
  await app.row(app.claims, 'iss').waitFor();
});

journey('what is said of a value is not copied with it', { date: NOW }, async ({ app }) => {
  await app.read(TOKEN);
  await show(app, 'JSON');
  const selectable = await app.claims.locator('.hint, .fold').evaluateAll((all) => all.map((one) => getComputedStyle(one).userSelect));
  assert.ok(selectable.length > 3 && selectable.every((one) => one === 'none'), selectable.join());
});

journey('objects and arrays fold by keyboard', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await show(app, 'JSON');
  assert.equal(await fold(app, 'groups: 28 items').getAttribute('aria-expanded'), 'false', 'long ones are folded at first');
  assert.match(await line(app, '"groups"').innerText(), /\[ 28 items \],/);
  assert.equal(await fold(app, 'regions: 1 member').getAttribute('aria-expanded'), 'false', 'and so are deep ones');
  assert.equal(await fold(app, 'limits: 1 member').getAttribute('aria-expanded'), 'true');

  const before = await app.claims.getByRole('listitem').count();
  await fold(app, 'groups: 28 items').focus();
  for (const [key, expanded, lines] of [['Enter', 'true', before + 29], ['Space', 'false', before]]) {
    await page.keyboard.press(key);
    await app.claims.locator(`[aria-label="groups: 28 items"][aria-expanded="${expanded}"]`).waitFor();
    assert.equal(await app.claims.getByRole('listitem').count(), lines);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'groups: 28 items', 'the focus stays');
  }
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'resource_access: 2 members');
  await page.keyboard.press('Enter');
  await line(app, '{ 2 members: "account", "orders-api" },').waitFor();
});

journey('each fold is large enough, and lines do not stick out', { viewport: { width: 320, height: 700 }, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await show(app, 'JSON');
  for (const button of await app.claims.locator('.fold').all()) {
    const { width, height } = await button.boundingBox();
    assert.ok(width >= 24 && height >= 24, `${width} x ${height}`);
  }
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

journey('damaged JSON is shown as far as it was read, with the place of the fault', { date: NOW }, async ({ app }) => {
  await app.read(token({ alg: 'HS256' }, `{"sub":"grace","a":{"b":[1,{"c":2,'d':3}]}}`));
  await show(app, 'JSON');
  assert.match(await app.claims.innerText(), /cannot be read whole/);
  const lines = await app.claims.locator('.json code').allTextContents();
  assert.deepEqual(lines, ['{', '  "sub": "grace",', '  "a": {', '    "b": [', '      1,', '      {', '        "c": 2,', `        ▸'d':3}]}}`]);
  assert.equal(await app.claims.locator('mark.place').textContent(), "▸'");
});

journey('a long value and many members', { date: NOW }, async ({ page, app }) => {
  const claims = Object.fromEntries(Array.from({ length: 20_000 }, (_, position) => [`n${position}`, position]));
  await app.read(token({ alg: 'HS256' }, { long: 'x'.repeat(100_000), ...claims }));
  await show(app, 'JSON');
  const lines = () => app.claims.getByRole('listitem').count();
  assert.ok((await lines()) <= 400);
  assert.ok((await line(app, '"long"').innerText()).length < 500);
  await app.claims.getByRole('button', { name: /^show all/ }).click();
  assert.ok((await line(app, '"long"').innerText()).length > 100_000);
  await app.claims.getByRole('button', { name: /^show .* more$/ }).click();
  // Rows are drawn where they come into sight, and what is drawn above moves the end.
  for (let tries = 0; tries < 100 && (await line(app, '"n19999"').count()) === 0; tries += 1) {
    await app.claims.locator('.long-list > :last-child').scrollIntoViewIfNeeded();
    await page.waitForTimeout(50);
  }
  await line(app, '"n19999"').scrollIntoViewIfNeeded();
  assert.ok((await lines()) <= 1_000, `${await lines()} lines were drawn`);
  await line(app, '"n19999"').hover();
  await line(app, '"n19999"').and(page.locator('[data-marked]')).waitFor();
});

journey('a table shows arrays item by item and words as chips', { date: NOW }, async ({ app }) => {
  await app.read(TOKEN);
  const groups = app.row(app.claims, 'groups');
  assert.match(await groups.locator('.name').innerText(), /groups \[28\]/);
  assert.deepEqual(await groups.locator('.items > *').allInnerTexts(), GROUPS.slice(0, 4).map((group) => `"${group}"`));
  await groups.getByRole('button', { name: 'show 24 more of groups' }).click();
  assert.deepEqual(await groups.locator('.items > *').allInnerTexts(), GROUPS.map((group) => `"${group}"`));
  assert.deepEqual(await app.row(app.claims, 'amr').locator('.chips > *').allInnerTexts(), ['pwd', 'mfa']);
  assert.deepEqual(await app.row(app.claims, 'scope').locator('.chips > *').allInnerTexts(), ['openid', 'profile', 'orders:read']);
  const object = await app.row(app.claims, 'resource_access').locator('.lines code').allTextContents();
  assert.deepEqual(object.slice(0, 4), ['{', '  "account": {', '    "roles": ["viewer"]', '  },']);
});

journey('a sign beside a row leads to the finding, and the finding to the row', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  const sign = app.row(app.claims, 'exp').getByRole('button', { name: /^Error: Expired/ });
  assert.equal(await sign.innerText(), '✕');
  const { width, height } = await sign.boundingBox();
  assert.ok(width >= 24 && height >= 24, `${width} x ${height}`);
  await sign.focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.finding), 'expired');
  await page.locator('[data-finding="expired"]').getByRole('button', { name: 'exp', exact: true }).click();
  await app.row(app.claims, 'exp').and(page.locator('[data-marked]')).waitFor();
  assert.equal(await app.row(app.claims, 'iss').locator('.flag').count(), 0);
});

journey('a finding leads to its line in the JSON view', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await show(app, 'JSON');
  await page.locator('[data-finding="expired"]').getByRole('button', { name: 'exp', exact: true }).click();
  await line(app, '"exp"').and(page.locator('[data-marked]')).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'row-1:1');
});
