import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { progressOf } from '../../src/cli/progress.ts'

function draw(isTTY: boolean, total: number, steps: number): string {
  let shown = ''
  const sink = () =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          shown += chunk
          done()
        },
      }),
      { isTTY },
    )
  const terminal = { stdin: Readable.from([]), stdout: sink(), stderr: sink(), env: {} }
  let time = 0
  const progress = progressOf({ ...terminal, stopSignal: () => AbortSignal.abort() }, total, () => {
    time += 200
    return time
  })
  for (let step = 0; step < steps; step++) progress.add(total / steps)
  progress.clear()
  return shown
}

describe('the progress bar', () => {
  it('grows on a terminal and is gone in the end', () => {
    const shown = draw(true, 4_000_000, 4)
    expect(shown).toContain('[########                      ] 25 % 5.0 MB/s')
    expect(shown).toContain('] 75 %')
    expect(shown.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('is not drawn into files and pipes, nor for short input', () => {
    expect(draw(false, 4_000_000, 4)).toBe('')
    expect(draw(true, 4_000, 4)).toBe('')
  })
})
