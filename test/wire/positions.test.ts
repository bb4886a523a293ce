import { describe, expect, it } from 'vitest'
import { createTextRestorer, RestoreTally, scrubText, Vault } from '../../src/mask/index.ts'
import type { TextRestorer } from '../../src/types.ts'
import { extentOf, indexAt, type Unit } from '../../src/wire/extent.ts'
import { anthropicMessages } from '../../src/wire/providers/anthropic-messages.ts'
import { bedrockConverse } from '../../src/wire/providers/bedrock-converse.ts'
import { bedrockGuardrail } from '../../src/wire/providers/bedrock-other.ts'
import { cohereChat } from '../../src/wire/providers/cohere-chat.ts'
import { huggingface } from '../../src/wire/providers/huggingface.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import { moveSentPositions } from '../../src/wire/sent-positions.ts'
import fc from '../kit/fast-check.ts'
import { type Cited, type Grown, type PositionCase, positionCases } from './position-cases.ts'
import { everyCut, limits, rewrite, rewritePieces } from './sse-kit.ts'

const values = { PERSON: 'J\u00f6rdis "J\u00f6" \u00d6l \u{1f9d1}\u200d\u{1f4bb}', EMAIL: 'jo@example.org' } as const
const shownBy: Readonly<Record<string, string>> = { '[PERSON_1]': values.PERSON, '[EMAIL_1]': values.EMAIL }

function restorerOf(type: 'replace' | 'redact' = 'replace'): TextRestorer {
  const vault = new Vault(100)
  for (const [name, value] of Object.entries(values)) {
    scrubText(value, [{ start: 0, end: value.length, type: name, score: 1, recognizer: 't' }], vault, () => type)
  }
  return createTextRestorer(vault, new RestoreTally())
}

const restorer = restorerOf()

/** Texts in which nothing begins a placeholder by chance, and the placeholders. */
const plain = [
  'a',
  ' ',
  'Gr\u00f6\u00dfe ',
  'e\u0301',
  '\u{1f600}',
  '\u{1f469}\u200d\u{1f467} ',
  '\u4e2d',
  '. ',
  '\n',
  '"',
  // Alone before a bracket it would be taken for its escape.
  '\\ ',
]
const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...plain) }, fc.constantFrom(...Object.keys(shownBy)))
const parts = fc.array(part, { minLength: 1, maxLength: 12 })

interface Sample {
  readonly parts: readonly string[]
  readonly cuts: readonly number[]
  readonly borders: readonly (readonly [number, number])[]
}

const sample: fc.Arbitrary<Sample> = fc.record({
  parts,
  cuts: fc.array(fc.nat(200), { maxLength: 6 }),
  borders: fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 3 }),
})

/** Citations between borders of code points, in order of their ends. */
function citedIn(text: string, borders: Sample['borders'], unit: Unit): Cited[] {
  const characters = [...text]
  const lengthOf = (count: number) => extentOf(characters.slice(0, count).join(''))[unit]
  return borders
    .map(pair => pair.map(border => border % (characters.length + 1)).sort((a, b) => a - b))
    .map(([from = 0, to = 0]) => ({
      start: lengthOf(from),
      end: lengthOf(to),
      quote: characters.slice(from, to).join(''),
    }))
    .sort((a, b) => a.end - b.end)
}

/** Where a position has to be: told by the parts, not by what restoring says. */
function expected(parts: readonly string[], position: number, unit: Unit, edge: 'end' | 'start'): number {
  let raw = 0
  let shown = 0
  for (const part of parts) {
    const length = extentOf(part)[unit]
    const value = shownBy[part]
    const shownLength = value === undefined ? length : extentOf(value)[unit]
    if (position <= raw) return shown
    if (position < raw + length) {
      if (value === undefined) return shown + position - raw
      return edge === 'start' ? shown : shown + shownLength
    }
    raw += length
    shown += shownLength
  }
  return shown
}

/** The text in pieces, each citation right behind the piece that its words end in. */
function grow(text: string, cuts: readonly number[], cited: readonly Cited[], unit: Unit): Grown {
  const borders = [...new Set([...cuts.map(cut => cut % (text.length + 1)), text.length])].sort((a, b) => a - b)
  const grown: (string | Cited)[] = []
  let open = [...cited]
  let from = 0
  for (const border of borders) {
    // Providers do not cut a character in two.
    const to = /[\udc00-\udfff]/.test(text.charAt(border)) ? border + 1 : border
    if (to > from) grown.push(text.slice(from, to))
    from = Math.max(from, to)
    const passed = extentOf(text.slice(0, from))[unit]
    if (from === 0) continue
    grown.push(...open.filter(({ end }) => end <= passed))
    open = open.filter(({ end }) => end > passed)
  }
  return grown
}

function holdersIn(value: unknown, { isHolder, read }: PositionCase): (readonly [unknown, unknown])[] {
  if (typeof value !== 'object' || value === null) return []
  const found = isHolder(value as Record<string, unknown>) ? [read(value as Record<string, unknown>)] : []
  return [...found, ...Object.values(value).flatMap(inner => holdersIn(inner, { isHolder, read } as PositionCase))]
}

function eventsOf(stream: string): unknown[] {
  const lines = stream.split('\n').map(line => line.replace(/^data: ?/, ''))
  return lines.filter(line => line.startsWith('{')).map(line => JSON.parse(line))
}

function sliceOf(text: string, start: number, end: number, unit: Unit): string {
  return text.slice(indexAt(text, start, unit), indexAt(text, end, unit))
}

const complete = positionCases.filter(({ answer }) => answer !== undefined)
const streamed = positionCases.filter(({ stream }) => stream !== undefined)

describe.each(complete)('positions in an answer: $name', positionCase => {
  const { format, unit, answer } = positionCase
  const restoreAnswer = (text: string, cited: readonly Cited[]) =>
    JSON.parse(
      rewrite({ format, contentType: 'application/json', restorer }, JSON.stringify(answer?.(text, cited))),
    ) as unknown

  it('are those of the same words in the restored text', () => {
    fc.assert(
      fc.property(sample, ({ parts, borders }) => {
        const cited = citedIn(parts.join(''), borders, unit)
        const moved = holdersIn(restoreAnswer(parts.join(''), cited), positionCase)
        const wanted = cited.map(({ start, end }) => [
          expected(parts, start, unit, 'start'),
          expected(parts, end, unit, 'end'),
        ])
        expect(moved.map(([start, end], index) => [start ?? wanted[index]?.[0], end ?? wanted[index]?.[1]])).toEqual(
          wanted,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('cut out of the restored text what restoring the cited words gives', () => {
    const text = 'See \u{1f600} [PERSON_1] at [EMAIL_1], not Gr\u00f6\u00dfe.'
    const shown = restorer.whole(text, 0)
    for (const words of ['[PERSON_1] at', '[EMAIL_1]', '\u{1f600} [PERSON_1]', ', not Gr\u00f6\u00dfe']) {
      const start = extentOf(text.slice(0, text.indexOf(words)))[unit]
      const end = start + extentOf(words)[unit]
      const [[from, to]] = holdersIn(restoreAnswer(text, [{ start, end, quote: words }]), positionCase) as [
        [number | null, number | null],
      ]
      const wanted = restorer.whole(words, 0)
      const length = extentOf(wanted)[unit]
      expect(sliceOf(shown, from ?? (to ?? 0) - length, to ?? (from ?? 0) + length, unit)).toBe(wanted)
    }
  })

  it('stay where they are in a text without placeholders', () => {
    const text = 'Nothing \u{1f600} is replaced'
    const cited = [{ start: 2, end: 9, quote: '' }]
    const moved = holdersIn(restoreAnswer(text, cited), positionCase)
    expect(moved.map(([start, end]) => [start ?? 2, end ?? 9])).toEqual([[2, 9]])
  })
})

describe.each(streamed)('positions in a stream: $name', positionCase => {
  const { format, unit, stream, contentType = 'text/event-stream' } = positionCase
  const streamCase = { format, contentType, restorer }

  it('are those of the same words in the restored text, however it is cut', () => {
    fc.assert(
      fc.property(sample, ({ parts, cuts, borders }) => {
        const text = parts.join('')
        const cited = citedIn(text, borders, unit)
        const source = stream?.(grow(text, cuts, cited, unit)) ?? ''
        const moved = eventsOf(rewrite(streamCase, source)).flatMap(event => holdersIn(event, positionCase))
        const wanted = cited.map(({ start, end }) => [
          expected(parts, start, unit, 'start'),
          expected(parts, end, unit, 'end'),
        ])
        // Events that repeat the whole text repeat its citations.
        expect(moved.length % cited.length).toBe(0)
        expect(moved).toEqual(moved.map((_, index) => wanted[index % wanted.length]))
      }),
      { numRuns: 60 },
    )
  })

  it('are the same for every cut of the bytes', () => {
    const text = 'See \u{1f600} [PERSON_1] and [EMAIL_1]'
    const cited = citedIn(text, [[6, 16]], unit)
    expect(everyCut(streamCase, stream?.(grow(text, [8, 12, 18, 22], cited, unit)) ?? '', 9).size).toBe(1)
  })

  it('mark nothing where the text came before the stream began', () => {
    const cited = [{ start: 40, end: 50, quote: 'words of another time' }]
    const source = stream?.(['end of [EMAIL_1].', ...cited]) ?? ''
    const [first] = eventsOf(rewrite(streamCase, source)).flatMap(event => holdersIn(event, positionCase))
    const [start = 0, end = 0] = first ?? []
    expect([start, end]).toEqual([0, 0])
  })
})

describe.each(positionCases.filter(({ sentBack }) => sentBack !== undefined))(
  'positions sent back: $name',
  positionCase => {
    const { format, unit, answer, sentBack } = positionCase

    it('are those that the provider gave, where they stood between words', () => {
      fc.assert(
        fc.property(sample, ({ parts, borders }) => {
          const between = borders.map(pair => pair.map(border => border % (parts.length + 1)))
          const cited = between.map(pair => {
            const [from = 0, to = 0] = pair.sort((a, b) => a - b)
            const start = extentOf(parts.slice(0, from).join(''))[unit]
            const quote = parts.slice(from, to).join('')
            return { start, end: start + extentOf(quote)[unit], quote }
          })
          const written = answer?.(parts.join(''), cited)
          const shown = rewrite({ format, contentType: 'application/json', restorer }, JSON.stringify(written))
          const request = (from: unknown) => JSON.stringify(sentBack?.(from as never))
          // Scrubbing gives the texts as the provider wrote them, and leaves the positions as they are.
          const positions = holdersIn(JSON.parse(request(JSON.parse(shown))), positionCase)
          let next = 0
          const scrubbed = JSON.stringify(JSON.parse(request(written)), (_key, value: unknown) => {
            if (typeof value !== 'object' || value === null || !positionCase.isHolder({ ...value })) return value
            const [start, end] = positions[next++] ?? []
            return 'start' in value ? { ...value, start, end } : { ...value, start_index: start, end_index: end }
          })
          expect(JSON.parse(moveSentPositions(scrubbed, format, restorer, limits))).toEqual(
            JSON.parse(request(written)),
          )
        }),
        { numRuns: 40 },
      )
    })
  },
)

describe('the unit of positions', () => {
  const text = '\u{1f600}\u{1f600} [PERSON_1] knows'
  const chatAnswer = (annotation: object, content = text) =>
    JSON.stringify({ choices: [{ index: 0, message: { content, annotations: [annotation] } }] })
  const annotationOf = (answer: string) =>
    JSON.parse(rewrite({ format: openaiChat, contentType: 'application/json', restorer }, answer)).choices[0].message
      .annotations[0]

  it('is another one where the words between them say so', () => {
    const quoted = { type: 'file_citation', text: '[PERSON_1]', start_index: 5, end_index: 15 }
    expect(annotationOf(chatAnswer(quoted))).toMatchObject({
      text: values.PERSON,
      start_index: 5,
      end_index: 5 + values.PERSON.length,
    })
  })
})

describe('a citation of a plan', () => {
  it('counts in the plan, whatever the message says beside it', () => {
    const tool_plan = 'I will ask [EMAIL_1] about it.'
    const start = tool_plan.indexOf('about')
    const citation = { start, end: start + 5, text: 'about', sources: [], type: 'PLAN' }
    const message = {
      role: 'assistant',
      content: [{ type: 'text', text: 'Dear [PERSON_1], it is [EMAIL_1].' }],
      tool_plan,
    }
    const body = JSON.stringify({ message: { ...message, citations: [citation] } })
    const shown = JSON.parse(rewrite({ format: cohereChat, contentType: 'application/json', restorer }, body)).message
    const [cited] = shown.citations
    expect(shown.tool_plan.slice(cited.start, cited.end)).toBe('about')
  })
})

describe('positions in a stream', () => {
  it('are no numbers of annotations', () => {
    const assistants = positionCases.find(({ name }) => name === 'assistants')
    const cited = { start: 0, end: 10, quote: '[PERSON_1]' }
    const source = assistants?.stream?.(['[PERSON_1] knows', cited]) ?? ''
    const shown = rewrite({ format: assistants!.format, contentType: 'text/event-stream', restorer }, source)
    expect(shown.match(/"index":3/g)).toEqual(source.match(/"index":3/g))
    expect(shown).toContain(`"end_index":${extentOf(values.PERSON).characters}`)
  })

  it('mark nothing once more text has grown than is remembered', () => {
    const piece = `${'x'.repeat(1_000)} `
    const cited = { start: 1, end: 3, quote: '' }
    const chat = positionCases.find(({ name }) => name === 'chat completions')
    const grown = ['[PERSON_1]', cited, ...Array.from({ length: 2_200 }, () => piece), cited]
    const shown = eventsOf(
      rewrite({ format: openaiChat, contentType: 'text/event-stream', restorer }, chat?.stream?.(grown) ?? ''),
    )
    expect(shown.flatMap(event => holdersIn(event, chat as PositionCase))).toEqual([
      [0, extentOf(values.PERSON).characters],
      [0, 0],
    ])
  })

  it('are moved although the queue of waiting events is full', () => {
    const chunk = (delta: object) => `data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`
    const annotation = { type: 'url_citation', url_citation: { start_index: 0, end_index: 10, url: 'u', title: 't' } }
    // The placeholder stays open while the event behind it waits.
    const open = [chunk({ content: '[PERSON_1' }), chunk({ annotations: [annotation] })]
    const others = Array.from({ length: 200 }, () => chunk({ role: 'assistant' }))
    const source = [...open, ...others, chunk({ content: ']' })].join('')
    const shown = rewrite({ format: openaiChat, contentType: 'text/event-stream', restorer }, source)
    expect(eventsOf(shown)).toHaveLength(203)
    expect(shown).toContain('"start_index":0,')
  })

  it('wait for a text that is held back, and for nothing else', () => {
    const chunk = (delta: object) => `data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`
    const annotation = (start_index: number, end_index: number) => ({ start_index, end_index, url: 'u', title: 't' })
    const sources = [
      chunk({ content: 'For [EMAIL_1] and [PERSON_1]' }),
      chunk({ annotations: [annotation(4, 13)] }),
      chunk({ content: '.' }),
    ]
    const pieces = rewritePieces(
      { format: openaiChat, contentType: 'text/event-stream', restorer },
      sources.map(source => Buffer.from(source)),
    )
    expect(pieces[0]).toBe('')
    expect(pieces[1]).toBe('')
    expect(pieces[2]).toContain(`"start_index":4,"end_index":${4 + values.EMAIL.length}`)
  })
})

describe('positions in a document of the request', () => {
  const document = 'Gr\u00f6\u00dfe \u{1f600} of [PERSON_1]: 38, says [EMAIL_1]. Nobody else.'
  const own = restorer.whole(document, 0)
  const characters = (text: string, words: string) => {
    const start = extentOf(text.slice(0, text.indexOf(words))).characters
    return [start, start + extentOf(words).characters] as const
  }

  const anthropicRequest = {
    messages: [
      {
        role: 'user',
        content: [
          { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' } },
          {
            type: 'tool_result',
            tool_use_id: 't',
            content: [{ type: 'document', source: { type: 'text', data: 'x' } }],
          },
          { type: 'document', source: { type: 'text', media_type: 'text/plain', data: document } },
          { type: 'text', text: 'How tall?' },
        ],
      },
    ],
  }
  const citation = (words: string, document_index = 2) => {
    const [start_char_index, end_char_index] = characters(document, words)
    return { type: 'char_location', cited_text: words, document_index, start_char_index, end_char_index }
  }
  const anthropic = {
    format: anthropicMessages,
    contentType: 'application/json',
    restorer,
    sent: () => Buffer.from(JSON.stringify(anthropicRequest)),
  }
  const message = (...citations: object[]) => JSON.stringify({ content: [{ type: 'text', text: '38', citations }] })
  const citationsOf = (answer: string) => JSON.parse(answer).content[0].citations

  it.each(['of [PERSON_1]: 38', '[EMAIL_1]', 'Nobody else.'])(
    'count in the document as the client has it: %s',
    words => {
      const [shown] = citationsOf(rewrite(anthropic, message(citation(words))))
      expect(shown.cited_text).toBe(restorer.whole(words, 0))
      expect(sliceOf(own, shown.start_char_index, shown.end_char_index, 'characters')).toBe(shown.cited_text)
    },
  )

  it('do so in the events of a stream', () => {
    const event = {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'citations_delta', citation: citation('[EMAIL_1]') },
    }
    const [shown] = eventsOf(
      rewrite({ ...anthropic, contentType: 'text/event-stream' }, `data: ${JSON.stringify(event)}\n\n`),
    ) as [{ delta: { citation: Record<string, number> } }]
    const [start, end] = characters(own, values.EMAIL)
    expect(shown.delta.citation).toMatchObject({
      cited_text: values.EMAIL,
      start_char_index: start,
      end_char_index: end,
    })
  })

  it('mark nothing in a document that cannot be read here', () => {
    const shown = citationsOf(rewrite(anthropic, message(citation('[EMAIL_1]', 0), citation('[EMAIL_1]', 9))))
    for (const { start_char_index, end_char_index } of shown) expect([start_char_index, end_char_index]).toEqual([0, 0])
  })

  it('mark nothing in a document out of which a value was taken for good', () => {
    const sent = JSON.stringify(anthropicRequest).replaceAll(/\[(EMAIL|PERSON)_1\]/g, '[$1]')
    const redacting = { ...anthropic, restorer: restorerOf('redact'), sent: () => Buffer.from(sent) }
    const answer = rewrite(redacting, message(citation('Nobody else.')))
    expect(citationsOf(answer)[0]).toMatchObject({ start_char_index: 0, end_char_index: 0 })
  })

  it.each([
    ['text', { text: document }],
    ['bytes', { bytes: Buffer.from(document).toString('base64') }],
  ])('count so for Converse, of a document given as %s', (_kind, source) => {
    const request = { messages: [{ role: 'user', content: [{ document: { format: 'txt', name: 'd', source } }] }] }
    const [start, end] = characters(document, '[EMAIL_1]')
    const cited = {
      location: { documentChar: { documentIndex: 0, start, end } },
      sourceContent: [{ text: '[EMAIL_1]' }],
    }
    const answer = rewrite(
      { ...anthropic, format: bedrockConverse, sent: () => Buffer.from(JSON.stringify(request)) },
      JSON.stringify({ output: { message: { content: [{ citationsContent: { citations: [cited] } }] } } }),
    )
    const [shown] = JSON.parse(answer).output.message.content[0].citationsContent.citations
    expect(shown.sourceContent[0].text).toBe(values.EMAIL)
    expect(sliceOf(own, shown.location.documentChar.start, shown.location.documentChar.end, 'characters')).toBe(
      values.EMAIL,
    )
  })

  it.each([
    ['an answer to a question', { question: 'Who?', context: document }, (found: object) => found],
    ['labelled words', document, (found: object) => [found]],
  ])('count so for Hugging Face: %s', (_kind, inputs, wrap) => {
    const [start, end] = characters(document, '[EMAIL_1]')
    const shown = JSON.parse(
      rewrite(
        { ...anthropic, format: huggingface, sent: () => Buffer.from(JSON.stringify({ inputs })) },
        JSON.stringify(wrap({ answer: '[EMAIL_1]', score: 0.5, start, end })),
      ),
    )
    const found = Array.isArray(shown) ? shown[0] : shown
    expect(sliceOf(own, found.start, found.end, 'characters')).toBe(found.answer)
    expect(found.answer).toBe(values.EMAIL)
  })

  it('count so for the checks of guardrails, block by block', () => {
    const messages = [
      { role: 'user', content: [{ text: 'Nothing.' }] },
      { role: 'user', content: [{ text: 'Nothing.' }, { text: document }] },
    ]
    const [beginOffset, endOffset] = characters(document, 'Nobody')
    const result = { type: 'NAME', confidenceScore: 1, beginOffset, endOffset, messageIndex: 1, contentIndex: 1 }
    const answer = rewrite(
      { ...anthropic, format: bedrockGuardrail, sent: () => Buffer.from(JSON.stringify({ messages })) },
      JSON.stringify({ results: { sensitiveInformation: { results: [result] } } }),
    )
    const [shown] = JSON.parse(answer).results.sensitiveInformation.results
    expect(sliceOf(own, shown.beginOffset, shown.endOffset, 'characters')).toBe('Nobody')
  })

  it('are taken out where Converse does not need them and they cannot be known', () => {
    const cited = { location: { documentChar: { documentIndex: 7, start: 1, end: 2 } } }
    const answer = JSON.stringify({ output: { message: { content: [{ citationsContent: { citations: [cited] } }] } } })
    const shown = JSON.parse(rewrite({ ...anthropic, format: bedrockConverse }, answer))
    expect(shown.output.message.content[0].citationsContent.citations).toEqual([
      { location: { documentChar: { documentIndex: 7 } } },
    ])
  })

  it('count in the document as it leaves when an application sends a citation back', () => {
    const [shown] = citationsOf(rewrite(anthropic, message(citation('[EMAIL_1]'))))
    const history = {
      role: 'assistant',
      content: [{ type: 'text', text: '38', citations: [{ ...shown, cited_text: '[EMAIL_1]' }] }],
    }
    const request = JSON.stringify({ messages: [...anthropicRequest.messages, history] })
    const sent = JSON.parse(moveSentPositions(request, anthropicMessages, restorer, limits))
    expect(sent.messages[1].content[0].citations).toEqual([citation('[EMAIL_1]')])
  })
})
