/** The endpoints in every supported framework, on a real socket. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ApiOptions, gdprApi } from '../../src/adapters/api.ts'

export const mounts = ['express4', 'express5', 'koa2', 'koa3', 'node'] as const
export type Mount = (typeof mounts)[number]

export interface Served extends AsyncDisposable {
  readonly origin: string
}

export const everybody: ApiOptions = { authenticate: () => ({ role: 'service' }) }

export async function serveApi(mount: Mount, options: ApiOptions = everybody): Promise<Served> {
  return serve(await listenerOf(mount, options))
}

export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function load(name: string): Promise<unknown> {
  return ((await import(name)) as { default: unknown }).default
}

export async function listenerOf(mount: Mount, options: ApiOptions): Promise<RequestListener> {
  const api = gdprApi(options)
  if (mount === 'node') return (req, res) => api(req, res, () => res.writeHead(404).end('application'))
  if (mount.startsWith('koa')) {
    const Koa = (await load(mount === 'koa2' ? 'koa2' : 'koa')) as typeof import('koa')
    const app = new Koa()
    app.use(api.koa())
    app.use(context => {
      context.status = 404
      context.body = 'application'
    })
    return app.callback()
  }
  const express = (await load(mount === 'express4' ? 'express4' : 'express')) as typeof import('express')
  const app = express()
  // Half of the applications parse bodies before everything else.
  if (mount === 'express4') app.use(express.json())
  app.use(api)
  app.use((_req, res) => void res.status(404).end('application'))
  return app
}

export async function post(served: Served, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(served.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null }
}
