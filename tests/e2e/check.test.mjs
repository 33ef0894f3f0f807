// Checking a signature with a key of the reader's: the examples of RFC 7515, what the page says then, and where the key is not.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW } from './tokens.mjs';

const { journey } = stage();

/** RFC 7515 appendix A.1 to A.3: the token, and the key that checks it. */
const EXAMPLES = {
  HS256: {
    token: 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    key: {'kty': 'oct', 'k': 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow'},
  },
  RS256: {
    token: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw',
    key: {'kty': 'RSA', 'n': 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ', 'e': 'AQAB'},
  },
  ES256: {
    token: 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
    key: {'kty': 'EC', 'crv': 'P-256', 'x': 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', 'y': 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'},
  },
};

const panel = (page) => page.getByRole('region', { name: 'Check the signature' });
const box = (page) => page.getByRole('textbox', { name: 'Secret or public key' });
const line = (page, topic) => panel(page).locator('dt', { hasText: topic }).locator('xpath=following-sibling::dd[1]');
const title = (page) => page.locator('.banner h2').innerText();

/** What people read, in one line. */
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

const FITS = 'Signature fits the key you pasted. Nothing else was checked.';

for (const [algorithm, { token, key }] of Object.entries(EXAMPLES)) {
  journey(`${algorithm} of RFC 7515 fits its key`, { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
    await app.read(token);
    await page.getByRole('button', { name: 'Check the signature…' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'key', 'the focus is in the key box');
    await box(page).fill(JSON.stringify(key));
    await page.getByRole('heading', { name: FITS }).waitFor();
    assert.match(await text(line(page, 'Signature')), new RegExp(`^= Fits\\. ${algorithm} `));
    assert.match(await text(line(page, 'Whose key')), /^The key you pasted\./);
    assert.match(await text(page.locator('.verdicts')), /Signature Fits your key/);
    assert.ok((await app.announced()).some((said) => said.endsWith(FITS)));

    await panel(page).getByRole('button', { name: 'Remove the key' }).click();
    assert.equal(await title(page), 'Decoded, not verified');
    assert.equal(await box(page).inputValue(), '');
  });
}

journey('a key that does not fit, and one that stays for the next token', { date: NOW }, async ({ page, app }) => {
  await app.read(EXAMPLES.ES256.token);
  // The first key of RFC 7517 appendix A.1, and one for the next token.
  const other = { kty: 'EC', crv: 'P-256', x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4', y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM' };
  await box(page).fill(JSON.stringify({ keys: [other, EXAMPLES.RS256.key] }));
  await line(page, 'Signature').getByText('≠').first().waitFor();
  assert.equal(await title(page), 'Decoded, not verified');
  await app.read(EXAMPLES.RS256.token);
  await page.getByRole('heading', { name: FITS }).waitFor();
  assert.ok(await panel(page).getByText('This key was pasted for another token.').isVisible());
});

journey('Clear empties both boxes, and undo brings no key back', { date: NOW }, async ({ page, app }) => {
  await app.read(EXAMPLES.HS256.token);
  await box(page).fill('a secret of mine');
  await app.button('Clear').click();
  await app.button('Undo').click();
  await panel(page).waitFor();
  assert.equal(await box(page).inputValue(), '');
  await box(page).focus();
  await page.keyboard.press('Control+z');
  assert.equal(await box(page).inputValue(), '');
});

journey('a key file dropped on the panel goes into the key box', { date: NOW }, async ({ page, app }) => {
  const { token, key } = EXAMPLES.ES256;
  await app.read(token);
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'keys.json', { type: 'application/json' }));
    document.querySelector('#check .try').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, JSON.stringify({ keys: [key] }));
  await page.getByRole('heading', { name: FITS }).waitFor();
  assert.equal(await box(page).inputValue(), JSON.stringify({ keys: [key] }));
});

journey('token and key in the wrong box change places', { date: NOW }, async ({ page, app }) => {
  const { token, key } = EXAMPLES.RS256;
  await app.read(token);
  await box(page).fill(EXAMPLES.HS256.token);
  await panel(page).getByRole('button', { name: 'Move it to the token box' }).click();
  await page.getByText('HS256').first().waitFor();
  await app.read(token);
  await app.pasteWhole(JSON.stringify(key));
  await page.getByRole('button', { name: 'Use it as key' }).click();
  await page.getByRole('heading', { name: FITS }).waitFor();
});
