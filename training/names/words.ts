/** Ordinary words of letters, forms, offices, medicine, law and home, written for this project: `words/<language>.txt`. */
import { readFileSync } from 'node:fs'
import { dataFolder } from './names.ts'

const kept = new Map<string, readonly string[]>()

export function wordsOf(language: string): readonly string[] {
  const words = kept.get(language) ?? readWords(language)
  kept.set(language, words)
  return words
}

function readWords(language: string): string[] {
  return readFileSync(`${dataFolder}words/${language}.txt`, 'utf8')
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .flatMap(line => line.split(/\s+/))
    .filter(word => word.length > 2)
}
