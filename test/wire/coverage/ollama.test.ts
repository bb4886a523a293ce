import { describeTypes } from './describe-coverage.ts'
import type { TypeCase } from './sdk-coverage.ts'

function typed(type: string, path: string, as: TypeCase['as']): TypeCase {
  return { file: 'dist/browser.d.ts', type, as, url: `https://ollama.com/api/${path}` }
}

describeTypes(
  {
    packageName: 'ollama',
    cases: [
      typed('ChatRequest', 'chat', 'request'),
      typed('GenerateRequest', 'generate', 'request'),
      typed('EmbedRequest', 'embed', 'request'),
      typed('EmbeddingsRequest', 'embeddings', 'request'),
      typed('CreateRequest', 'create', 'request'),
      typed('ShowRequest', 'show', 'request'),
      typed('ChatResponse', 'chat', 'answer'),
      typed('ChatResponse', 'chat', 'event'),
      typed('GenerateResponse', 'generate', 'answer'),
      typed('GenerateResponse', 'generate', 'event'),
      typed('ShowResponse', 'show', 'answer'),
    ],
    request: {
      'names by which a call finds its tool': ['tool_name', '**.function.name'],
      'models, adapters, roles, times and kinds: words of the protocol': [
        'from',
        'keep_alive',
        'model',
        'quantize',
        'role',
        '**.adapters.*',
        '**.tools[].type',
      ],
      'words of JSON Schema': ['**.parameters.type', '**.parameters.required', '**.properties.*.type'],
    },
    answer: {
      'media in base64': ['image', 'images'],
      'tokens: a placeholder spans several of them': ['token'],
    },
  },
  { sent: 30, answered: 20 },
)
