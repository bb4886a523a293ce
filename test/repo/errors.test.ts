import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GuardError, guardErrorCodes, isGuardError } from '../../src/errors.ts'

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
const documented = [...page.matchAll(/^## `?(ERR_GDPR_[A-Z_]+)`?$/gm)].map(match => match[1])

describe('error catalogue', () => {
  it('has an entry in docs/errors.md for every code, and none for a code that does not exist', () => {
    expect(documented.toSorted()).toEqual([...guardErrorCodes].toSorted())
  })

  it('lists codes in alphabetical order', () => {
    expect(guardErrorCodes).toEqual([...guardErrorCodes].toSorted())
  })

  it('gives every error a status, a cure and a link', () => {
    for (const code of guardErrorCodes) {
      const error = new GuardError(code, 'messages[2].content')
      expect(error.status).toBeGreaterThanOrEqual(400)
      expect(error.message).toContain('messages[2].content')
      expect(error.help).toContain(`docs/errors.md#${code.toLowerCase()}`)
      expect(isGuardError(error)).toBe(true)
    }
  })

  it('recognises the errors of another loaded copy, and nothing else', () => {
    expect(isGuardError(Object.assign(new Error('x'), { [Symbol.for('llm-gdpr-guard.error')]: true }))).toBe(true)
    expect(isGuardError(new Error('x'))).toBe(false)
    expect(isGuardError(null)).toBe(false)
  })
})
