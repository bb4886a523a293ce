/** Dates and numbers that stand right behind a name: nothing else says what they are. */
import { describe, expect, it } from 'vitest'
import { detectNow, readMarked } from './marked.ts'

/** Whether the marked value is found as this type; `null` where something else is. */
function foundAs(marked: string): string | undefined {
  const { text, values } = readMarked(marked)
  const [value] = values
  const findings = detectNow(text, { profile: 'balanced' })
  return findings.find(({ start, end }) => start === value!.start && end === value!.end)?.type
}

describe('a date behind a name', () => {
  it.each([
    'Frau Lena Voss («12.03.1984»), wohnhaft in Ulm',
    'Leerling Fleur van Loon («7 nov 2014», leerlingnr 4) is gevallen.',
    'Ann Lee («12/03/1984») came in today.',
    'Mme Lise Aubry (12 ans, «12/03/2014») est venue.',
    'Lena Voss, «12.03.1984», ledig',
    'Kinder: Mia Voss («12.3.2014»), Leo Voss (4.5.2016)',
    'Herr Jonas Kern («1984-03-12») rief an.',
    'Ann Lee («March 12, 1984») called.',
    'Pan Marek Zych («12.III.1984») dzwonił.',
    "Sur Ġorġ Borg («12 ta' Marzu 1984») ċempel.",
  ])('is a birth date: %s', marked => {
    expect(foundAs(marked)).toBe('DATE_OF_BIRTH')
  })

  it.each([
    'Herr Jonas Kern («12.03.2024») hat unterschrieben.',
    'Herr Jonas Kern («12.03.2014» bis 11.03.2015) war Mieter.',
    'Lena Voss, «12.03.2021»',
    'Version 2 («12.03.2014») is out.',
  ])('is none where it is late, one of two, or behind no name: %s', marked => {
    expect(foundAs(marked)).toBeUndefined()
  })
})

describe('a number behind a name', () => {
  it.each([
    'Filha: Dulce Ramos, «964-418-207».',
    'filha: Lurdes Ramos «966203637»',
    'Lurdes Ramos («966 203 637»)',
    'Rückfragen an Gudrun Kern (App. «4471»).',
    'Hinweis: Tarek Amri («-318») meldet Verlust.',
  ])('is that of a telephone: %s', marked => {
    expect(foundAs(marked)).toBe('PHONE')
  })

  it.each([
    'Angela Kern «2005-2021»',
    'Angela Kern, «12 500 000» Ft',
    'Angela Kern («1934-2021»)',
    'Angela Kern (Seite «44»)',
  ])('is none where it is years, an amount or a page: %s', marked => {
    expect(foundAs(marked)).toBeUndefined()
  })
})
