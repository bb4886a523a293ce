/** Invented values that appear nowhere else, so that finding one anywhere proves a leak. Made from a seed: runs repeat. */

export interface Planted {
  readonly email: string
  readonly phone: string
  readonly iban: string
  readonly card: string
  readonly ip: string
  readonly mac: string
  readonly order: string
}

/** `seed` from 0 to 9,999. Check digits are right; numbers come from ranges kept free for tests where there are any. */
export function plant(seed: number): Planted {
  const four = String(seed % 10_000).padStart(4, '0')
  const hex = (seed % 65_536).toString(16).padStart(4, '0')
  return {
    email: `planted.${four}@mailbox-${four}.example`,
    phone: `+49 1512 345${four}`,
    iban: germanIban(`37040044`, `05320${four}7`.padEnd(10, '0').slice(0, 10)),
    card: cardNumber(`45390148${four}123`),
    ip: `203.0.${seed % 100}.${(seed % 200) + 10}`,
    mac: `02:4c:4f:${hex.slice(0, 2)}:${hex.slice(2)}:9e`,
    order: `ORD-${four}-88317`,
  }
}

export function valuesOf(planted: Planted): string[] {
  return Object.values(planted)
}

/** A support mail that holds every planted value in a natural place. */
export function planted(seed: number): { values: string[]; text: string } {
  const { email, phone, iban, card, ip, mac, order } = plant(seed)
  return {
    values: [email, phone, iban, card, ip, mac, order],
    text: [
      `Please refund order ${order} to ${iban}.`,
      `Write to ${email} or call ${phone}. Card ${card} was charged twice.`,
      `The login came from ${ip}, device ${mac}.`,
    ].join('\n'),
  }
}

function germanIban(bank: string, account: string): string {
  const checksum = 98n - (BigInt(`${bank}${account}131400`) % 97n)
  return `DE${String(checksum).padStart(2, '0')}${bank}${account}`
}

function cardNumber(withoutCheckDigit: string): string {
  let sum = 0
  for (const [index, digit] of [...withoutCheckDigit].reverse().entries()) {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return withoutCheckDigit + String((10 - (sum % 10)) % 10)
}
