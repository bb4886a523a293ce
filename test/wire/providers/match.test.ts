import { describe, expect, it } from 'vitest'
import type { HeaderPairs } from '../../../src/types.ts'
import { knownProviders } from '../../../src/wire/providers/hosts.ts'
import { compileProviders } from '../../../src/wire/providers/match.ts'

const none = (): HeaderPairs => []
const builtIn = compileProviders({})

function formatOf(url: string, method = 'POST', headers: () => HeaderPairs = none): string | null {
  return builtIn.match(new URL(url), method, headers)?.format.name ?? null
}

function providerOf(url: string): string | null {
  return builtIn.match(new URL(url), 'POST', none)?.provider ?? null
}

describe('a known host', () => {
  it.each([
    ['https://api.openai.com/v1/chat/completions', 'openai', 'openai-chat'],
    ['https://eu.api.openai.com/v1/chat/completions', 'openai', 'openai-chat'],
    ['https://API.OpenAI.com:8443/v1/chat/completions?x=1', 'openai', 'openai-chat'],
    ['https://api.openai.com./v1/chat/completions', 'openai', 'openai-chat'],
    ['https://api.openai.com/v1/responses', 'openai', 'openai-responses'],
    ['https://api.openai.com/v1/responses/resp_1/input_items', 'openai', 'openai-responses'],
    ['https://api.openai.com/v1/conversations/conv_1/items', 'openai', 'openai-responses'],
    ['https://api.openai.com/v1/chat/completions/chatcmpl-1/messages', 'openai', 'openai-chat'],
    ['https://api.openai.com/v1/completions', 'openai', 'openai-completions'],
    ['https://api.openai.com/v1/embeddings', 'openai', 'openai-inputs'],
    ['https://api.openai.com/v1/images/generations', 'openai', 'openai-media'],
    ['https://api.openai.com/v1/threads/thread_1/runs', 'openai', 'openai-assistants'],
    ['https://api.openai.com/v1/vector_stores/vs_1/search', 'openai', 'openai-resources'],
    ['https://api.openai.com/v1/unheard_of', 'openai', 'generic'],
    ['https://acme.openai.azure.com/openai/v1/responses', 'azure-openai', 'openai-responses'],
    ['https://acme.openai.azure.com/openai/deployments/x/embeddings?api-version=1', 'azure-openai', 'openai-inputs'],
    ['https://api.anthropic.com/v1/messages', 'anthropic', 'anthropic-messages'],
    ['https://api.anthropic.com/v1/messages?beta=true', 'anthropic', 'anthropic-messages'],
    ['https://api.anthropic.com/v1/messages/count_tokens', 'anthropic', 'anthropic-messages'],
    ['https://api.anthropic.com/v1/messages/batches', 'anthropic', 'anthropic-batches'],
    [
      'https://acme.openai.azure.com/openai/deployments/x/chat/completions?api-version=1',
      'azure-openai',
      'openai-chat',
    ],
    ['https://api.groq.com/openai/v1/chat/completions', 'groq', 'openai-chat'],
    ['https://api.deepseek.com/anthropic/v1/messages', 'deepseek', 'anthropic-messages'],
    ['https://openrouter.ai/api/v1/chat/completions', 'openrouter', 'openai-chat'],
    ['https://eu.openrouter.ai/api/v1/chat/completions', 'openrouter', 'openai-chat'],
    ['https://api.x.ai/v1/chat/completions', 'xai', 'openai-chat'],
    ['https://europe-west4-aiplatform.googleapis.com/v1/projects/p', 'vertex', 'generic'],
    ['https://aiplatform.eu.rep.googleapis.com/v1/projects/p', 'vertex', 'generic'],
    ['https://generativelanguage.googleapis.com/v1beta/models/m:generateContent', 'gemini', 'gemini'],
    ['https://generativelanguage.googleapis.com/v1beta/cachedContents', 'gemini', 'gemini'],
    ['https://generativelanguage.googleapis.com/v1beta/interactions', 'gemini', 'gemini-interactions'],
    ['https://generativelanguage.googleapis.com/v1beta/openai/chat/completions', 'gemini', 'openai-chat'],
    [
      'https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/m:streamGenerateContent',
      'vertex',
      'gemini',
    ],
    ['https://aiplatform.googleapis.com/v1/projects/p/locations/global/endpoints/7:predict', 'vertex', 'gemini'],
    [
      'https://aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/anthropic/models/m:streamRawPredict',
      'vertex',
      'anthropic-messages',
    ],
    [
      'https://aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/mistralai/models/m:rawPredict',
      'vertex',
      'mistral-chat',
    ],
    ['https://api.mistral.ai/v1/chat/completions', 'mistral', 'mistral-chat'],
    ['https://codestral.mistral.ai/v1/fim/completions', 'mistral', 'mistral-chat'],
    ['https://api.eu.mistral.ai/v1/conversations/c_1/restart', 'mistral', 'mistral-conversations'],
    ['https://api.mistral.ai/v1/agents/completions', 'mistral', 'mistral-chat'],
    ['https://api.cohere.com/v1/chat', 'cohere', 'cohere-chat-v1'],
    ['https://api.cohere.com/v2/chat', 'cohere', 'cohere-chat'],
    ['https://api.cohere.ai/v2/rerank', 'cohere', 'cohere-texts'],
    ['https://api.cohere.com/compatibility/v1/chat/completions', 'cohere', 'openai-chat'],
    ['https://ollama.com/api/chat', 'ollama', 'ollama'],
    ['https://ollama.com/v1/chat/completions', 'ollama', 'openai-chat'],
    [
      'https://bedrock-runtime.eu-central-1.amazonaws.com/model/eu.amazon.nova-pro-v1%3A0/converse',
      'bedrock',
      'bedrock-converse',
    ],
    [
      'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude:0/invoke-with-response-stream',
      'bedrock',
      'bedrock-invoke',
    ],
    ['https://bedrock-runtime.us-east-1.amazonaws.com/guardrail/g1/version/1/apply', 'bedrock', 'bedrock-guardrail'],
    ['https://bedrock-mantle.us-east-1.api.aws/openai/v1/chat/completions', 'bedrock', 'openai-chat'],
    ['https://api.anthropic.com/v1/messages/batches/b_1/results', 'anthropic', 'anthropic-batches'],
    ['https://api.anthropic.com/v1/complete', 'anthropic', 'anthropic-complete'],
    ['https://router.huggingface.co/hf-inference/models/org/name/pipeline/x', 'huggingface', 'huggingface'],
    ['https://router.huggingface.co/v1/chat/completions', 'huggingface', 'openai-chat'],
    ['https://api.replicate.com/v1/models/meta/llama/predictions', 'replicate', 'replicate'],
    ['https://api.voyageai.com/v1/rerank', 'voyage', 'voyage'],
    ['https://ai-gateway.vercel.sh/v3/ai/language-model', 'vercel', 'vercel-gateway'],
    ['https://api.smith.langchain.com/runs/batch', 'langsmith', 'langsmith'],
  ])('is found: %s', (url, provider, format) => {
    expect(providerOf(url)).toBe(provider)
    expect(formatOf(url)).toBe(format)
  })

  it('is guarded for every method and path', () => {
    expect(formatOf('https://api.openai.com/', 'GET')).toBe('generic')
    expect(formatOf('https://api.mistral.ai/v1/unheard_of', 'PUT')).toBe('generic')
  })

  it.each([
    'https://notopenai.com/v1/x',
    'https://api.openai.com.evil.example/v1/x',
    'https://openai.com.example/v1/x',
    'https://s3.eu-central-1.amazonaws.com/bucket',
    'https://bedrock-runtime.evil.example/x',
    'https://storage.googleapis.com/x',
    'https://github.com/x',
    'https://huggingface.co/models',
    'http://localhost/x',
    'http://[::1]/x',
    'http://127.0.0.1/x',
  ])('is not mistaken for another: %s', url => {
    expect(formatOf(url)).toBeNull()
  })

  it('names the provider headers that may leave', () => {
    const match = builtIn.match(new URL('https://api.anthropic.com/v1/messages'), 'POST', none)
    expect(match?.headers).toEqual(expect.arrayContaining(['anthropic-version', 'x-api-key']))
    expect(match?.host).toBe('api.anthropic.com')
  })

  it('stands in the list once, in order, with patterns that end in two fixed labels', () => {
    const hosts = knownProviders.flatMap(provider => provider.hosts)
    expect(new Set(hosts).size).toBe(hosts.length)
    const names = knownProviders.map(provider => provider.name)
    expect(names).toEqual([...new Set(names)].sort())
    for (const host of hosts) expect(host.split('.').slice(-2).join('.')).toMatch(/^[a-z0-9-]+\.[a-z]+$/)
  })
})

describe('an unknown host', () => {
  it('is guarded where the path is unmistakable', () => {
    expect(formatOf('http://10.0.0.5:8000/v1/chat/completions')).toBe('openai-chat')
    expect(formatOf('https://llm.example.com/api/chat/completions')).toBe('openai-chat')
    const version: HeaderPairs = [['Anthropic-Version', '2023-06-01']]
    expect(formatOf('https://llm.example.com/v1/messages', 'POST', () => version)).toBe('anthropic-messages')
  })

  it('is guarded where the client of OpenAI calls it', () => {
    const client: HeaderPairs = [['X-Stainless-Lang', 'js']]
    expect(formatOf('https://llm.example.com/v1/responses', 'POST', () => client)).toBe('openai-responses')
    expect(formatOf('https://forms.example.com/v1/responses')).toBeNull()
  })

  it('is left alone otherwise, and its headers are not asked for', () => {
    const headers = () => expect.unreachable()
    expect(formatOf('https://shop.example.com/v1/orders', 'POST', headers)).toBeNull()
    expect(formatOf('https://chat.example.com/v1/messages')).toBeNull()
    expect(formatOf('https://llm.example.com/v1/chat/completions', 'GET')).toBeNull()
  })
})

describe('the providers option', () => {
  const providers = compileProviders({
    local: { baseUrl: 'http://127.0.0.1:8000/llm/', format: 'anthropic', headers: ['X-Team'] },
    openai: { baseUrl: 'https://proxy.example.com/openai/v1' },
    groq: { headers: ['X-Groq'] },
  })
  const match = (url: string) => providers.match(new URL(url), 'POST', none)

  it('adds a provider at any address, with its format and headers', () => {
    expect(match('http://127.0.0.1:8000/llm/anything')).toMatchObject({
      provider: 'local',
      format: { name: 'anthropic-messages' },
      headers: ['x-team'],
    })
    expect(match('http://127.0.0.1:8000/llm')?.provider).toBe('local')
  })

  it('lets the path tell the format where it does', () => {
    expect(match('http://127.0.0.1:8000/llm/v1/chat/completions')?.format.name).toBe('openai-chat')
  })

  it('moves a known provider without losing its own hosts', () => {
    expect(match('https://proxy.example.com/openai/v1/unheard_of')).toMatchObject({
      provider: 'openai',
      format: { name: 'generic' },
    })
    expect(match('https://api.openai.com/v1/embeddings')?.provider).toBe('openai')
    expect(match('https://api.groq.com/x')?.headers).toContain('x-groq')
  })

  it('ends at path and port borders', () => {
    expect(match('http://127.0.0.1:8001/llm/x')).toBeNull()
    expect(match('http://127.0.0.1:8000/llmx')).toBeNull()
    expect(match('https://127.0.0.1:8000/llm/x')).toBeNull()
    expect(match('https://proxy.example.com/other')).toBeNull()
  })
})
