/** Identifiers that states give to people, firms and vehicles, by name. */
import type { BuiltInRecognizer } from '../recognizer.ts'
import { atSocialInsurance } from './at/social-insurance.ts'
import { atTaxNumber } from './at/tax-number.ts'
import { beEnterpriseNumber } from './be/enterprise-number.ts'
import { beIdentityCard } from './be/identity-card.ts'
import { beNationalNumber } from './be/national-number.ts'
import { bgCompanyNumber } from './bg/company-number.ts'
import { bgEgn } from './bg/egn.ts'
import { bgForeignerNumber } from './bg/foreigner-number.ts'
import { bgIdentityCard } from './bg/identity-card.ts'
import { brCnpj } from './br/cnpj.ts'
import { brCpf } from './br/cpf.ts'
import { brIdentityCard } from './br/identity-card.ts'
import { chBusinessId } from './ch/business-id.ts'
import { chSocialInsurance } from './ch/social-insurance.ts'
import { cyIdentityCard } from './cy/identity-card.ts'
import { cyTaxNumber } from './cy/tax-number.ts'
import { czBirthNumber } from './cz/birth-number.ts'
import { czCompanyNumber } from './cz/company-number.ts'
import { czIdentityCard } from './cz/identity-card.ts'
import { deHealthInsurance } from './de/health-insurance.ts'
import { deIdentityCard } from './de/identity-card.ts'
import { dePensionInsurance } from './de/pension-insurance.ts'
import { deTaxId } from './de/tax-id.ts'
import { deTaxNumber } from './de/tax-number.ts'
import { dkPersonalNumber } from './dk/personal-number.ts'
import { driverLicense } from './driver-license.ts'
import { eePersonalCode } from './ee/personal-code.ts'
import { ehic } from './ehic.ts'
import { esCompanyNumber } from './es/company-number.ts'
import { esHealthCard } from './es/health-card.ts'
import { esIdentityNumber } from './es/identity-number.ts'
import { esSocialSecurity } from './es/social-security.ts'
import { fiBusinessId } from './fi/business-id.ts'
import { fiPersonalCode } from './fi/personal-code.ts'
import { frCompanyNumber } from './fr/company-number.ts'
import { frIdentityCard } from './fr/identity-card.ts'
import { frSocialSecurity } from './fr/social-security.ts'
import { frTaxNumber } from './fr/tax-number.ts'
import { gbHealthNumber } from './gb/health-number.ts'
import { gbNationalInsurance } from './gb/national-insurance.ts'
import { gbTaxpayerReference } from './gb/taxpayer-reference.ts'
import { grSocialSecurity } from './gr/social-security.ts'
import { grTaxNumber } from './gr/tax-number.ts'
import { healthId } from './health-id.ts'
import { hrHealthNumber } from './hr/health-number.ts'
import { hrIdentityCard } from './hr/identity-card.ts'
import { hrPersonalNumber } from './hr/personal-number.ts'
import { huHealthNumber } from './hu/health-number.ts'
import { huIdentityCard } from './hu/identity-card.ts'
import { huPersonalNumber } from './hu/personal-number.ts'
import { huTaxId } from './hu/tax-id.ts'
import { huTaxNumber } from './hu/tax-number.ts'
import { iePersonalPublicService } from './ie/personal-public-service.ts'
import { isIdentityNumber } from './is/identity-number.ts'
import { itFiscalCode } from './it/fiscal-code.ts'
import { itIdentityCard } from './it/identity-card.ts'
import { itVatNumber } from './it/vat-number.ts'
import { liPersonId } from './li/person-id.ts'
import { licensePlate } from './license-plate.ts'
import { ltIdentityCard } from './lt/identity-card.ts'
import { luMatricule } from './lu/matricule.ts'
import { lvPersonalCode } from './lv/personal-code.ts'
import { mtIdentityCard, mtIdentityNumber } from './mt/identity-card.ts'
import { mxPopulationCode } from './mx/population-code.ts'
import { mxTaxpayerCode } from './mx/taxpayer-code.ts'
import { nationalId } from './national-id.ts'
import { nlCitizenServiceNumber } from './nl/citizen-service-number.ts'
import { nlIdentityCard } from './nl/identity-card.ts'
import { noBirthNumber } from './no/birth-number.ts'
import { passport } from './passport.ts'
import { plIdentityCard } from './pl/identity-card.ts'
import { plPersonalNumber } from './pl/personal-number.ts'
import { plTaxNumber } from './pl/tax-number.ts'
import { ptCitizenCard } from './pt/citizen-card.ts'
import { ptHealthUser } from './pt/health-user.ts'
import { ptSocialSecurity } from './pt/social-security.ts'
import { ptTaxNumber } from './pt/tax-number.ts'
import { roCompanyNumber } from './ro/company-number.ts'
import { roIdentityCard } from './ro/identity-card.ts'
import { roPersonalNumber } from './ro/personal-number.ts'
import { sePersonalNumber } from './se/personal-number.ts'
import { siHealthCard } from './si/health-card.ts'
import { siIdentityCard } from './si/identity-card.ts'
import { siPersonalNumber } from './si/personal-number.ts'
import { siTaxNumber } from './si/tax-number.ts'
import { skIdentityCard } from './sk/identity-card.ts'
import { skTaxNumber } from './sk/tax-number.ts'
import { taxId } from './tax-id.ts'
import { usEmployerNumber } from './us/employer-number.ts'
import { usMedicare } from './us/medicare.ts'
import { usSocialSecurity } from './us/social-security.ts'
import { vatId } from './vat-id.ts'
import { vin } from './vin.ts'

export const stateIdentifiers: readonly BuiltInRecognizer[] = [
  atSocialInsurance,
  atTaxNumber,
  beEnterpriseNumber,
  beIdentityCard,
  beNationalNumber,
  bgCompanyNumber,
  bgEgn,
  bgForeignerNumber,
  bgIdentityCard,
  brCnpj,
  brCpf,
  brIdentityCard,
  chBusinessId,
  chSocialInsurance,
  cyIdentityCard,
  cyTaxNumber,
  czBirthNumber,
  czCompanyNumber,
  czIdentityCard,
  deHealthInsurance,
  deIdentityCard,
  dePensionInsurance,
  deTaxId,
  deTaxNumber,
  dkPersonalNumber,
  driverLicense,
  eePersonalCode,
  ehic,
  esCompanyNumber,
  esHealthCard,
  esIdentityNumber,
  esSocialSecurity,
  fiBusinessId,
  fiPersonalCode,
  frCompanyNumber,
  frIdentityCard,
  frSocialSecurity,
  frTaxNumber,
  gbHealthNumber,
  gbNationalInsurance,
  gbTaxpayerReference,
  grSocialSecurity,
  grTaxNumber,
  healthId,
  hrHealthNumber,
  hrIdentityCard,
  hrPersonalNumber,
  huHealthNumber,
  huIdentityCard,
  huPersonalNumber,
  huTaxId,
  huTaxNumber,
  iePersonalPublicService,
  isIdentityNumber,
  itFiscalCode,
  itIdentityCard,
  itVatNumber,
  liPersonId,
  licensePlate,
  ltIdentityCard,
  luMatricule,
  lvPersonalCode,
  mtIdentityCard,
  mtIdentityNumber,
  mxPopulationCode,
  mxTaxpayerCode,
  nationalId,
  nlCitizenServiceNumber,
  nlIdentityCard,
  noBirthNumber,
  passport,
  plIdentityCard,
  plPersonalNumber,
  plTaxNumber,
  ptCitizenCard,
  ptHealthUser,
  ptSocialSecurity,
  ptTaxNumber,
  roCompanyNumber,
  roIdentityCard,
  roPersonalNumber,
  sePersonalNumber,
  siHealthCard,
  siIdentityCard,
  siPersonalNumber,
  siTaxNumber,
  skIdentityCard,
  skTaxNumber,
  taxId,
  usEmployerNumber,
  usMedicare,
  usSocialSecurity,
  vatId,
  vin,
]
