/** Tries every client of a group against the rows of the table: built before the guard is there, and after. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import type { Cell, Client, Row } from './matrix.ts'
import { tryAsk } from './matrix.ts'
import { type Model, startModel } from './model.ts'

const table = JSON.parse(readFileSync(new URL('table.json', import.meta.url), 'utf8')) as Row[]
const paths = {
  openai: '/openai/v1',
  anthropic: '/anthropic',
  gemini: '/gemini',
  mistral: '/mistral',
  cohere: '/cohere',
  groq: '/groq',
  ollama: '/ollama',
  replicate: '/replicate',
  voyage: '/voyage',
}

export interface Setting {
  readonly mode?: 'enforce' | 'strict'
  /** In which all calls of the group have to come. */
  readonly httpVersion?: string
  /** Done before any client is built. Gives back how it is undone. */
  prepare?(model: Model): () => void
}

export function runMatrix(
  group: string,
  clients: readonly Client[],
  { mode, httpVersion, prepare }: Setting = {},
): void {
  const rows = table.filter(row => row.group === group)

  describe(group, () => {
    let model: Model
    let guard: Guard
    let undo: () => void = () => undefined
    const early = new Map<string, ReturnType<Client['build']>>()

    beforeAll(async () => {
      model = await startModel()
      undo = prepare?.(model) ?? undo
      for (const client of clients) early.set(client.name, client.build(model))
      const providers = Object.fromEntries(
        Object.entries(paths).map(([name, path]) => [name, { baseUrl: model.origin + path }]),
      )
      guard = createGuard({ mode: mode ?? 'enforce', providers: { ...providers, ...otherPlaces(model) } })
    })

    afterAll(async () => {
      await guard.close()
      undo()
      await model[Symbol.asyncDispose]()
    })

    it('has a row for each client, and a client for each row', () => {
      expect(rows.map(({ client, installed }) => [client, installed])).toEqual(
        clients.map(({ name, installed }) => [name, installed]),
      )
    })

    for (const client of clients) {
      const row = rows.find(({ client: name }) => name === client.name)
      it(`${client.name}, built before the guard`, async () => {
        expect(await tryBoth(early.get(client.name)!)).toEqual(row?.before)
      })
      it(`${client.name}, built after it`, async () => {
        expect(await tryBoth(client.build(model))).toEqual(row?.after)
      })
    }

    if (httpVersion !== undefined) {
      it(`has spoken HTTP/${httpVersion}, and no other`, () => {
        expect([...model.versions]).toEqual([httpVersion])
      })
    }

    async function tryBoth({ whole, streamed }: ReturnType<Client['build']>): Promise<Cell> {
      return {
        whole: await tryAsk(whole, model),
        streamed: streamed === undefined ? null : await tryAsk(streamed, model),
      }
    }
  })
}

function otherPlaces({ origin, http2Origin, tlsOrigin }: Model): NonNullable<GuardOptions['providers']> {
  return {
    'openai-http2': { baseUrl: `${http2Origin}/openai/v1` },
    'openai-tls': { baseUrl: `${tlsOrigin}/openai/v1` },
    bedrock: { baseUrl: `${origin}/bedrock` },
    'bedrock-http2': { baseUrl: `${http2Origin}/bedrock`, format: 'bedrock' },
  }
}
