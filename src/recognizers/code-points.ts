/** Python counts code points, JavaScript UTF-16 units: they differ after the first emoji. */

/** The UTF-16 offset of each code point, and of the end; `null` where the two counts are the same. */
export function unitOffsets(text: string): Uint32Array | null {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return null
  const offsets: number[] = []
  let unit = 0
  for (const character of text) {
    offsets.push(unit)
    unit += character.length
  }
  offsets.push(unit)
  return Uint32Array.from(offsets)
}
