import OpenAI, { toFile } from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { planted } from '../kit/planted.ts'
import { sendJson, Upstream } from '../kit/upstream.ts'

let guard: Guard

afterEach(async () => await guard.close())

function clientFor(upstream: Upstream, options: GuardOptions = {}): OpenAI {
  const baseURL = `${upstream.origin}/v1`
  guard = createGuard({ state: 'memory', ...options, providers: { openai: { baseUrl: baseURL } } })
  return new OpenAI({ apiKey: 'test-key', baseURL, maxRetries: 0 })
}

function startFiles(): Promise<Upstream> {
  return Upstream.start((_, res) => sendJson(res, { id: 'file-1', object: 'file' }))
}

async function formOf(upstream: Upstream): Promise<FormData> {
  const [received] = upstream.received
  if (received === undefined) throw new Error('nothing arrived')
  expect(received.headers['content-length']).toBe(String(received.body.length))
  return new Response(new Uint8Array(received.body), {
    headers: { 'content-type': received.headers['content-type'] ?? '' },
  }).formData()
}

async function fileOf(upstream: Upstream): Promise<{ name: string; text: string }> {
  const file = (await formOf(upstream)).get('file')
  if (!(file instanceof File)) throw new Error('no file arrived')
  return { name: file.name, text: await file.text() }
}

const { text, values } = planted(4_211)
const jsonText = JSON.stringify(text).slice(1, -1)

describe('a file sent by the openai client', () => {
  it.each([
    ['note.txt', text],
    ['note.md', `# Case\n\n${text}`],
    ['list.csv', `comment;state\n"${text.replaceAll('\n', ' ')}";open\n`],
    ['data.json', JSON.stringify({ rows: [{ comment: text }] })],
    ['page.html', `<p>${text}</p>`],
    ['talk.vtt', `WEBVTT\n\n00:01.000 --> 00:04.000\n${text}\n`],
    ['no-extension', text],
  ])('leaves with placeholders: %s', async (name, content) => {
    await using upstream = await startFiles()
    const client = clientFor(upstream)
    await client.files.create({ file: await toFile(Buffer.from(content), name), purpose: 'user_data' })
    for (const value of values) expect(upstream.everything).not.toContain(value)
    const file = await fileOf(upstream)
    expect(file.name).toBe(name)
    expect(file.text).toContain('[EMAIL_1]')
    expect((await formOf(upstream)).get('purpose')).toBe('user_data')
  })

  it('has its name scrubbed too', async () => {
    await using upstream = await startFiles()
    const client = clientFor(upstream)
    await client.files.create({ file: await toFile(Buffer.from('x'), `${values[4]}.txt`), purpose: 'user_data' })
    expect(upstream.everything).not.toContain(values[4])
  })

  it('keeps a batch line whole but for the values, and the ids of its lines', async () => {
    await using upstream = await startFiles()
    const client = clientFor(upstream)
    const line = (id: number) =>
      `{"custom_id":"request-${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"m","temperature":1.0,"user":"planted-user","messages":[{"role":"user","content":"${jsonText}"}]}}`
    await client.files.create({
      file: await toFile(Buffer.from(`${line(1)}\n${line(2)}\n`), 'batch.jsonl'),
      purpose: 'batch',
    })
    for (const value of [...values, 'planted-user']) expect(upstream.everything).not.toContain(value)
    const lines = (await fileOf(upstream)).text.split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('"custom_id":"request-2"')
    expect(lines[1]).toContain('"temperature":1.0')
    expect(JSON.parse(lines[0]!).body).toEqual({ ...JSON.parse(lines[1]!).body })
  })

  it('is refused where nobody can read it, and passes where media may', async () => {
    await using upstream = await startFiles()
    const pdf = Buffer.from('%PDF-1.7\nnothing to read here')
    const blocked = clientFor(upstream)
    await expect(
      blocked.files.create({ file: await toFile(pdf, 'paper.pdf'), purpose: 'user_data' }),
    ).rejects.toMatchObject({ cause: { code: 'ERR_GDPR_MEDIA_BLOCKED' } })
    expect(upstream.received).toHaveLength(0)
    await guard.close()
    const allowed = clientFor(upstream, { media: 'allow' })
    await allowed.files.create({ file: await toFile(pdf, 'paper.pdf'), purpose: 'user_data' })
    expect((await fileOf(upstream)).text).toBe(pdf.toString())
  })

  it('is refused for training unless the user allows it', async () => {
    await using upstream = await startFiles()
    const file = () => toFile(Buffer.from(`{"messages":[{"role":"user","content":"${jsonText}"}]}`), 'train.jsonl')
    const blocked = clientFor(upstream)
    await expect(blocked.files.create({ file: await file(), purpose: 'fine-tune' })).rejects.toMatchObject({
      cause: { code: 'ERR_GDPR_TRAINING_BLOCKED' },
    })
    expect(upstream.received).toHaveLength(0)
    await guard.close()
    const allowed = clientFor(upstream, { training: 'allow' })
    await allowed.files.create({ file: await file(), purpose: 'fine-tune' })
    for (const value of values) expect(upstream.everything).not.toContain(value)
  })

  it('is read a line at a time where it has lines of its own, and leaves with the same lines', async () => {
    await using upstream = await startFiles()
    let longest = 0
    const client = clientFor(upstream, {
      state: 'memory',
      recognizers: [
        {
          name: 'measures',
          types: ['PERSON'],
          recognize: text => {
            longest = Math.max(longest, text.length)
            return []
          },
        },
      ],
    })
    const content = `Gr\u00fc\u00dfe an ${values[0]} \u{1f600}`
    const line = (index: number) =>
      JSON.stringify({
        custom_id: `r-${index}`,
        method: 'POST',
        url: '/v1/chat/completions',
        body: { model: 'm', messages: [{ role: 'user', content: `${content} ${index}` }] },
      })
    const lines = [...Array.from({ length: 400 }, (_, index) => line(index)), '', 'no JSON', '']
    await client.files.create({ file: await toFile(Buffer.from(lines.join('\r\n')), 'b.jsonl'), purpose: 'batch' })
    const sent = upstream.received[0]!.body.toString('utf8')
    const placed = lines.map(one => one.replace(values[0]!, '[EMAIL_1]')).join('\r\n')
    expect(sent).toContain(placed)
    expect(longest).toBeGreaterThan(10)
    expect(longest).toBeLessThan(200)
  })

  it('is refused in pieces', async () => {
    await using upstream = await startFiles()
    const client = clientFor(upstream)
    await expect(
      client.uploads.parts.create('upload_1', { data: await toFile(Buffer.from(text), 'piece') }),
    ).rejects.toMatchObject({ cause: { code: 'ERR_GDPR_PARTIAL_UPLOAD' } })
    expect(upstream.received).toHaveLength(0)
  })

  it('takes the prompt of a picture edit and of a transcription along', async () => {
    await using upstream = await Upstream.start((_, res) => sendJson(res, { text: 'Mail [EMAIL_1]' }))
    const client = clientFor(upstream, { media: 'allow' })
    const audio = await toFile(Buffer.from([0, 1, 2, 3]), 'talk.mp3')
    const answer = await client.audio.transcriptions.create({ file: audio, model: 'm', prompt: `Call of ${values[0]}` })
    for (const value of values) expect(upstream.everything).not.toContain(value)
    expect(answer.text).toBe(`Mail ${values[0]}`)
  })
})
