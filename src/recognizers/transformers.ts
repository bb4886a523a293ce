/** Names by a token-classification model that runs in this process, through `@huggingface/transformers` (an optional peer). */
import type { EntityType, Finding, Recognizer } from '../types.ts'
import { atLeast, failed, probability, wrongOption } from './failure.ts'
import { labelsFor } from './labels.ts'
import { withinTime } from './time-limit.ts'
import { type ClassifiedToken, readTokens, type TypedSpan } from './token-spans.ts'
import { type Window, windowsOf } from './windows.ts'

export type { ClassifiedToken } from './token-spans.ts'

/** What `pipeline('token-classification', …)` gives. Called with `ignore_labels: []`, so that every token comes back. */
export type TokenClassifier = (text: string, options: { ignore_labels: string[] }) => Promise<unknown>

interface CommonOptions {
  /** How the recognizer is called in findings and errors. Default `transformers`. */
  name?: string
  /** Which types are reported. Default `['PERSON']`. */
  types?: EntityType[]
  /** What the model calls a type, beside the usual labels (`PER`, `LOC`, `ORG`, `GIVENNAME` …): `{ PATIENT: 'PERSON' }`. */
  labels?: { [label: string]: EntityType }
  /** Least probability of a token, 0 to 1. Default 0.5. */
  minimumScore?: number
  /** Longest time for one text, in milliseconds; loading the model not counted. Default 10,000. */
  timeoutMs?: number
  /** Longest piece of text handed to the model, in UTF-16 units. It is halved where the model cannot read it all. Default 1,000. */
  windowLength?: number
}

interface WithPipeline extends CommonOptions {
  /** A pipeline of yours: `await pipeline('token-classification', 'Xenova/bert-base-NER')`. */
  pipeline: TokenClassifier
}

interface WithModel extends CommonOptions {
  /** Name or folder of a model. It is loaded with the first text; a name is fetched from the model hub unless it is cached. */
  model: string
  /** Handed to `pipeline` as they are: `{ dtype: 'q8', device: 'cpu' }`. */
  modelOptions?: { [option: string]: unknown }
}

export type TransformersOptions = WithPipeline | WithModel

const shortestWindow = 16

/**
 * A recognizer that asks a token-classification model. Nothing leaves the process. A model that fails, is late or does not
 * read the whole text stops the call (`ERR_GDPR_RECOGNIZER_FAILED`).
 */
export function transformersRecognizer(options: TransformersOptions): Recognizer {
  const { name = 'transformers', types = ['PERSON'], labels = {} } = options
  const least = probability(name, 'minimumScore', options.minimumScore ?? 0.5)
  const timeoutMs = atLeast(name, 'timeoutMs', options.timeoutMs ?? 10_000, 1)
  const windowLength = atLeast(name, 'windowLength', options.windowLength ?? 1_000, shortestWindow)
  const wanted = labelsFor(types, labels)
  const load = classifierOf(options, name)

  async function recognize(text: string): Promise<Finding[]> {
    if (!hasWord(text)) return []
    const classify = await load()
    const late = () => failed(name, `the model took more than ${timeoutMs} ms`)
    const deadline = performance.now() + timeoutMs
    const findings: Finding[] = []
    const queue = windowsOf(text, windowLength, Math.floor(windowLength / 8)).reverse()
    for (let window = queue.pop(); window !== undefined; window = queue.pop()) {
      const spans = await withinTime(read(classify, window), deadline - performance.now(), late)
      if (spans === null) queue.push(...halves(window))
      else findings.push(...spans.map(span => ({ ...moved(span, window.start), recognizer: name })))
    }
    return findings
  }

  /** `null` where the model did not read the window to its end. */
  async function read(classify: TokenClassifier, window: Window): Promise<readonly TypedSpan[] | null> {
    const tokens = tokensOf(await classify(window.text, { ignore_labels: [] }))
    if (tokens === null) throw failed(name, 'the pipeline gave no list of tokens')
    const found = readTokens(window.text, tokens, wanted, least)
    if (found === null) throw failed(name, 'the tokens of the pipeline are not those of the text')
    return hasWord(window.text.slice(found.reach)) ? null : found.spans
  }

  function halves({ start, text }: Window): Window[] {
    if (text.length < 2 * shortestWindow) throw failed(name, 'the model does not read its input to the end')
    const half = Math.ceil((text.length * 5) / 8)
    return windowsOf(text, half, Math.floor(text.length / 8))
      .map(window => ({ start: window.start + start, text: window.text }))
      .reverse()
  }

  return { name, types, recognize }
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function moved(span: TypedSpan, by: number): TypedSpan {
  return { ...span, start: span.start + by, end: span.end + by }
}

function tokensOf(answer: unknown): ClassifiedToken[] | null {
  // One text asked, one list given; some versions wrap it once more.
  const list: unknown = Array.isArray(answer) && answer.length === 1 && Array.isArray(answer[0]) ? answer[0] : answer
  return Array.isArray(list) && list.every(isToken) ? list : null
}

function isToken(value: unknown): value is ClassifiedToken {
  const { entity, score, word } = (value ?? {}) as Partial<ClassifiedToken>
  return typeof entity === 'string' && typeof word === 'string' && typeof score === 'number' && score >= 0 && score <= 1
}

/** Gives the pipeline: the one handed over, or one loaded once. A load that failed is tried again with the next text. */
function classifierOf(options: TransformersOptions, name: string): () => Promise<TokenClassifier> {
  if ('pipeline' in options) {
    const { pipeline } = options
    if (typeof pipeline !== 'function') throw wrongOption(name, '`pipeline` must be what `await pipeline(…)` gave')
    return () => Promise.resolve(pipeline)
  }
  const { model, modelOptions = {} } = options
  if (typeof model !== 'string' || model === '') throw wrongOption(name, 'give `pipeline` or the name of a `model`')
  let loading: Promise<TokenClassifier> | undefined
  return () => {
    loading ??= loadClassifier(name, model, modelOptions).catch(error => {
      loading = undefined
      throw error
    })
    return loading
  }
}

/** A variable, so that compilers and bundlers do not look for the optional peer. */
const peer: string = '@huggingface/transformers'

async function loadClassifier(name: string, model: string, modelOptions: object): Promise<TokenClassifier> {
  const library = await import(peer).catch(() => {
    throw failed(name, `${peer} is not installed`)
  })
  const { pipeline } = library as {
    pipeline: (task: string, model: string, options: object) => Promise<TokenClassifier>
  }
  return pipeline('token-classification', model, modelOptions).catch(() => {
    throw failed(name, 'the model could not be loaded')
  })
}
