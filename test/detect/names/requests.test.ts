import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('a request to an assistant', () => {
  it.each([
    ['Summarize the call between Marlow and Ottoline about the refund.', ['Marlow', 'Ottoline']],
    ['Write a birthday poem for my coworker Thessaly, she loves otters.', ['Thessaly']],
    ['The kids, Tavish & Ottoline, need passports.', ['Tavish', 'Ottoline']],
    ['Schreib eine Kündigung für meinen Mieter Quastenbrink', ['Quastenbrink']],
    ['Rédige un mail à Lortalec pour refuser sa demande', ['Lortalec']],
    ['Escribe una carta de despido para Zoraleja Quintarosco', ['Zoraleja Quintarosco']],
    ['Scrivi un\u2019email a Quartolanghi per sollecitare il pagamento', ['Quartolanghi']],
    ['Schrijf een brief aan Kwartelbrink over de huur', ['Kwartelbrink']],
    ['Skriv ett mejl till Brunnskjul om hyran', ['Brunnskjul']],
    ['Napisz wypowiedzenie dla Kwartulskiego', ['Kwartulskiego']],
    ['Kirjoita sähköposti Kurtlavuolle vuokrasta', ['Kurtlavuolle']],
    ['Напиши имейл до Куртланов за наема', ['Куртланов']],
  ])('names people who are in no list: %s', (text, people) => {
    expect(names(text)).toEqual(people)
  })

  it.each([
    'Compare Django and Flask for a dashboard.',
    'Deploy with Jenkins, Ansible and Terraform on Hetzner',
    'How much is a used Clio with 120,000 km, and a Corsa?',
    'Wie verbinde ich Kafka mit Cassandra?',
    'Combien coûte une Clio d\u2019occasion ?',
    'Which months have 31 days: April, May, June or August?',
    'Explain Scrum and Kanban to a five year old',
    'u utorak imam sastanak, podsjeti me u srijedu',
    'primink man trečiadienį',
    'atgādini man otrdien no rīta',
  ])('names nobody where things bear names: %s', text => {
    expect(names(text)).toEqual([])
  })
})

describe('a message of HL7', () => {
  it('holds names with the surname first', () => {
    const text = 'PID|1||77120^^^MRN||Quarnbrook^Moira^^^F||19800102|F|||14 Kestrel Ave\nNK1|1|Quarnbrook^Tilwen|SPO'
    expect(names(text).join(' ')).toMatch(/Quarnbrook\b.*Moira\b.*Quarnbrook\b.*Tilwen/)
  })
})
