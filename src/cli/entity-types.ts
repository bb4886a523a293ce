/** The entity types a user can name on the command line. */

import { isLookedFor } from '../detect/index.ts'
import { knownTypes } from '../entity-types.ts'
import type { EntityAction, Profile } from '../types.ts'
import { UsageError } from './command.ts'

export const entityTypes = Object.keys(knownTypes)

export const profiles: readonly Profile[] = ['balanced', 'strict', 'structured']

export function readProfile(value: string | undefined): Profile {
  if (value === undefined) return 'balanced'
  const profile = profiles.find(name => name === value)
  if (profile === undefined) throw new UsageError(`--profile is one of ${profiles.join(', ')}`)
  return profile
}

/** `EMAIL,iban` -> the types named; each has to exist. `null` where nothing is named: what the profile looks for. */
export function readTypes(value: string | undefined): readonly string[] | null {
  if (value === undefined) return null
  const types = value
    .split(',')
    .map(type => type.trim().toUpperCase())
    .filter(type => type !== '')
  const unknown = types.filter(type => !entityTypes.includes(type))
  if (types.length === 0 || unknown.length > 0) {
    throw new UsageError(
      `--types: ${unknown.length === 0 ? 'none named' : `no such type: ${unknown.join(', ')}`}. There are ${entityTypes.join(', ')}`,
    )
  }
  return types
}

/**
 * The `entities` option that looks for these types alone. Other types of the profile are still looked for and then left,
 * so that what is an IBAN is not reported as the phone number that part of it resembles.
 */
export function onlyTypes(types: readonly string[] | null, profile: Profile): Record<string, EntityAction> {
  if (types === null) return {}
  const others = entityTypes.filter(type => !types.includes(type) && isLookedFor(type, profile, undefined))
  const entries: [string, EntityAction][] = [
    ...others.map((type): [string, EntityAction] => [type, 'allow']),
    ...types.map((type): [string, EntityAction] => [type, 'replace']),
  ]
  return Object.fromEntries(entries)
}
