import OpenAI from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { deferred } from '../kit/deferred.ts'
import { openStream, sendEvent, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'
import { openaiService } from './openai-service.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
const majors: (typeof OpenAI)[] = [OpenAI]
// The next major asks for Node 22.
if (Number.parseInt(process.versions.node, 10) >= 22) majors.push((await import('openai7')).default as never)

let guard: Guard

afterEach(async () => await guard.close())

function clientFor(Client: typeof OpenAI, upstream: Upstream, options: GuardOptions = {}): OpenAI {
  guard = createGuard({ ...options, providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  return new Client({ apiKey, baseURL: `${upstream.origin}/v1`, maxRetries: 0 })
}

/** Every kind of item that an application sends back, with planted texts in every place for text. */
function history(fields: Planting): OpenAI.Responses.ResponseInputItem[] {
  const text = () => fields.text()
  const json = () => JSON.stringify({ to: fields.email(), nested: JSON.stringify({ cc: fields.email() }) })
  return [
    { role: 'developer', content: text() },
    { type: 'message', role: 'user', content: [{ type: 'input_text', text: text() }] },
    {
      type: 'message',
      id: 'msg_0',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: text(), annotations: [] }],
    },
    {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'refusal', refusal: text() }],
    },
    {
      type: 'reasoning',
      id: 'rs_0',
      summary: [{ type: 'summary_text', text: text() }],
      encrypted_content: Buffer.from('sealed by the provider').toString('base64'),
    },
    { type: 'function_call', call_id: 'call_0', name: 'send', arguments: json() },
    { type: 'function_call_output', call_id: 'call_0', output: json() },
    { type: 'custom_tool_call', call_id: 'call_a', name: 'run', input: text() },
    { type: 'custom_tool_call_output', call_id: 'call_a', output: text() },
    {
      type: 'mcp_call',
      id: 'mcp_0',
      name: 'send',
      server_label: 'mail',
      arguments: json(),
      output: text(),
      error: text(),
    },
    { type: 'mcp_approval_response', approval_request_id: 'mcpr_0', approve: false, reason: text() },
    { type: 'shell_call', call_id: 'call_b', action: { commands: [`mail ${fields.email()}`] } },
    {
      type: 'shell_call_output',
      call_id: 'call_b',
      output: [{ stdout: text(), stderr: text(), outcome: { type: 'exit', exit_code: 0 } }],
    },
    {
      type: 'local_shell_call',
      id: 'lsh_0',
      call_id: 'call_c',
      status: 'completed',
      action: { type: 'exec', command: ['mail', fields.email()], env: { TO: fields.email() } },
    },
    {
      type: 'code_interpreter_call',
      id: 'ci_0',
      container_id: 'cntr_0',
      status: 'completed',
      code: `send("${fields.email()}")`,
      outputs: [{ type: 'logs', logs: text() }],
    },
    {
      type: 'apply_patch_call',
      call_id: 'call_d',
      status: 'completed',
      operation: { type: 'update_file', path: 'a.ts', diff: `+ ${text()}` },
    },
    {
      type: 'file_search_call',
      id: 'fs_0',
      status: 'completed',
      queries: [text()],
      results: [{ file_id: 'file_0', filename: 'a.txt', text: text(), attributes: { owner: fields.email() } }],
    },
    {
      type: 'web_search_call',
      id: 'ws_0',
      status: 'completed',
      action: { type: 'search', query: text(), queries: [text()] },
    },
    {
      type: 'computer_call',
      id: 'cu_0',
      call_id: 'call_e',
      status: 'completed',
      action: { type: 'type', text: text() },
      pending_safety_checks: [{ id: 'sc_0', code: 'malicious', message: text() }],
    },
  ]
}

const parameters = (fields: Planting) => ({
  type: 'object',
  title: fields.email(),
  properties: {
    text: { type: 'string', description: fields.text(), examples: [fields.email()], default: fields.email() },
  },
  required: ['text'],
})

function request(fields: Planting): OpenAI.Responses.ResponseCreateParamsNonStreaming {
  return {
    model: 'test-model',
    instructions: fields.text(),
    input: history(fields),
    prompt: { id: 'pmpt_0', variables: { name: fields.email(), mail: { type: 'input_text', text: fields.text() } } },
    tools: [
      { type: 'function', name: 'send', description: fields.text(), strict: false, parameters: parameters(fields) },
      { type: 'custom', name: 'run', description: fields.text() },
      {
        type: 'mcp',
        server_label: 'mail',
        server_description: fields.text(),
        server_url: 'https://mcp.example.org/sse',
        authorization: ['key', 'of', 'mail'].join('-'),
      },
      { type: 'file_search', vector_store_ids: ['vs_0'], filters: { type: 'eq', key: 'owner', value: fields.email() } },
      { type: 'web_search', user_location: { type: 'approximate', city: 'planted-city' } },
    ],
    metadata: { of: 'planted-meta' },
    user: 'planted-user',
    safety_identifier: 'planted-safety',
    prompt_cache_key: 'planted-cache',
  }
}

function messageText(items: readonly OpenAI.Responses.ResponseOutputItem[]): string {
  const parts = items.flatMap(item => (item.type === 'message' ? item.content : []))
  return parts.map(part => (part.type === 'output_text' ? part.text : '')).join('')
}

const identity = ['planted-city', 'planted-meta', 'planted-user', 'planted-safety', 'planted-cache']

describe.each(majors.map(Client => [Client.name, Client] as const))('the responses of %s', (_, Client) => {
  it('leave no planted value in what is sent, and come back with all of them', async () => {
    await using upstream = await Upstream.start(openaiService())
    const fields = new Planting(2_000)
    const client = clientFor(Client, upstream)
    const body = request(fields)
    const answer = await guard.run({}, () => client.responses.create(body))
    expectNothingArrived(upstream, [...fields.values, ...identity])
    const [sent] = upstream.bodies
    expect(sent).toMatchObject({
      tools: [{}, {}, { authorization: 'key-of-mail', server_url: 'https://mcp.example.org/sse' }, {}, {}],
      prompt: { id: 'pmpt_0' },
    })
    const told = stringsOf(
      (body.input as { content?: unknown; output?: unknown }[]).map(({ content, output }) => [content, output]),
    )
    for (const text of told.filter(string => string.includes('@') && !string.startsWith('{'))) {
      expect(answer.output_text).toContain(text)
    }
    expect(answer.instructions).toBe(body.instructions)
    const call = answer.output.find(item => item.type === 'function_call')
    expect(JSON.parse(call!.arguments)).toEqual({ text: answer.output_text })
    expect(answer.output.find(item => item.type === 'reasoning')?.summary[0]?.text).toBe(answer.output_text)
  })

  it.each([1, 4, 11, 1000])('stream the same text in every copy (pieces of %i)', async length => {
    await using upstream = await Upstream.start(openaiService(length))
    const fields = new Planting(2_100)
    const text = fields.text()
    const client = clientFor(Client, upstream)
    const copies: Record<string, string> = {}
    const add = (name: string, piece: string) => {
      copies[name] = (copies[name] ?? '') + piece
    }
    const { final } = await guard.run({}, async () => {
      const stream = client.responses.stream({
        model: 'test-model',
        input: text,
        tools: [{ type: 'function', name: 'send', strict: false, parameters: { type: 'object' } }],
      })
      for await (const event of stream) {
        if (event.type === 'response.output_text.delta') add('deltas', event.delta)
        else if (event.type === 'response.output_text.done') add('done', event.text)
        else if (event.type === 'response.reasoning_summary_text.delta') add('reasoning', event.delta)
        else if (event.type === 'response.function_call_arguments.delta') add('arguments', event.delta)
        else if (event.type === 'response.function_call_arguments.done') add('all arguments', event.arguments)
        else if (event.type === 'response.content_part.done' && event.part.type === 'output_text')
          add('part', event.part.text)
        else if (event.type === 'response.output_item.done' && event.item.type === 'message') {
          add('item', messageText([event.item]))
        } else if (event.type === 'response.completed') add('completed', messageText(event.response.output))
      }
      return { final: await stream.finalResponse() }
    })
    expectNothingArrived(upstream, fields.values)
    const args = JSON.stringify({ text })
    expect(copies).toEqual({
      deltas: text,
      done: text,
      part: text,
      item: text,
      completed: text,
      reasoning: text,
      arguments: args,
      'all arguments': args,
    })
    expect(final.output_text).toBe(text)
  })

  it('show the first delta before the last is sent', async () => {
    const seen = deferred()
    const fields = new Planting(2_150)
    const email = fields.email()
    const place = { item_id: 'msg_1', output_index: 0, content_index: 0, logprobs: [] }
    await using upstream = await Upstream.start(async (_, res) => {
      const send = (event: { type: string; [field: string]: unknown }) => sendEvent(res, event)
      openStream(res)
      send({ type: 'response.output_text.delta', ...place, sequence_number: 0, delta: 'Dear customer, ' })
      await seen.promise
      send({ type: 'response.output_text.delta', ...place, sequence_number: 1, delta: 'we wrote to [EMAIL_' })
      send({ type: 'response.output_text.delta', ...place, sequence_number: 2, delta: '1].' })
      send({
        type: 'response.output_text.done',
        ...place,
        sequence_number: 3,
        text: 'Dear customer, we wrote to [EMAIL_1].',
      })
      res.end()
    })
    const client = clientFor(Client, upstream)
    const texts = await guard.run({}, async () => {
      const collected = { deltas: '', done: '' }
      for await (const event of await client.responses.create({ model: 'm', input: `I am ${email}`, stream: true })) {
        if (event.type === 'response.output_text.delta') collected.deltas += event.delta
        if (event.type === 'response.output_text.done') collected.done += event.text
        if (collected.deltas !== '') seen.resolve()
      }
      return collected
    })
    const text = `Dear customer, we wrote to ${email}.`
    expect(texts).toEqual({ deltas: text, done: text })
    expectNothingArrived(upstream, fields.values)
  })

  it('give a structured answer that parses, with the originals in it', async () => {
    await using upstream = await Upstream.start(openaiService())
    const fields = new Planting(2_200)
    const text = `${fields.text()} "quoted"\n`
    const client = clientFor(Client, upstream)
    const schema = { type: 'object', properties: { text: { type: 'string', description: fields.text() } } }
    const answer = await guard.run({}, () =>
      client.responses.parse({
        model: 'test-model',
        input: text,
        text: { format: { type: 'json_schema', name: 'found', description: fields.text(), schema } },
      }),
    )
    expectNothingArrived(upstream, fields.values)
    expect(JSON.parse(answer.output_text)).toEqual({ text })
  })
})

/** Endpoints besides, each with planted texts in its fields; the service repeats what it was told. */
type Call = (client: OpenAI, text: () => string) => Promise<unknown>

const calls: Readonly<Record<string, Call>> = {
  completions: (client, text) =>
    client.completions.create({
      model: 'm',
      prompt: [text(), text()],
      suffix: text(),
      stop: [text()],
      user: 'planted-user',
    }),
  embeddings: (client, text) => client.embeddings.create({ model: 'm', input: [text(), text()], user: 'planted-user' }),
  moderations: (client, text) => client.moderations.create({ input: [{ type: 'text', text: text() }] }),
  'images.generate': (client, text) => client.images.generate({ prompt: text(), user: 'planted-user' }),
  'responses.compact': (client, text) =>
    client.responses.compact({ model: 'gpt-5', input: text(), instructions: text() }),
  'responses.inputTokens': (client, text) =>
    client.responses.inputTokens.count({ model: 'm', input: text(), instructions: text() }),
  'conversations.create': (client, text) =>
    client.conversations.create({ items: [{ role: 'user', content: text() }], metadata: { of: 'planted-meta' } }),
  'vectorStores.create': (client, text) =>
    client.vectorStores.create({ name: text(), description: text(), metadata: { of: 'planted-meta' } }),
  'vectorStores.search': (client, text) =>
    client.vectorStores.search('vs_0', { query: [text()], filters: { type: 'eq', key: 'owner', value: text() } }),
  'evals.create': (client, text) =>
    client.evals.create({
      name: text(),
      data_source_config: { type: 'custom', item_schema: { type: 'object', description: text() } },
      testing_criteria: [
        { type: 'string_check', name: text(), input: '{{item.a}}', operation: 'eq', reference: text() },
      ],
    }),
  'realtime.clientSecrets': (client, text) =>
    client.realtime.clientSecrets.create({
      session: {
        type: 'realtime',
        instructions: text(),
        tools: [{ type: 'function', name: 'send', description: text() }],
      },
    }),
  'beta.assistants.create': (client, text) =>
    client.beta.assistants.create({ model: 'm', name: text(), instructions: text(), metadata: { of: 'planted-meta' } }),
  'beta.threads.createAndRun': (client, text) =>
    client.beta.threads.createAndRun({
      assistant_id: 'asst_0',
      instructions: text(),
      thread: {
        messages: [{ role: 'user', content: [{ type: 'text', text: text() }], metadata: { of: 'planted-meta' } }],
      },
    }),
}

describe('the other endpoints of openai', () => {
  it.each(Object.entries(calls))('send no planted value and give back what was told: %s', async (_, call) => {
    await using upstream = await Upstream.start((received, res) => {
      sendJson(res, {
        id: 'x_1',
        object: 'list',
        data: [],
        told: stringsOf(JSON.parse(received.body.toString('utf8'))),
      })
    })
    const fields = new Planting(2_300)
    const texts: string[] = []
    const text = () => {
      texts.push(fields.text())
      return texts.at(-1) ?? ''
    }
    // What is stored for later calls is allowed where the guard keeps its maps.
    const client = clientFor(OpenAI, upstream, { state: 'memory' })
    const answer = await guard.run({}, () => call(client, text))
    expectNothingArrived(upstream, [...fields.values, 'planted-user', 'planted-meta'])
    const told =
      (answer as { told?: string[]; body?: { told: string[] } }).told ??
      (answer as { body: { told: string[] } }).body.told
    expect(told).toEqual(expect.arrayContaining(texts))
  })

  it('refuse token ids, which nobody can read, and offers of calls, which hold addresses', async () => {
    await using upstream = await Upstream.start(openaiService())
    const client = clientFor(OpenAI, upstream)
    await expect(client.embeddings.create({ model: 'm', input: [[1, 2, 3]] })).rejects.toMatchObject({
      cause: { code: 'ERR_GDPR_TOKENS_BLOCKED' },
    })
    const offer = {
      method: 'POST',
      headers: { 'content-type': 'application/sdp' },
      body: 'v=0\r\nc=IN IP4 203.0.113.9\r\n',
    }
    await expect(fetch(`${upstream.origin}/v1/realtime/calls`, offer)).rejects.toMatchObject({
      code: 'ERR_GDPR_BODY_UNREADABLE',
    })
    expect(upstream.received).toEqual([])
  })
})
