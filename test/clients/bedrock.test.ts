import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as http from 'node:http'
import * as http2 from 'node:http2'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  type ConverseStreamOutput,
  CountTokensCommand,
  InvokeModelCommand,
  InvokeModelWithBidirectionalStreamCommand,
  InvokeModelWithResponseStreamCommand,
  type Message,
} from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { afterEach, describe, expect, it } from 'vitest'
import { guardAws } from '../../src/adapters/aws.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { awsChunk, awsEvent, awsException } from '../kit/aws-event-stream.ts'
import { Http2Upstream } from '../kit/http2-upstream.ts'
import { planted } from '../kit/planted.ts'
import { pieces, Upstream } from '../kit/upstream.ts'

const model = 'eu.anthropic.claude-test-v1:0'
const secretKey = 'x'.repeat(40)
const bearerKey = `bedrock-${'k'.repeat(30)}`

type Transport = 'http/1.1' | 'http/2'

interface Asked {
  readonly path: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

interface Said {
  readonly status?: number
  readonly type: string
  readonly body: readonly (string | Uint8Array)[]
  /** Breaks off after the body instead of ending. */
  readonly breaks?: boolean
}

/** The same loopback Bedrock over either protocol; checks what the signature says of the body. */
class Bedrock implements AsyncDisposable {
  readonly asked: Asked[] = []
  readonly #stop: () => Promise<void>
  readonly origin: string

  private constructor(origin: string, stop: () => Promise<void>) {
    this.origin = origin
    this.#stop = stop
  }

  static async start(transport: Transport, answer: (asked: Asked, count: number) => Said): Promise<Bedrock> {
    let bedrock: Bedrock
    const take = (asked: Asked): Said => {
      bedrock.asked.push(asked)
      return checkSignature(asked) ?? answer(asked, bedrock.asked.length)
    }
    if (transport === 'http/2') {
      const upstream = await Http2Upstream.start(async ({ headers, body }, stream) => {
        const said = take({ path: String(headers[':path']), headers, body })
        stream.respond({ ':status': said.status ?? 200, 'content-type': said.type })
        for (const piece of said.body) await new Promise(resolve => stream.write(piece, resolve))
        if (said.breaks === true) upstream.destroySockets()
        else stream.end()
      })
      bedrock = new Bedrock(upstream.origin, () => upstream[Symbol.asyncDispose]())
    } else {
      const upstream = await Upstream.start(async ({ url, headers, body }, res) => {
        const said = take({ path: url, headers, body: body.toString() })
        res.writeHead(said.status ?? 200, { 'content-type': said.type })
        for (const piece of said.body) await new Promise(resolve => res.write(piece, resolve))
        if (said.breaks === true) res.socket?.destroy()
        else res.end()
      })
      bedrock = new Bedrock(upstream.origin, () => upstream[Symbol.asyncDispose]())
    }
    return bedrock
  }

  get everything(): string {
    return this.asked.map(({ path, headers, body }) => `${path}\n${JSON.stringify(headers)}\n${body}`).join('\n')
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stop()
  }
}

/** As the service would refuse it: every signed header is there, and the hash is that of the body. */
function checkSignature({ headers, body }: Asked): Said | null {
  const authorization = String(headers['authorization'])
  if (authorization === `Bearer ${bearerKey}`) return null
  const [, signed = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? []
  const missing = signed.split(';').filter(name => headers[name] === undefined)
  const hash = createHash('sha256').update(body).digest('hex')
  if (signed !== '' && missing.length === 0 && headers['x-amz-content-sha256'] === hash) return null
  return json({ message: `signature does not match: ${missing.join()}` }, 403)
}

function json(value: unknown, status = 200): Said {
  return { status, type: 'application/json', body: [JSON.stringify(value)] }
}

function stream(...frames: readonly Uint8Array[]): Said {
  return { type: 'application/vnd.amazon.eventstream', body: frames }
}

let guard: Guard
const clients: BedrockRuntimeClient[] = []

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await guard?.close()
})

function guardFor({ origin }: Bedrock, options: GuardOptions = {}): Guard {
  guard = createGuard({ providers: { bedrock: { baseUrl: origin } }, ...options })
  return guard
}

function clientFor({ origin }: Bedrock, transport: Transport, bearer = false): BedrockRuntimeClient {
  const client = new BedrockRuntimeClient({
    region: 'eu-central-1',
    endpoint: origin,
    ...(transport === 'http/1.1' && { requestHandler: new NodeHttpHandler() }),
    ...(bearer
      ? { token: { token: bearerKey }, authSchemePreference: ['httpBearerAuth'] }
      : { credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: secretKey } }),
  })
  clients.push(client)
  return client
}

function lastText({ body }: Asked): string {
  const { messages } = JSON.parse(body) as { messages: { content: { text?: string }[] }[] }
  return messages
    .at(-1)!
    .content.map(({ text }) => text ?? '')
    .join('')
}

function expectNothingLeaked(bedrock: Bedrock, values: readonly string[]): void {
  expect(bedrock.asked.length).toBeGreaterThan(0)
  for (const value of values) expect(bedrock.everything).not.toContain(value)
}

const user = (text: string): Message[] => [{ role: 'user', content: [{ text }] }]

const converse = (asked: Asked): Said =>
  json({
    output: { message: { role: 'assistant', content: [{ text: `I read: ${lastText(asked)}` }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
    metrics: { latencyMs: 1 },
  })

const converseStream = (text: string, length: number): Said =>
  stream(
    awsEvent('messageStart', { role: 'assistant' }),
    ...pieces(text, length).map(piece =>
      awsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text: piece } }),
    ),
    awsEvent('contentBlockStop', { contentBlockIndex: 0 }),
    awsEvent('messageStop', { stopReason: 'end_turn' }),
  )

async function textOf(events: AsyncIterable<ConverseStreamOutput> | undefined): Promise<string> {
  let text = ''
  for await (const event of events ?? []) text += event.contentBlockDelta?.delta?.text ?? ''
  return text
}

const anthropicBody = (text: string, more: object = {}) =>
  JSON.stringify({
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 9,
    metadata: { user_id: 'planted-user-93' },
    messages: [{ role: 'user', content: [{ type: 'text', text }] }],
    ...more,
  })

describe.each<Transport>(['http/2', 'http/1.1'])('a guarded Bedrock client over %s', transport => {
  it('has Converse scrubbed before it is signed, and its answer restored', async () => {
    await using bedrock = await Bedrock.start(transport, converse)
    guardFor(bedrock)
    const client = guardAws(clientFor(bedrock, transport))
    const { text, values } = planted(901)
    const system = planted(902)
    const output = await client.send(
      new ConverseCommand({
        modelId: model,
        system: [{ text: system.text }],
        messages: user(text),
        requestMetadata: { tenant: 'planted-tenant-7' },
      }),
    )
    expect(output.output?.message?.content).toEqual([{ text: `I read: ${text}` }])
    expect(output.usage?.totalTokens).toBe(2)
    expectNothingLeaked(bedrock, [...values, ...system.values, 'planted-tenant-7'])
    expect(bedrock.asked[0]!.path).toBe(`/model/${encodeURIComponent(model)}/converse`)
    expect(bedrock.asked[0]!.headers['user-agent']).toBe('llm-gdpr-guard')
    expect(bedrock.everything).not.toMatch(/x-amz-user-agent|x-llm-gdpr-guard/)
  })

  it('streams the originals from ConverseStream, whatever the cut', async () => {
    const { text, values } = planted(903)
    for (const length of [1, 3, 8, 1000]) {
      await using bedrock = await Bedrock.start(transport, asked =>
        converseStream(`I read: ${lastText(asked)}`, length),
      )
      guardFor(bedrock)
      const client = guardAws(clientFor(bedrock, transport))
      const output = await client.send(new ConverseStreamCommand({ modelId: model, messages: user(text) }))
      expect(await textOf(output.stream)).toBe(`I read: ${text}`)
      expectNothingLeaked(bedrock, values)
      await guard.close()
    }
  })

  it('runs a tool with the originals and scrubs its result, names of documents and text files', async () => {
    const [email] = planted(904).values
    const result = planted(905)
    const file = planted(906)
    await using bedrock = await Bedrock.start(transport, asked => {
      if (asked.body.includes('toolResult'))
        return converse({ ...asked, body: JSON.stringify({ messages: user('done') }) })
      const [mail] = /\[EMAIL_\d+\]/.exec(asked.body) ?? ['']
      const input = JSON.stringify({ mail, note: 'a "quoted"\nline' })
      return stream(
        awsEvent('messageStart', { role: 'assistant' }),
        awsEvent('contentBlockStart', {
          contentBlockIndex: 0,
          start: { toolUse: { toolUseId: 'tooluse_1', name: 'look_up' } },
        }),
        ...pieces(input, 2).map(piece =>
          awsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: piece } } }),
        ),
        awsEvent('contentBlockStop', { contentBlockIndex: 0 }),
        awsEvent('messageStop', { stopReason: 'tool_use' }),
      )
    })
    const shared = guardFor(bedrock)
    const client = guardAws(clientFor(bedrock, transport), shared)
    const messages = user(`Who is ${email}?`)
    const input = await shared.run({}, async () => {
      let text = ''
      const first = await client.send(new ConverseStreamCommand({ modelId: model, messages }))
      for await (const event of first.stream ?? []) text += event.contentBlockDelta?.delta?.toolUse?.input ?? ''
      return JSON.parse(text)
    })
    expect(input).toEqual({ mail: email, note: 'a "quoted"\nline' })
    messages.push(
      { role: 'assistant', content: [{ toolUse: { toolUseId: 'tooluse_1', name: 'look_up', input } }] },
      {
        role: 'user',
        content: [
          { toolResult: { toolUseId: 'tooluse_1', content: [{ json: { text: result.text } }] } },
          { document: { format: 'txt', name: `Letter of ${email}`, source: { bytes: Buffer.from(file.text) } } },
        ],
      },
    )
    await client.send(new ConverseCommand({ modelId: model, messages }))
    expectNothingLeaked(bedrock, [email!, ...result.values, ...file.values])
    const sent = JSON.parse(bedrock.asked.at(-1)!.body)
    const { document } = sent.messages.at(-1).content[1]
    expect(document.name).toBe('Letter of [EMAIL-1]')
    const bytes = Buffer.from(document.source.bytes, 'base64').toString()
    expect(bytes).toContain('[EMAIL_')
    for (const value of file.values) expect(bytes).not.toContain(value)
  })

  it('has two families of InvokeModel scrubbed and restored, whole and streamed', async () => {
    const { text, values } = planted(907)
    const titan = planted(908)
    await using bedrock = await Bedrock.start(transport, asked => {
      if (asked.path.includes('titan')) {
        return json({ results: [{ outputText: `I read: ${JSON.parse(asked.body).inputText}` }] })
      }
      const said = `I read: ${lastText(asked)}`
      if (asked.path.endsWith('/invoke')) return json({ type: 'message', content: [{ type: 'text', text: said }] })
      const delta = (piece: string) => ({
        type: 'content_block_delta',
        index: 0,
        delta: { type: 'text_delta', text: piece },
      })
      return stream(...pieces(said, 5).map(piece => awsChunk(delta(piece))), awsChunk({ type: 'message_stop' }))
    })
    guardFor(bedrock)
    const client = guardAws(clientFor(bedrock, transport))
    const whole = await client.send(new InvokeModelCommand({ modelId: model, body: anthropicBody(text) }))
    expect(JSON.parse(whole.body.transformToString()).content).toEqual([{ type: 'text', text: `I read: ${text}` }])
    const streamed = await client.send(
      new InvokeModelWithResponseStreamCommand({ modelId: model, body: anthropicBody(text) }),
    )
    let said = ''
    for await (const { chunk } of streamed.body ?? []) {
      said += JSON.parse(Buffer.from(chunk?.bytes ?? '').toString()).delta?.text ?? ''
    }
    expect(said).toBe(`I read: ${text}`)
    const other = await client.send(
      new InvokeModelCommand({ modelId: 'amazon.titan-text', body: JSON.stringify({ inputText: titan.text }) }),
    )
    expect(JSON.parse(other.body.transformToString()).results).toEqual([{ outputText: `I read: ${titan.text}` }])
    expectNothingLeaked(bedrock, [...values, ...titan.values, 'planted-user-93'])
  })

  it('counts the tokens of a body in base64 without a value in it', async () => {
    const { text, values } = planted(909)
    await using bedrock = await Bedrock.start(transport, () => json({ inputTokens: 7 }))
    guardFor(bedrock)
    const body = Buffer.from(anthropicBody(text))
    const output = await guardAws(clientFor(bedrock, transport)).send(
      new CountTokensCommand({ modelId: model, input: { invokeModel: { body } } }),
    )
    expect(output.inputTokens).toBe(7)
    const sent = Buffer.from(JSON.parse(bedrock.asked[0]!.body).input.invokeModel.body, 'base64').toString()
    for (const value of values) expect(bedrock.everything + sent).not.toContain(value)
    expect(sent).toContain('[EMAIL_1]')
  })

  it('scrubs once for all attempts, signs each, and ends its exchange once', async () => {
    const { text, values } = planted(910)
    await using bedrock = await Bedrock.start(transport, (asked, count) =>
      count === 1 ? json({ message: `busy with ${lastText(asked)}` }, 503) : converse(asked),
    )
    const outcomes: string[] = []
    guardFor(bedrock).on('exchange', ({ outcome }) => outcomes.push(outcome))
    const client = guardAws(clientFor(bedrock, transport))
    const output = await client.send(new ConverseCommand({ modelId: model, messages: user(text) }))
    expect(output.output?.message?.content).toEqual([{ text: `I read: ${text}` }])
    expect(bedrock.asked.map(({ body }) => body)).toEqual([bedrock.asked[0]!.body, bedrock.asked[0]!.body])
    expect(outcomes).toEqual(['done'])
    expectNothingLeaked(bedrock, values)
  })

  it('has errors of the service restored, in answers and in streams', async () => {
    const { text, values } = planted(911)
    await using bedrock = await Bedrock.start(transport, asked => {
      if (asked.path.endsWith('/converse')) return json({ message: `cannot take ${lastText(asked)}` }, 400)
      const exception = awsException('validationException', { message: `cannot stream ${lastText(asked)}` })
      return stream(awsEvent('messageStart', { role: 'assistant' }), exception)
    })
    guardFor(bedrock)
    const client = guardAws(clientFor(bedrock, transport))
    await expect(client.send(new ConverseCommand({ modelId: model, messages: user(text) }))).rejects.toThrow(
      `cannot take ${text}`,
    )
    const output = await client.send(new ConverseStreamCommand({ modelId: model, messages: user(text) }))
    await expect(textOf(output.stream)).rejects.toThrow(`cannot stream ${text}`)
    expectNothingLeaked(bedrock, values)
  })

  it('ends a stream that breaks off with an error, never cleanly', async () => {
    await using bedrock = await Bedrock.start(transport, () => {
      const { body, type } = converseStream('hello', 2)
      return { type, body: body.slice(0, 3), breaks: true }
    })
    const outcomes: string[] = []
    guardFor(bedrock).on('exchange', ({ outcome }) => outcomes.push(outcome))
    const client = guardAws(clientFor(bedrock, transport))
    const output = await client.send(new ConverseStreamCommand({ modelId: model, messages: user('x') }))
    await expect(textOf(output.stream)).rejects.toThrow()
    expect(outcomes).toEqual(['failed'])
  })

  it('works with a bearer key too, with guardAws and without', async () => {
    const { text, values } = planted(912)
    await using bedrock = await Bedrock.start(transport, converse)
    guardFor(bedrock)
    for (const client of [clientFor(bedrock, transport, true), guardAws(clientFor(bedrock, transport, true))]) {
      const output = await client.send(new ConverseCommand({ modelId: model, messages: user(text) }))
      expect(output.output?.message?.content).toEqual([{ text: `I read: ${text}` }])
    }
    expectNothingLeaked(bedrock, values)
  })

  it('works where nothing is intercepted', async () => {
    const { text, values } = planted(913)
    await using bedrock = await Bedrock.start(transport, converse)
    const explicit = guardFor(bedrock, { mode: 'explicit' })
    const client = guardAws(clientFor(bedrock, transport), explicit)
    const output = await client.send(new ConverseCommand({ modelId: model, messages: user(text) }))
    expect(output.output?.message?.content).toEqual([{ text: `I read: ${text}` }])
    expectNothingLeaked(bedrock, values)
    expect(bedrock.everything).not.toContain('x-llm-gdpr-guard')
  })

  it('is aborted when its scope ends, and the caller hears why', async () => {
    let asked: () => void = () => undefined
    const arrived = new Promise<void>(resolve => {
      asked = resolve
    })
    await using bedrock = await Bedrock.start(transport, () => {
      asked()
      return { ...stream(awsEvent('messageStart', { role: 'assistant' })), breaks: false }
    })
    const shared = guardFor(bedrock)
    const outcomes: string[] = []
    shared.on('exchange', ({ outcome }) => outcomes.push(outcome))
    const client = guardAws(clientFor(bedrock, transport))
    const controller = new AbortController()
    const call = shared.run({ signal: controller.signal }, () =>
      client.send(new ConverseCommand({ modelId: model, messages: user('x') })),
    )
    await arrived
    controller.abort()
    await expect(call).rejects.toThrow()
    expect(outcomes).toHaveLength(1)
  })
})

describe('a Bedrock client that nobody wrapped', () => {
  it.each([
    ['guard first', 'esm'],
    ['guard last', 'esm'],
    ['guard first', 'cjs'],
  ])('is guarded where the SDK can be reached: %s, %s', async (order, module) => {
    const { text, values } = planted(915)
    await using bedrock = await Bedrock.start('http/2', converse)
    const script = fileURLToPath(new URL('../kit/bedrock-app.mjs', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [script], {
      env: { ...process.env, APP: JSON.stringify({ origin: bedrock.origin, text, order, module }) },
    })
    expect(JSON.parse(stdout.slice(stdout.lastIndexOf('\n')))).toEqual([{ text: `I read: ${text}` }])
    expectNothingLeaked(bedrock, values)
  })

  it('is given back as it was when the guard closes', async () => {
    const { text, values } = planted(916)
    await using bedrock = await Bedrock.start('http/1.1', converse)
    guardFor(bedrock)
    const client = clientFor(bedrock, 'http/1.1')
    await client.send(new ConverseCommand({ modelId: model, messages: user(text) }))
    expectNothingLeaked(bedrock, values)
    await guard.close()
    await client.send(new ConverseCommand({ modelId: model, messages: user(text) }))
    expect(bedrock.everything).toContain(values[0])
  })
})

describe('a request that is signed already', () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/bedrock/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`
  const refused = { code: 'ERR_GDPR_SIGNED_REQUEST', message: expect.stringContaining('guardAws') }

  it.each(['fetch', 'http', 'http2', 'presigned'])('is refused by name: %s', async way => {
    const { text } = planted(917)
    await using bedrock = await Bedrock.start(way === 'http2' ? 'http/2' : 'http/1.1', () => json({}))
    guardFor(bedrock)
    const path = '/model/m/converse'
    const headers = { authorization, 'content-type': 'application/json' }
    const body = JSON.stringify({ messages: user(text) })
    const failure = new Promise((resolve, reject) => {
      if (way === 'fetch') fetch(bedrock.origin + path, { method: 'POST', headers, body }).then(resolve, reject)
      if (way === 'presigned') {
        fetch(`${bedrock.origin}${path}?X-Amz-Signature=${'0'.repeat(64)}`, { method: 'POST', body }).then(
          resolve,
          reject,
        )
      }
      if (way === 'http') {
        const request = http.request(bedrock.origin + path, { method: 'POST', headers }, resolve)
        request.on('error', reject).end(body)
      }
      if (way === 'http2') {
        const session = http2.connect(bedrock.origin)
        const stream = session.request({ ':method': 'POST', ':path': path, ...headers })
        stream
          .on('response', resolve)
          .on('error', reject)
          .on('close', () => session.destroy())
        stream.end(body)
      }
    })
    const error = await failure.catch((reason: Error) => reason.cause ?? reason)
    expect(error).toMatchObject(refused)
    expect(bedrock.asked).toEqual([])
  })
})

describe('a Bedrock call that cannot be scrubbed', () => {
  const converseCall = new ConverseCommand({ modelId: model, messages: user('x') })

  it('is refused where no guard of the process knows the endpoint', async () => {
    await using bedrock = await Bedrock.start('http/1.1', () => json({}))
    const client = guardAws(clientFor(bedrock, 'http/1.1'))
    const invoke = new InvokeModelCommand({ modelId: model, body: anthropicBody('x') })
    await expect(client.send(invoke)).rejects.toMatchObject({ code: 'ERR_GDPR_UNGUARDED_CARRIER' })
    guard = createGuard()
    await expect(client.send(invoke)).rejects.toMatchObject({ code: 'ERR_GDPR_UNGUARDED_CARRIER' })
    expect(bedrock.asked).toEqual([])
  })

  it('is refused at once where it streams both ways', async () => {
    await using bedrock = await Bedrock.start('http/2', () => json({}))
    guardFor(bedrock)
    const client = guardAws(clientFor(bedrock, 'http/2'))
    async function* speech() {
      yield { chunk: { bytes: Buffer.from('x') } }
      await new Promise(() => undefined)
    }
    const call = client.send(new InvokeModelWithBidirectionalStreamCommand({ modelId: model, body: speech() }))
    await expect(call).rejects.toMatchObject({ code: 'ERR_GDPR_UPGRADE_REFUSED' })
    expect(bedrock.asked).toEqual([])
  })

  it('keeps the error of the guard when the body is refused', async () => {
    await using bedrock = await Bedrock.start('http/2', () => json({}))
    guardFor(bedrock, { entities: { EMAIL: 'block' } })
    const client = guardAws(clientFor(bedrock, 'http/2'))
    const [email] = planted(914).values
    const call = client.send(
      new ConverseCommand({ modelId: model, messages: user(`Mail ${planted(914).text} ${email}`) }),
    )
    await expect(call).rejects.toMatchObject({ code: 'ERR_GDPR_ENTITY_BLOCKED' })
    await expect(client.send(converseCall)).resolves.toBeDefined()
    expect(bedrock.asked).toHaveLength(1)
  })
})
