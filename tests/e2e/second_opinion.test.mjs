// A second opinion: some hundreds of tokens, and what we, jose and the browser's own crypto say of each. Where we may differ
// stands in a table, and each difference must be there as it says.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { stage } from './pages.mjs';
import { CANNOT, DIFFERENCES, DOES_NOT_FIT, FITS, UNSIGNED, askSubtle, expected, questionForSubtle, verdictOfJose } from './second_opinions.mjs';
import { signedTokens } from './signed_tokens.mjs';
import { NOW } from './tokens.mjs';

const { journey } = stage();

/** Of ML-DSA, those that a newer Node has signed and jose checked: tests/data/jose/README.md. */
const fixture = JSON.parse(await readFile(new URL('../data/jose/tokens.json', import.meta.url), 'utf8'));
const ofMlDsa = fixture.tokens
  .map((row) => Object.fromEntries(fixture.columns.map((column, at) => [column, row[at]])))
  .filter(({ name }) => name.startsWith('ML-DSA'))
  .map((one) => ({ ...one, key: fixture.keys[one.key] }));
const cases = [...signedTokens(), ...ofMlDsa];

/** Runs in the page: what our block answers to each. */
const askBlock = async (requests) => {
  const { begin, advance } = await window.openBlock('crypto');
  return requests.map((request) => {
    begin(JSON.stringify(request));
    let answer;
    while (answer === undefined) answer = advance();
    return JSON.parse(answer).signatures.map(({ signature, whose, remarks }) => ({ signature, whose, remarks: remarks.map(({ id }) => id) }));
  });
};

/** What is not as it was expected, in lines to read. */
function disagreements(who, verdicts) {
  assert.equal(verdicts.length, cases.length);
  return cases.flatMap((one, at) => (verdicts[at] === expected(one, who) ? [] : [`${one.name}: ${verdicts[at]}, expected ${expected(one, who)}`]));
}

journey('we, jose and the browser agree, but for the differences of the table', { date: NOW }, async ({ page }) => {
  assert.ok(cases.length >= 600 && ofMlDsa.length >= 12, `${cases.length} tokens, ${ofMlDsa.length} of ML-DSA`);
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length, 'each has a name of its own');

  const ofJose = await Promise.all(cases.map((one) => one.jose ?? verdictOfJose(one)));
  assert.deepEqual(disagreements('jose', ofJose), [], 'jose');
  assert.deepEqual(disagreements('subtle', await page.evaluate(askSubtle, cases.map(questionForSubtle))), [], 'crypto.subtle');

  const requests = cases.map(({ token, key }) => ({ token, paste: token, keys: key, now: NOW / 1000 }));
  const ours = await page.evaluate(askBlock, requests);
  assert.deepEqual(disagreements('ours', ours.map(([{ signature }]) => signature)), [], 'ours');
  cases.forEach(({ name, differs }, at) => {
    const [{ signature, whose, remarks }] = ours[at];
    const { whose: wanted = 'pasted', remark } = DIFFERENCES[differs] ?? {};
    assert.equal(whose, signature === FITS ? wanted : null, name);
    if (remark && signature === FITS) assert.ok(remarks.includes(remark), `${name}: ${remarks}`);
  });
});

test('each difference of the table is met, and is one', () => {
  const met = new Set(cases.flatMap(({ differs }) => differs ?? []));
  assert.deepEqual([...met].sort(), Object.keys(DIFFERENCES).sort());
  for (const [name, { why, ours, jose, subtle }] of Object.entries(DIFFERENCES)) {
    assert.match(why, /\.$/, name);
    const ofIt = cases.find(({ differs }) => differs === name);
    assert.ok([ours, jose, subtle].some((verdict) => verdict && verdict !== ofIt.verdict) || name === 'key-small-order', name);
  }
});

/** The first words of the line "Signature", by verdict. */
const WORDS = { [FITS]: /^\s*=\s*Fits\./, [DOES_NOT_FIT]: /^\s*≠\s*Does not fit/, [CANNOT]: /^\s*–\s*Cannot be checked\./, [UNSIGNED]: /^\s*–\s*Nothing to check\./ };

journey('the page says what the block says', { date: NOW }, async ({ page, app }) => {
  const panel = page.getByRole('region', { name: 'Check the signature' });
  const box = page.getByRole('textbox', { name: 'Secret or public key' });
  const lines = panel.locator('dl.three');
  const line = (topic) => lines.locator('dt', { hasText: topic }).locator('xpath=following-sibling::dd[1]');
  // One of each difference, and of the others one of twenty.
  const seen = new Set();
  const chosen = cases.filter(({ differs }, at) => {
    if (!differs) return at % 20 === 0;
    return !seen.has(differs) && seen.add(differs);
  });
  assert.ok(chosen.length >= 40, `${chosen.length} tokens`);
  for (const one of chosen) {
    await app.pasteWhole(one.token);
    await box.fill(one.key);
    const wanted = expected(one, 'ours');
    try {
      await line('Signature').filter({ hasText: WORDS[wanted] }).waitFor({ timeout: 5000 });
    } catch {
      assert.fail(`${one.name}: ${await panel.innerText()}`);
    }
    if (wanted === FITS) assert.match(await line('Whose key').innerText(), DIFFERENCES[one.differs]?.whose === 'public' ? /A published secret/ : /^\s*The key you pasted\./, one.name);
    await panel.getByRole('button', { name: 'Remove the key' }).click();
  }
});
