// Writes tokens.json: the tokens of tests/e2e/signed_tokens.mjs, and what jose says of each. README.md says how to run it.

import { writeFileSync } from 'node:fs';

import { DIFFERENCES, expected, verdictOfJose } from '../../e2e/second_opinions.mjs';
import { mlDsaTokens, signedTokens } from '../../e2e/signed_tokens.mjs';

/** Of these algorithms, which differ from others in their hash or name alone, a few are enough: the file is to stay small. */
const SPARED = /^(HS384|RS384|RS512|PS512|Ed25519), (?!as it should be|other claims|signed with|a salt)/;

const keys = [];
const tokens = [];
for (const { name, token, key, verdict, differs } of [...signedTokens(), ...mlDsaTokens()]) {
  if (SPARED.test(name)) continue;
  const jose = await verdictOfJose({ token, key });
  if (jose !== expected({ verdict, differs }, 'jose')) throw new Error(`${name}: jose says ${jose}`);
  if (!keys.includes(key)) keys.push(key);
  tokens.push([name, token, keys.indexOf(key), verdict, jose, ...(differs ? [differs] : [])]);
}

// One line a difference, a key and a token.
const lines = (all) => all.map((one) => `  ${JSON.stringify(one)}`).join(',\n');
const differences = Object.entries(DIFFERENCES).map(([name, { why, ours, whose, remark }]) => ({ name, why, ours, whose, remark }));
const columns = JSON.stringify(['name', 'token', 'key', 'verdict', 'jose', 'differs']);
const text = `{\n "differences": [\n${lines(differences)}\n ],\n "columns": ${columns},\n "keys": [\n${lines(keys)}\n ],\n "tokens": [\n${lines(tokens)}\n ]\n}\n`;
writeFileSync(new URL('tokens.json', import.meta.url), text);
console.log(`${tokens.length} tokens, ${keys.length} keys, ${text.length} bytes`);
