import * as http from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connectedProviders } from '../../src/coverage/index.ts'
import { createGuard } from '../../src/guard.ts'
import { Upstream } from '../kit/upstream.ts'

let upstream: Upstream

beforeEach(async () => {
  upstream = await Upstream.start((_, res) => void res.end('{}'))
})

afterEach(() => upstream[Symbol.asyncDispose]())

const isUpstream = (host: string, port: number) => `http://${host}:${port}` === upstream.origin

it('sees connections of fetch to a provider', async () => {
  expect(connectedProviders(isUpstream)).toEqual([])
  await (await fetch(upstream.origin)).text()
  expect(connectedProviders(isUpstream)).toEqual(['127.0.0.1'])
})

it('sees connections of node:http to a provider', async () => {
  await new Promise(resolve => http.get(upstream.origin, response => response.resume().on('end', resolve)))
  expect(connectedProviders(isUpstream)).toEqual(['127.0.0.1'])
})

it('is told by a guard that came after the first call', async () => {
  await (await fetch(upstream.origin)).text()
  const guard = createGuard({ profile: 'structured', providers: { local: { baseUrl: `${upstream.origin}/v1` } } })
  const { problems, complete } = await guard.coverage()
  await guard.close()
  expect(problems.map(({ code }) => code)).toContain('LATE_INSTALLATION')
  expect(complete).toBe(false)
})
