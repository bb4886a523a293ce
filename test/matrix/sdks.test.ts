import { runMatrix } from './run.ts'
import { sdks } from './sdks.ts'

runMatrix('SDKs', sdks)
