// A claim marks the very characters that carry it, and a character marks the claim that it carries.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW, SECONDS, carriers, segments, token } from './tokens.mjs';

const { journey } = stage();

const MEMBERS = ['"iss":"https://accounts.example.com"', `"exp":${SECONDS - 60}`, '"role":"reader"', '"näme":"Gräce 😀"', '"list":[1,{"a":2}]', '"role":"admin"'];
const CLAIMS = `{${MEMBERS.join(',')}}`;
const TOKEN = token({ alg: 'RS256', kid: '7c9d4a' }, CLAIMS, 64);
const { header, payload, signature } = segments(TOKEN);
const EXPECTED = MEMBERS.map((member) => carriers(payload, member));
const percent = (text) => [...text].map((character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).join('');

/** How a token is pasted, and how the marked characters are read there. */
const SPELLINGS = {
  'as it is': [TOKEN, (marked) => marked],
  'behind Bearer': [`Authorization: Bearer ${TOKEN}\n`, (marked) => marked],
  'wrapped over lines': [TOKEN.replace(/(.{37})/g, '$1\n'), (marked) => marked],
  'wrapped and indented': [TOKEN.replace(/(.{41})/g, '$1\r\n    '), (marked) => marked],
  'with dots percent-encoded': [`https://app.example.com/#id_token=${TOKEN.replaceAll('.', '%2E')}&x=1`, decodeURIComponent],
  'percent-encoded throughout': [`https://app.example.com/?id_token=${header}.${percent(payload)}.${signature}&x=1`, decodeURIComponent],
  'behind characters outside ASCII': [`Zugriff für 😀: ${TOKEN}`, (marked) => marked],
};

/** The rows of the claims, by position: two may have one name. */
const rowAt = (app, position) => app.claims.getByRole('listitem').nth(position);

for (const [spelling, [text, plain]] of Object.entries(SPELLINGS)) {
  const places = spelling === 'as it is' ? EVERYWHERE : undefined;

  journey(`pointing at a claim, token ${spelling}`, { places, date: NOW }, async ({ app }) => {
    await app.read(text);
    for (const [position, expected] of EXPECTED.entries()) {
      await rowAt(app, position).hover();
      await rowAt(app, position).and(app.page.locator('[data-marked]')).waitFor();
      assert.equal(plain(await app.markedText()), expected, MEMBERS[position]);
    }
  });

  journey(`pointing at its characters, token ${spelling}`, { places, date: NOW }, async ({ page, app }) => {
    await app.read(text);
    for (const position of EXPECTED.keys()) {
      const { x, y } = await middleOf(page, `.backdrop [data-selection="1:${position}"]`);
      await page.mouse.move(x, y);
      await page.locator(`.row[data-selection="1:${position}"][data-marked]`).waitFor();
      assert.equal(await page.locator('.row[data-marked]').count(), 1, 'one row is marked');
    }
  });
}

async function middleOf(page, selector) {
  const run = page.locator(selector).first();
  await run.scrollIntoViewIfNeeded();
  return run.evaluate((element) => {
    const { x, y, width, height } = element.getClientRects()[0];
    return { x: x + width / 2, y: y + height / 2 };
  });
}

journey('a click on characters keeps the mark when the mouse has gone', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  const { x, y } = await middleOf(page, '.backdrop [data-selection="1:1"]');
  await page.mouse.click(x, y);
  await page.mouse.move(2, 2);
  await rowAt(app, 1).and(page.locator('[data-marked]')).waitFor();
  assert.equal(await app.markedText(), EXPECTED[1]);
});

journey('a tap on a claim marks it', { date: NOW, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, async ({ page, app }) => {
  await app.read(TOKEN);
  await rowAt(app, 0).locator('.name').tap();
  await rowAt(app, 0).and(page.locator('[data-marked]')).waitFor();
  assert.equal(await app.markedText(), EXPECTED[0]);
  await assert.doesNotReject(rowAt(app, 0).getByText(/Carried by/).waitFor({ timeout: 2000 }), 'on a phone the row shows them itself');
});

journey('a tap on characters marks their claim', { date: NOW, hasTouch: true, viewport: { width: 360, height: 740 } }, async ({ page, app }) => {
  await app.read(TOKEN);
  const { x, y } = await middleOf(page, '.backdrop [data-selection="1:2"]');
  await page.touchscreen.tap(x, y);
  await rowAt(app, 2).and(page.locator('[data-marked]')).waitFor();
  assert.equal(await app.markedText(), EXPECTED[2]);
});

journey('header parameters and the signature mark theirs', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await app.row(app.header, 'kid').hover();
  await app.row(app.header, 'kid').and(page.locator('[data-marked]')).waitFor();
  assert.equal(await app.markedText(), carriers(header, '"kid":"7c9d4a"'));
  await app.signature.hover();
  await app.signature.and(page.locator('[data-marked]')).waitFor();
  assert.equal(await app.markedText(), signature);
});

journey('the exact text shows the marked claim too', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await app.claims.getByRole('button', { name: 'Exact text' }).click();
  const { x, y } = await middleOf(page, '.backdrop [data-selection="1:4"]');
  await page.mouse.move(x, y);
  await app.claims.locator('mark').waitFor();
  assert.equal(await app.claims.locator('mark').textContent(), MEMBERS[4]);
});

journey('JSON lines mark their characters, and characters mark their lines', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await app.claims.getByRole('button', { name: 'JSON', exact: true }).click();
  const lines = (position) => app.claims.locator(`.json [data-selection="1:${position}"]`);
  for (const [position, expected] of EXPECTED.entries()) {
    await lines(position).last().hover();
    await lines(position).first().and(page.locator('[data-marked]')).waitFor();
    assert.equal(await app.markedText(), expected, MEMBERS[position]);
  }
  for (const position of EXPECTED.keys()) {
    const { x, y } = await middleOf(page, `.backdrop [data-selection="1:${position}"]`);
    await page.mouse.move(x, y);
    await lines(position).first().and(page.locator('[data-marked]')).waitFor();
    const marked = await app.claims.locator('.json [data-marked]').count();
    assert.equal(marked, await lines(position).count(), 'all lines of one claim are marked, and no other');
  }
  assert.equal(await lines(4).count(), 6, 'the list and the object in it');
});

journey('the coloured text lies exactly beneath the box', { date: NOW }, async ({ page, app }) => {
  await app.read(`Authorization: Bearer ${TOKEN}\n\n`);
  const [box, backdrop] = await page.evaluate(() =>
    ['textarea', '.backdrop'].map((selector) => {
      const element = document.querySelector(selector);
      const { x, y, width, height } = element.getBoundingClientRect();
      const { font, letterSpacing, whiteSpace, wordBreak, padding, tabSize } = getComputedStyle(element);
      return { x, y, width, height, font, letterSpacing, whiteSpace, wordBreak, padding, tabSize };
    }),
  );
  assert.deepEqual(box, backdrop);
  assert.equal(await page.locator('.backdrop').textContent(), `${await app.box.inputValue()}\n`);
});
