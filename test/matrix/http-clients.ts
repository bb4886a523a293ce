/** HTTP clients of the matrix: how each is built, and how it asks. Nothing here knows of the guard. */
import * as http from 'node:http'
import { request as importedRequest } from 'node:http'
import * as https from 'node:https'
import { createRequire } from 'node:module'
import * as net from 'node:net'
import { Readable } from 'node:stream'
import axios from 'axios'
import got from 'got'
import ky from 'ky'
import nodeFetch from 'node-fetch'
import superagent from 'superagent'
import * as undici7 from 'undici'
import { byRequest, client, headers, type Post, path, placeOf, readText, sink } from './asking.ts'
import type { Client } from './matrix.ts'

const require = createRequire(import.meta.url)
// As modules that are loaded before anything else hold it.
const { request: destructuredRequest } = require('node:http') as typeof http
const undici6 = require('undici6') as typeof undici7
const nodeFetch2 = require('node-fetch2') as typeof nodeFetch

/** Over a plain connection, as behind a proxy that ends TLS; tls-clients.ts has real ones. */
function byHttps(): Post {
  return (url, body) => {
    const { hostname, port } = placeOf(url)
    return byRequest(https.request, { createConnection: () => net.connect(Number(port), hostname) })(url, body)
  }
}

function undiciClients(label: string, undici: typeof undici7, installed: string): Client[] {
  const options = (body: string) => ({ method: 'POST' as const, headers, body })
  const own = (name: string, open: (origin: string) => undici7.Pool | undici7.Client) =>
    client(
      `${label} ${name}`,
      ({ origin }) => {
        const dispatcher = open(origin)
        return async (_, body) => (await dispatcher.request({ path, ...options(body) })).body.text()
      },
      installed,
    )
  return [
    client(
      `${label} request`,
      () => async (url, body) => (await undici.request(url, options(body))).body.text(),
      installed,
    ),
    client(`${label} fetch`, () => async (url, body) => (await undici.fetch(url, options(body))).text(), installed),
    client(
      `${label} stream`,
      () => async (url, body) => {
        const pieces: Buffer[] = []
        await undici.stream(url, options(body), () => sink(pieces))
        return Buffer.concat(pieces).toString()
      },
      installed,
    ),
    client(
      `${label} pipeline`,
      () => async (url, body) => {
        const { body: _, ...rest } = options(body)
        const answer = Readable.from([body]).pipe(undici.pipeline(url, rest, ({ body: received }) => received))
        return (await answer.setEncoding('utf8').toArray()).join('')
      },
      installed,
    ),
    client(
      `${label} fetch with its own Agent`,
      () => async (url, body) => {
        const dispatcher = new undici.Agent()
        try {
          return await (await undici.fetch(url, { ...options(body), dispatcher })).text()
        } finally {
          await dispatcher.destroy()
        }
      },
      installed,
    ),
    own('Pool', origin => new undici.Pool(origin)),
    own('Client', origin => new undici.Client(origin)),
  ]
}

const init = (body: string): RequestInit => ({ method: 'POST', headers, body })

export const httpClients: readonly Client[] = [
  client('fetch', () => {
    const taken = globalThis.fetch
    return async (url, body) => (await taken(url, init(body))).text()
  }),
  client('fetch with a Request', () => {
    const taken = globalThis.fetch
    return async (url, body) => (await taken(new Request(url, init(body)))).text()
  }),
  client('fetch with a stream as body', () => {
    const taken = globalThis.fetch
    return async (url, body) => {
      const stream = new Blob([body]).stream()
      const response = await taken(url, { ...init(body), body: stream, duplex: 'half' })
      return response.text()
    }
  }),
  client('fetch with its own dispatcher', () => {
    const taken = globalThis.fetch
    return async (url, body) => {
      const dispatcher = new undici7.Agent()
      try {
        return await (await taken(url, { ...init(body), dispatcher } as unknown as RequestInit)).text()
      } finally {
        await dispatcher.destroy()
      }
    }
  }),
  ...undiciClients('undici 7', undici7, 'undici'),
  ...undiciClients('undici 6', undici6, 'undici6'),
  client('node:http', () => byRequest(http.request)),
  client('node:http, imported by name', () => byRequest(importedRequest)),
  client('node:http, destructured early', () => byRequest(destructuredRequest)),
  client('node:https over a connection of its own', () => byHttps()),
  client(
    'node-fetch 3',
    () => async (url, body) => (await nodeFetch(url, { method: 'POST', headers, body })).text(),
    'node-fetch',
  ),
  client(
    'node-fetch 2',
    () => async (url, body) => (await nodeFetch2(url, { method: 'POST', headers, body })).text(),
    'node-fetch2',
  ),
  ...(['http', 'fetch'] as const).map(adapter =>
    client(
      `axios (${adapter})`,
      () => {
        const instance = axios.create({
          adapter,
          headers,
          responseType: 'text',
          transformResponse: (data: string) => data,
        })
        return async (url, body) => String((await instance.post(url, body)).data)
      },
      'axios',
    ),
  ),
  client('got', () => async (url, body) => got.post(url, { headers, body, retry: { limit: 0 } }).text(), 'got'),
  client(
    'superagent',
    () => async (url, body) => {
      const response = await superagent
        .post(url)
        .set(headers)
        .buffer(true)
        .parse(readText as never)
        .send(body)
      return String(response.body)
    },
    'superagent',
  ),
  client(
    'ky',
    () => {
      const instance = ky.create({ retry: 0 })
      return async (url, body) => instance.post(url, { headers, body }).text()
    },
    'ky',
  ),
]
