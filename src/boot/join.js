// Puts the code of the WASM together again that xtask/src/fold/split.rs took apart by kinds of numbers.

/** The module. Throws where a piece is cut off. */
function join(split) {
  const lengths = new DataView(split.buffer);
  let from = 32;
  const pieces = [];
  for (let at = 0; at < 32; at += 4) {
    const length = lengths.getUint32(at, true);
    pieces.push(split.subarray(from, from + length));
    from += length;
  }
  const [before, after, ...streams] = pieces;
  const [operations, locals, offsets, constants, functions, branches] = [0, 1, 2, 3, 4, 5];
  const next = streams.map(() => 0);
  const whole = new Uint8Array(split.length - 32);
  whole.set(before);
  let end = before.length;

  function byte(stream) {
    if (next[stream] >= streams[stream].length) throw new RangeError('a piece of the code is cut off');
    const value = streams[stream][next[stream]++];
    whole[end++] = value;
    return value;
  }
  /** A LEB128 number, and what it says where it is a small one. */
  function number(stream) {
    let value = 0;
    let taken;
    let scale = 1;
    do {
      taken = byte(stream);
      value += (taken & 127) * scale;
      scale *= 128;
    } while (taken & 128);
    return value;
  }
  function numbers(stream, count) {
    for (let left = count; left > 0; left -= 1) number(stream);
  }
  /** WebAssembly core specification 2.0, section 5.4: what stands behind each opcode. */
  function instruction() {
    const opcode = byte(operations);
    if (opcode >= 0x20 && opcode <= 0x22) number(locals);
    else if (opcode === 0x41 || opcode === 0x42) number(constants);
    else if (opcode >= 0x28 && opcode <= 0x3e) {
      number(operations);
      number(offsets);
    } else if (opcode === 0x10 || opcode === 0xd2) number(functions);
    else if (opcode === 0x0c || opcode === 0x0d) number(branches);
    else if (opcode === 0x0e) numbers(branches, number(branches) + 1);
    else if (opcode === 0x11) numbers(operations, 2);
    else if (opcode === 0x1c) numbers(operations, number(operations));
    else if ((opcode >= 0x02 && opcode <= 0x04) || (opcode >= 0x23 && opcode <= 0x26) || opcode === 0x3f || opcode === 0x40 || opcode === 0xd0) number(operations);
    else if (opcode === 0x43 || opcode === 0x44) for (let left = opcode === 0x43 ? 4 : 8; left > 0; left -= 1) byte(operations);
    else if (opcode === 0xfc) {
      const kind = number(operations);
      if (kind > 7) numbers(operations, kind < 15 && kind % 2 === 0 ? 2 : 1);
    }
  }

  for (let left = number(operations); left > 0; left -= 1) {
    const size = number(operations);
    const stop = end + size;
    numbers(operations, 2 * number(operations));
    while (end < stop) instruction();
  }
  whole.set(after, end);
  return whole;
}
