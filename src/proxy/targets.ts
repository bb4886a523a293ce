/** Where a request to the proxy goes: by its first path segment, or to one fixed address. Nothing else of it decides. */
import { GuardError } from '../errors.ts'

/** Origins by the first segment of the path. The rest of the path is the provider's own: `/openai/v1/chat/completions`. */
export const providerOrigins: Readonly<Record<string, string>> = {
  ai21: 'https://api.ai21.com',
  anthropic: 'https://api.anthropic.com',
  cerebras: 'https://api.cerebras.ai',
  cohere: 'https://api.cohere.com',
  deepinfra: 'https://api.deepinfra.com',
  deepseek: 'https://api.deepseek.com',
  fireworks: 'https://api.fireworks.ai',
  gemini: 'https://generativelanguage.googleapis.com',
  groq: 'https://api.groq.com',
  huggingface: 'https://router.huggingface.co',
  mistral: 'https://api.mistral.ai',
  nebius: 'https://api.tokenfactory.nebius.com',
  nvidia: 'https://integrate.api.nvidia.com',
  ollama: 'http://127.0.0.1:11434',
  openai: 'https://api.openai.com',
  openrouter: 'https://openrouter.ai',
  perplexity: 'https://api.perplexity.ai',
  sambanova: 'https://api.sambanova.ai',
  scaleway: 'https://api.scaleway.ai',
  together: 'https://api.together.xyz',
  voyage: 'https://api.voyageai.com',
  xai: 'https://api.x.ai',
}

export type FindTarget = (path: string) => URL

/** Everything goes below this address. */
export function fixedTarget(address: string): FindTarget {
  const base = readBase(address)
  return path => joinPath(base, checkedPath(path))
}

/** The first segment names the provider; the rest is appended to its address. */
export function targetByProvider(upstreams: ReadonlyMap<string, string>): FindTarget {
  const bases = new Map([...upstreams].map(([name, address]) => [name, readBase(address)]))
  return path => {
    const [, name = '', rest = ''] = /^\/([^/?#]*)(.*)$/s.exec(checkedPath(path)) ?? []
    const base = bases.get(name)
    if (base === undefined) throw new GuardError('ERR_GDPR_NOT_FOUND')
    return joinPath(base, rest)
  }
}

interface Base {
  readonly origin: string
  /** Origin and path, without a slash at the end. */
  readonly prefix: string
}

function readBase(address: string): Base {
  const { origin, pathname } = new URL(address)
  return { origin, prefix: origin + pathname.replace(/\/+$/, '') }
}

/** What a dot segment or a second separator could be written with. */
const oddPath = /[\\]|\/\.|%(?:25)*(?:2e|2f|5c)/i

/**
 * Absolute forms would name a host of their own; dot segments would climb out of the base path: also encoded, however
 * often, since nobody knows how often the other side decodes, and with the parameters of RFC 3986 section 3.3 behind them.
 */
function checkedPath(path: string): string {
  if (path.startsWith('/') && !oddPath.test(path)) return path
  const [bare = ''] = path.split('?', 1)
  const decoded = bare
    .replaceAll(/%(?:25)*2e/gi, '.')
    .replaceAll(/%(?:25)*2f/gi, '/')
    .replaceAll(/%(?:25)*5c/gi, '\\')
  if (!path.startsWith('/') || decoded.includes('\\') || /(?:^|\/)\.{1,2}(?:[/;]|$)/.test(decoded)) {
    throw new GuardError('ERR_GDPR_NOT_FOUND')
  }
  return path
}

/** By text: `new URL('//other', base)` would change the host. */
function joinPath({ origin, prefix }: Base, rest: string): URL {
  const separator = rest === '' || rest.startsWith('/') || rest.startsWith('?') ? '' : '/'
  const url = new URL(prefix + separator + rest)
  if (url.origin !== origin) throw new GuardError('ERR_GDPR_NOT_FOUND')
  return url
}
