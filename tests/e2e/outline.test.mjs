// The outline leads to every place of the token, and the filter narrows its tables.

import assert from 'node:assert/strict';

import { EVERYWHERE, assertInView, stage } from './pages.mjs';
import { NOW, SECONDS, token } from './tokens.mjs';

const { journey } = stage();
const WIDE = { viewport: { width: 1280, height: 900 }, date: NOW };
const PHONE = { viewport: { width: 360, height: 740 }, date: NOW };

const claims = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`claim_${at}`, `value ${at * 7}`]));
const TOKEN = token({ alg: 'RS256', kid: '7c9d4a' }, { iss: 'https://accounts.example.com', sub: 'grace', exp: SECONDS - 60, ...claims }, 256);

const outline = (page) => page.getByRole('navigation', { name: 'Outline' });
const filter = (page) => page.getByRole('searchbox', { name: 'Filter claims by name, value or meaning' });
const place = (page, name) => outline(page).getByRole('button', { name });
const here = async (page) => (await outline(page).locator('[aria-current]').innerText()).split('\n')[0].trim();
const names = (app) => app.claims.locator('.row .name').allInnerTexts();

journey('the outline leads to a place and marks the one in sight', { places: EVERYWHERE, ...WIDE }, async ({ page, app }) => {
  await app.read(TOKEN);
  for (const name of ['Findings', 'Claims', 'Header', 'Signature', 'If it leaks']) {
    await place(page, new RegExp(`^${name}`)).click();
    assert.equal(await here(page), name);
    const focused = await page.evaluate(() => document.activeElement.closest('section')?.getBoundingClientRect());
    assert.ok(focused.top >= 30 && focused.top < 900, `${name} stands at ${focused.top}`);
  }
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForFunction(() => document.querySelector('.outline [aria-current]')?.innerText.includes('Claims'));
  assert.ok(await place(page, /^Findings/).isVisible(), 'it stays in sight');
});

journey('the filter narrows, counts and makes way', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('f');
  assert.ok(await filter(page).evaluate((field) => document.activeElement === field));
  await page.keyboard.type('VALUE 28');
  assert.deepEqual(await names(app), ['claim_4', 'claim_28']);
  assert.ok((await app.announced()).includes('2 of 43 claims, 0 of 2 header parameters'), `${await app.announced()}`);
  assert.ok(await app.header.getByText('Nothing here matches the filter.').isVisible());

  await filter(page).fill('expires');
  assert.deepEqual(await names(app), ['exp'], 'by its meaning');

  await filter(page).fill('zebra');
  assert.ok((await app.announced()).includes('Nothing matches.'));
  await page.locator('.outline').getByRole('button', { name: 'Show all claims' }).click();
  assert.equal((await names(app)).length, 43);

  await filter(page).fill('sub');
  await page.keyboard.press('Escape');
  assert.equal(await filter(page).inputValue(), '', 'Escape empties it first');
  assert.ok(await filter(page).evaluate((field) => document.activeElement === field));
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate(() => document.activeElement === document.body), 'and leaves it then');

  await filter(page).fill('claim_3');
  await app.findings.getByRole('button', { name: 'exp', exact: true }).first().click();
  assert.ok(await app.row(app.claims, 'exp').isVisible(), 'a finding leads to a row that was filtered away');
});

journey('a name of the index leads to its row', { places: EVERYWHERE, ...WIDE }, async ({ page, app }) => {
  await app.read(TOKEN);
  const index = page.getByRole('toolbar', { name: 'Names of the claims' });
  assert.equal(await index.getByRole('button').count(), 43);
  await index.getByRole('button', { name: 'claim_39' }).click();
  const row = app.row(app.claims, 'claim_39');
  await row.and(page.locator('[data-marked]')).waitFor();
  await page.waitForFunction(() => document.activeElement.closest('.row') !== null);
  await page.waitForTimeout(600);
  await assertInView(row.locator('.name'), 'its row');
  assert.ok(await index.getByRole('button', { name: /exp ?, error/ }).isVisible(), 'it carries what was found');

  await page.evaluate(() => scrollTo(0, 0));
  await app.row(app.claims, 'sub').hover();
  await index.locator('[data-marked]', { hasText: 'sub' }).waitFor();

  await index.getByRole('button', { name: 'iss' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.innerText), 'sub', 'by the arrows');
  await filter(page).fill('claim_3');
  assert.equal(await index.getByRole('button').count(), 11);
});

journey('a phone has a bar, and a filter in the claims', PHONE, async ({ page, app }) => {
  await app.read(TOKEN);
  await assertInView(place(page, /Claims/), 'the bar');
  await place(page, /Claims/).click();
  const panel = await app.claims.boundingBox();
  assert.ok(panel.y >= 0 && panel.y < 120, `the claims stand at ${panel.y}`);
  await app.claims.getByRole('button', { name: 'Filter' }).click();
  await filter(page).fill('value 14');
  assert.deepEqual(await names(app), ['claim_2', 'claim_14', 'claim_20', 'claim_21']);
  await place(page, /Text/).click();
  assert.ok(await app.box.evaluate((box) => document.activeElement === box));
});

journey('the bar covers nothing that has the focus', PHONE, async ({ page, app }) => {
  await app.read(TOKEN);
  const covered = [];
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const element = document.activeElement;
      const bar = document.querySelector('.bar-below');
      if (element === document.body || bar.contains(element)) return '';
      return element.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1 ? element.outerHTML.slice(0, 100) : '';
    });
    if (problem) covered.push(problem);
  }
  assert.deepEqual(covered, []);
});

for (const [width, height, y, rows] of [[1280, 900, 430, 8], [360, 740, 640, 0]]) {
  journey(`the first claim is in sight at ${width} pixels`, { viewport: { width, height }, date: NOW }, async ({ page, app }) => {
    await app.read(TOKEN);
    const boxes = await app.claims.locator('.row').evaluateAll((all) => all.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
    assert.ok(boxes[0].top <= y, `it stands at ${boxes[0].top}`);
    assert.ok(boxes.filter(({ bottom }) => bottom <= height).length >= rows);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}
