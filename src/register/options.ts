/**
 * What the preload is told: by variables of the environment, and by a configuration file beside the application. Read
 * synchronously, since a preload that awaits could not be loaded by `--require`. A typing error stops the process: one
 * that runs unguarded because of it would be worse.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, resolve } from 'node:path'
import { GuardError } from '../errors.ts'
import type { GuardOptions, ProviderOptions } from '../options.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const prefix = 'LLM_GDPR_GUARD_'
const configNames = ['llm-gdpr-guard.config.js', 'llm-gdpr-guard.config.mjs', 'llm-gdpr-guard.config.json']

/** How each variable is read. Whether a word is one that the option takes is checked with all other options. */
const variables: Readonly<Record<string, (text: string) => GuardOptions>> = {
  HINT: text => ({ hint: readSwitch('HINT', text) }),
  MEDIA: text => ({ media: text as 'block' }),
  MODE: text => ({ mode: text as 'enforce' }),
  OUTSIDE_SCOPE: text => ({ outsideScope: text as 'block' }),
  PROFILE: text => ({ profile: text as 'balanced' }),
  PROVIDERS: text => ({ providers: readProviders(text) }),
  PSEUDONYM_KEY: text => ({ pseudonymKey: text }),
  SENSITIVITY: text => ({ sensitivity: text as 'normal' }),
  WEB_SOCKETS: text => ({ webSockets: text as 'block' }),
}

/** Variables of the same prefix that other parts read: the file to read here, the token of the gateway, the doctor's own. */
const others: ReadonlySet<string> = new Set(['CONFIG', 'DOCTOR', 'DOCTOR_LOAD', 'DOCTOR_WAIT', 'TOKEN'])

/** Options for the guard of the whole process; a variable counts before the file. Throws ERR_GDPR_OPTIONS_INVALID. */
export function readRegisterOptions(environment: Environment, folder: string): GuardOptions {
  const file = configFile(environment, folder)
  let options: GuardOptions = file === null ? {} : readConfig(file)
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith(prefix) || text === undefined || text === '') continue
    const key = name.slice(prefix.length)
    if (others.has(key)) continue
    const read = variables[key]
    if (read === undefined) throw invalid(`there is no variable ${name}; known are ${knownVariables().join(', ')}`)
    const given = read(text)
    options = { ...options, ...given, ...mergedProviders(options, given) }
  }
  return options
}

export function knownVariables(): string[] {
  const shown = [...Object.keys(variables), ...others].filter(key => !key.startsWith('DOCTOR'))
  return shown.sort().map(key => prefix + key)
}

function mergedProviders(options: GuardOptions, { providers }: GuardOptions): GuardOptions {
  return providers === undefined ? {} : { providers: { ...options.providers, ...providers } }
}

function configFile(environment: Environment, folder: string): string | null {
  const named = environment[`${prefix}CONFIG`]
  if (named !== undefined && named !== '') return resolve(folder, named)
  return configNames.map(name => resolve(folder, name)).find(path => existsSync(path)) ?? null
}

/** The options themselves, or the `guard` part of a file that the gateway is started with. */
function readConfig(file: string): GuardOptions {
  const value = loadConfig(file)
  if (typeof value !== 'object' || value === null)
    throw invalid('the configuration file has no object as its default export')
  return ('guard' in value ? value.guard : value) as GuardOptions
}

function loadConfig(file: string): unknown {
  try {
    if (extname(file) === '.json') return JSON.parse(readFileSync(file, 'utf8'))
    const module: unknown = createRequire(file)(file)
    return typeof module === 'object' && module !== null && 'default' in module ? module.default : module
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_REQUIRE_ASYNC_MODULE') throw invalid('the configuration file must not use await at its top level')
    // The error itself may quote what stands in the file, such as the key of pseudonyms.
    throw invalid(`the configuration file cannot be read (${typeof code === 'string' ? code : nameOf(error)})`)
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

function readSwitch(name: string, text: string): boolean {
  if (['1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true
  if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false
  throw invalid(`${prefix}${name} takes true or false`)
}

/** `local=http://127.0.0.1:8000/v1,other=https://llm.example.com` */
function readProviders(text: string): Record<string, ProviderOptions> {
  const entries = text.split(',').map(part => {
    const equals = part.indexOf('=')
    if (equals < 1) throw invalid(`${prefix}PROVIDERS takes NAME=URL, separated by commas`)
    return [part.slice(0, equals).trim(), { baseUrl: part.slice(equals + 1).trim() }] as const
  })
  return Object.fromEntries(entries)
}

function invalid(problem: string): GuardError {
  return new GuardError('ERR_GDPR_OPTIONS_INVALID', problem)
}
