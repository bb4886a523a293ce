/** The built-in recognizers, by name. */
import type { BuiltInRecognizer } from '../recognizer.ts'
import { bankAccount } from './bank-account.ts'
import { bic } from './bic.ts'
import { cardCvv } from './card-cvv.ts'
import { creditCard } from './credit-card.ts'
import { email } from './email.ts'
import { geoCoordinates } from './geo-coordinates.ts'
import { iban } from './iban.ts'
import { orderNumber } from './order-number.ts'
import { phone } from './phone.ts'

export const builtInRecognizers: readonly BuiltInRecognizer[] = [
  bankAccount,
  bic,
  cardCvv,
  creditCard,
  email,
  geoCoordinates,
  iban,
  orderNumber,
  phone,
]
