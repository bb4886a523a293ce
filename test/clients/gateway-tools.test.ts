import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Running, startCli } from '../cli/kit.ts'
import { planted } from '../kit/planted.ts'
import { chatAnswer, sendJson, Upstream } from '../kit/upstream.ts'
import { openaiService } from './openai-service.ts'

/** Requests of tools that are pointed at the gateway by a setting, in the form that their documentation describes. */
const { text, values } = planted(3_200)
const key = ['key', 'of', 'a', 'tool'].join('-')
const json = { 'content-type': 'application/json' }
let upstream: Upstream
let gateway: Running

beforeEach(async () => {
  upstream = await Upstream.start()
  const names = ['openai', 'anthropic'].flatMap(name => ['--upstream', `${name}=${upstream.origin}`])
  gateway = await startCli(['serve', '--port', '0', ...names])
})

afterEach(async () => {
  const { stdout, stderr } = await gateway.stop()
  await upstream[Symbol.asyncDispose]()
  for (const value of values) expect(stdout + stderr + upstream.everything).not.toContain(value)
})

function ask(path: string, headers: Record<string, string>, body?: object): Promise<Response> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  return fetch(gateway.url + path, { ...init, headers })
}

const schemaOf = (name: string, description: string) => ({
  type: 'object',
  properties: { [name]: { type: 'string', description } },
  required: [name],
})

describe('Open WebUI and LibreChat', () => {
  it('ask for the list of models, and get it as the provider gives it', async () => {
    const list = { object: 'list', data: [{ id: 'gpt-test-4711', object: 'model', created: 1, owned_by: 'system' }] }
    upstream.answer = (_, res) => sendJson(res, list)
    const answer = await ask('/openai/v1/models', { authorization: `Bearer ${key}` })
    expect([answer.status, await answer.json()]).toEqual([200, list])
    expect(upstream.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/v1/models', `Bearer ${key}`],
    ])
  })

  it('chat with an identifier of the user, which does not leave', async () => {
    upstream.answer = chatAnswer(prompt => prompt, 3)
    const headers = { ...json, authorization: `Bearer ${key}`, 'x-openwebui-user-email': values[0]! }
    const body = { model: 'm', stream: true, user: 'planted-user-32', messages: [{ role: 'user', content: text }] }
    const seen = await (await ask('/openai/v1/chat/completions', headers, body)).text()
    const said = [...seen.matchAll(/^data: (\{.*)$/gm)].map(
      ([, data]) => JSON.parse(data!).choices[0].delta.content ?? '',
    )
    expect(said.join('')).toBe(text)
    expect(upstream.everything).not.toMatch(/planted-user-32|openwebui/)
  })
})

describe('Claude Code', () => {
  const headers = {
    ...json,
    authorization: `Bearer ${key}`,
    'anthropic-version': '2023-06-01',
    'anthropic-beta': 'claude-code-20250219,interleaved-thinking-2025-05-14',
    'x-app': 'cli',
    'user-agent': 'claude-cli/2.0.0 (external, cli)',
  }
  const body = {
    model: 'm',
    max_tokens: 100,
    stream: true,
    metadata: { user_id: 'user_planted-32_account_session' },
    system: [{ type: 'text', text: `The folder belongs to ${values[0]}.`, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: [{ type: 'text', text }] }],
  }

  it('streams messages, with the headers and the query that must arrive as they are', async () => {
    upstream.answer = chatAnswer(prompt => prompt, 4)
    const seen = await (await ask('/anthropic/v1/messages?beta=true', headers, body)).text()
    const said = [...seen.matchAll(/^data: (\{.*)$/gm)].map(([, data]) => JSON.parse(data!).delta?.text ?? '')
    expect(said.join('')).toBe(text)
    const [received] = upstream.received
    expect(received!.url).toBe('/v1/messages?beta=true')
    expect(received!.headers).toMatchObject({
      authorization: `Bearer ${key}`,
      'anthropic-version': '2023-06-01',
      'anthropic-beta': headers['anthropic-beta'],
    })
    expect(upstream.everything).not.toMatch(/planted-32|claude-cli/)
    expect(upstream.bodies[0]).toMatchObject({ system: [{ cache_control: { type: 'ephemeral' } }] })
  })

  it('hands a tool call its values, in the form of version 2.1: names of tools stand in the instructions', async () => {
    const [mail = ''] = values
    const input = { command: 'cat notes.txt' }
    const tools = [
      { name: 'Bash', description: 'Runs a command.', input_schema: schemaOf('command', 'What to run') },
      {
        name: 'Edit',
        description: 'Read a file first: Edit/Write fail where it has changed. When it is done: Mark it as completed.',
        input_schema: schemaOf('cron', 'Runs on every cron match, and again until it is deleted'),
      },
      {
        name: 'TaskGet',
        description: 'Mark tasks with it. Use TaskGet with an id.',
        input_schema: schemaOf('id', 'Id'),
      },
    ]
    const messages = [
      { role: 'user', content: [{ type: 'text', text: `<reminder>Mark what is done</reminder> ${text}` }] },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'Bash', input }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: `Notes of Edit: ${text}` }] },
    ]
    const more = {
      system: [{ type: 'text', text: 'You are a Claude agent. Claude Code reads CLAUDE.md, see claude.example/docs.' }],
      thinking: { type: 'adaptive' },
      context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
      output_config: { effort: 'high' },
    }
    upstream.answer = (received, res) => {
      const placeholder = /\[EMAIL_\d+\]/.exec(received.body.toString())?.[0]
      const use = { type: 'tool_use', id: 'toolu_2', name: 'Bash', input: { command: `echo ${placeholder}` } }
      sendJson(res, { id: 'msg_1', type: 'message', role: 'assistant', content: [use], stop_reason: 'tool_use' })
    }
    const answer = await ask('/anthropic/v1/messages?beta=true', headers, {
      ...body,
      ...more,
      stream: false,
      tools,
      messages,
    })
    expect(answer.status).toBe(200)
    expect(JSON.parse(await answer.text()).content[0].input.command).toBe(`echo ${mail}`)
    const sent = JSON.stringify(upstream.bodies[0])
    expect(sent).toContain('Edit/Write fail where it has changed')
    expect(sent).toContain('Runs on every cron match')
  })

  it('counts tokens', async () => {
    upstream.answer = (_, res) => sendJson(res, { input_tokens: 4_711 })
    const { max_tokens: _, stream: __, metadata: ___, ...count } = body
    const answer = await ask('/anthropic/v1/messages/count_tokens?beta=true', headers, count)
    expect(await answer.json()).toEqual({ input_tokens: 4_711 })
  })
})

describe('Codex', () => {
  it('streams responses that are not stored', async () => {
    upstream.answer = openaiService(4)
    const headers = { ...json, authorization: `Bearer ${key}`, originator: 'codex_cli_rs', session_id: 'planted-32' }
    const body = {
      model: 'm',
      instructions: 'You are a coding agent.',
      input: [
        {
          type: 'message',
          role: 'developer',
          content: [{ type: 'input_text', text: '<permissions>read</permissions>' }],
        },
        { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
      ],
      tools: [{ type: 'function', name: 'shell', description: 'Runs a command', strict: false, parameters: {} }],
      tool_choice: 'auto',
      parallel_tool_calls: false,
      reasoning: { effort: 'medium', summary: 'auto' },
      store: false,
      stream: true,
      include: ['reasoning.encrypted_content'],
      prompt_cache_key: '0198e9a2-0000-7000-8000-000000004711',
      client_metadata: {
        'x-codex-installation-id': '0198e9a2-0000-4000-8000-00000000c0de',
        turn_id: '0198e9a2-0000-7000-8000-00000000c0de',
        'x-codex-turn-metadata': '{"installation_id":"0198e9a2-0000-4000-8000-00000000c0de"}',
      },
    }
    const seen = await (await ask('/openai/v1/responses', headers, body)).text()
    const events = [...seen.matchAll(/^data: (\{.*)$/gm)].map(([, data]) => JSON.parse(data!))
    const said = events.filter(({ type }) => type === 'response.output_text.delta').map(({ delta }) => delta)
    expect(said.join('')).toContain(text)
    const args = events.find(({ type }) => type === 'response.function_call_arguments.done').arguments
    expect(JSON.parse(args).text).toContain(text)
    expect(events.at(-1).type).toBe('response.completed')
    expect(upstream.received[0]!.headers.authorization).toBe(`Bearer ${key}`)
    expect(upstream.everything).not.toMatch(/codex_cli_rs|planted-32|c0de|client_metadata/)
  })
})
