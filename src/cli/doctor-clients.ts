/** Client packages that call models, the host each calls by default, and the variables that move it. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface ClientPackage {
  readonly name: string
  /** `null`: it calls what it is told. */
  readonly host: string | null
  /** Variables that hold another address. */
  readonly moves?: readonly string[]
}

const packages: readonly ClientPackage[] = [
  { name: '@ai-sdk/anthropic', host: 'api.anthropic.com', moves: ['ANTHROPIC_BASE_URL'] },
  { name: '@ai-sdk/google', host: 'generativelanguage.googleapis.com' },
  { name: '@ai-sdk/openai', host: 'api.openai.com', moves: ['OPENAI_BASE_URL'] },
  { name: '@anthropic-ai/sdk', host: 'api.anthropic.com', moves: ['ANTHROPIC_BASE_URL'] },
  { name: '@aws-sdk/client-bedrock-runtime', host: 'bedrock-runtime.eu-central-1.amazonaws.com' },
  { name: '@google/genai', host: 'generativelanguage.googleapis.com', moves: ['GOOGLE_GEMINI_BASE_URL'] },
  { name: '@langchain/openai', host: 'api.openai.com', moves: ['OPENAI_BASE_URL'] },
  { name: '@mistralai/mistralai', host: 'api.mistral.ai' },
  { name: 'ai', host: null },
  { name: 'axios', host: null },
  { name: 'cohere-ai', host: 'api.cohere.com', moves: ['CO_API_URL'] },
  { name: 'got', host: null },
  { name: 'groq-sdk', host: 'api.groq.com', moves: ['GROQ_BASE_URL'] },
  { name: 'node-fetch', host: null },
  { name: 'ollama', host: null, moves: ['OLLAMA_HOST'] },
  { name: 'openai', host: 'api.openai.com', moves: ['OPENAI_BASE_URL', 'AZURE_OPENAI_ENDPOINT'] },
  { name: 'replicate', host: 'api.replicate.com' },
  { name: 'undici', host: null },
  { name: 'voyageai', host: 'api.voyageai.com' },
]

export interface FoundClient {
  readonly name: string
  readonly version: string
}

/** A place that a client of the project calls. */
export interface CalledPlace {
  /** The package, or the variable that names the place. */
  readonly by: string
  readonly url: URL
}

/** Packages that the project in `folder`, or a folder above it, has installed. */
export function findClients(folder: string): FoundClient[] {
  return packages.flatMap(({ name }) => {
    const version = installedVersion(name, folder)
    return version === null ? [] : [{ name, version }]
  })
}

/** Where the found clients call, one place per host. */
export function calledPlaces(
  clients: readonly FoundClient[],
  environment: Readonly<Record<string, string | undefined>>,
): CalledPlace[] {
  const found = packages.filter(({ name }) => clients.some(client => client.name === name))
  const byDefault = found.flatMap(({ name, host }) =>
    host === null ? [] : [{ by: name, url: new URL(`https://${host}/`) }],
  )
  const moved = found.flatMap(({ moves = [] }) => moves.flatMap(variable => placeOf(variable, environment[variable])))
  const places = new Map([...byDefault, ...moved].map(place => [place.url.host, place]))
  return [...places.values()]
}

function placeOf(variable: string, value: string | undefined): CalledPlace[] {
  if (value === undefined || value === '') return []
  // Ollama takes a host and port without a scheme.
  const text = /^https?:\/\//i.test(value) ? value : `http://${value}`
  return URL.canParse(text) ? [{ by: variable, url: new URL(text) }] : []
}

function installedVersion(name: string, folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const version = versionIn(join(at, 'node_modules', name, 'package.json'))
    if (version !== null || at === dirname(at)) return version
  }
}

function versionIn(file: string): string | null {
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }
    return typeof version === 'string' ? version : null
  } catch {
    return null
  }
}
