// Unpacks LZMA as the .lzma files of LZMA SDK hold it (Igor Pavlov, LZMA specification, 2015): a range decoder that
// guesses every bit from those before it, and copies of what was already written. Browsers unpack gzip by themselves,
// but that would make the page a seventh larger.

/** The bytes that `packed` stands for. Throws a RangeError where it is cut off or damaged so that it cannot be read on. */
function unpack(packed) {
  // The header: how many bits of the context choose a table, the window (not needed, all is in memory), the length.
  const properties = packed[0];
  const contextBits = properties % 9;
  const literalPositionMask = (1 << Math.floor(properties / 9) % 5) - 1;
  const positionMask = (1 << Math.floor(properties / 45)) - 1;
  const written = new Uint8Array(new DataView(packed.buffer).getUint32(5, true));

  // Every guess is a number of 11 bits: how likely a 0 is. Where the guesses of each kind begin:
  const IS_MATCH = 0;
  const IS_REPEATED = 192;
  const IS_OLDER = 204; // three kinds, 12 states each
  const IS_LONG = 240;
  const SLOT = 432;
  const MIDDLE = 688;
  const LOW = 803;
  const LENGTH = 819;
  const REPEATED_LENGTH = 1333;
  const LITERAL = 1847;
  const guesses = new Uint16Array(LITERAL + ((0x300 << contextBits) * (literalPositionMask + 1))).fill(1024);

  let next = 18;
  let range = 0xffffffff;
  let code = new DataView(packed.buffer).getUint32(14, false);

  function narrowed() {
    if (range < 0x1000000) {
      if (next >= packed.length) throw new RangeError('the packed part is cut off');
      range *= 256;
      code = code * 256 + packed[next++];
    }
  }
  function bit(at) {
    const guess = guesses[at];
    const bound = (range >>> 11) * guess;
    if (code < bound) {
      range = bound;
      guesses[at] = guess + ((2048 - guess) >> 5);
      narrowed();
      return 0;
    }
    range -= bound;
    code -= bound;
    guesses[at] = guess - (guess >> 5);
    narrowed();
    return 1;
  }
  /** A number of so many bits, the highest first, each guessed from those before it. */
  function number(at, bits) {
    let value = 1;
    for (let count = 0; count < bits; count += 1) value = value * 2 + bit(at + value);
    return value - (1 << bits);
  }
  /** The same, the lowest bit first. */
  function numberFromLowest(at, bits) {
    let value = 1;
    let number = 0;
    for (let count = 0; count < bits; count += 1) {
      const taken = bit(at + value);
      value = value * 2 + taken;
      number += taken << count;
    }
    return number;
  }
  /** A number whose bits are as likely 0 as 1. */
  function evenNumber(bits) {
    let number = 0;
    for (let count = 0; count < bits; count += 1) {
      range = Math.floor(range / 2);
      const taken = code >= range ? 1 : 0;
      code -= range * taken;
      number = number * 2 + taken;
      narrowed();
    }
    return number;
  }
  /** How much is copied, less two. */
  function length(at, position) {
    if (!bit(at)) return number(at + 2 + position * 8, 3);
    if (!bit(at + 1)) return 8 + number(at + 130 + position * 8, 3);
    return 16 + number(at + 258, 8);
  }
  /** From how far back it is copied, less one. */
  function distance(length) {
    const slot = number(SLOT + Math.min(length, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 + slot % 2) * 2 ** bits;
    if (slot < 14) return base + numberFromLowest(MIDDLE + base - slot, bits);
    return base + evenNumber(bits - 4) * 16 + numberFromLowest(LOW, 4);
  }

  let state = 0;
  let [last, second, third, fourth] = [0, 0, 0, 0]; // distances, less one
  let end = 0;
  while (end < written.length) {
    const position = end & positionMask;
    if (!bit(IS_MATCH + state * 16 + position)) {
      const before = end > 0 ? written[end - 1] : 0;
      const context = ((end & literalPositionMask) << contextBits) + (before >> (8 - contextBits));
      const at = LITERAL + 0x300 * context;
      let symbol = 1;
      if (state >= 7) {
        // Behind a copy the byte that would have been copied next is a hint, up to the first bit that differs.
        let hint = written[end - last - 1];
        while (symbol < 0x100) {
          const expected = (hint >> 7) & 1;
          hint <<= 1;
          const taken = bit(at + ((1 + expected) << 8) + symbol);
          symbol = symbol * 2 + taken;
          if (taken !== expected) break;
        }
      }
      while (symbol < 0x100) symbol = symbol * 2 + bit(at + symbol);
      written[end++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (!bit(IS_REPEATED + state)) {
      [second, third, fourth] = [last, second, third];
      count = length(LENGTH, position);
      last = distance(count);
      state = state < 7 ? 7 : 10;
    } else {
      if (bit(IS_OLDER + state)) {
        if (!bit(IS_OLDER + 12 + state)) [last, second] = [second, last];
        else if (!bit(IS_OLDER + 24 + state)) [last, second, third] = [third, last, second];
        else [last, second, third, fourth] = [fourth, last, second, third];
      } else if (!bit(IS_LONG + state * 16 + position)) {
        if (last >= end) throw new RangeError('the packed part is damaged');
        written[end] = written[end - last - 1];
        end += 1;
        state = state < 7 ? 9 : 11;
        continue;
      }
      count = length(REPEATED_LENGTH, position);
      state = state < 7 ? 8 : 11;
    }
    if (last >= end) throw new RangeError('the packed part is damaged');
    for (const stop = Math.min(end + count + 2, written.length); end < stop; end += 1) {
      written[end] = written[end - last - 1];
    }
  }
  return written;
}
