// Runs the programs of its input, and prints what each says of its tokens. A mistake in the code itself ends it: of
// the libraries, jsonwebtoken throws a TypeError for some signatures.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const MISTAKES = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError];
// The code stands below `node_modules`, where Node.js finds the libraries and git looks at nothing.
const packages = fileURLToPath(new URL("../../../../tests/libraries/node_modules/", import.meta.url));
mkdirSync(`${packages}.run-code`, { recursive: true });
const files = mkdtempSync(`${packages}.run-code/`);
process.on("exit", () => rmSync(files, { recursive: true }));

async function verdict(check, token) {
  try {
    await check(token);
  } catch (error) {
    const [, thrownIn] = error.stack.split("\n    at ");
    if (MISTAKES.includes(error.constructor) && thrownIn.includes(files)) throw error;
    return "refused";
  }
  return "taken";
}

const verdicts = [];
for (const { code, folder, tokens } of JSON.parse(readFileSync(0, "utf8"))) {
  const file = `${files}/${verdicts.length}.mjs`;
  writeFileSync(file, code);
  process.chdir(folder);
  const { check } = await import(pathToFileURL(file));
  const taken = [];
  for (const token of tokens) taken.push(await verdict(check, token));
  verdicts.push(taken);
}
process.stdout.write(JSON.stringify(verdicts));
