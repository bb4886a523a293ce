/** What the clients of the matrix share: one path, one body, and how the text of an answer is read. */
import type * as http from 'node:http'
import { Writable } from 'node:stream'
import type { Client, Place } from './matrix.ts'

export const path = '/openai/v1/chat/completions'
export const headers = { 'content-type': 'application/json' }
const bodyOf = (text: string, stream: boolean) =>
  JSON.stringify({ model: 'm', stream, messages: [{ role: 'user', content: text }] })

/** The text of an answer, whole or as events. */
export function textOf(answer: string): string {
  if (!answer.startsWith('data:')) return contentOf(answer)
  return [...answer.matchAll(/^data: (\{.*)$/gm)].map(([, event]) => contentOf(event!)).join('')
}

function contentOf(json: string): string {
  const { choices } = JSON.parse(json) as {
    choices: { message?: { content: string }; delta?: { content?: string } }[]
  }
  return choices[0]?.message?.content ?? choices[0]?.delta?.content ?? ''
}

export type Post = (url: string, body: string) => Promise<string>

/** A client that is given an address and a body, and gives the text of the answer. */
export function client(
  name: string,
  build: (place: Place) => Post,
  installed: string | null = null,
  over: 'http2Origin' | 'origin' | 'tlsOrigin' = 'origin',
): Client {
  return {
    name,
    installed,
    build(place) {
      const post = build(place)
      const ask = async (text: string, stream: boolean) => textOf(await post(place[over] + path, bodyOf(text, stream)))
      return { whole: text => ask(text, false), streamed: text => ask(text, true) }
    },
  }
}

export function byRequest(request: typeof http.request, options: http.RequestOptions = {}): Post {
  return (url, body) =>
    new Promise((resolve, reject) => {
      const sent = request({ ...options, ...placeOf(url), method: 'POST', headers }, response => {
        response
          .setEncoding('utf8')
          .toArray()
          .then(pieces => resolve(pieces.join('')), reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
}

export function placeOf(url: string): { hostname: string; port: string; path: string } {
  const { hostname, port, pathname } = new URL(url)
  return { hostname, port, path: pathname }
}

/** Keeps what is written to it. */
export function sink(pieces: Buffer[]): Writable {
  return new Writable({
    write(piece, _, done) {
      pieces.push(piece)
      done()
    },
  })
}

/** superagent's own reading of an answer depends on its content type. */
export function readText(response: NodeJS.ReadableStream, done: (error: unknown, text: string) => void): void {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', piece => {
    text += piece
  })
  response.on('end', () => done(null, text))
}
