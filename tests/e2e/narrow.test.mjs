// At 320 pixels nothing sticks out at the side, whatever the page shows, and what it shows can be used.

import assert from 'node:assert/strict';

import { stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW, SECONDS, TOKEN_RESPONSE, accessToken, longToken, token } from './tokens.mjs';

const { journey } = stage();
const options = { viewport: { width: 320, height: 640 }, date: NOW };

const LONG = 'a-very-long-name-without-any-place-to-break-'.repeat(8);

const STATES = {
  'one token': EXPIRED_ID_TOKEN,
  'three tokens': TOKEN_RESPONSE,
  'twelve tokens': Array.from({ length: 12 }, (_, n) => `${'x'.repeat(30)}_${n}=${accessToken(SECONDS + 60, { jti: `${n}` })}`).join('\n'),
  'thirty tokens': Array.from({ length: 30 }, (_, n) => accessToken(SECONDS + 60, { jti: `${n}` })).join('\n'),
  'long names and values': token(
    { alg: LONG, kid: LONG, typ: LONG },
    { iss: `https://${LONG}`, aud: LONG, sub: LONG, [LONG]: LONG, exp: SECONDS - 60, iat: SECONDS - 4000, wide: '漢'.repeat(500), deep: { [LONG]: [LONG] } },
  ),
  'times far apart': token({ alg: 'HS256' }, { nbf: -62135596800, iat: 1, exp: 253402300799 }),
  'a time in milliseconds': token({ alg: 'HS256' }, { iat: NOW, exp: NOW + 3_600_000 }),
  'a damaged token': EXPIRED_ID_TOKEN.slice(0, 210),
  'broken JSON': token({ alg: 'HS256' }, `{"sub":"1",'exp':1,"${LONG}`),
  'no token': `${LONG} holds none`,
  'a long token': longToken(60_000),
};

/** What sticks out of the page at its right side. */
function sticksOut(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth} > ${clientWidth}`, ...beyond.map((element) => element.outerHTML.slice(0, 100))].slice(0, 8);
  });
}

journey('the empty page', options, async ({ page }) => {
  assert.deepEqual(await sticksOut(page), []);
  await page.locator('summary', { hasText: 'Examples' }).click();
  assert.deepEqual(await sticksOut(page), [], 'with the menu open');
  const menu = await page.locator('.menu ul').boundingBox();
  assert.ok(menu.x >= 0 && menu.x + menu.width <= 320, `the menu stands at ${JSON.stringify(menu)}`);
});

for (const [state, text] of Object.entries(STATES)) {
  journey(state, options, async ({ page, app }) => {
    await app.pasteWhole(text);
    const table = page.getByRole('grid', { name: 'Tokens found' });
    await (state === 'no token' ? app.nothingFound : app.claims.or(table)).first().waitFor();
    assert.deepEqual(await sticksOut(page), []);
    if (await table.isVisible()) {
      await table.getByRole('row').nth(1).click();
      await app.claims.waitFor();
      assert.deepEqual(await sticksOut(page), [], 'the answer of one of many');
    }
    for (const button of await page.getByRole('button', { name: 'JSON', exact: true }).all()) await button.click();
    assert.deepEqual(await sticksOut(page), [], 'as JSON');
    for (const button of await page.getByRole('button', { name: 'Exact text' }).all()) await button.click();
    assert.deepEqual(await sticksOut(page), [], 'as exact text');
  });
}

journey('the share dialog', options, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await app.button('Share…').click();
  assert.deepEqual(await sticksOut(page), []);
  const dialog = await app.share.boundingBox();
  assert.ok(dialog.x >= 0 && dialog.x + dialog.width <= 320, `the dialog stands at ${JSON.stringify(dialog)}`);
  const narrow = await app.share.evaluate((element) => element.scrollWidth <= element.clientWidth);
  assert.ok(narrow, 'nothing sticks out of the dialog');
  for (const button of await app.share.getByRole('button').all()) {
    const place = await button.boundingBox();
    assert.ok(place.x >= 0 && place.x + place.width <= 320, `${await button.innerText()} stands at ${JSON.stringify(place)}`);
  }
});

journey('the text is three lines high once there is a token, and the answer follows it', options, async ({ page, app }) => {
  const empty = await app.box.boundingBox();
  assert.ok(empty.y < 640, 'the box of the empty page is in view');
  await app.read(EXPIRED_ID_TOKEN);
  const [answer, text] = [await app.answer.boundingBox(), await page.locator('.box').boundingBox()];
  assert.ok(text.y < answer.y && text.height < 90, `${JSON.stringify(text)} ${answer.y}`);
});

journey('a classic scroll bar leaves room enough', { ...options, viewport: { width: 305, height: 640 } }, async ({ page, app }) => {
  assert.deepEqual(await sticksOut(page), [], 'on the empty page');
  await app.read(EXPIRED_ID_TOKEN);
  assert.deepEqual(await sticksOut(page), []);
});

journey('the words of the timeline do not touch', { ...options, viewport: { width: 320, height: 900 } }, async ({ page, app }) => {
  const times = [
    { iat: SECONDS - 4000, exp: SECONDS - 400 },
    { nbf: SECONDS - 5000, iat: SECONDS - 4000, exp: SECONDS - 400 },
    { nbf: SECONDS + 60, iat: SECONDS - 60, exp: SECONDS + 31_000_000 },
    { iat: SECONDS - 400_000_000, exp: SECONDS + 3 },
  ];
  for (const claims of times) {
    await app.read(token({ alg: 'HS256' }, claims));
    const overlapping = await page.locator('svg.timeline').evaluate((bar) => {
      const words = [...bar.querySelectorAll('text')].filter((text) => text.getClientRects().length > 0).map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      const touch = (one, other) => one.left < other.right && other.left < one.right && one.top + 2 < other.bottom && other.top + 2 < one.bottom;
      const pairs = words.flatMap((one, at) => words.slice(at + 1).filter((other) => touch(one.box, other.box)).map((other) => `${one.text} / ${other.text}`));
      const edge = bar.getBoundingClientRect();
      return pairs.concat(words.filter(({ box }) => box.left < edge.left - 1 || box.right > edge.right + 1).map(({ text }) => `${text} is cut`));
    });
    assert.deepEqual(overlapping, [], JSON.stringify(claims));
  }
});

journey('buttons are large enough for a finger', { ...options, hasTouch: true, isMobile: true }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  const small = await page.locator('button:visible:not(.link), summary:visible, select:visible').evaluateAll((all) =>
    all.map((one) => [one.innerText.slice(0, 30), one.getBoundingClientRect()]).filter(([, box]) => box.height < 24 || box.width < 24).map(([name]) => name),
  );
  assert.deepEqual(small, []);
});
