// Pasting an expired ID token answers the four questions at once, on a desk and on a phone, without scrolling or hovering.

import assert from 'node:assert/strict';

import { EVERYWHERE, HTTP, assertInView, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW } from './tokens.mjs';

const { journey } = stage();

const VIEWPORTS = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

const WAYS = {
  'pasting without a click': (app) => app.pasteFromClipboard(EXPIRED_ID_TOKEN),
  'pasting into the box': async (app) => {
    await app.box.click();
    await app.pasteFromClipboard(EXPIRED_ID_TOKEN);
  },
  'a paste event': (app) => app.paste(EXPIRED_ID_TOKEN),
  'typing into the box': (app) => app.box.pressSequentially(EXPIRED_ID_TOKEN),
};

for (const viewport of VIEWPORTS) {
  for (const [way, bring] of Object.entries(WAYS)) {
    if (way.startsWith('typing') && viewport.width < 400) continue; // there the box stays where the reader types
    const places = way.startsWith('typing') ? [HTTP] : EVERYWHERE; // each character is a key press, which takes its time
    journey(`${way} shows all at ${viewport.width}x${viewport.height}`, { places, viewport, date: NOW }, async ({ page, app }) => {
      await bring(app);
      await app.verdict('Time').waitFor();
      await page.waitForTimeout(100);
      await assertInView(app.banner, 'the banner');
      await assertInView(app.sentence.getByText('OpenID Connect ID token', { exact: true }), 'what it is');
      await assertInView(app.sentence.getByText('accounts.example.com', { exact: true }), 'who it says issued it');
      await assertInView(app.verdict('Time'), 'that it expired');
      await assertInView(app.verdict('Signature'), 'that nothing was verified');
      // On a phone the timeline alone has room for the hour.
      const isPhone = viewport.width < 400;
      assert.match(await app.verdict('Time').innerText(), isPhone ? /Expired 3 days ago/ : /Expired 3 days ago\s+20 Nov 2026, 13:00:00 UTC/);
      if (isPhone) await assertInView(page.locator('.timeline').getByText('13:00', { exact: true }).filter({ visible: true }), 'the hour of the end');
      assert.match(await app.verdict('Signature').innerText(), /^Not verified/);
      assert.match(await app.verdict('Structure').innerText(), /^Readable/);
    });
  }
}

journey('pasting over a text replaces it, and undoing brings it back', { date: NOW }, async ({ page, app }) => {
  await app.box.pressSequentially('first');
  await page.keyboard.press('Control+A');
  await app.pasteFromClipboard(EXPIRED_ID_TOKEN);
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  await page.keyboard.press('Control+Z');
  assert.equal(await app.box.inputValue(), 'first');
});

journey('what is copied from a spreadsheet comes as a picture too, and its text counts', { date: NOW }, async ({ page, app }) => {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    clipboardData.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, EXPIRED_ID_TOKEN);
  await app.claims.waitFor({ timeout: 5000 });
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
});

journey('the text stays as it was pasted, and repairs are listed', { date: NOW }, async ({ app }) => {
  const pasted = `Authorization: Bearer ${EXPIRED_ID_TOKEN.replace(/(.{64})/g, '$1\n')}`;
  await app.read(pasted);
  assert.equal(await app.box.inputValue(), pasted);
  const notes = await app.input.getByRole('listitem').allInnerTexts();
  assert.ok(notes.some((note) => note.includes('Removed Authorization: Bearer')), notes.join('\n'));
  assert.ok(notes.some((note) => /Removed \d+ line breaks inside the token/.test(note)), notes.join('\n'));
});

journey('Clear empties the page and takes the reader back to the box', { date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await app.button('Clear').click();
  assert.equal(await app.box.inputValue(), '');
  assert.equal(await app.claims.count(), 0);
  assert.ok(await app.box.evaluate((box) => document.activeElement === box), 'the box has the focus');
  assert.ok(!(await page.content()).includes(EXPIRED_ID_TOKEN.slice(40, 80)));
});

journey('the text around tokens is counted in tokens', { date: NOW }, async ({ page, app }) => {
  await app.read(`The first was ${EXPIRED_ID_TOKEN} and no other.`);
  assert.ok(await app.input.getByText('Found 1 token in the text.').isVisible());
});

for (const width of [1280, 360]) {
  journey(`where a token came from is said before it is read, ${width} px wide`, { date: NOW, hash: `#token=${EXPIRED_ID_TOKEN}`, viewport: { width, height: 740 } }, async ({ page, app }) => {
    await app.claims.waitFor();
    const note = await page.getByText('This token came from the link you opened').boundingBox();
    const answer = await app.banner.boundingBox();
    assert.ok(width > 960 || note.y + note.height <= answer.y, `${note.y} above ${answer.y}`);
  });
}
