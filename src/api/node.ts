/** Between Node's request and response objects and the router. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GuardError } from '../errors.ts'
import type { ApiAnswer, ApiRequest, Caller } from './message.ts'
import type { ApiRouter } from './router.ts'

export type Authenticate = (req: IncomingMessage) => Caller | null | Promise<Caller | null>

/** `path` is below the prefix; `parsed` is what a body parser before us has left. Never rejects. */
export async function answerNode(
  router: ApiRouter,
  authenticate: Authenticate,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  parsed: unknown,
): Promise<void> {
  const aborter = new AbortController()
  res.once('close', () => aborter.abort())
  const request: ApiRequest = {
    method: req.method ?? 'GET',
    path,
    headers: req.headers,
    readBody: limit => (req.readableDidRead ? Promise.resolve(parsed ?? null) : readBody(req, limit)),
    authenticate: async () => authenticate(req),
    signal: aborter.signal,
    id: randomUUID(),
  }
  await send(await router.answer(request), req, res)
}

async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > limit) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
  const chunks: Buffer[] = []
  let size = 0
  // A plain loop would destroy the socket on leaving it, and the answer with it.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limit) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

async function send({ status, headers, body }: ApiAnswer, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (res.destroyed) return
  // What is left of a body that was refused must not be taken for the next request.
  if (!req.complete) res.setHeader('connection', 'close')
  res.writeHead(status, typeof body === 'string' ? { ...headers, 'content-length': Buffer.byteLength(body) } : headers)
  if (typeof body === 'string') {
    res.end(req.method === 'HEAD' ? undefined : body)
    return
  }
  try {
    for await (const piece of body) {
      if (res.destroyed) return
      if (!res.write(piece)) await drained(res)
    }
    res.end()
  } catch {
    // What happened was told by the last event; the end must not look clean. The event is let out first.
    if (res.socket === null || res.destroyed) return
    res.write('', () => res.destroy())
  }
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const settle = () => {
      res.off('drain', settle)
      res.off('close', settle)
      resolve()
    }
    res.on('drain', settle)
    res.on('close', settle)
  })
}
