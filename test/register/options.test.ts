import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { GuardOptions } from '../../src/options.ts'
import { parseOptions } from '../../src/options.ts'
import { type Environment, knownVariables, readRegisterOptions } from '../../src/register/options.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-register-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const read = (environment: Environment = {}): GuardOptions => readRegisterOptions(environment, folder)
const code = 'ERR_GDPR_OPTIONS_INVALID'

it('is the default guard where nothing is said', () => {
  expect(read({ HOME: '/', LLM_GDPR_GUARD_MODE: '', LLM_GDPR_GUARD_TOKEN: 'of the gateway' })).toEqual({})
})

it('reads every variable into the option of its name', () => {
  const environment = {
    LLM_GDPR_GUARD_HINT: 'true',
    LLM_GDPR_GUARD_MEDIA: 'allow',
    LLM_GDPR_GUARD_MODE: 'strict',
    LLM_GDPR_GUARD_OUTSIDE_SCOPE: 'block',
    LLM_GDPR_GUARD_PROFILE: 'structured',
    LLM_GDPR_GUARD_PROVIDERS: 'local=http://127.0.0.1:8000/v1, other=https://llm.example.com',
    LLM_GDPR_GUARD_PSEUDONYM_KEY: 'k'.repeat(20),
    LLM_GDPR_GUARD_SENSITIVITY: 'high',
    LLM_GDPR_GUARD_WEB_SOCKETS: 'allow',
  }
  const variables = [...Object.keys(environment), 'LLM_GDPR_GUARD_CONFIG', 'LLM_GDPR_GUARD_TOKEN']
  expect(variables.sort()).toEqual(knownVariables())
  const options = read(environment)
  expect(options).toEqual({
    hint: true,
    media: 'allow',
    mode: 'strict',
    outsideScope: 'block',
    profile: 'structured',
    providers: { local: { baseUrl: 'http://127.0.0.1:8000/v1' }, other: { baseUrl: 'https://llm.example.com' } },
    pseudonymKey: 'k'.repeat(20),
    sensitivity: 'high',
    webSockets: 'allow',
  })
  expect(parseOptions(options)).toMatchObject(options)
})

it.each([
  ['llm-gdpr-guard.config.js', 'module.exports = { profile: "strict" }'],
  ['llm-gdpr-guard.config.mjs', 'export default { profile: "strict" }'],
  ['llm-gdpr-guard.config.json', '{ "profile": "strict" }'],
  // What the gateway takes by --config.
  ['llm-gdpr-guard.config.json', '{ "port": 1, "guard": { "profile": "strict" } }'],
])('reads %s', (name, text) => {
  write(name, text)
  expect(read()).toEqual({ profile: 'strict' })
})

it('reads a named file instead of the one beside the application, and lets variables count first', () => {
  write('llm-gdpr-guard.config.json', '{ "profile": "strict" }')
  write('other.json', '{ "mode": "warn", "media": "allow", "providers": { "a": { "baseUrl": "http://a.example" } } }')
  const environment = {
    LLM_GDPR_GUARD_CONFIG: 'other.json',
    LLM_GDPR_GUARD_MODE: 'enforce',
    LLM_GDPR_GUARD_PROVIDERS: 'b=http://b.example',
  }
  expect(read(environment)).toEqual({
    mode: 'enforce',
    media: 'allow',
    providers: { a: { baseUrl: 'http://a.example' }, b: { baseUrl: 'http://b.example' } },
  })
})

it.each([
  ['LLM_GDPR_GUARD_PROFIL', 'strict', 'LLM_GDPR_GUARD_PROFILE'],
  ['LLM_GDPR_GUARD_HINT', 'perhaps', 'true or false'],
  ['LLM_GDPR_GUARD_PROVIDERS', 'http://a.example', 'NAME=URL'],
  ['LLM_GDPR_GUARD_CONFIG', 'missing.json', 'ENOENT'],
])('stops the process when %s is %s', (name, text, hint) => {
  expect(() => read({ [name]: text })).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(hint) }),
  )
})

it('says what is wrong with a file without repeating what stands in it', () => {
  const key = 'planted-key-of-pseudonyms'
  write('llm-gdpr-guard.config.json', `{ "pseudonymKey": "${key}" `)
  expect(() => read()).toThrow(expect.objectContaining({ code, message: expect.not.stringContaining(key) }))
  write('llm-gdpr-guard.config.mjs', `await 1; export default { pseudonymKey: '${key}' }`)
  expect(() => read()).toThrow(expect.objectContaining({ message: expect.stringContaining('await') }))
  write('llm-gdpr-guard.config.js', 'module.exports = 1')
  expect(() => read()).toThrow(expect.objectContaining({ message: expect.stringContaining('default export') }))
})
