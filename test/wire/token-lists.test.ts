/** Lists of tokens stay as the provider gave them, whole: a placeholder spans several tokens, and each has its bytes beside it. */
import { describe, expect, it } from 'vitest'
import type { WireFormat } from '../../src/wire/format.ts'
import { cohereChat } from '../../src/wire/providers/cohere-chat.ts'
import { gemini } from '../../src/wire/providers/gemini.ts'
import { generic } from '../../src/wire/providers/generic.ts'
import { huggingface } from '../../src/wire/providers/huggingface.ts'
import { ollama } from '../../src/wire/providers/ollama.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import { openaiCompletions } from '../../src/wire/providers/openai-completions.ts'
import { openaiMedia } from '../../src/wire/providers/openai-media.ts'
import { openaiResponses } from '../../src/wire/providers/openai-responses.ts'
import { vercelGateway } from '../../src/wire/providers/vercel-gateway.ts'
import { rewrite } from './sse-kit.ts'
import { realRestorer } from './streams/stream-case.ts'

const text = 'For [EMAIL_1].'
const shownText = 'For joerdis@example.org.'
/** The pieces of the text, and one token that is a placeholder all by itself. */
const pieces = ['For', ' [', 'EMAIL', '_', '1', '].', '[EMAIL_1]', 'PERSON_1']
const token = (piece: string) => ({ token: piece, logprob: -0.25, bytes: [...Buffer.from(piece)] })
const tokens = pieces.map(piece => ({ ...token(piece), top_logprobs: [token(piece), token('[EMAIL_1]')] }))
const completionTokens = {
  tokens: pieces,
  token_logprobs: pieces.map(() => -0.25),
  top_logprobs: [{ '[EMAIL_1]': -0.25, PERSON_1: -1 }],
  text_offset: [0, 3, 5, 10, 11, 12, 14, 23],
}
const geminiTokens = {
  chosenCandidates: pieces.map(piece => ({ token: piece, tokenId: 1, logProbability: -0.25 })),
  topCandidates: [{ candidates: [{ token: '[EMAIL_1]', tokenId: 1, logProbability: -0.25 }] }],
}

interface TokenCase {
  readonly name: string
  readonly format: WireFormat
  readonly lists: readonly unknown[]
  readonly answer?: object
  readonly event?: object
}

const cases: readonly TokenCase[] = [
  {
    name: 'chat completions',
    format: openaiChat,
    lists: [{ content: tokens, refusal: tokens }],
    answer: { choices: [{ message: { content: text }, logprobs: { content: tokens, refusal: tokens } }] },
    event: { choices: [{ index: 0, delta: { content: text }, logprobs: { content: tokens, refusal: tokens } }] },
  },
  {
    name: 'chat completions of Groq, the prompt as tokens',
    format: openaiChat,
    lists: [{ input_tokens: pieces, output_tokens: pieces }],
    answer: {
      choices: [{ message: { content: text } }],
      x_groq: { debug: { input_tokens: pieces, output_tokens: pieces } },
    },
  },
  {
    name: 'completions',
    format: openaiCompletions,
    lists: [completionTokens],
    answer: { choices: [{ text, logprobs: completionTokens }] },
    event: { choices: [{ index: 0, text, logprobs: completionTokens }] },
  },
  {
    name: 'responses',
    format: openaiResponses,
    lists: [tokens],
    answer: {
      output: [{ type: 'message', content: [{ type: 'output_text', text, annotations: [], logprobs: tokens }] }],
    },
    event: {
      type: 'response.output_text.delta',
      output_index: 0,
      content_index: 0,
      delta: text,
      logprobs: tokens,
    },
  },
  {
    name: 'the last event of a response',
    format: openaiResponses,
    lists: [tokens],
    event: {
      type: 'response.completed',
      response: { output: [{ type: 'message', content: [{ type: 'output_text', text, logprobs: tokens }] }] },
    },
  },
  {
    name: 'transcriptions',
    format: openaiMedia,
    lists: [tokens],
    answer: { text, logprobs: tokens },
    event: { type: 'transcript.text.delta', delta: text, logprobs: tokens },
  },
  {
    name: 'Gemini',
    format: gemini,
    lists: [geminiTokens],
    answer: { candidates: [{ content: { parts: [{ text }] }, logprobsResult: geminiTokens }] },
    event: { candidates: [{ index: 0, content: { parts: [{ text }] }, logprobsResult: geminiTokens }] },
  },
  {
    name: 'Cohere',
    format: cohereChat,
    lists: [{ text: '[EMAIL_1]', token_ids: [1], logprobs: [-0.25] }],
    answer: {
      message: { content: [{ type: 'text', text }] },
      logprobs: { text: '[EMAIL_1]', token_ids: [1], logprobs: [-0.25] },
    },
    event: {
      type: 'content-delta',
      index: 0,
      delta: { message: { content: { text } } },
      logprobs: { text: '[EMAIL_1]', token_ids: [1], logprobs: [-0.25] },
    },
  },
  {
    name: 'Ollama',
    format: ollama,
    lists: [tokens, [1, 2]],
    answer: { response: text, context: [1, 2], logprobs: tokens },
    event: { response: text, context: [1, 2], logprobs: tokens },
  },
  {
    name: 'text generation of Hugging Face',
    format: huggingface,
    lists: [{ tokens: pieces.map(piece => ({ id: 1, text: piece })), prefill: [{ id: 1, text: '[EMAIL_1]' }] }],
    answer: {
      generated_text: text,
      details: { tokens: pieces.map(piece => ({ id: 1, text: piece })), prefill: [{ id: 1, text: '[EMAIL_1]' }] },
    },
  },
  {
    name: 'the gateway of Vercel',
    format: vercelGateway,
    lists: [tokens],
    answer: { content: [{ type: 'text', text }], providerMetadata: { openai: { logprobs: tokens } } },
  },
  {
    name: 'any other endpoint',
    format: generic,
    lists: [{ content: tokens }],
    answer: { result: [{ text, logprobs: { content: tokens } }] },
    event: { choices: [{ index: 0, delta: { content: text }, logprobs: { content: tokens } }] },
  },
]

function contained(value: unknown): string {
  return JSON.stringify(value)
}

describe.each(cases)('the tokens of $name', ({ format, answer, event, lists }) => {
  const restorer = realRestorer()

  it('stay byte for byte beside the restored text', () => {
    const shown: string[] = []
    if (answer !== undefined)
      shown.push(rewrite({ format, contentType: 'application/json', restorer }, contained(answer)))
    if (event !== undefined) {
      shown.push(rewrite({ format, contentType: 'text/event-stream', restorer }, `data: ${contained(event)}\n\n`))
    }
    expect(shown.length).toBeGreaterThan(0)
    for (const one of shown) {
      for (const list of lists) expect(one).toContain(contained(list))
      expect(one).toContain(shownText)
      expect(one).not.toContain(contained(text))
    }
  })
})
