import { describe, expect, it } from 'vitest'
import { detectNow } from '../marked.ts'

const balanced = { profile: 'balanced' } as const

function people(text: string): string[] {
  return detectNow(text, balanced)
    .filter(({ type }) => type === 'PERSON')
    .map(({ start, end }) => text.slice(start, end))
}

describe('a person', () => {
  it.each([
    ['devices: [{mac: x, name: "hamish-ipad"}, {name: "kitchen-printer"}]', 'hamish'],
    ['DEBUG dhcp lease for host margaret-laptop renewed', 'margaret'],
    ["synced with hamish's-iphone and nothing else", 'hamish'],
  ])('is found by a device of theirs: %s', (text, name) => {
    expect(people(text)).toEqual([name])
  })

  it.each([
    'docker run base-laptop; ssh build-pc; ping kitchen-ipad',
    'The rose-desktop theme and the max-tablet width are gone.',
  ])('is none where a device is called after something else: %s', text => {
    expect(people(text)).toEqual([])
  })

  it('is found in code, in the cell before their address', () => {
    const code = 'USERS = [\n    ("Alvar Muirden", "am@firm.example", 3),\n    ("Blue Kettle", "red", 4),\n]\n'
    expect(people(`import requests\n${code}for user in USERS:\n    print(user[0])\n`)).toEqual(['Alvar Muirden'])
  })

  it.each([
    ['Sospetta di un uomo, detto "Quarto il Lungo", di Cuneo.', 'Quarto il Lungo'],
    ['A suspeita recai sobre o conhecido por "Tonho da Bomba", sem morada.', 'Tonho da Bomba'],
    ['The other driver, known as "Slim Quarn", left.', 'Slim Quarn'],
    ['Der Wirt, genannt "Quasti", war dabei.', 'Quasti'],
    ['Mężczyzna, zwany "Kwartul", uciekł.', 'Kwartul'],
  ])('is found by what they are called: %s', (text, name) => {
    expect(people(text)).toContain(name)
  })

  it('is none where something is called so', () => {
    const text = 'The setting is called "strict mode", the sale known as "Black Friday", the firm nicknamed "Big Blue".'
    expect(people(text)).toEqual([])
  })
})
