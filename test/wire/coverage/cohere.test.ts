import { describeTypes } from './describe-coverage.ts'
import type { TypeCase } from './sdk-coverage.ts'

/** `Raw` types are those of the wire. */
function raw(file: string, type: string, path: string, as: TypeCase['as']): TypeCase {
  return { file: `serialization/${file}/${type}.d.ts`, type: `${type}.Raw`, as, url: `https://api.cohere.com/${path}` }
}

describeTypes(
  {
    packageName: 'cohere-ai',
    cases: [
      raw('resources/v2/client/requests', 'V2ChatRequest', 'v2/chat', 'request'),
      raw('resources/v2/client/requests', 'V2EmbedRequest', 'v2/embed', 'request'),
      raw('resources/v2/client/requests', 'V2RerankRequest', 'v2/rerank', 'request'),
      raw('client/requests', 'ChatRequest', 'v1/chat', 'request'),
      raw('resources/v2/types', 'V2ChatResponse', 'v2/chat', 'answer'),
      raw('resources/v2/types', 'V2ChatStreamResponse', 'v2/chat', 'event'),
      raw('resources/v2/types', 'V2RerankResponse', 'v2/rerank', 'answer'),
      raw('types', 'NonStreamedChatResponse', 'v1/chat', 'answer'),
      raw('types', 'StreamedChatResponse', 'v1/chat', 'event'),
    ],
    request: {
      'ids that the provider or the application gave out': [
        'tool_call_id',
        '**.connectors[].id',
        '**.document.id',
        '**.documents[].id',
        '**.sources[].id',
        '**.tool_calls[].id',
      ],
      'names by which a call finds its tool or its form of answer': [
        '**.call.name',
        '**.function.name',
        '**.tool_calls[].name',
        '**.tools[].name',
      ],
      'models, formats, times and kinds: words of the protocol': ['model', '**.parameter_definitions.*.type'],
      'credentials for other systems, never logged and never changed': ['user_access_token'],
    },
    answer: {
      'tokens: a placeholder spans several of them': ['**.logprobs[].text', '**.logprobs.text'],
      'counts of tokens, versions, warnings about the call': ['**.meta.**'],
    },
  },
  { sent: 40, answered: 60 },
)
