/** The built-in recognizers, by name. */
import type { BuiltInRecognizer } from '../recognizer.ts'
import { accessCode } from './access-code.ts'
import { accessKey } from './access-key.ts'
import { address } from './address.ts'
import { age } from './age.ts'
import { apiToken } from './api-token.ts'
import { bankAccount } from './bank-account.ts'
import { bic } from './bic.ts'
import { birthYear } from './birth-year.ts'
import { cardCvv } from './card-cvv.ts'
import { caseNumber } from './case-number.ts'
import { courtFile } from './court-file.ts'
import { credentialLine } from './credential-line.ts'
import { creditCard } from './credit-card.ts'
import { cryptoAddress } from './crypto-address.ts'
import { customerId } from './customer-id.ts'
import { dateOfBirth } from './date-of-birth.ts'
import { deviceId } from './device-id.ts'
import { email } from './email.ts'
import { employeeId } from './employee-id.ts'
import { encodedCredentials } from './encoded-credentials.ts'
import { geoCoordinates } from './geo-coordinates.ts'
import { iban } from './iban.ts'
import { invoiceNumber } from './invoice-number.ts'
import { ipAddress } from './ip-address.ts'
import { lockCode } from './lock-code.ts'
import { loginPair } from './login-pair.ts'
import { macAddress } from './mac-address.ts'
import { machineReadableZone } from './machine-readable-zone.ts'
import { messageFields } from './message-fields.ts'
import { nearbyPassword } from './nearby-password.ts'
import { orderNumber } from './order-number.ts'
import { parcelNumber } from './parcel-number.ts'
import { password } from './password.ts'
import { personalUrl } from './personal-url.ts'
import { phone } from './phone.ts'
import { privateKey } from './private-key.ts'
import { referenceCode } from './reference-code.ts'
import { salary } from './salary.ts'
import { securityAnswer } from './security-answer.ts'
import { seedPhrase } from './seed-phrase.ts'
import { sessionId } from './session-id.ts'
import { setPassword } from './set-password.ts'
import { signInCall } from './sign-in-call.ts'
import { spokenAnswer } from './spoken-answer.ts'
import { spokenDigits } from './spoken-digits.ts'
import { spokenEmail } from './spoken-email.ts'
import { stateIdentifiers } from './state-identifiers.ts'
import { urlCredentials } from './url-credentials.ts'
import { urlSecret } from './url-secret.ts'
import { username } from './username.ts'
import { vcardAddress } from './vcard-address.ts'

const named: readonly BuiltInRecognizer[] = [
  ...stateIdentifiers,
  accessCode,
  accessKey,
  address,
  age,
  apiToken,
  bankAccount,
  bic,
  birthYear,
  cardCvv,
  caseNumber,
  courtFile,
  credentialLine,
  creditCard,
  cryptoAddress,
  customerId,
  dateOfBirth,
  deviceId,
  email,
  employeeId,
  encodedCredentials,
  geoCoordinates,
  iban,
  invoiceNumber,
  ipAddress,
  lockCode,
  loginPair,
  machineReadableZone,
  macAddress,
  messageFields,
  nearbyPassword,
  orderNumber,
  parcelNumber,
  password,
  personalUrl,
  phone,
  privateKey,
  referenceCode,
  salary,
  securityAnswer,
  seedPhrase,
  sessionId,
  setPassword,
  signInCall,
  spokenDigits,
  spokenEmail,
  urlCredentials,
  urlSecret,
  username,
  vcardAddress,
]

export const builtInRecognizers: readonly BuiltInRecognizer[] = [...named, spokenAnswer(named)].sort((one, other) =>
  one.name < other.name ? -1 : 1,
)
