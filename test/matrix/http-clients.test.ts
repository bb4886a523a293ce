import { httpClients } from './http-clients.ts'
import { runMatrix } from './run.ts'

runMatrix('HTTP clients', httpClients)
