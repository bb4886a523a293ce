/** What the tests of all clients need: values planted one by one, and the proof that none of them arrived. */
import { expect } from 'vitest'
import { everyType } from '../kit/every-type.ts'
import { plant, valuesOf } from '../kit/planted.ts'
import type { Upstream } from '../kit/upstream.ts'

/** Texts with values of their own, to be put into the fields of a request. */
export class Planting {
  readonly values: string[] = []
  #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /** A text of its own with values of the usual types, and one of every type. */
  text(): string {
    const values = valuesOf(plant(this.#seed++))
    const every = everyType()
    this.values.push(...values, ...Object.values(every.values))
    const [email, phone, iban, card, ip, mac, order] = values
    return `Refund order ${order} to ${iban}, write to ${email} or call ${phone}. Card ${card}, login from ${ip}, device ${mac}. ${every.text}`
  }

  /** One value alone. */
  email(): string {
    const { email } = plant(this.#seed++)
    this.values.push(email)
    return email
  }
}

/** Searches everything that arrived, as it came and with JSON's escapes taken out. */
export function expectNothingArrived(upstream: Upstream, values: readonly string[]): void {
  expect(upstream.received.length).toBeGreaterThan(0)
  const everything = upstream.everything
  const unescaped = everything.replaceAll('\\', '')
  for (const value of values) {
    expect(everything).not.toContain(value)
    expect(unescaped).not.toContain(value)
  }
  expect(everything.toLowerCase()).not.toMatch(/x-stainless|x-fern|x-goog-api-client|nodejs|gl-node/)
}

/** Every string below a value, in order. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsOf)
}
