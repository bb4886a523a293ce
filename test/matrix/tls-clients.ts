/** Clients over TLS, verified by the certificate of the model; HTTP/2 with and without it. Nothing here knows of the guard. */
import * as http2 from 'node:http2'
import * as https from 'node:https'
import axios from 'axios'
import got from 'got'
import nodeFetch from 'node-fetch'
import OpenAI from 'openai'
import superagent from 'superagent'
import * as undici7 from 'undici'
import { byRequest, client, headers, type Post, readText } from './asking.ts'
import type { Client, Place } from './matrix.ts'
import { openaiLike } from './sdks.ts'

const init = (body: string): RequestInit => ({ method: 'POST', headers, body })

const asText = { headers, responseType: 'text', transformResponse: (data: string) => data } as const

/** On a session that is opened when the client is built, and kept. */
function byHttp2(origin: string, options: http2.SecureClientSessionOptions = {}): Post {
  const session = http2.connect(origin, options)
  session.on('error', () => undefined)
  session.unref()
  return (url, body) =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ':method': 'POST', ':path': new URL(url).pathname, ...headers })
      stream.on('error', reject)
      stream
        .setEncoding('utf8')
        .toArray()
        .then((pieces: string[]) => resolve(pieces.join('')), reject)
      stream.end(body)
    })
}

const agentFor = ({ ca }: Place) => new https.Agent({ ca, keepAlive: true })

/** The global dispatcher is one of these, so that fetch trusts the certificate too. */
export function trustingDispatcher({ ca }: Pick<Place, 'ca'>, allowH2: boolean): undici7.Agent {
  return new undici7.Agent({ connect: { ca }, allowH2 })
}

/** Through the global dispatcher, in HTTP/1.1 or HTTP/2 as that one allows. */
export const dispatched: readonly Client[] = [
  client(
    'fetch',
    () => {
      const taken = globalThis.fetch
      return async (url, body) => (await taken(url, init(body))).text()
    },
    null,
    'tlsOrigin',
  ),
  client(
    'undici 7 request',
    () => async (url, body) => (await undici7.request(url, { method: 'POST', headers, body })).body.text(),
    'undici',
    'tlsOrigin',
  ),
  {
    name: 'openai 6',
    installed: 'openai',
    build: ({ tlsOrigin }) => openaiLike(OpenAI, `${tlsOrigin}/openai/v1`),
  },
]

export const tlsClients: readonly Client[] = [
  ...dispatched,
  client('node:https', place => byRequest(https.request, { agent: agentFor(place) }), null, 'tlsOrigin'),
  client(
    'node-fetch 3',
    place => {
      const agent = agentFor(place)
      return async (url, body) => (await nodeFetch(url, { method: 'POST', headers, body, agent })).text()
    },
    'node-fetch',
    'tlsOrigin',
  ),
  client(
    'axios (http)',
    place => {
      const instance = axios.create({ ...asText, adapter: 'http', httpsAgent: agentFor(place) })
      return async (url, body) => String((await instance.post(url, body)).data)
    },
    'axios',
    'tlsOrigin',
  ),
  client(
    'got',
    ({ ca }) => {
      const instance = got.extend({ headers, https: { certificateAuthority: ca }, retry: { limit: 0 } })
      return async (url, body) => instance.post(url, { body }).text()
    },
    'got',
    'tlsOrigin',
  ),
  client(
    'superagent',
    ({ ca }) =>
      async (url, body) => {
        const response = await superagent
          .post(url)
          .ca(ca)
          .set(headers)
          .buffer(true)
          .parse(readText as never)
          .send(body)
        return String(response.body)
      },
    'superagent',
    'tlsOrigin',
  ),
]

export const http2Clients: readonly Client[] = [
  client('node:http2', ({ http2Origin }) => byHttp2(http2Origin), null, 'http2Origin'),
  client('node:http2 over TLS', ({ tlsOrigin, ca }) => byHttp2(tlsOrigin, { ca }), null, 'tlsOrigin'),
  client(
    'axios (http2)',
    () => {
      const instance = axios.create({ ...asText, adapter: 'http', httpVersion: 2 } as object)
      return async (url, body) => String((await instance.post(url, body)).data)
    },
    'axios',
    'http2Origin',
  ),
  client(
    'axios (http2) over TLS',
    ({ ca }) => {
      const instance = axios.create({ ...asText, adapter: 'http', httpVersion: 2, http2Options: { ca } } as object)
      return async (url, body) => String((await instance.post(url, body)).data)
    },
    'axios',
    'tlsOrigin',
  ),
  client(
    'got (http2) over TLS',
    ({ ca }) => {
      const instance = got.extend({
        headers,
        http2: true,
        https: { certificateAuthority: ca },
        retry: { limit: 0 },
      })
      return async (url, body) => {
        const response = await instance.post(url, { body })
        if (response.httpVersion !== '2.0') throw new Error(`was HTTP ${response.httpVersion}`)
        return response.body
      }
    },
    'got',
    'tlsOrigin',
  ),
  ...dispatched.map(other => ({ ...other, name: `${other.name} over TLS, by an undici Agent with allowH2` })),
]
