/** The OpenAPI 3.1 description of the endpoints, made from the same schemas that check them. */
import * as z from 'zod'
import {
  problem,
  proxyAnswer,
  proxyEnd,
  proxyPiece,
  proxyRequest,
  restoreAnswer,
  restoreRequest,
  scrubAnswer,
  scrubRequest,
} from './schemas.ts'

const schemas = {
  ScrubRequest: scrubRequest,
  ScrubAnswer: scrubAnswer,
  RestoreRequest: restoreRequest,
  RestoreAnswer: restoreAnswer,
  ProxyRequest: proxyRequest,
  ProxyAnswer: proxyAnswer,
  ProxyPiece: proxyPiece,
  ProxyEnd: proxyEnd,
  Problem: problem,
}

export function openApi(prefix: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'llm-gdpr-guard',
      version: '1',
      description: 'Detected identifiers are replaced before transmission; detection is not perfect.',
    },
    paths: {
      [`${prefix}/scrub`]: operation('Scrub text or JSON', 'ScrubRequest', json('ScrubAnswer')),
      [`${prefix}/restore`]: operation('Put originals back', 'RestoreRequest', json('RestoreAnswer')),
      [`${prefix}/proxy`]: operation('Ask a model without telling it who is meant', 'ProxyRequest', {
        ...json('ProxyAnswer'),
        'text/event-stream': { schema: { oneOf: [reference('ProxyPiece'), reference('ProxyEnd')] } },
      }),
    },
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, inlineSchema(schema)])),
    },
  }
}

function operation(summary: string, request: string, answers: object): object {
  return {
    post: {
      summary,
      requestBody: { required: true, content: json(request) },
      responses: {
        '200': { description: 'Done', content: answers },
        default: { description: 'Refused', content: { 'application/problem+json': { schema: reference('Problem') } } },
      },
    },
  }
}

function json(name: string): object {
  return { 'application/json': { schema: reference(name) } }
}

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` }
}

/** OpenAPI 3.1 uses JSON Schema 2020-12. What a client sends is the input side: defaults may be left out. */
function inlineSchema(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
  return rest
}
