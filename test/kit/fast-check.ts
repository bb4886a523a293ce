/**
 * fast-check with inputs that are the same in every run, so that a run says something of the change under test alone. Other
 * inputs are tried with `FAST_CHECK_SEED=…`, a whole number: see CONTRIBUTING.md.
 */
import fc from 'fast-check'

const seed = Number(process.env['FAST_CHECK_SEED'] ?? 2026)

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })

export default fc
