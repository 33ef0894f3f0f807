// Everything can be reached, used and left with the keyboard alone.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW, TOKEN_RESPONSE, token } from './tokens.mjs';

const { journey } = stage();

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Presses Tab until the round is complete; answers how often each stop was reached, and the stops that were missed. */
async function goRound(page) {
  await page.evaluate((selector) => {
    document.activeElement.blur();
    const reachable = (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
    window.__stops = [...document.querySelectorAll(selector)].filter(reachable);
    window.__reached = window.__stops.map(() => 0);
  }, STOPS);
  const count = await page.evaluate(() => window.__stops.length);
  for (let press = 0; press < count + 3; press += 1) {
    await page.keyboard.press('Tab');
    const isRound = await page.evaluate(() => {
      const at = window.__stops.indexOf(document.activeElement);
      if (at >= 0) window.__reached[at] += 1;
      return at < 0 || window.__reached[at] > 1;
    });
    if (isRound && press > 0) break;
  }
  return page.evaluate(() => ({
    stops: window.__stops.length,
    missed: window.__stops.filter((_, at) => window.__reached[at] === 0).map((stop) => stop.outerHTML.slice(0, 120)),
  }));
}

const focused = (page) => page.evaluate(() => document.activeElement.innerText || document.activeElement.id);

journey('Tab goes through everything and is caught nowhere', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  assert.deepEqual((await goRound(page)).missed, [], 'on the empty page');
  await app.read(TOKEN_RESPONSE);
  const { stops, missed } = await goRound(page);
  assert.deepEqual(missed, [], 'with several tokens');
  assert.ok(stops > 20, `${stops} stops`);
});

journey('the focus can be seen', { date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  const unseen = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return '';
      const frame = element.closest('.box') ?? element;
      const { outlineStyle, outlineWidth, boxShadow, opacity } = getComputedStyle(frame);
      const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
      const { x, y, right, bottom } = element.getBoundingClientRect();
      const isInView = right > 0 && x < innerWidth && bottom > 0 && y < innerHeight;
      return (hasOutline || boxShadow !== 'none') && opacity !== '0' && isInView ? '' : element.outerHTML.slice(0, 120);
    });
    if (problem) unseen.push(problem);
  }
  assert.deepEqual(unseen, []);
});

journey('/ leads to the box, and is a character in it', { places: EVERYWHERE }, async ({ page, app }) => {
  await app.button('Open file…').focus();
  await page.keyboard.press('/');
  assert.ok(await app.box.evaluate((box) => document.activeElement === box));
  assert.equal(await app.box.inputValue(), '');
  await page.keyboard.type('a/b');
  assert.equal(await app.box.inputValue(), 'a/b');
});

journey('Escape closes what is open or leaves a field, and clears nothing', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  const isFree = () => page.evaluate(() => document.activeElement === document.body);
  await page.locator('summary', { hasText: 'See it at another time' }).click();
  for (const field of [app.box, page.getByRole('textbox', { name: 'At', exact: true }), app.theme]) {
    await field.focus();
    await page.keyboard.press('Escape');
    assert.ok(await isFree(), 'the field has lost the focus');
    assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  }
  await page.keyboard.press('Escape');
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  assert.ok(await app.claims.isVisible());
});

journey('? opens the list of keys, and its switch turns single keys off', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('h');
  assert.ok((await app.announced()).includes('Values hidden'));
  await page.keyboard.press('h');
  assert.ok((await app.announced()).includes('Values shown'));

  await page.keyboard.press('?');
  await app.keys.waitFor();
  for (const key of ['/', 'h', '?', 'Esc', '←']) assert.ok(await app.keys.getByText(key, { exact: true }).isVisible(), key);
  const single = app.keys.getByRole('switch', { name: 'Single keys' });
  assert.equal(await single.getAttribute('aria-checked'), 'true');
  await single.press('Space');
  assert.equal(await single.getAttribute('aria-checked'), 'false');
  await page.keyboard.press('Escape');
  await app.keys.waitFor({ state: 'hidden' });
  await page.evaluate(() => document.activeElement.blur());
  for (const key of ['h', '/', '?']) await page.keyboard.press(key);
  assert.equal(await page.locator('[data-hides-values]').count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement === document.body));
  assert.equal(await app.keys.isVisible(), false);

  // The button still opens it.
  await app.button('Keyboard').click();
  await app.keys.waitFor();
  await single.click();
  await app.keys.getByRole('button', { name: 'Close' }).click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('?');
  await app.keys.waitFor();
});

journey('copying in the share dialog is seen and announced there', { places: EVERYWHERE, date: NOW }, async ({ page, app, context }) => {
  await context.grantPermissions(['clipboard-write']);
  await app.read(EXPIRED_ID_TOKEN);
  await app.button('Share…').click();
  await app.share.getByRole('button', { name: 'Copy link', exact: true }).click();
  await app.share.getByRole('button', { name: 'Copied', exact: true }).waitFor();
  assert.match(await app.share.getByRole('status').innerText(), /^Link copied\. \d+ characters, no signature, \d+ claims? masked\./);
  assert.equal(await page.locator('.toast').innerText(), '', 'not behind the dialog');
});

journey('marks follow the focus', { date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  for (const name of ['iss', 'email']) {
    await app.button(`Copy ${name}`).focus();
    await app.row(app.claims, name).and(page.locator('[data-marked]')).waitFor();
    assert.equal(await page.locator('.row[data-marked]').count(), 1);
    assert.notEqual(await app.markedText(), '');
  }
});

journey('marks follow the caret', { date: NOW }, async ({ page, app }) => {
  await app.box.fill(EXPIRED_ID_TOKEN);
  await app.claims.waitFor();
  const seen = new Set();
  await app.box.evaluate((box) => box.setSelectionRange(box.value.indexOf('.') + 4, box.value.indexOf('.') + 4));
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press('ArrowRight');
    const marked = await page.locator('.row[data-marked] .name').allInnerTexts();
    marked.forEach((name) => seen.add(name));
  }
  assert.deepEqual([...seen].slice(0, 3), ['iss', 'aud', 'sub']);
});

journey('the dialog keeps the focus, closes by Escape and gives the focus back', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await app.button('Share…').focus();
  await page.keyboard.press('Enter');
  await app.share.waitFor();
  for (let press = 0; press < 12; press += 1) {
    const isInside = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null);
    assert.ok(isInside, `the focus left the dialog: ${await focused(page)}`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('/');
  assert.ok(await app.share.isVisible(), '/ does nothing while the dialog is open');
  await page.keyboard.press('Escape');
  await app.share.waitFor({ state: 'hidden' });
  assert.equal(await focused(page), 'Share…');

  await page.keyboard.press('Enter');
  await app.share.getByRole('button', { name: 'Close' }).press('Enter');
  await app.share.waitFor({ state: 'hidden' });
  assert.equal(await focused(page), 'Share…');
});

journey('an example is chosen from the menu', { date: NOW }, async ({ page, app }) => {
  const menu = page.locator('summary', { hasText: 'Examples' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^Expired ID token/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('details.menu[open]').count(), 0);
  assert.match(await focused(page), /^Examples/, 'the focus goes back to where the menu was opened');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await app.claims.waitFor();
  assert.match(await app.verdict('Time').innerText(), /Expired 3 days ago/);
});

