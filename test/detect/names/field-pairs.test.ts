import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('two fields that make one', () => {
  it.each([
    '{"name":"Vorname","value":"Zorbela"}',
    '{"name": "Last name", "required": true, "value": "Zorbela"}',
    '{"question":"What is your full name?","answer":"Zorbela"}',
    '{"label":"Nombre y apellidos","value":"Zorbela"}',
    '{"field":"nazwisko","value":"Zorbela"}',
    "{'title': 'Nom de naissance', 'text': 'Zorbela'}",
    '<input name="last_name" value="Zorbela">',
    '- name: Etunimi\n  value: Zorbela\n',
    '{"attribute":"\u039f\u03bd\u03bf\u03bc\u03b1\u03c4\u03b5\u03c0\u03ce\u03bd\u03c5\u03bc\u03bf","value":"Zorbela"}',
    '{"key":"\u0424\u0430\u043c\u0438\u043b\u0438\u044f","value":"Zorbela"}',
  ])('give the name in the second: %s', text => {
    expect(names(text)).toEqual(['Zorbela'])
  })

  it.each([
    '{"name":"Vertragskonto","value":"aktiv"}',
    '{"name":"Newsletter","value":"Weekly Quintarosk"}',
    '<field name="Kundennummer">88213</field>',
    '<param name="Quintarosk" type="text"/>',
    '{"name":"Colour","value":"Ruby"}',
    '{"question":"Which plan do you want?","answer":"Amber"}',
  ])('hold no name where the first says something else: %s', text => {
    expect(names(text)).toEqual([])
  })
})

describe('elements and rows that are inserted', () => {
  it('give the names of the fields they name', () => {
    expect(names('<FamilyName>Quintarosk</FamilyName><City>Ulm</City>')).toEqual(['Quintarosk'])
    expect(
      names("INSERT INTO patient (id, last_name, given_names, ward) VALUES (41, 'O''Quintarosk', 'Zorbela', 'Elm');"),
    ).toEqual(["O''Quintarosk", 'Zorbela'])
  })

  it('are read however many there are', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `(${index}, 'Zorbela', 'open')`).join(', ')
    expect(names(`INSERT INTO people (id, first_name, state) VALUES ${rows}`)).toHaveLength(40)
  })
})
