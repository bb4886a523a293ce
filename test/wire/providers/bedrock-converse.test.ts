import { describe, expect, it } from 'vitest'
import { createAnswerRewriter } from '../../../src/wire/answer.ts'
import { awsEventStream } from '../../../src/wire/aws-event-stream.ts'
import { JsonDocument } from '../../../src/wire/json-document.ts'
import { bedrockConverse } from '../../../src/wire/providers/bedrock-converse.ts'
import { awsEvent, awsValues } from '../../kit/aws-event-stream.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { leafClasses, textsInOrder, textsOf } from '../format-kit.ts'
import { limits, rewrite } from '../sse-kit.ts'

const seal = 'c2lnbmVkIGJ5IHRoZSBwcm92aWRlcg=='

function classesOfBlocks(...content: object[]): Record<string, string> {
  return leafClasses(bedrockConverse, { messages: [{ role: 'user', content }] })
}

describe('a request', () => {
  it('has tools, system and messages read, in the order of the prompt', () => {
    const body = {
      messages: [{ role: 'user', content: [{ text: 'four' }, { guardContent: { text: { text: 'five' } } }] }],
      system: [{ text: 'three' }, { cachePoint: { type: 'default' } }],
      inferenceConfig: { maxTokens: 9, stopSequences: ['six'] },
      toolConfig: {
        tools: [
          {
            toolSpec: {
              name: 'look',
              description: 'one',
              inputSchema: { json: { type: 'object', properties: { q: { type: 'string', description: 'two' } } } },
            },
          },
        ],
        toolChoice: { tool: { name: 'look' } },
      },
      promptVariables: { customer: { text: 'seven' } },
      additionalModelRequestFields: { system_hint: 'eight' },
    }
    const texts = textsInOrder(bedrockConverse, body)
    expect(texts.slice(0, 5)).toEqual(['one', 'two', 'three', 'four', 'five'])
    expect(texts.slice(5).toSorted()).toEqual(['eight', 'seven', 'six'])
    expect(textsOf(bedrockConverse, body, 'ID')).toEqual(expect.arrayContaining(['look', 'default', 'user', 'object']))
  })

  it('has the input of tools and their results read to the bottom', () => {
    expect(
      classesOfBlocks(
        { toolUse: { toolUseId: 'tooluse_1', name: 'mail', input: { to: 'input text', deep: [{ n: 'deep text' }] } } },
        {
          toolResult: {
            toolUseId: 'tooluse_2',
            status: 'success',
            content: [
              { text: 'result text' },
              { json: { customer: 'json text', phone: 4915112345678 } },
              { searchResult: { source: 'https://x.example/a', title: 'hit title', content: [{ text: 'hit text' }] } },
            ],
          },
        },
        {
          citationsContent: {
            content: [{ text: 'cited answer' }],
            citations: [
              {
                title: 'cited title',
                sourceContent: [{ text: 'cited text' }],
                location: { web: { url: 'https://x.example/b' } },
              },
            ],
          },
        },
      ),
    ).toEqual({
      'https://x.example/a': 'URL',
      'https://x.example/b': 'URL',
      4915112345678: 'TEXT',
      'cited answer': 'TEXT',
      'cited text': 'TEXT',
      'cited title': 'TEXT',
      'deep text': 'TEXT',
      'hit text': 'TEXT',
      'hit title': 'TEXT',
      'input text': 'TEXT',
      'json text': 'TEXT',
      mail: 'ID',
      'result text': 'TEXT',
      success: 'ID',
      tooluse_1: 'ID',
      tooluse_2: 'ID',
      user: 'ID',
    })
  })

  it('has names of documents as titles, their text files opened, other files and media left to the policy', () => {
    const text = Buffer.from('name;mail\nRow one').toString('base64')
    const pdf = Buffer.from('%PDF-1.7 binary').toString('base64')
    expect(
      classesOfBlocks(
        { document: { name: 'Letter of Zoe', format: 'csv', context: 'why', source: { bytes: text } } },
        { document: { name: 'Scan', format: 'pdf', source: { bytes: pdf } } },
        { document: { name: 'Note', format: 'txt', source: { text: 'plain', content: [{ text: 'part' }] } } },
        { document: { name: 'Far', format: 'txt', source: { s3Location: { uri: 's3://bucket/zoe.txt' } } } },
        { image: { format: 'png', source: { bytes: 'iVBORw0KGgo=' } } },
      ),
    ).toMatchObject({
      'Letter of Zoe': 'TITLE',
      Scan: 'TITLE',
      'name;mail\nRow one': 'TEXT',
      [pdf]: 'MEDIA',
      plain: 'TEXT',
      part: 'TEXT',
      why: 'TEXT',
      's3://bucket/zoe.txt': 'MEDIA',
      'iVBORw0KGgo=': 'MEDIA',
    })
  })

  it('has a text file put back as base64 when something in it is replaced, and the rest byte for byte', () => {
    const body = (text: string) =>
      `{"messages":[{"role":"user","content":[{"document":{"format":"json","name":"d","source":{"bytes":"${Buffer.from(text).toString('base64')}"}}}]}],"inferenceConfig":{"temperature":1.0}}`
    const document = JsonDocument.parse(body('{"who":"Zoe", "n": 1.0}'), { depth: 50 })
    const leaf = document.leaves(bedrockConverse.request).find(candidate => candidate.text === 'Zoe')
    leaf!.replace('[PERSON_1]')
    expect(document.toText()).toBe(body('{"who":"[PERSON_1]", "n": 1.0}'))
  })

  it('removes what names the client and opens the schema of an answer in JSON', () => {
    const classes = leafClasses(bedrockConverse, {
      messages: [],
      requestMetadata: { tenant: 'zoe-ltd' },
      outputConfig: { textFormat: { type: 'json_schema', structure: { jsonSchema: { schema: '{"enum":["Zoe"]}' } } } },
    })
    expect(classes).toEqual({ '{"tenant":"zoe-ltd"}': 'IDENT', Zoe: 'TEXT', json_schema: 'ID' })
  })

  it('knows reasoning by its signature', () => {
    const content = [{ reasoningContent: { reasoningText: { text: 'thought', signature: seal } } }]
    const document = JsonDocument.parse(JSON.stringify({ messages: [{ role: 'assistant', content }] }), { depth: 50 })
    const leaves = document.leaves(bedrockConverse.request)
    expect(leaves.find(({ text }) => text === 'thought')?.signed).toBe(seal)
    expect(leaves.find(({ text }) => text === seal)?.class).toBe('OPAQUE')
  })

  it('takes a note for the model as a block of its own', () => {
    const noted = (body: object) => {
      const document = JsonDocument.parse(JSON.stringify(body), { depth: 50 })
      bedrockConverse.addNote(document, 'a "note"')
      return JSON.parse(document.toText())
    }
    expect(noted({ system: [{ text: 'b' }] }).system).toEqual([{ text: 'a "note"' }, { text: 'b' }])
    expect(noted({ messages: [] }).system).toEqual([{ text: 'a "note"' }])
  })
})

describe('an answer', () => {
  const restorer = fakeRestorer({ NAME: 'Zo\u00eb "Q"\nO\u2019Hara' })
  const value = 'Zo\u00eb "Q"\nO\u2019Hara'

  it('has every text restored, traces of guardrails too, and ids left alone', () => {
    const body = {
      output: {
        message: {
          role: 'assistant',
          content: [
            { text: 'Dear \u00abNAME\u00bb' },
            { toolUse: { toolUseId: '\u00abNAME\u00bb', name: 'mail', input: { to: ['\u00abNAME\u00bb'] } } },
            { reasoningContent: { reasoningText: { text: 'for \u00abNAME\u00bb', signature: seal } } },
          ],
        },
      },
      stopReason: 'tool_use',
      usage: { inputTokens: 1 },
      trace: { guardrail: { modelOutput: ['said \u00abNAME\u00bb'] } },
    }
    const signed: string[][] = []
    const shown = JSON.parse(
      rewrite(
        {
          format: bedrockConverse,
          contentType: 'application/json',
          restorer,
          onSigned: (...facts) => signed.push(facts.map(String)),
        },
        JSON.stringify(body),
      ),
    )
    expect(shown.output.message.content).toEqual([
      { text: `Dear ${value}` },
      { toolUse: { toolUseId: value, name: 'mail', input: { to: [value] } } },
      { reasoningContent: { reasoningText: { text: `for ${value}`, signature: seal } } },
    ])
    expect(shown.trace.guardrail.modelOutput).toEqual([`said ${value}`])
    expect(signed[0]!.slice(0, 2)).toEqual([seal, 'for \u00abNAME\u00bb'])
  })

  it('gives interleaved blocks of a stream the same texts, whatever the cut of the text', () => {
    const sent = { text: 'Hi \u00abNAME\u00bb!', json: '{"to":"\u00abNAME\u00bb"}', thought: 'about \u00abNAME\u00bb' }
    for (const length of [1, 2, 3, 5, 8, 100]) {
      const stream = interleaved(sent, length)
      const signed: string[][] = []
      const rewriter = createAnswerRewriter(bedrockConverse, awsEventStream, restorer, limits, (...facts) =>
        signed.push(facts.map(String)),
      )
      const bytes = Buffer.concat([Buffer.from(rewriter.write(Buffer.concat(stream))), Buffer.from(rewriter.end())])
      const shown = awsValues(bytes) as Delta[]
      expect(shown.length).toBe(stream.length)
      const joined = (read: (delta: NonNullable<Delta['delta']>) => string | undefined) =>
        shown.map(({ delta }) => (delta === undefined ? '' : (read(delta) ?? ''))).join('')
      expect(joined(delta => delta.text)).toBe(`Hi ${value}!`)
      expect(JSON.parse(joined(delta => delta.toolUse?.input))).toEqual({ to: value })
      expect(joined(delta => delta.reasoningContent?.text)).toBe(`about ${value}`)
      expect(signed.map(([key, text]) => [key, text])).toEqual([[seal, 'about \u00abNAME\u00bb']])
    }
  })
})

interface Delta {
  readonly delta?: {
    readonly text?: string
    readonly toolUse?: { readonly input: string }
    readonly reasoningContent?: { readonly text?: string }
  }
}

function interleaved({ text, json, thought }: Record<'text' | 'json' | 'thought', string>, length: number): Buffer[] {
  const events: Buffer[] = [awsEvent('messageStart', { role: 'assistant' })]
  const delta = (contentBlockIndex: number, value: object) =>
    events.push(awsEvent('contentBlockDelta', { contentBlockIndex, delta: value, p: 'abc' }))
  for (let at = 0; at < Math.max(text.length, json.length, thought.length); at += length) {
    const piece = (whole: string) => whole.slice(at, at + length)
    if (piece(thought) !== '') delta(0, { reasoningContent: { text: piece(thought) } })
    if (piece(text) !== '') delta(1, { text: piece(text) })
    if (piece(json) !== '') delta(2, { toolUse: { input: piece(json) } })
  }
  delta(0, { reasoningContent: { signature: seal } })
  for (const contentBlockIndex of [0, 1, 2]) events.push(awsEvent('contentBlockStop', { contentBlockIndex }))
  events.push(awsEvent('messageStop', { stopReason: 'end_turn' }), awsEvent('metadata', { usage: { inputTokens: 1 } }))
  return events
}
