/** The streams of OpenAI responses: one text comes up to five times, and each item in turns with the others. */
import { openaiResponses } from '../../../src/wire/providers/openai-responses.ts'
import { dataOf, namedEvents } from '../sse-kit.ts'
import { Collected, type Cut, interleave, type StreamCase, type Texts } from './stream-case.ts'

interface ResponseEvent {
  readonly type: string
  readonly [field: string]: unknown
}

/** An item whose text grows: where its pieces go, and the events that repeat it. */
interface Growing {
  readonly kind: keyof Texts
  readonly item: (text: string) => Readonly<Record<string, unknown>>
  readonly delta: string
  readonly field: string
  readonly indices?: Readonly<Record<string, number>>
  readonly part?: (text: string) => object
}

const message = (text: string) => ({
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
})

const items: readonly Growing[] = [
  {
    kind: 'other',
    item: text => ({
      type: 'reasoning',
      summary: [{ type: 'summary_text', text }],
      encrypted_content: 'Z0FBQUFBQm8tc2VhbA',
    }),
    delta: 'reasoning_summary_text',
    field: 'text',
    indices: { summary_index: 0 },
    part: text => ({ type: 'summary_text', text }),
  },
  {
    kind: 'other',
    item: text => ({ type: 'reasoning', summary: [], content: [{ type: 'reasoning_text', text }] }),
    delta: 'reasoning_text',
    field: 'text',
    indices: { content_index: 0 },
  },
  {
    kind: 'prose',
    item: message,
    delta: 'output_text',
    field: 'text',
    indices: { content_index: 0 },
    part: text => ({ type: 'output_text', text, annotations: [], logprobs: [] }),
  },
  {
    kind: 'other',
    item: refusal => ({ type: 'message', role: 'assistant', content: [{ type: 'refusal', refusal }] }),
    delta: 'refusal',
    field: 'refusal',
    indices: { content_index: 0 },
    part: refusal => ({ type: 'refusal', refusal }),
  },
  {
    kind: 'json',
    item: args => ({ type: 'function_call', call_id: 'call_1', name: 'send', arguments: args }),
    delta: 'function_call_arguments',
    field: 'arguments',
  },
  {
    kind: 'json',
    item: args => ({ type: 'function_call', call_id: 'call_2', name: 'send', arguments: args }),
    delta: 'function_call_arguments',
    field: 'arguments',
  },
  {
    kind: 'json',
    item: args => ({ type: 'mcp_call', server_label: 'mail', name: 'send', arguments: args }),
    delta: 'mcp_call_arguments',
    field: 'arguments',
  },
  {
    kind: 'code',
    item: input => ({ type: 'custom_tool_call', call_id: 'call_3', name: 'run', input }),
    delta: 'custom_tool_call_input',
    field: 'input',
  },
  {
    kind: 'code',
    item: code => ({ type: 'code_interpreter_call', container_id: 'cntr_1', code, outputs: [] }),
    delta: 'code_interpreter_call_code',
    field: 'code',
  },
  {
    kind: 'code',
    item: command => ({ type: 'shell_call', call_id: 'call_4', action: { commands: [command] } }),
    delta: 'shell_call_command',
    field: 'command',
    indices: { command_index: 0 },
  },
  {
    kind: 'code',
    item: diff => ({
      type: 'apply_patch_call',
      call_id: 'call_5',
      operation: { type: 'update_file', path: 'a.ts', diff },
    }),
    delta: 'apply_patch_call_operation_diff',
    field: 'diff',
  },
  // A type that no version of the rules knows.
  {
    kind: 'prose',
    item: text => ({ type: 'dream_call', text }),
    delta: 'dream_text',
    field: 'text',
    indices: { dream_index: 0 },
  },
]

function eventsOf(at: number, growing: Growing, text: string, cut: Cut, turn: { id: number }): ResponseEvent[] {
  const { item, delta, field, indices = {}, part } = growing
  // Some gateways send another id with every event of one item.
  const place = () => ({ item_id: `item_${++turn.id}`, output_index: at, ...indices })
  const id = () => `item_${++turn.id}`
  const partEvent = (step: string, inner: string) => ({
    type: `response.${delta.startsWith('reasoning') ? 'reasoning_summary_part' : 'content_part'}.${step}`,
    ...place(),
    part: part?.(inner),
  })
  return [
    { type: 'response.output_item.added', output_index: at, item: { id: id(), ...item('') } },
    ...(part === undefined ? [] : [partEvent('added', '')]),
    ...cut(text).map(piece => ({ type: `response.${delta}.delta`, ...place(), delta: piece, obfuscation: 'aX3' })),
    { type: `response.${delta}.done`, ...place(), [field]: text },
    ...(part === undefined ? [] : [partEvent('done', text)]),
    { type: 'response.output_item.done', output_index: at, item: { id: id(), ...item(text) } },
  ]
}

/** The one delta that is an object: what a shell printed. */
function shellOutput(at: number, { prose, other }: Texts, cut: Cut): ResponseEvent[] {
  const place = { item_id: 'sh_1', output_index: at, command_index: 0 }
  const type = 'response.shell_call_output_content.delta'
  return [
    ...interleave<ResponseEvent>(
      cut(prose).map(stdout => ({ type, ...place, delta: { stdout } })),
      cut(other).map(stderr => ({ type, ...place, delta: { stderr } })),
    ),
    {
      type: 'response.shell_call_output_content.done',
      ...place,
      output: [{ stdout: prose, stderr: other, outcome: { type: 'exit', exit_code: 0 } }],
    },
  ]
}

function response(texts: Texts, status: string): object {
  return {
    id: 'resp_1',
    object: 'response',
    status,
    model: 'm',
    instructions: texts.other,
    output:
      status === 'completed' ? items.map(({ item, kind }, at) => ({ id: `item_${at}`, ...item(texts[kind]) })) : [],
    tools: [{ type: 'function', name: 'send', description: texts.other, parameters: { type: 'object' } }],
  }
}

function numbered(events: readonly ResponseEvent[]): ResponseEvent[] {
  return events.map((event, sequence_number) => ({ ...event, sequence_number }))
}

/** Every text of an item or a part, by the names of its fields. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (textFields.has(key) ? textsOf(inner) : []))
}

const textFields = new Set([
  'action',
  'arguments',
  'code',
  'commands',
  'content',
  'diff',
  'input',
  'operation',
  'refusal',
  'summary',
  'text',
  ...Array.from({ length: 3 }, (_, at) => String(at)),
])

function read(stream: string): Record<string, string> {
  const collected = new Collected()
  for (const event of dataOf(stream) as ResponseEvent[]) {
    const at = event['output_index'] as number
    const kind = items[at]?.kind
    const { delta } = event
    if (typeof delta === 'string') collected.add(`${kind} of the deltas of item ${at}`, delta)
    else if (delta !== undefined) readShell(collected, 'deltas', delta as ShellOutput)
    if (event.type === 'response.shell_call_output_content.done') {
      readShell(collected, 'end', (event['output'] as ShellOutput[])[0] ?? {})
    } else if (event.type.endsWith('.done') && event['item'] === undefined && event['part'] === undefined) {
      for (const field of ['text', 'refusal', 'arguments', 'input', 'code', 'command', 'diff']) {
        collected.add(`${kind} of the end of item ${at}`, event[field])
      }
    }
    if (event.type.endsWith('_part.done'))
      collected.add(`${kind} of the part of item ${at}`, textsOf(event['part']).at(-1))
    if (event.type === 'response.output_item.done')
      collected.add(`${kind} of item ${at}`, textsOf(event['item']).at(-1))
    if (event.type === 'response.completed') readResponse(collected, event['response'] as Answer)
    if (event.type === 'response.created')
      collected.add('other of the echo', (event['response'] as Answer).instructions)
  }
  return { ...collected.shown }
}

interface ShellOutput {
  readonly stdout?: string
  readonly stderr?: string
}

function readShell(collected: Collected, where: string, { stdout, stderr }: ShellOutput): void {
  collected.add(`prose of the shell, ${where}`, stdout)
  collected.add(`other of the shell, ${where}`, stderr)
}

interface Answer {
  readonly instructions: string
  readonly output: readonly unknown[]
  readonly tools: readonly { readonly description: string }[]
}

function readResponse(collected: Collected, { instructions, output, tools }: Answer): void {
  collected.add('other of the instructions', instructions)
  collected.add('other of the tool', tools[0]?.description)
  for (const [at, item] of output.entries()) collected.add(`${items[at]?.kind} of output ${at}`, textsOf(item).at(-1))
}

function streamOf(texts: Texts, cut: Cut, inTurns: boolean): string {
  const turn = { id: 0 }
  const channels = items.map((growing, at) => eventsOf(at, growing, texts[growing.kind], cut, turn))
  return namedEvents(
    ...numbered([
      { type: 'response.created', response: response(texts, 'in_progress') },
      ...(inTurns ? interleave(...channels) : channels.flat()),
      ...shellOutput(items.length, texts, cut),
      { type: 'response.completed', response: response(texts, 'completed') },
    ]),
  )
}

const whole = {
  answer: (texts: Texts) => response(texts, 'completed'),
  read: (answer: Answer) => {
    const collected = new Collected()
    readResponse(collected, answer)
    return collected.shown
  },
}

export const responsesStreams: readonly StreamCase[] = [
  {
    name: 'responses: one item after the other',
    format: openaiResponses,
    stream: (texts, cut) => streamOf(texts, cut, false),
    read,
    whole,
  },
  {
    name: 'responses: all items in turns, another id with every event',
    format: openaiResponses,
    stream: (texts, cut) => streamOf(texts, cut, true),
    read,
  },
]
