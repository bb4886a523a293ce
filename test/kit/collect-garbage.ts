import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Collects, and lets what hears of it run. */
export async function collectGarbage(): Promise<void> {
  collect()
  await new Promise(resolve => setImmediate(resolve))
}
