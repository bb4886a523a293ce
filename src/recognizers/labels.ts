/** What models and services call the types of this package. */
import type { EntityType } from '../types.ts'

export type LabelTypes = ReadonlyMap<string, EntityType>

const known: Readonly<Record<string, EntityType>> = {
  CREDITCARDNUMBER: 'CREDIT_CARD',
  CREDIT_CARD: 'CREDIT_CARD',
  CRYPTO: 'CRYPTO_ADDRESS',
  EMAIL: 'EMAIL',
  EMAIL_ADDRESS: 'EMAIL',
  FIRSTNAME: 'PERSON',
  GIVENNAME: 'PERSON',
  GPE: 'LOCATION',
  IBAN_CODE: 'IBAN',
  IP_ADDRESS: 'IP_ADDRESS',
  LASTNAME: 'PERSON',
  LOC: 'LOCATION',
  LOCATION: 'LOCATION',
  MIDDLENAME: 'PERSON',
  ORG: 'ORGANIZATION',
  ORGANIZATION: 'ORGANIZATION',
  PER: 'PERSON',
  PERSON: 'PERSON',
  PHONE_NUMBER: 'PHONE',
  SURNAME: 'PERSON',
  TELEPHONENUM: 'PHONE',
  UK_NHS: 'HEALTH_ID',
  US_SSN: 'NATIONAL_ID',
}

/** Labels whose type is wanted: the known ones and those given. Labels are compared in upper case. */
export function labelsFor(types: readonly EntityType[], added: Readonly<Record<string, EntityType>>): LabelTypes {
  const all = {
    ...known,
    ...Object.fromEntries(Object.entries(added).map(([label, type]) => [label.toUpperCase(), type])),
  }
  return new Map(Object.entries(all).filter(([, type]) => types.includes(type)))
}
