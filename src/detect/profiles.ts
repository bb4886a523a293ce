/** Which types a profile replaces. */
import type { EntityAction, EntityType, Profile } from '../types.ts'

/** Types that identify only together with others (GUIDELINE: quasi). */
const quasiTypes: ReadonlySet<EntityType> = new Set(['AGE', 'LOCATION', 'ORGANIZATION', 'SALARY'])

/** Types that carry a check digit or a fixed form, so that no words are needed to know them. */
const structuredTypes: ReadonlySet<EntityType> = new Set([
  'BANK_ACCOUNT',
  'BIC',
  'CREDIT_CARD',
  'CRYPTO_ADDRESS',
  'EMAIL',
  'GEO_COORDINATES',
  'HEALTH_ID',
  'IBAN',
  'IP_ADDRESS',
  'LICENSE_PLATE',
  'MAC_ADDRESS',
  'NATIONAL_ID',
  'PASSPORT',
  'PHONE',
  'SECRET',
  'TAX_ID',
  'VAT_ID',
  'VIN',
])

/** Is the type looked for? An action named for a type turns it on beyond its profile. */
export function isLookedFor(type: EntityType, profile: Profile, action: EntityAction | undefined): boolean {
  if (action !== undefined) return true
  if (profile === 'structured') return structuredTypes.has(type)
  return profile === 'strict' || !quasiTypes.has(type)
}
