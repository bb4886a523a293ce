import { expect, it } from 'vitest'
import { deferred } from '../kit/deferred.ts'
import { planted } from '../kit/planted.ts'
import { openStream, sendData, Upstream } from '../kit/upstream.ts'
import { start } from './program.ts'

const { text, values } = planted(95)

it.each([1, 2])('a kill in the middle of a stream loses nothing of it (workers: %s)', async workers => {
  const goOn = deferred()
  await using upstream = await Upstream.start(async (_, res) => {
    openStream(res)
    sendData(res, { choices: [{ index: 0, delta: { content: '[EMAIL_1] is told: ' } }] })
    await goOn.promise
    sendData(res, { choices: [{ index: 0, delta: { content: 'the end' } }] })
    sendData(res, '[DONE]')
    res.end()
  })
  // Port 0 is shared by the workers of one parent: the cluster module gives all of them the same.
  const running = await start([
    'serve',
    '--port',
    '0',
    '--workers',
    String(workers),
    '--upstream',
    `openai=${upstream.origin}`,
  ])
  try {
    const response = await fetch(`${running.url}/openai/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'm', stream: true, messages: [{ role: 'user', content: text }] }),
    })
    const reader = response.body!.getReader()
    let seen = Buffer.from((await reader.read()).value ?? []).toString()
    running.child.kill('SIGTERM')
    goOn.resolve()
    for (let part = await reader.read(); !part.done; part = await reader.read())
      seen += Buffer.from(part.value).toString()
    expect(seen).toContain('the end')
    expect(seen).toContain('[DONE]')
    expect(await running.ended).toBe(0)
    for (const value of values) {
      expect(upstream.everything).not.toContain(value)
      expect(running.output()).not.toContain(value)
    }
  } finally {
    // Workers end with their parent.
    running.child.kill('SIGKILL')
  }
})
