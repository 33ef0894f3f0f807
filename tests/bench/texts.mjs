// Texts that are hard on whoever reads them, in files. crates/test-tokens/src/heavy.rs writes them.

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder in which the builds that measurements need are kept: `bench` in cargo's target folder. */
export const BUILT = process.env.JWT_INSPECTOR_BENCH ?? fileURLToPath(new URL('../../target/bench', import.meta.url));

const written = new Map();

/** A file with a text of a family, of about so many bytes. Each is written once a run. */
export function heavyText(family, bytes) {
  const name = `${family}-${bytes}.txt`;
  if (!written.has(name)) {
    const folder = join(BUILT, 'texts');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    const output = openSync(file, 'w');
    const words = ['run', '--quiet', '--locked', '--profile', 'native', '--example', 'bench', '--', '--print', family, String(bytes)];
    execFileSync(process.env.CARGO ?? 'cargo', words, { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', output, 'inherit'] });
    closeSync(output);
    written.set(name, file);
  }
  return written.get(name);
}
