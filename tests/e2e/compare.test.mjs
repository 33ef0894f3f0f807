// Two tokens side by side: any two of a paste, or one with a second paste; and the way back.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { ACCESS_TOKEN, ISSUER, NOW, SECONDS, TOKEN_RESPONSE, accessToken, token } from './tokens.mjs';

const { journey } = stage();

const HEADER = { alg: 'ES256', kid: 'k-2026', typ: 'JWT' };
const CLAIMS = { iss: ISSUER, sub: 'grace', sid: 's-1', scope: 'read profile', address: { city: 'Berlin', zip: '10115' } };
const FIRST = token(HEADER, { ...CLAIMS, iat: SECONDS - 3600, exp: SECONDS + 3 }, 64);
const NEXT = token({ ...HEADER, kid: 'k-2027' }, { ...CLAIMS, scope: 'read admin', address: { zip: '10115', city: 'Hamburg' }, iat: SECONDS - 300, exp: SECONDS + 3300 }, 64);

const comparison = (page) => page.locator('.compare');
const list = (page) => page.getByRole('combobox', { name: /^Compare/ });
const second = (page) => page.getByRole('textbox', { name: 'What to compare with' });
const compared = (page) => page.getByRole('region', { name: 'Claims compared' });
const row = (page, name) => compared(page).getByRole('listitem').filter({ has: page.locator('.name').getByText(name, { exact: true }) });
const topic = (page, name) => page.locator('.compare .facts dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');

/** The words of the sets in a row, with their signs. */
const words = (place) => place.locator('.word').evaluateAll((all) => all.map((word) => [word.querySelector('.sign').textContent, word.querySelector('bdi').textContent].join(' ')));

/** What people read, in one line. */
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

function sticksOut(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth} > ${clientWidth}`, ...beyond.map((element) => element.outerHTML.slice(0, 100))].slice(0, 8);
  });
}

for (const width of [1280, 360]) {
  const options = { places: EVERYWHERE, viewport: { width, height: 800 }, date: NOW };

  journey(`any two of a paste and back, ${width} px wide`, options, async ({ page, app }) => {
    await app.read(`old=${FIRST}\nnew=${NEXT}`);
    await list(page).selectOption({ label: 'new' });
    await comparison(page).waitFor();
    assert.ok(await app.banner.isVisible(), 'nothing is verified here either');
    assert.equal(await app.claims.count(), 0, 'it stands in place of the answer');

    assert.match(await text(topic(page, 'User')), /^= same Both are about the same user/);
    assert.match(await text(topic(page, 'Session')), /^= same Both name the same sign-in/);
    assert.match(await text(topic(page, 'Scopes')), /^≠ different Only the later token: admin · only the earlier token: profile\.$/);
    assert.match(await text(topic(page, 'Key')), /^≠ different After: k-2027 · Before: k-2026\.$/);
    assert.match(await text(topic(page, 'Times')), /^≠ different After: issued 55 minutes later, expires 54 minutes 57 seconds later/);
    const remarks = page.getByRole('region', { name: 'What the two reveal together' });
    assert.match(await text(remarks), /The later token is likely the refreshed successor of the earlier one/);

    assert.match(await text(row(page, 'scope')), /^scope ≠ changed/);
    assert.deepEqual(await words(row(page, 'scope')), ['− profile', '= read', '+ admin', '= read']);
    assert.deepEqual(await page.locator('.sides .whose').allInnerTexts(), ['Before', 'After']);
    assert.match(await text(row(page, 'address')), /\/city "Berlin" ≠ "Hamburg"$/);
    assert.match(await text(row(page, 'exp')), /After: 54 minutes 57 seconds later\.$/);
    assert.equal(await row(page, 'iss').filter({ visible: true }).count(), 0, 'what is the same is folded away');
    await compared(page).getByText('3 the same', { exact: true }).click();
    assert.ok(await row(page, 'iss').isVisible());

    await app.button('Swap sides').click();
    assert.match(await text(topic(page, 'Scopes')), /Only the earlier token: profile · only the later token: admin\.$/);

    await app.button('‹ Back to old').click();
    assert.equal(await comparison(page).count(), 0);
    assert.ok(await app.row(app.claims, 'iss').isVisible());
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answer', 'the focus is where the reader is');
  });

  journey(`what is redacted is not told as the same, ${width} px wide`, options, async ({ page, app }) => {
    const masked = { ...CLAIMS, iss: 'redacted by the sender', sub: 'redacted by the sender' };
    const [one, other] = [1, 2].map((n) => token(HEADER, { ...masked, iat: SECONDS - n, exp: SECONDS + 60 }, 64));
    await app.read(`old=${one}\nnew=${other}`);
    await list(page).selectOption({ label: 'new' });
    await comparison(page).waitFor();
    assert.equal(await topic(page, 'User').count(), 0);
    assert.match(await text(topic(page, 'Session')), /^\? not known sid is the same, but they are not known to be of one issuer\.$/);
    assert.match(await text(row(page, 'sub')), /^sub \? redacted/);
    assert.equal(await comparison(page).getByText('refreshed successor').count(), 0);
    assert.deepEqual(await sticksOut(page), []);
  });

  journey(`with a second paste, ${width} px wide`, options, async ({ page, app }) => {
    await app.read(FIRST);
    assert.equal(await list(page).count(), 0, 'there is no other one');
    await app.button('Compare…').click();
    assert.ok(await second(page).evaluate((box) => box === document.activeElement), 'it can be pasted at once');
    await app.pasteFromClipboard('nothing to see');
    await comparison(page).getByText('No token found in this text.').waitFor();
    await page.keyboard.press('Control+A');
    await app.pasteFromClipboard(`Authorization: Bearer ${NEXT}\n${ACCESS_TOKEN}`);
    await comparison(page).getByText('It holds several tokens: the first is compared.').waitFor();
    assert.deepEqual(await words(row(page, 'scope')), ['− profile', '= read', '+ admin', '= read']);
    assert.equal(await app.box.inputValue(), FIRST, 'the first text is as it was');
    assert.equal(await second(page).inputValue(), `Authorization: Bearer ${NEXT}\n${ACCESS_TOKEN}`, 'and the second stays');
    assert.ok(await second(page).evaluate((box) => box === document.activeElement), 'with the focus in it');
    assert.deepEqual(await sticksOut(page), []);
    await app.button('‹ Back to token').click();
    await app.claims.waitFor();
    assert.equal(await second(page).count(), 0, 'the second text is gone');
  });
}

journey('by keyboard alone', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN_RESPONSE);
  await app.tabs.first().focus();
  await page.keyboard.press('Tab');
  assert.ok(await list(page).evaluate((select) => select === document.activeElement), 'the list comes behind the tabs');
  await page.keyboard.type('id_t');
  await comparison(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.ok(await list(page).evaluate((select) => select === document.activeElement), 'the list goes on in the comparison');
  await page.keyboard.type('refresh');
  await page.locator('.sides').filter({ hasText: 'refresh_token' }).waitFor();
  assert.ok(await list(page).evaluate((select) => select === document.activeElement), 'and keeps the focus');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await app.claims.waitFor();
});

journey('the clock goes on, and an end comes with the text', { now: NOW }, async ({ page, app }) => {
  await app.read(`old=${FIRST}\nnew=${NEXT}`);
  await list(page).selectOption({ label: 'new' });
  await row(page, 'exp').filter({ hasText: 'in 3 seconds' }).waitFor();
  await page.clock.runFor(5000);
  await row(page, 'exp').filter({ hasText: '2 seconds ago' }).waitFor();
  assert.match(await text(page.locator('.sides .side').first()), /, expired/);

  await app.box.press('Control+End');
  await app.box.pressSequentially(' and');
  assert.equal(await comparison(page).count(), 1, 'both are still there');
  await app.box.fill(`old=${FIRST}`);
  await app.claims.waitFor();
  assert.equal(await comparison(page).count(), 0, 'the other is gone');

  await app.button('Compare…').click();
  await second(page).fill(NEXT);
  await row(page, 'scope').waitFor();
  await app.button('Clear').click();
  assert.equal(await page.getByText('k-2027').count() + (await comparison(page).count()), 0, 'nothing is left of it');
  assert.equal(await app.box.inputValue(), '');
});

journey('a tab shows its token again', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN_RESPONSE);
  await list(page).selectOption({ label: 'id_token' });
  await comparison(page).waitFor();
  await app.tabs.filter({ hasText: 'refresh_token' }).click();
  await app.claims.waitFor();
  assert.equal(await comparison(page).count(), 0);

});

journey('a paste anywhere is the second token, and the first is not lost', { date: NOW }, async ({ page, app }) => {
  await app.read(FIRST);
  await app.button('Compare…').click();
  await page.evaluate(() => document.activeElement.blur());
  await app.paste(NEXT);
  await row(page, 'scope').waitFor();
  assert.equal(await app.box.inputValue(), FIRST);
  assert.equal(await second(page).inputValue(), NEXT);
  await app.paste('nothing to see');
  await comparison(page).getByText('No token found in this text.').waitFor();
  assert.equal(await app.box.inputValue(), FIRST);
  await app.button('‹ Back to token').click();
  await app.paste(NEXT);
  await app.claims.waitFor();
  assert.equal(await app.box.inputValue(), NEXT, 'and is the first one again');
});

journey('a paste beside two of one text takes the place of the second', { date: NOW }, async ({ page, app }) => {
  await app.read(`old=${FIRST}\nnew=${accessToken(SECONDS + 60, { jti: 'x' })}`);
  await list(page).selectOption({ label: 'new' });
  await comparison(page).waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await app.paste(NEXT);
  await row(page, 'scope').waitFor();
  assert.deepEqual(await words(row(page, 'scope')), ['− profile', '= read', '+ admin', '= read']);
  assert.match(await app.box.inputValue(), /^old=/);
});

journey('the later one is After, wherever it stands in the text', { date: NOW }, async ({ page, app }) => {
  const [old, fresh] = [['api', 60], [['api', 'new'], 30]].map(([aud, ago]) => token(HEADER, { ...CLAIMS, aud, groups: ['g1', 'g2'], iat: SECONDS - ago }, 64));
  await app.read(`fresh=${fresh}\nold=${old}`);
  await list(page).selectOption({ label: 'old' });
  await compared(page).waitFor();
  assert.deepEqual(await page.locator('.sides b').allInnerTexts(), ['old', 'fresh']);
  assert.deepEqual(await words(row(page, 'aud')), ['= api', '+ new', '= api']);
  await app.button('Swap sides').click();
  assert.deepEqual(await page.locator('.sides .whose').allInnerTexts(), ['After', 'Before']);
  assert.deepEqual(await words(row(page, 'aud')), ['+ new', '= api', '= api']);
});

journey('a paste into another field stays there', { date: NOW }, async ({ page, app }) => {
  await app.read(FIRST);
  await page.getByText('See it at another time').click();
  await page.getByRole('textbox', { name: 'At', exact: true }).focus();
  await app.pasteFromClipboard('1795178700');
  assert.equal(await page.getByRole('textbox', { name: 'At', exact: true }).inputValue(), '1795178700');
  assert.equal(await app.box.inputValue(), FIRST);
});

journey('the second box keeps to itself what is in it, as the first does', { date: NOW }, async ({ page, app }) => {
  await app.read(FIRST);
  await app.button('Compare…').click();
  const attributes = (box) => box.evaluate((it) => [...it.attributes].map(({ name, value }) => `${name}=${value}`).filter((one) => !/^(id|placeholder|aria-label|maxlength)=/.test(one)).sort());
  assert.deepEqual(await attributes(second(page)), await attributes(app.box));
});

journey('what is dropped on the second box goes there', { date: NOW }, async ({ page, app }) => {
  await app.read(FIRST);
  await app.button('Compare…').click();
  await second(page).evaluate((box, dropped) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', dropped);
    box.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, NEXT);
  await row(page, 'scope').waitFor();
  assert.equal(await second(page).inputValue(), NEXT);
  assert.equal(await app.box.inputValue(), FIRST);
});

journey('the caret in the second text marks nothing in the first', { date: NOW }, async ({ page, app }) => {
  await app.read(FIRST);
  await app.button('Compare…').click();
  await second(page).fill(NEXT);
  await second(page).click({ position: { x: 200, y: 40 } });
  await row(page, 'scope').waitFor();
  assert.equal(await app.marked.count(), 0);
});

const LONG = 'a-very-long-name-without-any-place-to-break-'.repeat(8);
const WIDE = {
  'two of a paste': `old=${FIRST}\nnew=${NEXT}`,
  'long names and values': [LONG, LONG.toUpperCase()].map((long) => token({ alg: long, kid: long }, { iss: long, aud: long, sub: long, [long]: long, x: long, iat: 1, exp: 2, deep: { [LONG]: [long] } })).join('\n'),
  'thirty tokens': Array.from({ length: 30 }, (_, n) => accessToken(SECONDS + 60, { jti: `${n}` })).join('\n'),
  'twelve tokens': Array.from({ length: 12 }, (_, n) => `${'x'.repeat(30)}_${n}=${accessToken(SECONDS + 60, { jti: `${n}` })}`).join('\n'),
};

for (const [name, pasted] of Object.entries(WIDE)) {
  journey(`320 px wide: ${name}`, { viewport: { width: 320, height: 640 }, date: NOW }, async ({ page, app }) => {
    await app.pasteWhole(pasted);
    await page.locator('.head:visible, #tokens').first().waitFor();
    assert.deepEqual(await sticksOut(page), [], 'before');
    if (await page.getByRole('grid', { name: 'Tokens found' }).count()) {
      // Of many, each is chosen in the table.
      await page.getByRole('row').filter({ hasText: '5ba552d67' }).nth(1).click();
      await app.claims.waitFor();
      await page.getByRole('button', { name: /^‹ \d+ tokens$/ }).click();
      await app.button('Compare with the one before').click();
    } else {
      await list(page).selectOption({ index: 1 });
    }
    await compared(page).waitFor();
    for (const folded of await page.locator('.alike summary').all()) await folded.click();
    assert.deepEqual(await sticksOut(page), []);
    const [one, other] = await compared(page).locator('.diff').first().locator('.side').evaluateAll((all) => all.map((side) => side.getBoundingClientRect().toJSON()));
    assert.ok(other.top >= one.bottom, 'one below the other');
    assert.match(await text(compared(page).locator('.diff').first()), /(Before .* After|First .* Second) /);
  });
}

journey('side by side where there is room', { viewport: { width: 1280, height: 800 }, date: NOW }, async ({ page, app }) => {
  await app.read(`old=${FIRST}\nnew=${NEXT}`);
  await list(page).selectOption({ label: 'new' });
  const [one, other] = await row(page, 'scope').locator('.side').evaluateAll((all) => all.map((side) => side.getBoundingClientRect().toJSON()));
  assert.ok(other.left >= one.right && other.top === one.top, JSON.stringify([one, other]));
  const heads = await page.locator('.sides .side').evaluateAll((all) => all.map((side) => side.getBoundingClientRect().left));
  assert.ok(Math.abs(heads[0] - one.left) < 2 && Math.abs(heads[1] - other.left) < 2, `the heads stand over their columns: ${heads}, ${one.left}, ${other.left}`);
});

journey('names, ids and references hold', { date: NOW }, async ({ page, app }) => {
  await app.read(`old=${FIRST}\nnew=${NEXT}`);
  await list(page).selectOption('another');
  await second(page).fill(NEXT);
  await compared(page).waitFor();
  const wrong = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const led = ['aria-labelledby', 'aria-controls', 'for'].flatMap((name) => [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)));
    const nameless = [...document.querySelectorAll('textarea, select')].filter((field) => !field.labels.length && !field.ariaLabel).map((field) => field.outerHTML);
    return [...ids.filter((id, at) => ids.indexOf(id) !== at), ...led.filter((id) => !document.getElementById(id)), ...nameless];
  });
  assert.deepEqual(wrong, []);
  assert.ok((await app.announced()).some((said) => /^Two tokens side by side: 5 differences\./.test(said)), `${await app.announced()}`);
});

journey('two tokens of 20,000 claims each', { date: NOW }, async ({ page, app }) => {
  const claims = (value) => Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`claim-${(n * 7919) % 20_000}`, n % 2 ? value : 0]));
  await app.paste([token(HEADER, claims(1), 64), token(HEADER, claims(2), 64)].join('\n'));
  await app.claims.waitFor({ timeout: 20_000 });
  const start = Date.now();
  await list(page).selectOption({ index: 1 });
  await compared(page).getByText('10000 changed, 10000 the same').waitFor();
  assert.ok(Date.now() - start < 3000, `${Date.now() - start} ms`);
  assert.equal(await compared(page).locator('.diff').count(), 200);
  const elements = await comparison(page).evaluate((element) => element.querySelectorAll('*').length);
  assert.ok(elements < 5000, `${elements} elements`);
});
