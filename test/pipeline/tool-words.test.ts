/** Words that look like names, by a detector that says so wherever it is told to: what the tagger itself takes for one changes. */
import { expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'
import { parseOptions } from '../../src/options.ts'
import { createPipeline, type Pipeline } from '../../src/pipeline/index.ts'
import { ScopeState } from '../../src/pipeline/scope.ts'
import type { Detector, Finding } from '../../src/types.ts'

/** Finds `word` behind `~`, with the score that stands in front of it: `9~Edit` is a name of 0.9. */
const marked: Detector = {
  detect(text) {
    const findings: Finding[] = []
    for (const { 0: whole, 1: score, 2: word, index } of text.matchAll(/(\d)~([\p{L}-]+)/gu)) {
      const start = index + whole.length - word!.length
      const end = index + whole.length
      findings.push({ start, end, type: 'PERSON', score: Number(score) / 10, recognizer: 'names' })
    }
    return findings
  },
}

function pipelineOf(detector: Detector): Pipeline {
  return createPipeline({ settings: parseOptions({ mode: 'explicit' }), detector, onExchange: () => undefined })
}

/** What leaves of one call in a scope of its own. */
async function sent(body: object, pipeline = pipelineOf(marked)): Promise<string> {
  const exchange = await pipeline.openIn(new ScopeState(1_000, pipeline.opener), {
    method: 'POST',
    url: new URL('https://api.anthropic.com/v1/messages'),
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ model: 'm', ...body })),
  })
  exchange.close('done')
  return Buffer.from(exchange.request.body ?? []).toString()
}

const tools = [
  {
    name: 'Edit',
    description: 'What was changed with 9~Edit needs no second look. 9~Rosalind wrote this.',
    input_schema: { type: 'object', properties: { cron: { type: 'string', description: 'When 9~cron fires' } } },
  },
]

it('takes the names that a request gives to tools and parameters for nobody', async () => {
  const messages = [{ role: 'user', content: '9~Edit the file, then write to 9~Rosalind about 9~cron' }]
  const body = await sent({ tools, messages })
  expect(body).toContain('9~Edit the file, then write to 9~[PERSON_1] about 9~cron')
  expect(body).toContain('changed with 9~Edit needs no second look. 9~[PERSON_1] wrote this.')
  expect(body).not.toContain('Rosalind')
})

it('takes no name out of a message for a tool', async () => {
  const call = { type: 'tool_use', id: 'toolu_1', name: 'search', input: { properties: { Rosalind: { age: '41' } } } }
  const messages = [
    { role: 'assistant', content: [call] },
    { role: 'user', content: 'Ask 9~Rosalind' },
  ]
  await expect(sent({ messages })).rejects.toMatchObject({ code: 'ERR_GDPR_EGRESS_LEAK' })
})

it('replaces a word of a tool that is more than the look of a name', async () => {
  const detector: Detector = {
    detect: text => {
      const start = text.indexOf('Edit')
      return start < 0 ? [] : [{ start, end: start + 4, type: 'PERSON', score: 1, recognizer: 'deny' }]
    },
  }
  const messages = [{ role: 'user', content: 'Edit wrote' }]
  await expect(sent({ tools, messages }, pipelineOf(detector))).rejects.toMatchObject({ code: 'ERR_GDPR_EGRESS_LEAK' })
})

it('leaves a name that was never sure where nothing speaks for it', async () => {
  const messages = [
    { role: 'user', content: 'When the task is done: 6~Mark it' },
    { role: 'user', content: 'Mark tasks that are done' },
  ]
  const body = await sent({ messages })
  expect(body).toContain('6~[PERSON_1] it')
  expect(body).toContain('Mark tasks that are done')
})

it('says the same of a text that it has seen before', async () => {
  const filler = 'The goods were delivered in good order. '.repeat(20)
  const pipeline = pipelineOf(marked)
  const messages = [{ role: 'user', content: `${filler}6~Mark it. Mark tasks` }]
  const bodies: string[] = []
  for (let turn = 0; turn < 3; turn++) bodies.push(await sent({ messages }, pipeline))
  expect(bodies[0]).toContain('6~[PERSON_1] it. Mark tasks')
  expect(new Set(bodies).size).toBe(1)
})

it('replaces a name that was sure once wherever it stands in another text', async () => {
  const messages = [
    { role: 'user', content: 'Mark called' },
    { role: 'user', content: '9~Mark called, 5~Mark wrote' },
  ]
  expect(await sent({ messages })).not.toContain('Mark')
})

it('replaces a sure name also where nothing speaks for it in the same text, unless it turns out to be a word', async () => {
  const rose = { messages: [{ role: 'user', content: '9~Rose called. Then Rose came with {"by": "Rose"}.' }] }
  expect(await sent(rose)).toContain('9~[PERSON_1] called. Then [PERSON_1] came with {\\"by\\": \\"[PERSON_1]\\"}.')
  const word = { messages: [{ role: 'user', content: '9~Rose called. Rose is a colour, and a rose is a flower.' }] }
  expect(await sent(word)).toContain('9~[PERSON_1] called. Rose is a colour')
})

it('does so in JSON inside a string, and gives the length of what it sends then', async () => {
  const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{"to":"9~Rose","cc":"Rose"}' } }
  const pipeline = pipelineOf(marked)
  const exchange = await pipeline.openIn(new ScopeState(1_000, pipeline.opener), {
    method: 'POST',
    url: new URL('https://api.openai.com/v1/chat/completions'),
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ model: 'm', messages: [{ role: 'assistant', tool_calls: [call] }] })),
  })
  const { body, headers } = exchange.request
  exchange.close('done')
  const said = JSON.parse(Buffer.from(body ?? []).toString()).messages[0].tool_calls[0].function.arguments
  expect(JSON.parse(said)).toEqual({ to: '9~[PERSON_1]', cc: '[PERSON_1]' })
  expect(headers.filter(([name]) => name === 'content-length')).toEqual([['content-length', String(body?.length)]])
})

it('replaces a person for whom a parameter is named, there and in the messages', async () => {
  const properties = { 'Anna Kowalska': { type: 'number', description: 'Score of Anna Kowalska' } }
  const body = await sent(
    {
      tools: [{ name: 'rate', input_schema: { type: 'object', properties } }],
      messages: [{ role: 'user', content: 'Dear Anna Kowalska, please rate Anna Kowalska.' }],
    },
    pipelineOf(createDetector({ profile: 'balanced' })),
  )
  expect(body).toContain('[PERSON_1]')
  expect(body).not.toContain('Kowalska')
})
