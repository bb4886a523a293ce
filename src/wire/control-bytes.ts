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
