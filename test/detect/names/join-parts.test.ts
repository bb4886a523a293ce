import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('a name in several parts', () => {
  it.each([
    ['Met vriendelijke groet,\nir. Maartje van der Zwaluw-Pronk\nProjectleider', 'Maartje van der Zwaluw-Pronk'],
    ['Name: Perpetua Okonjo-Holt (formerly Okonjo)', 'Perpetua Okonjo-Holt'],
    ['Cher Monsieur, Yann Le Goff-Quéméneur a appelé.', 'Yann Le Goff-Quéméneur'],
    ['Cordialement,\nAldegonde de Saint-Exupéry-Lagrange', 'Aldegonde de Saint-Exupéry-Lagrange'],
    ["Regards,\nNiamh O'Brien-Ouédraogo", "Niamh O'Brien-Ouédraogo"],
    ['Collegiale groet, N. el Idrissi, huisarts', 'N. el Idrissi'],
    ['Beklagte ist Frau Philippa Gräfin von Scharrel, hier.', 'Philippa Gräfin von Scharrel'],
    ['Bitte an Herrn Konrad Freiherr von der Quasten senden.', 'Konrad Freiherr von der Quasten'],
    ['luca di maio ha chiamato ieri per il contratto', 'luca di maio'],
    ['Vedr. Karla Munk Thorsager, mødet flyttes.', 'Karla Munk Thorsager'],
    ['Paciente: CORTÉS MONTOYA, Remedios', 'CORTÉS MONTOYA, Remedios'],
    ['Achternaam en voorletters: van der Plaats, K.J.\nAdres: onbekend', 'van der Plaats, K.J.'],
    ['Bitte an Herrn Dr. med. B. Quastenbrink schicken.', 'Quastenbrink'],
    ['Plot 22 (K. Papadimas) is overgrown.', 'K. Papadimas'],
    ['Courrier au Dr Ph. Deroubaix, merci.', 'Ph. Deroubaix'],
    ['"customer";"Oosterhof, Harmke";"12"', 'Oosterhof, Harmke'],
    ['{"companions": ["Lyle Cole", "Nandi Cole"], "pickup": 4}', 'Nandi Cole'],
    ['{"conducteur": "Guermonprez Martial", "permis": "B"}', 'Guermonprez Martial'],
    ['De la Fuente lee el acta. El se\u00f1or De la Fuente firma.', 'De la Fuente'],
    ["Vriendelijke groet,\nJurriaan van 't Hof", "Jurriaan van 't Hof"],
    ['O Ab\u00edlio confirma a vistoria.', 'Ab\u00edlio'],
    ['The registered owner Moira Ashdown, appointed 2019', 'Moira Ashdown'],
    ["Moira Ashdown's dog bit the postman.", 'Moira Ashdown'],
    ['Please call Grace Holland about the boiler.', 'Grace Holland'],
    ['The defendant, Ms. Li Na Chen, resides at Leeds.', 'Li Na Chen'],
    ['Mrs Fatima bint Said signed.', 'Fatima bint Said'],
    ['Dag, met Geert van der Plaats, ik bel over die boete.', 'Geert van der Plaats'],
    ['It is between Tilwen Margaret Crowther of Truro and us.', 'Tilwen Margaret Crowther'],
    ['Please ask S. J. Quarnbrook about it.', 'S. J. Quarnbrook'],
    ['Pay to account 31926819, name C R Drysdale.', 'C R Drysdale'],
    ['Moira Pinnock (formerly Ashdown) signed.', 'Ashdown'],
  ])('is found as a whole: %s', (text, name) => {
    expect(names(text)).toContain(name)
  })

  it.each([
    ['Asked about Wolff-Parkinson-White syndrome and nothing else.', 'White'],
    ['Ищецът Иван Петров твърди друго.', 'Ищ'],
    ['The office is in Istanbul (formerly Byzantium) today.', 'Byzantium'],
    ['Hermanos Mompeán, S.L. nos ha escrito otra vez.', 'S.L.'],
    ['Die Quintarosk-Rechnung f\u00fcr Hannah Whitcombe ist da.', 'Rechnung'],
  ])('takes nothing in that is none: %s', (text, part) => {
    expect(names(text).join()).not.toContain(part)
  })
})

describe('a name that stands in full elsewhere', () => {
  it('is found alone in quotes in small letters', () => {
    const text = '{"q":"quintarosk"}\nCustomer: Hannah Quintarosk, 0151 55501234, please call her back.'
    const phone = { start: 48, end: 61, type: 'PHONE', score: 1, recognizer: 'phone' }
    const found = tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [phone] })
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['quintarosk', 'Hannah Quintarosk'])
  })
})

describe('names in the names of files', () => {
  it.each([
    ['Please open cv_anna_kowalska.pdf and tell me more.', ['anna_kowalska']],
    ['See invoice-jan-de-vries.docx for the amounts due.', ['jan-de-vries']],
    ['Dossier van mevrouw Oosterhof. Opgeslagen als paspoort_oosterhof.pdf vandaag.', ['Oosterhof', 'oosterhof']],
  ])('are found: %s', (text, found) => {
    expect(names(text)).toEqual(found)
  })

  it('are no months, places or words', () => {
    expect(names('We keep report-jan-2024.xlsx, map-jordan.png, logo_final.png and payslip_jan.pdf here.')).toEqual([])
  })
})

describe('a name told letter by letter', () => {
  it.each([
    ['My surname is spelled Q-U-A-S-T, thank you.', 'Q-U-A-S-T'],
    ['Ich buchstabiere: Q U A S T', 'Q U A S T'],
    ['nazwisko literuję k-w-a-r-t', 'k-w-a-r-t'],
    ['Je vous épelle : Q.U.A.S.T', 'Q.U.A.S.T'],
    ['Lo deletreo, Q-U-A-S-T', 'Q-U-A-S-T'],
    ['betűzöm: K-V-A-R-T', 'K-V-A-R-T'],
    ['hláskuji K-V-A-R-T', 'K-V-A-R-T'],
    ['Συλλαβίζω: Κ-Β-Α-Ρ-Τ', 'Κ-Β-Α-Ρ-Τ'],
    ['Буква по буква: К-В-А-Р-Т', 'К-В-А-Р-Т'],
    ['The caller said K-O-W-A-L-S-K-I again.', 'K-O-W-A-L-S-K-I'],
  ])('is found: %s', (text, letters) => {
    expect(names(text)).toContain(letters)
  })

  it('is none where letters list choices', () => {
    expect(names('Pick one of A-B-C-D, then X Y Z, then U.S.A. or D.O.B. below.')).toEqual([])
  })
})
