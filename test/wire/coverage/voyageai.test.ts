import { describeTypes } from './describe-coverage.ts'
import type { TypeCase } from './sdk-coverage.ts'

/** `Raw` types are those of the wire. */
function raw(folder: string, type: string, path: string, as: TypeCase['as']): TypeCase {
  const file = `dist/cjs/serialization/${folder}/${type}.d.ts`
  return { file, type: `${type}.Raw`, as, url: `https://api.voyageai.com/v1/${path}` }
}

describeTypes(
  {
    packageName: 'voyageai',
    cases: [
      raw('client/requests', 'EmbedRequest', 'embeddings', 'request'),
      raw('client/requests', 'ContextualizedEmbedRequest', 'contextualizedembeddings', 'request'),
      raw('client/requests', 'MultimodalEmbedRequest', 'multimodalembeddings', 'request'),
      raw('client/requests', 'RerankRequest', 'rerank', 'request'),
      raw('types', 'EmbedResponse', 'embeddings', 'answer'),
      raw('types', 'ContextualizedEmbedResponse', 'contextualizedembeddings', 'answer'),
      raw('types', 'MultimodalEmbedResponse', 'multimodalembeddings', 'answer'),
      raw('types', 'RerankResponse', 'rerank', 'answer'),
    ],
    request: { 'models and kinds: words of the protocol': ['model', '**.content[].type'] },
    answer: {},
  },
  { sent: 10, answered: 5 },
)
