/** A guard for the loopback provider, and the plainest call to it. */
import { createGuard, type Guard } from '../../src/guard.ts'
import type { Upstream } from '../kit/upstream.ts'

export function guardFor(upstream: Upstream): Guard {
  return createGuard({ providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
}

export async function ask(upstream: Upstream, content: string): Promise<string> {
  const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] })
  const response = await fetch(`${upstream.origin}/v1/chat/completions`, { method: 'POST', body })
  const { choices } = (await response.json()) as { choices: { message: { content: string } }[] }
  return choices[0]!.message.content
}
