import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/hr.ts'

test.each([
  ['Ivan', 'first', 'm', 'voc', 'Ivane'],
  ['Petar', 'first', 'm', 'gen', 'Petra'],
  ['Marko', 'first', 'm', 'dat', 'Marku'],
  ['Luka', 'first', 'm', 'gen', 'Luke'],
  ['Josip', 'first', 'm', 'ins', 'Josipom'],
  ['Hrvoje', 'first', 'm', 'gen', 'Hrvoja'],
  ['Ante', 'first', 'm', 'acc', 'Antu'],
  ['Toni', 'first', 'm', 'gen', 'Tonija'],
  ['Marija', 'first', 'f', 'ins', 'Marijom'],
  ['Ivana', 'first', 'f', 'dat', 'Ivani'],
  ['Danica', 'first', 'f', 'voc', 'Danice'],
  ['Ines', 'first', 'f', 'dat', 'Ines'],
  ['Horvat', 'last', 'm', 'dat', 'Horvatu'],
  ['Kovačić', 'last', 'm', 'ins', 'Kovačićem'],
  ['Grabovac', 'last', 'm', 'gen', 'Grabovca'],
  ['Novak', 'last', 'm', 'voc', 'Novače'],
  ['Zrinski', 'last', 'm', 'gen', 'Zrinskog'],
  ['Horvat', 'last', 'f', 'gen', 'Horvat'],
  ['Zagreb', 'city', 'm', 'loc', 'Zagrebu'],
  ['Rijeka', 'city', 'm', 'loc', 'Rijeci'],
  ['Zadar', 'city', 'm', 'gen', 'Zadra'],
  ['Karlovac', 'city', 'm', 'loc', 'Karlovcu'],
  ['Vinkovci', 'city', 'm', 'gen', 'Vinkovaca'],
  ['Slavonski Brod', 'city', 'm', 'loc', 'Slavonskom Brodu'],
  ['Velika Gorica', 'city', 'm', 'loc', 'Velikoj Gorici'],
  ['Kranjčec', 'last', 'm', 'gen', 'Kranjčeca'],
  ['Sveti Ivan Zelina', 'city', 'm', 'loc', 'Svetom Ivanu Zelini'],
] as const)('Croatian: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
