// Opens the second module in the page that `cargo xtask serve` shows, where the two are files of their own. In the release
// file start.js does it, and this is left out.

import init, * as functions from './crypto.js';

Object.defineProperty(window, 'openBlock', { value: () => init().then(() => functions) });
