import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'
import { detectNow } from '../marked.ts'

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('the speakers of a chat', () => {
  it.each([
    ['Žan: kje je avto\nPika: doma, ključ je na mizi\nŽan: ok hvala\nPika: ni za kaj', 'Pika'],
    ['[12:01] Marta: vieni stasera?\n[12:02] Ludo: io no\n[12:04] Marta: dai\n[12:05] Ludo: vediamo', 'Ludo'],
    [
      '03.11.26, 14:02 - Jonas: moin\n03.11.26, 14:03 - Quirli: moin moin\n03.11.26, 14:05 - Jonas: kommst du\n03.11.26, 14:06 - Quirli: ja',
      'Quirli',
    ],
    ['Gwenaelle 🌸 : coucou\nHervé : oui ?\nGwenaelle 🌸 : tu viens ?\nHervé : ok', 'Gwenaelle'],
    ['Hannah: hallo?\nHelpdesk (Quirin): guten Tag\nHannah: geht nicht\nHelpdesk (Quirin): gleich', 'Quirin'],
    ['Aapo: moi, missä oot\nNea: kotona\nAapo: tuu tänne\nNea: joo', 'Nea'],
  ])('are found each time: %#', (chat, name) => {
    expect(names(chat).filter(one => one === name)).toHaveLength(2)
  })

  it('are found where the others are called by numbers or accounts', () => {
    const chat = '+33 6 39 98 44 62 : moi\nGwenaelle 🌸 : top\n+33 6 39 98 44 62 : et toi\nGwenaelle 🌸 : merci'
    const people = detectNow(chat, { profile: 'balanced' }).filter(({ type }) => type === 'PERSON')
    expect(people.map(({ start, end }) => chat.slice(start, end))).toEqual(['Gwenaelle', 'Gwenaelle'])
  })

  it('are not the roles of a transcript', () => {
    const talk =
      'Hannah: mein Konto ist gesperrt\nSupport: seit wann?\nHannah: gestern\nSupport: das sehe ich\nBot: Danke'
    expect(names(talk)).toEqual(['Hannah', 'Hannah'])
  })

  it('are none where nobody is surely a person', () => {
    expect(names('Kernel: 6.1\nRetro: on\nKernel: 6.2\nRetro: off\nCarrier: up\nCarrier: down\n')).toEqual([])
    expect(names('Frage: wie spät ist es?\nAntwort: drei\nFrage: und jetzt?\nAntwort: vier\n')).toEqual([])
  })
})
