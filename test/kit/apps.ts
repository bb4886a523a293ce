/** The same small application in every supported framework: a JSON body in, one handler, a text answer out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Middleware } from 'koa'
import { gdprGuard } from '../../src/adapters/auto.ts'
import type { Guard } from '../../src/guard.ts'

export interface Io {
  readonly body: Record<string, unknown>
  write(text: string): void
  end(text?: string): void
}

export type Handler = (io: Io) => Promise<void>

export const frameworks = ['express4', 'express5', 'koa2', 'koa3'] as const
export type Framework = (typeof frameworks)[number]

export interface App extends AsyncDisposable {
  readonly origin: string
  readonly server: Server
  /** Errors that reached the framework's error handler. */
  readonly errors: unknown[]
}

export async function startApp(framework: Framework, guard: Guard, handler: Handler): Promise<App> {
  const errors: unknown[] = []
  const listener = framework.startsWith('koa')
    ? await koaListener(framework, guard, handler, errors)
    : await expressListener(framework, guard, handler, errors)
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    errors,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** The majors stand side by side under aliases that have no types of their own. */
async function load(name: string): Promise<unknown> {
  return ((await import(name)) as { default: unknown }).default
}

async function expressListener(framework: Framework, guard: Guard, handler: Handler, errors: unknown[]) {
  const express = (await load(framework === 'express4' ? 'express4' : 'express')) as typeof import('express')
  const app = express()
  app.use(gdprGuard(guard))
  app.use(express.json())
  app.post('/', (req, res, next) => {
    res.type('text/plain')
    // Express 4 does not catch rejections: a handler written for both passes them on.
    handler({ body: req.body, write: text => void res.write(text), end: text => void res.end(text) }).catch(next)
  })
  app.use((error: unknown, _req: unknown, res: import('express').Response, _next: unknown) => {
    errors.push(error)
    if (res.headersSent) res.destroy()
    else res.status(500).end('handler failed')
  })
  return app
}

async function koaListener(framework: Framework, guard: Guard, handler: Handler, errors: unknown[]) {
  const Koa = (await load(framework === 'koa2' ? 'koa2' : 'koa')) as typeof import('koa')
  const app = new Koa()
  app.on('error', error => errors.push(error))
  app.use(gdprGuard(guard))
  app.use(readJson)
  app.use(async context => {
    context.respond = false
    const { res } = context
    res.statusCode = 200
    res.setHeader('content-type', 'text/plain')
    try {
      await handler({
        body: context['body' as never],
        write: text => void res.write(text),
        end: text => void res.end(text),
      })
    } catch (error) {
      errors.push(error)
      if (res.headersSent) return void res.destroy()
      res.statusCode = 500
      res.end('handler failed')
    }
  })
  return app.callback()
}

/** What a body parser does: it waits for socket events, outside the caller's async context, before it goes on. */
const readJson: Middleware = async (context, next) => {
  const text = await new Promise<string>((resolve, reject) => {
    let collected = ''
    context.req.setEncoding('utf8')
    context.req.on('data', piece => {
      collected += piece
    })
    context.req.on('end', () => resolve(collected))
    context.req.on('error', reject)
  })
  Object.defineProperty(context, 'body', { value: JSON.parse(text), configurable: true })
  await next()
}

export async function post(app: App, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(app.origin, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'sid=planted-cookie', 'x-forwarded-for': '198.51.100.77' },
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}
