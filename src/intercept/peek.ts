/** Looking at the first bytes of a stream without taking them from who reads it. */

interface Peeked {
  /** At least as many bytes as asked for, unless the stream is shorter. */
  readonly beginning: Uint8Array
  /** The stream from its first byte. */
  readonly whole: ReadableStream<Uint8Array>
}

export async function peek(reader: ReadableStreamDefaultReader<Uint8Array>, length: number): Promise<Peeked> {
  let beginning: Uint8Array = new Uint8Array()
  while (beginning.length < length) {
    const { done, value } = await reader.read()
    if (done) break
    beginning = Buffer.concat([beginning, value])
  }
  const whole = new ReadableStream<Uint8Array>({
    start(controller) {
      if (beginning.length > 0) controller.enqueue(beginning)
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: reason => reader.cancel(reason),
  })
  return { beginning, whole }
}
