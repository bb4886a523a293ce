import { readFileSync } from 'node:fs'
import { GuardError } from '../errors.ts'

/** A file that is shipped beside the code. `name` is told where it cannot be read; where that is on the disk is not. */
export function readPackageFile(file: URL, name: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw brokenInstallation(name)
  }
}

export function brokenInstallation(part: string): GuardError {
  return new GuardError('ERR_GDPR_INSTALLATION_BROKEN', part)
}
