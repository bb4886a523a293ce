import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/sk.ts'

test.each([
  ['Peter', 'first', 'm', 'gen', 'Petra'],
  ['Juraj', 'first', 'm', 'dat', 'Jurajovi'],
  ['Marek', 'first', 'm', 'gen', 'Mareka'],
  ['Pavol', 'first', 'm', 'ins', 'Pavlom'],
  ['Janko', 'first', 'm', 'gen', 'Janka'],
  ['Mária', 'first', 'f', 'gen', 'Márie'],
  ['Zuzana', 'first', 'f', 'dat', 'Zuzane'],
  ['Soňa', 'first', 'f', 'gen', 'Sone'],
  ['Dáša', 'first', 'f', 'dat', 'Dáši'],
  ['Horváth', 'last', 'm', 'dat', 'Horváthovi'],
  ['Moravec', 'last', 'm', 'gen', 'Moravca'],
  ['Straka', 'last', 'm', 'acc', 'Straku'],
  ['Novotný', 'last', 'm', 'gen', 'Novotného'],
  ['Horváthová', 'last', 'f', 'dat', 'Horváthovej'],
  ['Kováčová', 'last', 'f', 'acc', 'Kováčovú'],
  ['Bratislava', 'city', 'm', 'loc', 'Bratislave'],
  ['Košice', 'city', 'm', 'loc', 'Košiciach'],
  ['Košice', 'city', 'm', 'gen', 'Košíc'],
  ['Prešov', 'city', 'm', 'loc', 'Prešove'],
  ['Pezinok', 'city', 'm', 'loc', 'Pezinku'],
  ['Lučenec', 'city', 'm', 'loc', 'Lučenci'],
  ['Banská Bystrica', 'city', 'm', 'loc', 'Banskej Bystrici'],
  ['Nové Zámky', 'city', 'm', 'loc', 'Nových Zámkoch'],
  ['Liptovský Mikuláš', 'city', 'm', 'loc', 'Liptovskom Mikuláši'],
] as const)('Slovak: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
