import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/el.ts'

test.each([
  ['Γιώργος', 'first', 'm', 'gen', 'Γιώργου'],
  ['Γιώργος', 'first', 'm', 'voc', 'Γιώργο'],
  ['Αλέξανδρος', 'first', 'm', 'voc', 'Αλέξανδρε'],
  ['Νίκος', 'first', 'm', 'acc', 'Νίκο'],
  ['Γιάννης', 'first', 'm', 'gen', 'Γιάννη'],
  ['Ηλίας', 'first', 'm', 'acc', 'Ηλία'],
  ['Ιωσήφ', 'first', 'm', 'gen', 'Ιωσήφ'],
  ['Μαρία', 'first', 'f', 'gen', 'Μαρίας'],
  ['Ελένη', 'first', 'f', 'gen', 'Ελένης'],
  ['Αργυρώ', 'first', 'f', 'gen', 'Αργυρώς'],
  ['Ελένη', 'first', 'f', 'acc', 'Ελένη'],
  ['Παπαδόπουλος', 'last', 'm', 'acc', 'Παπαδόπουλο'],
  ['Παπαδόπουλος', 'last', 'm', 'voc', 'Παπαδόπουλε'],
  ['Παπαδάκης', 'last', 'm', 'gen', 'Παπαδάκη'],
  ['Παππάς', 'last', 'm', 'acc', 'Παππά'],
  ['Παπαγεωργίου', 'last', 'm', 'gen', 'Παπαγεωργίου'],
  ['Παπαδοπούλου', 'last', 'f', 'gen', 'Παπαδοπούλου'],
  ['Αθήνα', 'city', 'f', 'gen', 'Αθήνας'],
  ['Ηράκλειο', 'city', 'm', 'gen', 'Ηρακλείου'],
  ['Κόρινθος', 'city', 'f', 'gen', 'Κορίνθου'],
  ['Σέρρες', 'city', 'f', 'gen', 'Σερρών'],
  ['Τρίκαλα', 'city', 'm', 'gen', 'Τρικάλων'],
  ['Βόλος', 'city', 'm', 'acc', 'Βόλο'],
  ['Νέα Σμύρνη', 'city', 'f', 'gen', 'Νέας Σμύρνης'],
] as const)('Greek: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
