// A paste with several tokens shows one of them, and the others are a click or an arrow key away.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { ACCESS_TOKEN, EXPIRED_ID_TOKEN, NOW, REFRESH_TOKEN, SECONDS, TOKEN_RESPONSE, accessToken } from './tokens.mjs';

const { journey } = stage();

async function chosen(app) {
  const names = await app.tabs.and(app.page.locator('[aria-selected="true"]')).allInnerTexts();
  assert.equal(names.length, 1, 'one tab is chosen');
  return names[0].split(/\s/)[0];
}

journey('by click: label, claims, findings and colours change', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN_RESPONSE);
  assert.ok(await page.getByRole('tablist', { name: 'Tokens found' }).isVisible());
  assert.equal(await app.tabs.count(), 3);
  assert.equal(await chosen(app), 'access_token');
  assert.ok(!(await app.findingIds()).includes('expired'));

  await app.tabs.filter({ hasText: 'id_token' }).click();
  assert.equal(await chosen(app), 'id_token');
  assert.ok((await app.findingIds()).includes('expired'));
  assert.match(await app.verdict('Time').innerText(), /Expired 3 days ago/);
  assert.match(await app.row(app.claims, 'email').innerText(), /grace@example\.com/);
  const coloured = (await page.locator('.backdrop [data-paint="part"], .backdrop [data-paint="dot"]').allTextContents()).join('');
  assert.equal(coloured, EXPIRED_ID_TOKEN, 'the chosen token is the coloured one');

  await app.tabs.filter({ hasText: 'refresh_token' }).click();
  assert.match(await app.verdict('Time').innerText(), /No expiry time/);
  assert.ok((await app.findingIds()).includes('refresh-token'));
  assert.equal(await app.box.inputValue(), TOKEN_RESPONSE);
});

journey('by arrow keys, Home and End, with one stop for Tab', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN_RESPONSE);
  await app.tabs.first().focus();
  const steps = [
    ['ArrowRight', 'id_token'],
    ['ArrowRight', 'refresh_token'],
    ['ArrowRight', 'access_token'],
    ['ArrowLeft', 'refresh_token'],
    ['Home', 'access_token'],
    ['End', 'refresh_token'],
  ];
  for (const [key, name] of steps) {
    await page.keyboard.press(key);
    await app.tabs.and(page.locator('[aria-selected="true"]')).filter({ hasText: name }).waitFor();
    const focused = await page.evaluate(() => document.activeElement.innerText);
    assert.ok(focused.startsWith(name), `the focus goes with the choice: ${focused}`);
    const stops = await app.tabs.evaluateAll((tabs) => tabs.map((tab) => tab.tabIndex));
    assert.deepEqual(stops.filter((stop) => stop === 0).length, 1, `one tab can be reached with Tab: ${stops}`);
  }
});

journey('each tab says in words how its token stands', { date: NOW }, async ({ app }) => {
  await app.read(TOKEN_RESPONSE);
  const texts = (await app.tabs.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  assert.deepEqual(texts, ['access_token not expired', 'id_token expired', 'refresh_token no expiry time']);
});

journey('a press on another token in the text chooses it', { date: NOW }, async ({ page, app }) => {
  await app.read(`${ACCESS_TOKEN}\n\n${EXPIRED_ID_TOKEN}`);
  const other = page.locator('.backdrop [data-paint="other"]');
  const place = await other.evaluate((element) => {
    const { x, y, width, height } = element.getClientRects()[0];
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(place.x, place.y);
  await app.verdict('Time').filter({ hasText: 'Expired' }).waitFor();
  assert.equal(await app.tabs.nth(1).getAttribute('aria-selected'), 'true');
});

journey('one token that stands there several times is one', { date: NOW }, async ({ app }) => {
  await app.read([ACCESS_TOKEN, ACCESS_TOKEN, REFRESH_TOKEN, ACCESS_TOKEN].join('\n'));
  assert.equal(await app.tabs.count(), 2);
  assert.match(await app.tabs.first().innerText(), /×\s?3/);
});

journey('from four on they are a table to choose from', { date: NOW }, async ({ page, app }) => {
  const tokens = Array.from({ length: 30 }, (_, position) => accessToken(SECONDS + 60, { jti: `request-${position}` }));
  await app.read(tokens.slice(0, 3).join('\n'));
  assert.equal(await app.tabs.count(), 3);
  await app.read(tokens.join('\n'));
  const table = page.getByRole('grid', { name: 'Tokens found' });
  assert.equal(await table.getAttribute('aria-rowcount'), '31', 'the names of the columns are a row');
  assert.equal(await app.tabs.count(), 0);
  await table.locator('[aria-selected=true]').focus();
  await page.keyboard.press('End');
  await app.row(app.claims, 'jti').filter({ hasText: 'request-29' }).waitFor();
});
