import { describe, expect, it } from 'vitest'
import { type NameOptions, tagNames } from '../../../src/detect/names/index.ts'

const options: NameOptions = { profile: 'balanced', sensitivity: 'normal', findings: [] }

function names(text: string, more: Partial<NameOptions> = {}): string[] {
  return tagNames(text, { ...options, ...more }).map(({ start, end }) => text.slice(start, end))
}

describe('evidence beside the model', () => {
  it('takes the columns of a table by their header', () => {
    const table = 'nr;vorname;nachname;stadt\n1;Zorbela;Quintarosk;Ulm\n2;Mirunde;Bastelhoff;Köln\n'
    expect(names(table)).toEqual(expect.arrayContaining(['Zorbela', 'Quintarosk', 'Mirunde', 'Bastelhoff']))
  })

  it('takes the columns of a Markdown table', () => {
    const table = '| Nachname | Vorname | Note |\n|---|---|---|\n| Quintarosk | Zorbela | gut |\n'
    expect(names(table)).toEqual(expect.arrayContaining(['Quintarosk', 'Zorbela']))
  })

  it('leaves the header of a table alone', () => {
    expect(names('id,first_name,last_name,email\n1,Zorbela,Quintarosk,x\n')).toEqual(['Zorbela', 'Quintarosk'])
  })

  it('takes the values of keys that name people', () => {
    expect(names('{"firstName": "Zorbela", "lastName": "Quintarosk", "plan": "basic"}')).toEqual([
      'Zorbela',
      'Quintarosk',
    ])
    expect(names('vorname=Zorbela\nnachname=Quintarosk\nmodus=schnell')).toEqual(['Zorbela', 'Quintarosk'])
    expect(names('1  Familienname ....... Quintarosk\n2  Vorname(n) ....... Zorbela\n3  Ort ....... Ulm')).toEqual([
      'Quintarosk',
      'Zorbela',
    ])
  })

  it('takes a short text whose key in the body names a person', () => {
    expect(names('Orvanto', { hint: { key: 'first_name' } })).toEqual(['Orvanto'])
    expect(names('Orvanto', { hint: { key: 'colour' } })).toEqual([])
  })

  it('takes a word that an e-mail address spells too', () => {
    const text = 'Reply sent to quintarosk@example.com, Quintarosk is informed.'
    const email = { start: 14, end: 36, type: 'EMAIL', score: 1, recognizer: 'email' }
    expect(names(text, { findings: [email] })).toContain('Quintarosk')
  })

  it('leaves the parts of identifiers alone, unless they are known names', () => {
    expect(names('The build stops at once.\nBUILD_BLOCK: see the log\nMAX_QUINTAROSK: see above\n')).toEqual([])
    expect(
      names('Bitte Lebenslauf_Hannah_Schneider.pdf ansehen, danke, sie hat ihn gestern geschickt.').join(),
    ).toContain('Hannah')
  })

  it('leaves things alone that are named after people', () => {
    expect(names('Zum Nachtisch gab es Luisen-kekse mit 200 g Zucker und 3 Eiern bei 180 Grad, 20 min.')).toEqual([])
  })
})
