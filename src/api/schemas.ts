/** The forms of requests and answers. The OpenAPI description is made from these, so that they cannot differ. */
import * as z from 'zod'

const text = z.string().describe('One text')
const messages = z
  .array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(z.looseObject({}))]).optional() }))
  .describe('Messages in any dialect; every string in them is read')
const input = z.json().describe('Any JSON value; every string in it is read')

const scrubSettings = {
  return: z.enum(['map', 'handle', 'none']).default('map').describe('What is given back to restore with'),
}
export const scrubRequest = z.union([
  z.strictObject({ text, ...scrubSettings }),
  z.strictObject({ messages, ...scrubSettings }),
  z.strictObject({ input, ...scrubSettings }),
])

const map = z.record(z.string(), z.string())
const counts = z.record(z.string(), z.int()).describe('Distinct values replaced, per type')
const notice = z.string().describe('What this is, and what it is not')

export const scrubAnswer = z.strictObject({
  scrubbed: z.json().describe('The same shape as what was sent'),
  entities: map.optional().describe('EMAIL_1 -> canonical value. With `return: "map"`'),
  placeholders: map.optional().describe('[EMAIL_1] -> exact source text. With `return: "map"`'),
  counts,
  handle: z.string().optional().describe('Opaque, one-time, 15 minutes. With `return: "handle"`'),
  notice,
})

const maps = { entities: map.optional(), placeholders: map.optional(), handle: z.string().min(1).max(200).optional() }
export const restoreRequest = z.union([
  z.strictObject({ text, ...maps }),
  z.strictObject({ messages, ...maps }),
  z.strictObject({ input, ...maps }),
])

export const restoreAnswer = z.strictObject({ restored: z.json().describe('The same shape as what was sent') })

/** Content as text, or as text parts, which are joined: the one form that every provider has. */
const content = z.union([
  z.string(),
  z
    .array(z.strictObject({ type: z.literal('text'), text: z.string() }))
    .transform(parts => parts.map(part => part.text).join('')),
])

export const proxyRequest = z.strictObject({
  provider: z.string().min(1).max(40).describe('A provider of the configuration of the server'),
  model: z
    .string()
    .max(200)
    .regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._:/@-]*$/)
    .describe('As the provider names it'),
  messages: z
    .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content }))
    .min(1)
    .max(10_000),
  scrub: z.boolean().default(true).describe('`false` is refused'),
  purpose: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .optional()
    .describe('Name of the purpose; repeated in the answer, never sent'),
  stream: z.boolean().default(false),
  params: z.record(z.string(), z.json()).default({}).describe('Further settings, in the words of the provider'),
})
export type ProxyRequest = z.infer<typeof proxyRequest>

const usage = z.strictObject({ input_tokens: z.int().nullable(), output_tokens: z.int().nullable() }).nullable()
const gdpr = z.strictObject({
  request_id: z.string(),
  purpose: z.string().optional(),
  counts,
  scrubbed: z.literal(true),
})

export const proxyAnswer = z.strictObject({
  content: z.string().describe('The answer with the values back'),
  provider: z.string(),
  model: z.string(),
  finish_reason: z.string().nullable(),
  usage,
  gdpr,
})
export type ProxyAnswer = z.infer<typeof proxyAnswer>

export const proxyPiece = z.strictObject({ content_delta: z.string() })
export const proxyEnd = proxyAnswer.omit({ content: true }).extend({ done: z.literal(true) })

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), kind: z.string() })).optional(),
  upstreamStatus: z.int().optional(),
})
