/** Whether bytes hold any of U+0000 to U+001F, four at a time: line ends between values count too. */
export function holdsControls(bytes: Uint8Array): boolean {
  const misplaced = -bytes.byteOffset & 3
  const wordEnd = misplaced + (Math.max(0, bytes.length - misplaced) & ~3)
  if (wordEnd <= misplaced) return anyBelow(bytes, 0, bytes.length)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + misplaced, (wordEnd - misplaced) >>> 2)
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    // Alan Mycroft's test for a byte that is less than 0x20: only such a byte borrows from its own upper bit.
    if (((word - 0x20202020) & ~word & 0x80808080) !== 0) return true
  }
  return anyBelow(bytes, 0, misplaced) || anyBelow(bytes, wordEnd, bytes.length)
}

function anyBelow(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (bytes[index]! < 0x20) return true
  return false
}

/** Whether bytes are ASCII without any of U+0000 to U+001F; by four bytes at a time, without a view of words. */
export function isPlain(bytes: Uint8Array): boolean {
  const wordEnd = bytes.length & ~3
  let odd = 0
  for (let index = 0; index < wordEnd; index += 4) {
    const word = bytes[index]! | (bytes[index + 1]! << 8) | (bytes[index + 2]! << 16) | (bytes[index + 3]! << 24)
    odd |= ((word - 0x20202020) & ~word) | word
  }
  if ((odd & 0x80808080) !== 0) return false
  for (let index = wordEnd; index < bytes.length; index++)
    if (bytes[index]! < 0x20 || bytes[index]! > 0x7f) return false
  return true
}
