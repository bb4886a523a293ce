import { describe, expect, it } from 'vitest'
import { gemini } from '../../../src/wire/providers/gemini.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { classesOf, readBody, textsOf, withoutIdentifiers } from '../format-kit.ts'
import { dataEvents, dataOf, everyCut, rewrite, rewritePieces } from '../sse-kit.ts'

const seal = 'c2VhbGVkIHRob3VnaHQgb2Y='

function request(camel: boolean): object {
  const name = (camelCase: string) =>
    camel ? camelCase : camelCase.replace(/[A-Z]/g, unit => `_${unit.toLowerCase()}`)
  return {
    [name('systemInstruction')]: { role: 'system', parts: [{ text: 'be kind' }] },
    contents: [
      {
        role: 'user',
        parts: [{ text: 'hello' }, { [name('inlineData')]: { [name('mimeType')]: 'image/png', data: 'AA==' } }],
      },
      {
        role: 'model',
        parts: [
          { thought: true, text: 'thinking', [name('thoughtSignature')]: seal },
          { [name('functionCall')]: { id: 'call-1', name: 'look_up', args: { who: 'arg one' } } },
          { [name('executableCode')]: { language: 'PYTHON', code: 'print(1)' } },
          { [name('codeExecutionResult')]: { outcome: 'OUTCOME_OK', output: 'printed' } },
        ],
      },
      { role: 'user', parts: [{ [name('functionResponse')]: { name: 'look_up', response: { found: 'a result' } } }] },
    ],
    tools: [
      {
        [name('functionDeclarations')]: [
          {
            name: 'look_up',
            description: 'looks things up',
            parameters: {
              type: 'OBJECT',
              properties: { who: { type: 'STRING', enum: ['some person'] } },
              [name('propertyOrdering')]: ['who'],
            },
          },
        ],
      },
    ],
    [name('toolConfig')]: {
      [name('functionCallingConfig')]: { mode: 'ANY', [name('allowedFunctionNames')]: ['look_up'] },
      [name('retrievalConfig')]: { [name('latLng')]: { latitude: 48.4, longitude: 9.9 }, [name('languageCode')]: 'de' },
    },
    [name('generationConfig')]: {
      temperature: 1.0,
      [name('stopSequences')]: ['STOP HERE'],
      [name('responseMimeType')]: 'application/json',
      [name('responseSchema')]: {
        description: 'about the answer',
        [name('anyOf')]: [{ type: 'STRING', example: 'an example' }],
      },
      [name('speechConfig')]: {
        [name('voiceConfig')]: { [name('prebuiltVoiceConfig')]: { [name('voiceName')]: 'Kore' } },
      },
    },
    [name('safetySettings')]: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }],
    [name('cachedContent')]: 'cachedContents/abc',
    labels: { team: 'refunds' },
  }
}

describe.each([true, false])('a request (camel case: %s)', camel => {
  const body = request(camel)

  it('has its texts read, and nothing else taken for text', () => {
    expect(textsOf(gemini, body, 'TEXT')).toEqual(
      [
        'be kind',
        'hello',
        'thinking',
        'arg one',
        'print(1)',
        'printed',
        'a result',
        'looks things up',
        'some person',
        'about the answer',
        'an example',
        'STOP HERE',
      ].sort(),
    )
    expect(textsOf(gemini, body, 'MEDIA')).toEqual(['AA=='])
    expect(textsOf(gemini, body, 'OPAQUE')).toEqual([seal])
  })

  it('loses labels, and where and in which language the end user is', () => {
    expect(JSON.stringify(withoutIdentifiers(gemini, body))).not.toMatch(/refunds|48\.4|9\.9|"de"/)
    expect(withoutIdentifiers(gemini, body)).toMatchObject({ contents: [{ role: 'user' }, { role: 'model' }, {}] })
  })

  it('keeps the signature with the text it seals', () => {
    const { leaves } = readBody(gemini, body)
    expect(leaves.find(leaf => leaf.text === 'thinking')?.signed).toBe(seal)
    expect(leaves.find(leaf => leaf.text === 'hello')?.signed).toBeNull()
  })
})

describe('a request', () => {
  it('keeps the signature of a part with every text of its arguments', () => {
    const functionCall = { name: 'f', args: { a: 'one', deep: { list: ['two'] } } }
    const contents = [
      { role: 'model', parts: [{ functionCall, thoughtSignature: seal }, { functionCall: { args: { b: 'three' } } }] },
    ]
    const { leaves } = readBody(gemini, { contents })
    const signed = Object.fromEntries(
      leaves.filter(leaf => leaf.class === 'TEXT').map(leaf => [leaf.text, leaf.signed]),
    )
    expect(signed).toEqual({ one: seal, two: seal, three: null })
  })

  it('is read wherever requests are nested', () => {
    const contents = [{ parts: [{ text: 'inner text' }, { functionCall: { id: 'id-1', name: 'f', args: {} } }] }]
    const bodies = [
      { generateContentRequest: { model: 'models/m', contents } },
      { requests: [{ model: 'models/m', content: contents[0], taskType: 'RETRIEVAL_QUERY', title: 'inner title' }] },
      {
        batch: {
          model: 'models/m',
          inputConfig: { requests: { requests: [{ request: { contents }, metadata: { key: 'k-1' } }] } },
        },
      },
      { model: 'models/m', displayName: 'inner name', contents, ttl: '3600s' },
      {
        instances: [{ content: 'inner text', task_type: 'RETRIEVAL_QUERY' }, { prompt: 'inner text' }],
        parameters: { sampleCount: 1 },
      },
    ]
    for (const body of bodies) {
      expect(textsOf(gemini, body, 'TEXT')).toContain('inner text')
      expect(textsOf(gemini, body, 'TEXT').every(text => text.startsWith('inner '))).toBe(true)
    }
  })

  it('hides keys of other systems from everything but the provider, and has pictures and files pointed out', () => {
    const body = {
      contents: [
        {
          parts: [
            { fileData: { fileUri: 'https://example.org/a.pdf', displayName: 'of jane', mimeType: 'application/pdf' } },
          ],
        },
      ],
      tools: [
        {
          mcpServers: [
            { name: 'mcp', streamableHttpTransport: { url: 'https://mcp.example', headers: { authorization: 'x' } } },
          ],
        },
      ],
      instances: [{ prompt: 'p', image: { bytesBase64Encoded: 'AA==', mimeType: 'image/png' } }],
    }
    expect(classesOf(gemini, body)).toMatchObject({
      'https://example.org/a.pdf': 'MEDIA contents[0].parts[0].fileData.fileUri',
      'of jane': 'NAME contents[0].parts[0].fileData.displayName',
      'https://mcp.example': 'URL tools[0].mcpServers[0].streamableHttpTransport.url',
      x: 'SECRET tools[0].mcpServers[0].streamableHttpTransport.headers.*',
      'AA==': 'MEDIA instances[0].image.bytesBase64Encoded',
    })
  })

  it('has unknown fields read as text', () => {
    const body = {
      contents: [{ parts: [{ newKind: { of: 'words one' } }] }],
      generationConfig: { newSetting: 'words' },
    }
    expect(textsOf(gemini, body, 'TEXT')).toEqual(['words', 'words one'])
  })

  it.each([
    [{ contents: [] }, { systemInstruction: { parts: [{ text: 'NOTE' }] }, contents: [] }],
    [
      { contents: [], system_instruction: { parts: [{ text: 'be kind' }] } },
      { contents: [], system_instruction: { parts: [{ text: 'NOTE' }, { text: 'be kind' }] } },
    ],
    [{ content: {} }, { content: {} }],
    [[], []],
  ])('takes a note where the prompt begins: %j', (body, expected) => {
    const { document } = readBody(gemini, body)
    gemini.addNote(document, 'NOTE')
    expect(JSON.parse(document.toText())).toEqual(expected)
  })
})

const nasty = 'Jörg "Jo" \\ x\ny'
const restorer = fakeRestorer({ A: nasty, B: 'bé' })
const sse = { format: gemini, contentType: 'text/event-stream', restorer }
const array = { format: gemini, contentType: 'application/json', restorer }

interface Event {
  candidates: { index?: number; content: { parts: Record<string, unknown>[] }; finishReason?: string }[]
}

function event(parts: object[], more: object = {}): object {
  return {
    candidates: [{ content: { role: 'model', parts }, index: 0, ...more }],
    usageMetadata: { totalTokenCount: 3 },
    modelVersion: 'm',
  }
}

/** As servers write it without `alt=sse`. */
function jsonArray(events: readonly object[]): string {
  return `[${events.map(value => JSON.stringify(value, null, 2)).join('\n,\r\n')}\n]\n`
}

const framings: [string, typeof sse, (events: readonly object[]) => string, (text: string) => unknown[]][] = [
  ['server-sent events', sse, events => dataEvents(...events), dataOf],
  ['a JSON array', array, jsonArray, text => JSON.parse(text)],
]

function partsOf(events: readonly unknown[]): Record<string, unknown>[] {
  return (events as Event[]).flatMap(({ candidates }) => candidates.flatMap(({ content }) => content.parts))
}

function joined(parts: readonly Record<string, unknown>[]): string {
  return parts.map(part => part['text'] ?? '').join('')
}

describe.each(framings)('a stream as %s', (_name, answerCase, write, read) => {
  it('restores a text cut over events, though every event names a finish reason', () => {
    const events = ['Dear «', 'A', '», and «B', '»'].map(text => event([{ text }], { finishReason: 'STOP' }))
    const restored = read(rewrite(answerCase, write(events)))
    expect(restored).toHaveLength(4)
    expect(joined(partsOf(restored))).toBe(`Dear ${nasty}, and bé`)
  })

  it('takes neighbours of one kind for one text, wherever they stand', () => {
    const events = [
      event([{ text: 'a «' }, { text: 'A' }]),
      event([{ text: '» b' }, { text: ' «B', thoughtSignature: seal }]),
      event([{ text: '»', partMetadata: {} }]),
    ]
    expect(joined(partsOf(read(rewrite(answerCase, write(events)))))).toBe(`a ${nasty} b bé`)
  })

  it('keeps thoughts, answers and calls apart', () => {
    const call = { functionCall: { name: 'f', args: { who: '«A»' } } }
    const events = [
      event([{ thought: true, text: 'hm «' }]),
      event([{ thought: true, text: 'B' }, { text: '» is no end. «' }]),
      event([{ text: 'A»' }, call, { text: 'after «B' }]),
      event([{ text: '»' }]),
    ]
    const parts = partsOf(read(rewrite(answerCase, write(events))))
    expect(joined(parts.filter(part => part['thought'] === true))).toBe('hm «B')
    expect(joined(parts.filter(part => part['thought'] === undefined))).toBe(`» is no end. ${nasty}after bé`)
    expect(parts.find(part => part['functionCall'] !== undefined)).toEqual({
      functionCall: { name: 'f', args: { who: nasty } },
    })
  })

  it('keeps candidates apart', () => {
    const both = (first: string, second: string) => ({
      candidates: [
        { index: 1, content: { parts: [{ text: second }] } },
        { index: 0, content: { parts: [{ text: first }] } },
      ],
    })
    const only = { candidates: [{ index: 1, content: { parts: [{ text: '»' }] } }] }
    const restored = read(rewrite(answerCase, write([both('«', 'x «B'), only, both('A»', '.')]))) as Event[]
    const textOf = (index: number) =>
      joined(
        partsOf(
          restored.map(({ candidates }) => ({ candidates: candidates.filter(candidate => candidate.index === index) })),
        ),
      )
    expect([textOf(0), textOf(1)]).toEqual([nasty, 'x bé.'])
  })

  it('joins arguments that come in pieces by their path, and ends each where it ends', () => {
    const piece = (jsonPath: string, stringValue: string, willContinue = true) =>
      event([
        {
          functionCall: {
            partialArgs: [{ jsonPath, stringValue, ...(willContinue ? { willContinue } : {}) }],
            willContinue: true,
          },
        },
      ])
    const events = [
      event([{ functionCall: { name: 'f', willContinue: true } }]),
      piece('$.who', 'say «'),
      piece('$.where', '«B'),
      piece('$.who', 'A» «', false),
      piece('$.where', '»', false),
      piece('$.who', 'B» again', false),
      event([{ functionCall: {} }], { finishReason: 'STOP' }),
    ]
    const pieces = partsOf(read(rewrite(answerCase, write(events)))).flatMap(part => {
      const { partialArgs = [] } = part['functionCall'] as { partialArgs?: { jsonPath: string; stringValue: string }[] }
      return partialArgs
    })
    const textAt = (path: string) =>
      pieces.filter(({ jsonPath }) => jsonPath === path).map(({ stringValue }) => stringValue)
    expect(textAt('$.who')).toEqual(['say ', `${nasty} «`, 'B» again'])
    expect(textAt('$.where').join('')).toBe('bé')
  })

  it('restores what quotes the text, and leaves seals, ids and tokens alone', () => {
    const last = {
      candidates: [
        {
          content: { parts: [{ text: '', thoughtSignature: '«A»' }] },
          finishReason: 'STOP',
          finishMessage: 'said «B»',
          groundingMetadata: {
            webSearchQueries: ['who is «A»'],
            groundingChunks: [{ web: { uri: 'https://example.org', title: '«B»' } }],
            groundingSupports: [{ segment: { startIndex: 0, endIndex: 3, text: '«A»' }, groundingChunkIndices: [0] }],
            searchEntryPoint: { renderedContent: '<b>«B»</b>', sdkBlob: '«A»' },
          },
          logprobsResult: { chosenCandidates: [{ token: '«A»' }] },
        },
      ],
      promptFeedback: { blockReasonMessage: '«B»' },
    }
    const [restored] = read(rewrite(answerCase, write([last]))) as [typeof last]
    const [candidate] = restored.candidates
    expect(candidate).toMatchObject({
      content: { parts: [{ thoughtSignature: '«A»' }] },
      finishMessage: 'said bé',
      groundingMetadata: {
        webSearchQueries: [`who is ${nasty}`],
        groundingChunks: [{ web: { title: 'bé' } }],
        groundingSupports: [{ segment: { text: nasty } }],
        searchEntryPoint: { renderedContent: '<b>bé</b>', sdkBlob: '«A»' },
      },
      logprobsResult: { chosenCandidates: [{ token: '«A»' }] },
    })
    expect(restored.promptFeedback.blockReasonMessage).toBe('bé')
  })

  it('is the same for every cut of its bytes, and never waits for more than it must', () => {
    const events = [
      event([{ thought: true, text: 'é «' }]),
      event([{ thought: true, text: 'B»' }]),
      event([{ text: 'Dear «A' }]),
      event([{ text: '»' }, { functionCall: { name: 'f', args: { x: '«A»', y: ['«B»'], n: 1.0 } } }]),
      event([{ text: '«B»' }], { finishReason: 'STOP' }),
    ]
    const source = write(events)
    expect(everyCut(answerCase, source).size).toBe(1)
    const plain = write([event([{ text: 'one' }]), event([{ text: 'two' }])])
    const end = plain.indexOf('two')
    const [first = ''] = rewritePieces(answerCase, [Buffer.from(plain.slice(0, end)), Buffer.from(plain.slice(end))])
    expect(first).toContain('one')
  })

  it('passes byte for byte where there is nothing to restore', () => {
    const source = write([
      event([{ text: 'plain [1], {x} "y"' }]),
      event([{ functionCall: { name: 'f', args: { a: '\\"]}' } } }]),
    ])
    expect(rewrite(answerCase, source)).toBe(source)
  })
})

describe('a JSON array', () => {
  it.each([
    '[]',
    '[\n]\n',
    '[{}]',
    ' [ {} , {} ] ',
    '\uFEFF[{"a":[1,[2]]}\n,\r\n{"b":"]"}]',
    '[{"text":"cut of',
    '[1, "x"]',
  ])('keeps its form: %j', source => {
    expect(rewrite(array, source)).toBe(source)
  })

  it('restores errors in it, and what breaks off', () => {
    const error = [{ error: { code: 400, message: 'bad: «A»', status: 'INVALID_ARGUMENT' } }]
    expect(JSON.parse(rewrite(array, JSON.stringify(error)))).toEqual([
      { error: { code: 400, message: `bad: ${nasty}`, status: 'INVALID_ARGUMENT' } },
    ])
    expect(rewrite(array, '[{"candidates":[{"content":{"parts":[{"text":"«B» and')).toContain('bé and')
  })

  it('refuses an element beyond the limit', () => {
    expect(() => rewrite(array, `[{"text":"${'x'.repeat(1_000_001)}`)).toThrow(/larger than the limit/)
  })
})

describe('a whole answer', () => {
  it('is restored, with its signed texts told as the provider wrote them and as they are shown', () => {
    const told: [string, string, string | null][] = []
    const body = {
      candidates: [
        {
          content: {
            parts: [
              { thought: true, text: 'of «A»', thoughtSignature: seal },
              {
                functionCall: { name: 'f', args: { to: '«B»', deep: [{ more: '«A»' }] } },
                thoughtSignature: `${seal}2`,
              },
              { text: 'answer «B»' },
            ],
          },
        },
      ],
    }
    const onSigned = (...signed: [string, string, string | null]) => void told.push(signed)
    const restored = JSON.parse(rewrite({ ...array, onSigned }, JSON.stringify(body))) as typeof body
    const [thought, call, answer] = restored.candidates[0]!.content.parts
    expect([thought!.text, answer!.text]).toEqual([`of ${nasty}`, 'answer bé'])
    expect(call!.functionCall!.args).toEqual({ to: 'bé', deep: [{ more: nasty }] })
    expect(told).toEqual([
      [seal, 'of «A»', `of ${nasty}`],
      [`${seal}2`, '«B»', 'bé'],
      [`${seal}2`, '«A»', nasty],
    ])
  })

  it('is restored in batches, and its vectors are left alone', () => {
    const candidates = [{ content: { parts: [{ text: '«B»', functionCall: { id: 'a', name: 'f' } }] } }]
    const body = {
      name: 'batches/1',
      response: { inlinedResponses: { inlinedResponses: [{ response: { candidates } }] } },
    }
    expect(rewrite(array, JSON.stringify(body))).toContain('"text":"bé"')
    const vectors = '{"embeddings":[{"values":[1.0,2e3]}],"embedding":{"values":[0.10]}}'
    expect(rewrite(array, vectors)).toBe(vectors)
  })
})
