/** The lines of a byte stream in UTF-8, cut at line feeds alone: JSON may hold U+2028, at which `readline` would cut. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8')
  let parts: string[] = []
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    let from = 0
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      yield parts.join('') + text.slice(from, at)
      parts = []
      from = at + 1
    }
    if (from < text.length) parts.push(text.slice(from))
  }
  const rest = parts.join('') + decoder.decode()
  if (rest !== '') yield rest
}

export async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
