import { describe, expect, it } from 'vitest'
import { scanJson } from '../../src/wire/json-scanner.ts'
import { kindOfElement, Runs } from '../../src/wire/runs.ts'

function kind(element: unknown): string {
  return kindOfElement(scanJson(JSON.stringify(element), 10), 0)
}

describe('the kind of an element', () => {
  it('is its type, or the field that holds its content', () => {
    expect(kind({ type: 'thinking', thinking: [] })).toBe('thinking')
    expect(kind({ text: 'a' })).toBe('text')
    expect(kind({ thoughtSignature: 'x', text: '' })).toBe('text')
    expect(kind({ functionCall: {} })).toBe('functionCall')
    expect(kind('a')).toBe(kind('b'))
    expect(kind({})).toBe('')
  })

  it('keeps a thought apart from an answer', () => {
    expect(kind({ thought: true, text: 'a' })).not.toBe(kind({ thought: false, text: 'a' }))
    expect(kind({ text: 'a', thought: true })).toBe(kind({ thought: true, text: 'b' }))
  })
})

describe('runs', () => {
  it('hold neighbours of one kind together and end with another kind', () => {
    const runs = new Runs()
    const first = runs.take('.parts', 'text')
    expect(first.ended).toBeNull()
    expect(runs.take('.parts', 'text')).toEqual({ label: first.label, ended: null })
    const call = runs.take('.parts', 'functionCall')
    expect(call.ended).toBe(`.parts${first.label}`)
    expect(runs.take('.parts', 'text').label).not.toBe(first.label)
  })

  it('keep lists apart, and forget the lists inside what has ended', () => {
    const runs = new Runs()
    const outer = runs.take('.a', 'thinking')
    const inner = runs.take(`.a${outer.label}.thinking`, 'text')
    expect(runs.take('.b', 'text').ended).toBeNull()
    runs.take('.a', 'text')
    const again = runs.take('.a', 'thinking')
    expect(again.label).not.toBe(outer.label)
    expect(runs.take(`.a${outer.label}.thinking`, 'text').label).not.toBe(inner.label)
  })

  it('are bounded in number', () => {
    const runs = new Runs()
    const first = runs.take('.0', 'text')
    for (let list = 1; list < 5_000; list++) runs.take(`.${list}`, 'text')
    expect(runs.take('.0', 'text').label).not.toBe(first.label)
  })
})
