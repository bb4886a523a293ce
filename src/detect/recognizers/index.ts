/** The built-in recognizers, by name. */
import type { BuiltInRecognizer } from '../recognizer.ts'
import { creditCard } from './credit-card.ts'
import { email } from './email.ts'
import { iban } from './iban.ts'
import { orderNumber } from './order-number.ts'
import { phone } from './phone.ts'

export const builtInRecognizers: readonly BuiltInRecognizer[] = [creditCard, email, iban, orderNumber, phone]
