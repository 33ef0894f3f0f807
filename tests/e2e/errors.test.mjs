// Bad input gets a clear sentence with its place, and everything else stays readable.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW, SECONDS, base64url, segments, token } from './tokens.mjs';

const { journey } = stage();
const HEADER = { alg: 'HS256', typ: 'JWT' };

const names = (panel) => panel.locator('.row .name').allInnerTexts();

journey('broken JSON: the place, a hint, and the members that are whole', { places: EVERYWHERE, date: NOW }, async ({ app }) => {
  await app.read(token(HEADER, '{\n  "sub": "1",\n  "role": "reader",\n  \'exp\': 1\n}'));
  assert.match(await app.verdict('Structure').innerText(), /Damaged/);
  const text = await app.claims.innerText();
  assert.match(text, /line 4, column 3/);
  assert.match(text, /double quotes/);
  assert.deepEqual((await names(app.claims)).slice(0, 2), ['sub', 'role']);
  assert.deepEqual(await names(app.header), ['alg', 'typ']);
  assert.equal(await app.claims.locator('mark.place').count(), 1, 'the place is marked in the exact text');
  assert.ok((await app.findingIds()).includes('json-invalid'));
});

const FAULTS = {
  'a trailing comma': ['{"sub":"1",}', /no comma before the end.*line 1, column 12/],
  'a missing comma': ['{"sub":"1" "exp":1}', /comma missing.*line 1, column 12/],
  NaN: ['{"sub":"1","exp":NaN}', /NaN.*line 1, column 18/],
  'a Python word': ['{"sub":"1","ok":True}', /Python.*line 1, column 17/],
  'text behind': ['{"sub":"1"} x', /line 1, column 13/],
};
for (const [fault, [claims, sentence]] of Object.entries(FAULTS)) {
  journey(`${fault} is said with its place`, { date: NOW }, async ({ app }) => {
    await app.read(token(HEADER, claims));
    assert.match((await app.claims.innerText()).replace(/\s+/g, ' '), sentence);
    assert.equal((await names(app.claims))[0], 'sub');
  });
}

journey('a byte that is not UTF-8 is located, and the rest is read', { date: NOW }, async ({ app }) => {
  await app.read(token(HEADER, Buffer.concat([Buffer.from('{"sub":"gr'), Buffer.from([0xff]), Buffer.from('ce","exp":1}')])));
  assert.match(await app.answer.innerText(), /0xFF[\s\S]*byte 10/);
  assert.deepEqual(await names(app.claims), ['sub', 'exp']);
});

journey('a token cut in the middle', { places: EVERYWHERE, date: NOW }, async ({ app }) => {
  await app.read(EXPIRED_ID_TOKEN.slice(0, 210));
  assert.match(await app.verdict('Structure').innerText(), /Damaged[\s\S]*payload ends too early/);
  assert.ok((await names(app.claims)).includes('iss'));
  assert.ok((await app.findingIds()).includes('truncated-token'));
  assert.ok(await app.banner.isVisible());
});

journey('a single segment', { date: NOW }, async ({ app }) => {
  await app.paste(base64url('{"alg":"HS256","typ":"JWT"}'));
  await app.header.waitFor();
  assert.deepEqual(await names(app.header), ['alg', 'typ']);
  assert.match(await app.sentence.innerText(), /header by itself/);
  const raised = await app.page.locator('.verdicts [data-severity]').allInnerTexts();
  const isExplained = raised.length === 0 || (await app.findingIds()).length > 0;
  assert.ok(isExplained, `a verdict that warns has a finding that says why: ${raised}`);
});

journey('header and claims alone, without the last dot', { date: NOW }, async ({ app }) => {
  const { header, payload } = segments(EXPIRED_ID_TOKEN);
  await app.read(`${header}.${payload}`);
  assert.match(await app.verdict('Signature').innerText(), /Missing/);
  assert.ok((await app.findingIds()).includes('signature-missing'));
});

journey('four segments', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(`${EXPIRED_ID_TOKEN}.ZXh0cmE`);
  assert.match(await app.verdict('Structure').innerText(), /4 parts, 1 too many/);
  assert.ok((await app.findingIds()).includes('wrong-segment-count'));
  assert.ok(await page.getByRole('region', { name: 'Other parts' }).isVisible());
  assert.match(await app.verdict('Time').innerText(), /Expired/);
});

journey('padding and the standard alphabet are read and reported', { date: NOW }, async ({ app }) => {
  const standard = [JSON.stringify(HEADER), `{"sub":"???>>>","exp":${SECONDS + 60}}`, 'signature!'].map((part) => Buffer.from(part).toString('base64'));
  await app.read(standard.join('.'));
  assert.match(await app.verdict('Structure').innerText(), /Readable[\s\S]*irregular encoding/);
  const ids = await app.findingIds();
  assert.ok(ids.includes('base64-padding') && ids.includes('base64-standard-alphabet'), ids.join());
});

journey('a text without a token', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.paste('The quick brown fox. It has no token.');
  await app.nothingFound.waitFor();
  assert.match(await app.nothingFound.innerText(), /begins with eyJ/);
  assert.equal(await app.banner.count(), 0, 'nothing was decoded');
  assert.equal(await page.getByRole('region', { name: 'Get the token that was sent' }).getByRole('listitem').count(), 3);
  assert.ok(await page.getByRole('region', { name: 'What this page looked for' }).isVisible());
  assert.equal(await app.claims.count(), 0);
  await app.paste(EXPIRED_ID_TOKEN);
  await app.claims.waitFor();
  assert.equal(await app.nothingFound.count(), 0);
});

journey('a log that shows no token says where it would stand', { date: NOW }, async ({ app }) => {
  await app.paste("Error: Request failed with status code 401\n  headers: { Authorization: 'Bearer [redacted]' }");
  await app.answer.getByText('A token could stand after Authorization: this text has [redacted] there.').waitFor();
});

journey('a binary file is named', { date: NOW }, async ({ page, app }) => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
  for (const [name, buffer, what] of [
    ['shot.png', png, 'This is a PNG image'],
    ['page.pdf', Buffer.from('%PDF-1.7\n'), 'This is a PDF document'],
    ['all.zip', Buffer.from('PK\x03\x04\x14\0'), 'This is a ZIP archive'],
    ['log.gz', Buffer.from([0x1f, 0x8b, 8, 0]), 'This is a gzip file'],
    ['app.db', Buffer.from('SQLite format 3\0'), 'This is an SQLite database'],
  ]) {
    await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await app.answer.getByText(what).waitFor();
    assert.equal(await app.banner.count(), 0);
  }
});

journey('a file over the page is shown until it is dropped or taken away', { date: NOW }, async ({ page, app }) => {
  const drag = (type) => page.evaluate((name) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  }, type);
  const hint = page.getByText('Drop the file to read it');
  await drag('dragenter');
  await hint.waitFor();
  await drag('dragleave');
  await hint.waitFor({ state: 'detached' });
  await drag('dragenter');
  await hint.waitFor();
  await drag('drop');
  await hint.waitFor({ state: 'detached' });
  await app.nothingFound.waitFor();
});

journey('blanks alone are an empty page', { date: NOW }, async ({ page, app }) => {
  await app.box.fill('  \n\t ');
  assert.ok(await page.getByText('Paste anything that holds a token.').isVisible());
  assert.equal(await app.nothingFound.count(), 0);
});

journey('the empty page teaches', { places: EVERYWHERE }, async ({ page, app }) => {
  assert.equal(await app.banner.count(), 0, 'nothing was decoded');
  assert.ok(await app.box.isVisible());
  const text = `${await app.input.innerText()} ${await app.answer.innerText()}`;
  for (const word of ['Authorization', 'cookie', 'curl', 'HAR', 'drop a file', '#token=', 'forbids', 'Signature']) assert.match(text, new RegExp(word, 'i'));
  await app.answer.getByRole('button', { name: 'Expired ID token' }).click();
  await app.claims.waitFor();
  assert.match(await app.verdict('Time').innerText(), /Expired 3 days ago/);
});

journey('every example is readable', { date: NOW }, async ({ page, app }) => {
  const count = await page.locator('.menu li button').count();
  assert.ok(count >= 12, `${count} examples`);
  for (let position = 0; position < count; position += 1) {
    await page.locator('summary', { hasText: 'Examples' }).click();
    const example = page.locator('.menu li button').nth(position);
    const name = await example.innerText();
    await example.click();
    await app.header.first().waitFor();
    // What is encrypted shows no claims, and says so.
    assert.equal(await app.claims.count(), name.startsWith('Encrypted') ? 0 : 1, name);
    assert.equal(await page.locator('details.menu[open]').count(), 0);
  }
});
