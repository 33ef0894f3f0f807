// A key of the reader's stands in the key box and nowhere else: not in the document, a link, a report, a print or any storage.

import assert from 'node:assert/strict';
import { createCipheriv, createHmac, generateKeyPairSync, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';

import { EVERYWHERE, NOTHING, kept, stage } from './pages.mjs';
import { NOW, base64url } from './tokens.mjs';

const on = stage();
const { journey, clipboard } = on;

const panel = (page) => page.locator('#check');
const box = (page) => page.getByRole('textbox', { name: 'Secret or public key' });

/** No English word, and nothing that stands in a token of these journeys. */
const SECRET = 'Zq7!vK2#mX9$pL4%wT8^rJ3&bN6*yH5(gD1';
const CLAIMS = JSON.stringify({ sub: 'reader', exp: NOW / 1000 + 3600 });

function signed(secret) {
  const input = `${base64url('{"alg":"HS256","kid":"k1"}')}.${base64url(CLAIMS)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** RFC 7516: `contentKey` encrypts, and `encryptedKey` is what the header says about it. */
function sealed(header, contentKey, encryptedKey = Buffer.alloc(0)) {
  const head = base64url(JSON.stringify(header));
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(head));
  const content = Buffer.concat([cipher.update(CLAIMS), cipher.final()]);
  return [head, ...[encryptedKey, iv, content, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

function sealedWithPassword(password) {
  const header = { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2s: base64url('salt of sixteen'), p2c: 2000 };
  const salt = Buffer.concat([Buffer.from(`${header.alg}\0`), Buffer.from(header.p2s, 'base64url')]);
  const contentKey = randomBytes(32);
  const wrap = createCipheriv('id-aes128-wrap', pbkdf2Sync(password, salt, header.p2c, 16, 'sha256'), Buffer.alloc(8, 0xa6));
  return sealed(header, contentKey, Buffer.concat([wrap.update(contentKey), wrap.final()]));
}

/** As NextAuth.js 4 has it. */
const sealedByNextAuth = (secret) =>
  sealed({ alg: 'dir', enc: 'A256GCM' }, Buffer.from(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32)));

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PRIVATE = privateKey.export({ format: 'jwk' });
const PEM = privateKey.export({ format: 'pem', type: 'pkcs8' });
const bodyOf = (pem) => pem.split('\n').filter((line) => !line.startsWith('-')).join('');

/** By what is pasted in the key box: the token beside it, the key text, the secrets in it, and how the page ends up. */
const VISITS = {
  'a secret that fits': [signed(SECRET), SECRET, [SECRET], /fits the key you pasted/],
  'a secret that fits in another reading': [signed(SECRET), Buffer.from(SECRET).toString('base64'), [SECRET], /read as base64/],
  'a secret with its name that does not fit': [signed('another one'), `JWT_SECRET="${SECRET}"`, [SECRET], /≠/],
  'a private JWK': [signed('another one'), JSON.stringify(PRIVATE), [Buffer.from(PRIVATE.d, 'base64url'), PRIVATE.d], /private/],
  'a private PEM': [signed('another one'), PEM, [Buffer.from(PRIVATE.d, 'base64url'), bodyOf(PEM)], /private/],
  'a broken private PEM': [signed('another one'), PEM.replace('M', '!'), [bodyOf(PEM).slice(1)], /cannot be read|not read|PEM/],
  'a password that opens': [sealedWithPassword(SECRET), SECRET, [SECRET], /Decrypted with/],
  'a password that does not': [sealedWithPassword(SECRET), `${SECRET}2`, [SECRET], /wrong key/],
  'the secret of a site': [sealedByNextAuth(SECRET), SECRET, [SECRET], /NextAuth|Decrypted with/],
};

/** A secret as it could be said: as text, in base64 of either alphabet from each of its first bytes on, in hexadecimal. */
function spellings(secret) {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].flatMap((from) => ['base64', 'base64url'].map((form) => bytes.subarray(from).toString(form)));
  const digits = bytes.toString('hex');
  const text = typeof secret === 'string' ? [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)] : [];
  return [...text, ...shifted, digits, digits.toUpperCase()];
}

/** Eight characters of a secret in a row are too many. */
function assertHoldsNone(text, secrets, where) {
  for (const spelling of secrets.flatMap(spellings)) {
    for (let at = 0; at + 8 <= spelling.length; at += 1) {
      const piece = spelling.slice(at, at + 8);
      assert.ok(!text.includes(piece), `${where} holds ${piece}: …${text.slice(Math.max(0, text.indexOf(piece) - 80), text.indexOf(piece) + 40)}…`);
    }
  }
}

/** All attributes and texts of the document, its title and its address. The key box alone is left out. */
async function documentOf(page) {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelectorAll('script, style, template').forEach((element) => element.remove());
    const values = [...document.querySelectorAll('input, textarea, select')].filter((field) => field.id !== 'key').map((field) => field.value);
    const properties = [...document.querySelectorAll('*')].flatMap((element) => Object.values({ ...element.dataset }));
    // What the reader put into the box is its value, and no text or attribute of it.
    const key = copy.querySelector('#key');
    const ofKey = key ? key.textContent + [...key.attributes].map((attribute) => attribute.value).join(' ') : '';
    return [copy.outerHTML, document.body.innerText, document.title, location.href, JSON.stringify(history.state), window.name, ofKey, ...values, ...properties].join('\n');
  });
}

for (const [name, [token, keyText, secrets, outcome]] of Object.entries(VISITS)) {
  journey(`${name} stands in the key box alone`, { places: EVERYWHERE, date: NOW }, async ({ page, context, app, address, consoleMessages }) => {
    await app.pasteWhole(token);
    await panel(page).waitFor();
    await box(page).fill(keyText);
    await panel(page).getByText(outcome).or(page.getByRole('heading', { name: outcome })).first().waitFor();
    await panel(page).locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
    assert.equal(await box(page).inputValue(), keyText);
    assertHoldsNone(await documentOf(page), secrets, 'the document');
    assert.deepEqual(await kept(page, context), NOTHING);
    assert.equal(page.url(), address);

    // Each copy that can be made of it.
    const copies = [];
    const copy = async (button) => {
      await button.click();
      copies.push(await clipboard(context));
      await page.bringToFront();
    };
    for (const label of ['Copy without signature', 'Copy full token (secret)', 'Copy token', 'Copy the findings']) {
      const button = await app.copied(label);
      if (await button.count()) await copy(button);
    }
    await page.keyboard.press('Escape');
    if (await app.button('Share…').count()) {
      await app.button('Share…').click();
      for (const form of await app.share.getByRole('radio').all()) {
        await form.check();
        for (const label of ['Copy link', 'Copy as JSON', 'Copy as Markdown']) {
          const button = app.share.getByRole('button', { name: label, exact: true });
          if (await button.count()) await copy(button);
        }
        assertHoldsNone(await documentOf(page), secrets, 'the share dialog');
      }
      await app.share.getByRole('button', { name: 'Close' }).click();
    }
    assert.ok(copies.length >= 3, `${copies.length} copies`);
    copies.forEach((text) => assertHoldsNone(text, secrets, 'a copy'));

    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate(() => document.body.innerText);
    assertHoldsNone(paper, secrets, 'the print');
    assert.equal(await box(page).filter({ visible: true }).count(), 0, 'the key box is not on the paper');
    await page.emulateMedia({ media: 'screen' });

    await app.button('Clear').click();
    await app.box.waitFor();
    const fields = () => page.evaluate(() => [...document.querySelectorAll('input:not([type=file]), textarea')].map((field) => field.value).join('\n'));
    assertHoldsNone(await fields(), secrets, 'a field after Clear');
    assert.equal(await app.box.inputValue(), '');
    await app.button('Undo').click();
    await panel(page).waitFor();
    assert.equal(await box(page).inputValue(), '', 'what is brought back is the token, and no key');
    assertHoldsNone(`${await documentOf(page)}${await fields()}`, secrets, 'the page after Undo');
    assertHoldsNone(consoleMessages.join('\n'), secrets, 'the console');
    assert.deepEqual(await kept(page, context), NOTHING);
  });
}

journey('no key comes back with the page', { places: EVERYWHERE, date: NOW }, async ({ page, app, requests }) => {
  await app.pasteWhole(signed(SECRET));
  await box(page).fill(SECRET);
  await page.getByRole('heading', { name: /fits the key you pasted/ }).waitFor();
  assert.equal(await box(page).getAttribute('autocomplete'), 'off');
  await page.reload();
  await app.emptyPage.waitFor();
  await app.pasteWhole(signed(SECRET));
  assert.equal(await box(page).inputValue(), '');
  await page.goto('about:blank');
  await page.goBack();
  await app.emptyPage.waitFor();
  await app.pasteWhole(signed(SECRET));
  assert.equal(await box(page).inputValue(), '');
  assertHoldsNone(await documentOf(page), [SECRET], 'the document');
  requests.splice(1); // the page itself was asked for again, here
});
