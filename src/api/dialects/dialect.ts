/** One chat, in the words of one provider: how it is asked, and where its answer says what. Data-like; no sockets. */

export interface Ask {
  readonly model: string
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[]
  readonly stream: boolean
  /** Further settings, in the words of the provider. They never replace what is set here. */
  readonly params: Readonly<Record<string, unknown>>
}

/** What a whole answer, or one event of a stream, says. */
export interface Said {
  readonly text: string
  readonly finishReason?: string
  readonly inputTokens?: number
  readonly outputTokens?: number
}

export interface Dialect {
  readonly name: string
  /** Where the provider is unless the configuration names another address. */
  readonly baseUrl: string
  readonly framing: 'sse' | 'ndjson'
  /** Appended to the base URL. */
  path(ask: Ask): string
  headers(key: string): Readonly<Record<string, string>>
  body(ask: Ask): Readonly<Record<string, unknown>>
  readAnswer(answer: unknown): Said
  readEvent(event: unknown): Said
  /** True where an event of a stream reports a failure. */
  isFailure(event: unknown): boolean
}

export function bearer(key: string): Readonly<Record<string, string>> {
  return key === '' ? {} : { authorization: `Bearer ${key}` }
}

/** The value below a path of keys and positions; `undefined` where the way ends. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined
    current = (current as Record<string | number, unknown>)[step]
  }
  return current
}

/** A text, or the texts of a list of parts. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  return value.map(part => textOf(at(part, 'text'))).join('')
}

/** Leaves out what the provider did not say. */
export function said(text: string, reason: unknown, input: unknown, output: unknown): Said {
  return {
    text,
    ...(typeof reason === 'string' ? { finishReason: reason } : {}),
    ...(typeof input === 'number' ? { inputTokens: input } : {}),
    ...(typeof output === 'number' ? { outputTokens: output } : {}),
  }
}

/** System messages as one text, for providers that take them beside the conversation. */
export function systemOf({ messages }: Ask): string {
  return messages
    .filter(({ role }) => role === 'system')
    .map(({ content }) => content)
    .join('\n\n')
}

export function conversationOf({ messages }: Ask): Ask['messages'] {
  return messages.filter(({ role }) => role !== 'system')
}
