/**
 * Invented values for `verify`: of the usual kinds, with right check digits, and other ones for every carrier. Addresses
 * come from the networks that RFC 5737 and RFC 3849 keep for documents.
 */

/** Values by what they are called in the report. */
export type Planted = Readonly<Record<string, string>>

/** Personal data as it stands in texts. `number` from 0 to 9,999 makes the values; other numbers, other values. */
export function plantTexts(number: number): Planted {
  const four = String(number % 10_000).padStart(4, '0')
  return {
    EMAIL: `verify.${four}@mailbox-${four}.example`,
    PHONE: `+49 1512 345${four}`,
    IBAN: germanIban('37040044', `${four}532013`),
    CREDIT_CARD: cardNumber(`45390148${four}123`),
    IP_ADDRESS: `203.0.113.${(number % 100) + 100}`,
    ORDER_NUMBER: `ORD-${four}-88317`,
  }
}

/** Who the client is, as browsers and proxies say it. */
export function plantHeaders(number: number): Planted {
  const four = String(number % 10_000).padStart(4, '0')
  return {
    cookie: `session=verify-cookie-${four}`,
    forwarded: `for="[2001:db8::${four}]";host=verify-${four}.example`,
    referer: `https://verify-${four}.example/patients`,
    'user-agent': `verify-agent/${four}.7`,
    'x-forwarded-for': `198.51.100.${(number % 100) + 100}`,
    'x-real-ip': `192.0.2.${(number % 100) + 100}`,
    'x-user-id': `verify-user-${four}`,
  }
}

/** A sentence in which each of them has its natural place. */
export function sentenceOf(planted: Planted): string {
  const { ORDER_NUMBER, IBAN, EMAIL, PHONE, CREDIT_CARD, IP_ADDRESS } = planted
  return `Refund order ${ORDER_NUMBER} to ${IBAN}. Write to ${EMAIL} or call ${PHONE}. Card ${CREDIT_CARD} was charged twice. The login came from ${IP_ADDRESS}.`
}

function germanIban(bank: string, account: string): string {
  const checksum = 98n - (BigInt(`${bank}${account}131400`) % 97n)
  const compact = `DE${String(checksum).padStart(2, '0')}${bank}${account}`
  return compact.replaceAll(/(.{4})(?!$)/g, '$1 ')
}

/** Luhn, ISO/IEC 7812-1. */
function cardNumber(withoutCheckDigit: string): string {
  let sum = 0
  for (const [index, digit] of [...withoutCheckDigit].reverse().entries()) {
    const weighted = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  const compact = withoutCheckDigit + String((10 - (sum % 10)) % 10)
  return compact.replaceAll(/(.{4})(?!$)/g, '$1 ')
}

/** Which of the values are in what arrived: as they are, escaped, percent-encoded, without blanks, or in base64. */
export function findPlanted(planted: Planted, arrived: string): string[] {
  const readings = [arrived, arrived.replaceAll('\\', ''), percentDecoded(arrived), base64Decoded(arrived)]
  const texts = readings.flatMap(text => [text, withoutBlanks(text)])
  return Object.entries(planted)
    .filter(([, value]) => texts.some(text => text.includes(value) || text.includes(withoutBlanks(value))))
    .map(([name]) => name)
}

function withoutBlanks(text: string): string {
  return text.replaceAll(' ', '')
}

function percentDecoded(text: string): string {
  const bytes = text
    .replaceAll('+', ' ')
    .replaceAll(/%[0-9a-f]{2}/gi, code => String.fromCharCode(parseInt(code.slice(1), 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function base64Decoded(text: string): string {
  const runs = text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []
  return runs.map(run => Buffer.from(run, 'base64').toString('utf8')).join('\n')
}
