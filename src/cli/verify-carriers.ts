/** The places in which a request can carry personal data, each as one call with values of its own. */
import { gzipSync } from 'node:zlib'
import { type Planted, plantHeaders, plantTexts, sentenceOf } from './verify-planted.ts'

export interface Carrier {
  readonly name: string
  readonly planted: Planted
  readonly url: string
  readonly init: RequestInit
  /** The capture server repeats what stands here, so that the answer has to have the values again. */
  readonly isRepeated: boolean
}

/** For an address that takes OpenAI chat completions. `first` numbers the values, one number for each carrier. */
export function chatCarriers(url: string, first: number): Carrier[] {
  let number = first
  const texts = () => plantTexts(number++)

  function chat(name: string, body: (text: string, planted: Planted) => object, isRepeated = true): Carrier {
    const planted = texts()
    const asked = { model: 'verify', messages: [user('Hello.')], ...body(sentenceOf(planted), planted) }
    return { name, planted, url, init: post(JSON.stringify(asked)), isRepeated }
  }

  return [
    chat('message text', text => ({ messages: [user(text)] })),
    chat('message parts', text => ({ messages: [user([{ type: 'text', text }])] })),
    chat('system prompt', text => ({ messages: [{ role: 'system', content: text }, user('Hello.')] })),
    chat('tool arguments', text => ({ messages: [user('Hello.'), toolCall({ note: text }), toolResult('done')] })),
    chat('tool result', (_, planted) => ({
      messages: [user('Hello.'), toolCall({}), toolResult(JSON.stringify({ rows: [planted] }))],
    })),
    chat('tool description', text => ({ tools: [toolNamed(text)] }), false),
    chat('nested JSON string', (_, planted) => ({
      messages: [user(JSON.stringify({ event: JSON.stringify({ customer: planted }) }))],
    })),
    chat('unknown field', text => ({ x_notes: { deep: [text] } }), false),
    identity(url, number++),
    query(url, texts()),
    headers(url, number++),
    form(url, texts()),
    compressed(url, texts()),
    chat('streamed answer', text => ({ stream: true, messages: [user(text)] })),
  ]
}

/** For an application, which takes requests of its own kind: `template` with {{prompt}} where a user would write. */
export function appCarriers(url: string, template: string, given: Record<string, string>, first: number): Carrier[] {
  const type = isJson(template) ? 'application/json' : 'text/plain; charset=utf-8'
  const call = (name: string, planted: Planted, text: string, more: Partial<Carrier> & { headers?: object }) => {
    const headers = { 'content-type': type, ...given, ...more.headers }
    const init = { method: 'POST', headers: headers as Record<string, string>, body: filled(template, text) }
    return { name, planted, url: more.url ?? url, init, isRepeated: more.isRepeated ?? false }
  }
  const prompt = plantTexts(first)
  const inQuery = plantTexts(first + 1)
  const client = plantHeaders(first + 2)
  return [
    call('prompt', prompt, sentenceOf(prompt), { isRepeated: true }),
    call('URL query', inQuery, 'Hello.', { url: withQuery(url, inQuery) }),
    call('client headers', client, 'Hello.', { headers: client }),
  ]
}

const user = (content: unknown) => ({ role: 'user', content })
const toolCall = (args: object) => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'look_up', arguments: JSON.stringify(args) } }],
})
const toolResult = (content: string) => ({ role: 'tool', tool_call_id: 'call_1', content })
const toolNamed = (description: string) => ({
  type: 'function',
  function: { name: 'look_up', description, parameters: { type: 'object', properties: {} } },
})

const jsonHeaders = { 'content-type': 'application/json', authorization: 'Bearer verify' }

function post(body: string): RequestInit {
  return { method: 'POST', headers: jsonHeaders, body }
}

/** What providers ask for to tell end users apart. */
function identity(url: string, number: number): Carrier {
  const id = `verify-customer-${number}`
  const planted = { user: `${id}-a`, safety_identifier: `${id}-b`, 'metadata.user_id': `${id}-c` }
  const { user: name, safety_identifier, 'metadata.user_id': user_id } = planted
  const body = { model: 'verify', messages: [user('Hello.')], user: name, safety_identifier, metadata: { user_id } }
  return { name: 'user identifiers', planted, url, init: post(JSON.stringify(body)), isRepeated: false }
}

function query(url: string, planted: Planted): Carrier {
  return { name: 'URL query', planted, url: withQuery(url, planted), init: post(greeting), isRepeated: false }
}

function headers(url: string, number: number): Carrier {
  const planted = plantHeaders(number)
  const init = { method: 'POST', headers: { ...jsonHeaders, ...planted }, body: greeting }
  return { name: 'client headers', planted, url, init, isRepeated: false }
}

/** Beside chat completions: the upload of a text file whose name and content tell something. */
function form(url: string, planted: Planted): Carrier {
  const address = new URL(url)
  address.pathname = address.pathname.replace(/\/chat\/completions$/, '/files')
  const body = new FormData()
  body.set('purpose', 'user_data')
  body.set('file', new Blob([sentenceOf(planted)], { type: 'text/plain' }), `${planted['EMAIL']}.txt`)
  const init = { method: 'POST', headers: { authorization: 'Bearer verify' }, body }
  return { name: 'file and its name', planted, url: address.href, init, isRepeated: false }
}

function compressed(url: string, planted: Planted): Carrier {
  const body = gzipSync(JSON.stringify({ model: 'verify', messages: [user(sentenceOf(planted))] }))
  const init = { method: 'POST', headers: { ...jsonHeaders, 'content-encoding': 'gzip' }, body: new Uint8Array(body) }
  return { name: 'compressed body', planted, url, init, isRepeated: true }
}

const greeting = JSON.stringify({ model: 'verify', messages: [user('Hello.')] })

function withQuery(url: string, planted: Planted): string {
  const address = new URL(url)
  for (const [name, value] of Object.entries(planted)) address.searchParams.append(name.toLowerCase(), value)
  return address.href
}

function isJson(template: string): boolean {
  try {
    JSON.parse(template)
    return true
  } catch {
    return false
  }
}

/** In JSON the text is escaped, as a client would. */
function filled(template: string, text: string): string {
  return template.replaceAll('{{prompt}}', () => (isJson(template) ? JSON.stringify(text).slice(1, -1) : text))
}
