/** The JSON events of an answer stream that the guard has restored: server-sent events, or one value a line. */

/** Holds at most one event of `mostUnits`; ends when the answer ends, and cancels it when its reader stops early. */
export async function* eventsOf(
  body: AsyncIterable<Uint8Array>,
  framing: 'sse' | 'ndjson',
  mostUnits: number,
): AsyncGenerator<unknown, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let data: string[] = []
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > mostUnits) throw new Error('an event is too long')
    for (const line of lines) {
      const text = line.endsWith('\r') ? line.slice(0, -1) : line
      if (framing === 'ndjson') {
        if (text !== '') yield JSON.parse(text)
      } else if (text.startsWith('data:')) {
        data.push(text.slice(text[5] === ' ' ? 6 : 5))
      } else if (text === '' && data.length > 0) {
        const event = data.join('\n')
        data = []
        if (event !== '[DONE]') yield JSON.parse(event)
      }
    }
  }
  if (framing === 'ndjson' && rest.trim() !== '') yield JSON.parse(rest)
}
