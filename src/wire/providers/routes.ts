/**
 * Which wire format a path speaks, as a table. A pattern is the end of a path, at a segment border: `chat/completions` is
 * `/v1/chat/completions` as well as `/openai/deployments/x/chat/completions`. `{…}` is any one segment, or what stands in its
 * place beside a colon (`models/{model}:generateContent`); `/**` at the end is everything below. Patterns without a
 * `{…}` at the end are asked first, and among equals the one that stands first in the table.
 *
 * A route holds for hosts that speak its family (`speaks` in hosts.ts). `anywhere` routes hold on every guarded host, and
 * on hosts nobody named too: only shapes that no other kind of service has, if need be with a header that proves it.
 */
import type { WireFormatName } from '../../options.ts'
import type { WireFormat } from '../format.ts'
import { anthropicMessages } from './anthropic-messages.ts'
import { openaiChat } from './openai-chat.ts'

export interface Route {
  readonly family: WireFormatName
  readonly path: string
  readonly format: WireFormat
  readonly anywhere?: true | { readonly header: string }
}

export const routes: readonly Route[] = [
  { family: 'openai', path: 'chat/completions', format: openaiChat, anywhere: true },
  { family: 'anthropic', path: 'v1/messages', format: anthropicMessages, anywhere: { header: 'anthropic-version' } },
  {
    family: 'anthropic',
    path: 'v1/messages/count_tokens',
    format: anthropicMessages,
    anywhere: { header: 'anthropic-version' },
  },
]

/** What a provider added with a `format` speaks at paths that no route names. Families not listed: the generic walk. */
export const mainFormats: Readonly<Partial<Record<WireFormatName, WireFormat>>> = {
  anthropic: anthropicMessages,
  openai: openaiChat,
}
