import { describe, expect, it } from 'vitest'
import { builtInRecognizers } from '../../src/detect/index.ts'
import type { Finding } from '../../src/types.ts'
import { detectNow, readMarked, withoutNames } from './marked.ts'

/** A key that says what a value of the type is. */
const keys: Readonly<Record<string, string>> = {
  ADDRESS: 'address',
  AGE: 'age',
  BANK_ACCOUNT: 'bank_account_number',
  BIC: 'bic',
  CARD_CVV: 'cvv',
  CASE_NUMBER: 'case_number',
  CREDIT_CARD: 'card_number',
  CRYPTO_ADDRESS: 'wallet_address',
  CUSTOMER_ID: 'customer_number',
  DATE_OF_BIRTH: 'date_of_birth',
  DEVICE_ID: 'serial_number',
  DRIVER_LICENSE: 'driving_licence_number',
  EMAIL: 'email',
  EMPLOYEE_ID: 'employee_number',
  GEO_COORDINATES: 'coordinates',
  HEALTH_ID: 'patient_number',
  IBAN: 'iban',
  INVOICE_NUMBER: 'invoice_number',
  IP_ADDRESS: 'ip_address',
  LICENSE_PLATE: 'license_plate',
  MAC_ADDRESS: 'mac_address',
  NATIONAL_ID: 'national_id_number',
  ORDER_NUMBER: 'order_number',
  PASSPORT: 'passport_number',
  PERSONAL_URL: 'personal_website',
  PHONE: 'phone',
  SALARY: 'salary',
  SECRET: 'password',
  SESSION_ID: 'session_id',
  TAX_ID: 'tax_number',
  USERNAME: 'username',
  VAT_ID: 'vat_number',
  VIN: 'vin',
}

/** How programs carry a value under a key. `#` is the key, `@` the value. */
const carriers: Readonly<Record<string, string>> = {
  'JSON value': '{"a": 1, "#": "@", "b": true}',
  'JSON in a string': '"{\\"#\\": \\"@\\", \\"b\\": 2}"',
  YAML: 'a: 1\n#: @\nb: true\n',
  XML: '<row><a>1</a><#>@</#><b>2</b></row>',
  'CSV cell': 'row;#;note\n1;@;x\n2;;y\n',
  'Markdown table': '| row | # | note |\n|---|---|---|\n| 1 | @ | x |\n',
  'URL query': 'GET /v1/find?a=1&#=@&page=2 HTTP/1.1',
  'log field': 'level=info #=@ took=12ms',
}

/** Signs that a carrier has for itself: real programs write them in another way there. */
const reserved: Readonly<Record<string, RegExp>> = {
  'CSV cell': /[;"\n]/,
  'JSON in a string': /["\\\n]/,
  'JSON value': /["\\\n]/,
  'Markdown table': /[|\n]/,
  'URL query': /[\s&#+=;?"%<>]|[^\x20-\x7e]/,
  XML: /[<>&\n]/,
  YAML: /[\n#"'`*&!|>%@[\]{}]|: |^-/,
  'log field': /[\s"=]/,
}

/** Words beside the value are part of its form, or it stands in a larger one: these recognizers need more than the value. */
const needsMore: ReadonlySet<string> = new Set([
  'login-pair',
  'private-key',
  'seed-phrase',
  'url-credentials',
  'vcard-address',
])

/** Keys for recognizers of one kind of secret. */
const ownKeys: Readonly<Record<string, string>> = {
  'access-code': 'access_code',
  'br-cnpj': 'cnpj',
  'lock-code': 'access_code',
}

/** Wrong check digits and short codes: their word must stand near, and the rule below a head moves it away. */
const nearOnly: ReadonlySet<string> = new Set(['448', '20-00-00', '4111 1111 1111 1112', 'DE88 3704 0044 0532 0130 00'])

/** Without a word of its own in the key: short numbers, single words and halves of a position are too little. */
function isWhole(type: string, value: string): boolean {
  if (nearOnly.has(value)) return false
  const digits = value.replace(/\D/g, '').length
  if (type === 'GEO_COORDINATES') return /\d\.\d+[,;]-?\d/.test(value)
  if (type === 'ADDRESS') return digits > 0 && value.includes(' ')
  if (/[a-z]\d|\bnr\b/.test(value) && type === 'NATIONAL_ID') return false
  if (type === 'PHONE' || type === 'BANK_ACCOUNT' || type === 'NATIONAL_ID') return digits >= 6
  return type !== 'SECRET' || (digits > 0 && !/[\s']/.test(value))
}

const covers =
  (start: number, end: number) =>
  (finding: Finding): boolean =>
    finding.start <= start && finding.end >= end

describe.each(Object.keys(carriers))('in a %s', carrier => {
  const samples = builtInRecognizers.flatMap(({ name, types, isEmbedded = false, examples }) => {
    if (isEmbedded || needsMore.has(name)) return []
    return examples.match.flatMap(example => {
      const { text, values } = readMarked(example)
      const { start, end } = values[0]!
      const value = text.slice(start, end)
      const type = types.length === 1 ? types[0]! : detectNow(text, withoutNames).find(covers(start, end))?.type
      const key = ownKeys[name] ?? keys[type ?? '']
      if (type === undefined || key === undefined || reserved[carrier]!.test(value)) return []
      return isWhole(type, value) ? [{ name, key, value }] : []
    })
  })

  it.each(
    builtInRecognizers.filter(({ name }) => samples.some(sample => sample.name === name)).map(({ name }) => name),
  )('what the recognizer %s knows is found under its key', recognizer => {
    const missed = samples
      .filter(({ name }) => name === recognizer)
      .filter(({ key, value }) => {
        const frame = carriers[carrier]!.replaceAll('#', key)
        const start = frame.indexOf('@')
        const text = frame.replace('@', () => value)
        return !detectNow(text, withoutNames).some(covers(start, start + value.length))
      })
    expect(missed.map(({ value }) => value)).toEqual([])
  })
})
