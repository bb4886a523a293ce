import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GuardError } from '../../src/errors.ts'
import { parseOptions } from '../../src/options.ts'

const page = readFileSync(new URL('../../docs/options.md', import.meta.url), 'utf8')

describe('options', () => {
  it('are described on a page that is written from the source', async () => {
    const { optionsPage } = (await import(new URL('../../scripts/options-page.mjs', import.meta.url).href)) as {
      optionsPage: () => string
    }
    expect(page).toBe(optionsPage())
  })

  it('have a row for each, with a sentence', () => {
    const defaults = parseOptions({})
    for (const name of Object.keys(defaults)) expect(page).toMatch(new RegExp(`\\| \`${name}[\`.]`))
    for (const row of page.split('\n').filter(line => line.startsWith('| `'))) expect(row).toMatch(/\| [A-Z`]\S.* \|$/)
  })

  it('report every problem at once and suggest the nearest name', () => {
    const options = {
      profil: 'strict',
      mode: 'loud',
      limits: { deph: 3 },
      providers: { x: { baseUrl: 'api.example.com' } },
    }
    const error = catchError(() => parseOptions(options as never))
    expect(error.code).toBe('ERR_GDPR_OPTIONS_INVALID')
    expect(error.message).toContain('4 problems')
    expect(error.message).toContain('`profil` is not an option, did you mean `profile`?')
    expect(error.message).toContain('`limits.deph` is not an option, did you mean `depth`?')
    expect(error.message).toContain('`mode`')
    expect(error.message).toContain('`providers.x.baseUrl`: must be an http or https URL')
  })
})

function catchError(work: () => unknown): GuardError {
  try {
    work()
  } catch (error) {
    if (error instanceof GuardError) return error
  }
  throw new Error('expected a GuardError')
}
