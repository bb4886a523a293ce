import { afterEach, expect, it, vi } from 'vitest'
import { startLines } from '../../src/coverage/index.ts'
import { createGuard, type Guard } from '../../src/guard.ts'

let guard: Guard | undefined

afterEach(async () => {
  await guard?.close()
  guard = undefined
  vi.unstubAllEnvs()
})

const settings = { profile: 'balanced', mode: 'enforce', media: 'block' } as const

it('names what is hooked in this process', () => {
  guard = createGuard({ profile: 'structured' })
  expect(startLines(settings, [])).toEqual([
    'guarding undici, fetch, http, https, http2 and AWS clients; profile balanced, mode enforce, media block',
  ])
})

it('names what strict mode watches besides', () => {
  guard = createGuard({ profile: 'structured', mode: 'strict' })
  expect(startLines({ ...settings, mode: 'strict' }, [])[0]).toContain('AWS clients, sockets and worker threads; ')
})

it('says at once what is open, with the fix', () => {
  vi.stubEnv('LANGSMITH_TRACING', 'true')
  guard = createGuard({ profile: 'structured' })
  const [, ...open] = startLines(settings, ['api.openai.com'])
  expect(open).toHaveLength(2)
  for (const line of open) expect(line).toMatch(/^not covered: /)
  expect(open.join('\n')).toContain('LANGSMITH_HIDE_INPUTS')
  expect(open.join('\n')).toContain('api.openai.com')
})
