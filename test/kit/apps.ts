/** The same small application in every supported framework: a JSON body in, one handler, a text answer out. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { type ArgumentsHost, Body, Controller, Header, HttpCode, Module, Post, StreamableFile } from '@nestjs/common'
import { APP_FILTER, NestFactory } from '@nestjs/core'
import fastify from 'fastify'
import { Hono } from 'hono'
import type { Middleware } from 'koa'
import { gdprGuard } from '../../src/adapters/auto.ts'
import { gdprGuard as guardFastify } from '../../src/adapters/fastify.ts'
import { gdprGuard as guardHono } from '../../src/adapters/hono.ts'
import { GdprGuardModule } from '../../src/adapters/nest.ts'
import type { Guard } from '../../src/guard.ts'

export interface Io {
  readonly body: Record<string, unknown>
  write(text: string): void
  end(text?: string): void
}

export type Handler = (io: Io) => Promise<void>

export const frameworks = ['express4', 'express5', 'koa2', 'koa3', 'fastify', 'hono', 'nest'] as const
export type Framework = (typeof frameworks)[number]

export interface App extends AsyncDisposable {
  readonly origin: string
  readonly server: Server
  /** Errors that reached the framework's error handler. */
  readonly errors: unknown[]
}

export async function startApp(framework: Framework, guard: Guard, handler: Handler): Promise<App> {
  const errors: unknown[] = []
  const listener = await listenerOf(framework, guard, handler, errors)
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

function listenerOf(framework: Framework, guard: Guard, handler: Handler, errors: unknown[]) {
  if (framework === 'fastify') return fastifyListener(guard, handler, errors)
  if (framework === 'hono') return honoListener(guard, handler, errors)
  if (framework === 'nest') return nestListener(guard, handler, errors)
  if (framework === 'koa2' || framework === 'koa3') return koaListener(framework, guard, handler, errors)
  return expressListener(framework, guard, handler, errors)
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

async function fastifyListener(guard: Guard, handler: Handler, errors: unknown[]): Promise<RequestListener> {
  const app = fastify()
  app.setErrorHandler((error, _request, reply) => {
    errors.push(error)
    return reply.code(500).send('handler failed')
  })
  app.post('/', async (request, reply) => {
    const body = request.body as Record<string, unknown>
    return reply.type('text/plain').send(Readable.from(await begun(handler, body, errors)))
  })
  // Registered last on purpose: the hook belongs to the whole instance.
  app.register(guardFastify(guard))
  await app.ready()
  return (req, res) => app.routing(req, res)
}

async function honoListener(guard: Guard, handler: Handler, errors: unknown[]): Promise<RequestListener> {
  const app = new Hono()
  app.onError((error, context) => {
    errors.push(error)
    return context.text('handler failed', 500)
  })
  app.use(guardHono(guard))
  app.post('/', async context => {
    const pieces = await begun(handler, await context.req.json(), errors)
    return new Response(ReadableStream.from(pieces).pipeThrough(new TextEncoderStream()))
  })
  return getRequestListener(app.fetch)
}

async function nestListener(guard: Guard, handler: Handler, errors: unknown[]): Promise<RequestListener> {
  class AppController {
    async answer(body: Record<string, unknown>) {
      return new StreamableFile(Readable.from(await begun(handler, body, errors)), { type: 'text/plain' })
    }
  }
  // What the decorators of a TypeScript project do.
  Controller()(AppController)
  const method = Object.getOwnPropertyDescriptor(AppController.prototype, 'answer')!
  Post()(AppController.prototype, 'answer', method)
  HttpCode(200)(AppController.prototype, 'answer', method)
  Header('content-type', 'text/plain')(AppController.prototype, 'answer', method)
  Body()(AppController.prototype, 'answer', 0)
  const filter = {
    catch(error: unknown, host: ArgumentsHost) {
      errors.push(error)
      host.switchToHttp().getResponse<ServerResponse>().writeHead(500).end('handler failed')
    },
  }
  class AppModule {}
  Module({
    imports: [GdprGuardModule.forRoot(guard)],
    controllers: [AppController],
    providers: [{ provide: APP_FILTER, useValue: filter }],
  })(AppModule)
  const app = await NestFactory.create(AppModule, { logger: false })
  await app.init()
  return app.getHttpAdapter().getInstance()
}

/** The text that a handler writes, once it has begun to; rejects where it fails before that. */
async function begun(
  handler: Handler,
  body: Record<string, unknown>,
  errors: unknown[],
): Promise<AsyncIterable<string>> {
  const text = new PassThrough({ encoding: 'utf8' })
  let hasBegun = false
  await new Promise<void>((resolve, reject) => {
    const write = (piece = '') => {
      hasBegun = true
      resolve()
      text.write(piece)
    }
    const end = (piece?: string) => {
      write(piece)
      text.end()
    }
    handler({ body, write, end }).catch((error: unknown) => {
      if (!hasBegun) return reject(error)
      errors.push(error)
      text.destroy(new Error('handler failed'))
    })
  })
  return text
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
