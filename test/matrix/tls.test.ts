import { getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import { runMatrix, type Setting } from './run.ts'
import { http2Clients, tlsClients, trustingDispatcher } from './tls-clients.ts'

/** Strict, so that the stop on sockets is shown to let all of them through. */
const setting = (allowH2: boolean): Setting => ({
  mode: 'strict',
  prepare(model) {
    const before = getGlobalDispatcher()
    const dispatcher = trustingDispatcher(model, allowH2)
    setGlobalDispatcher(dispatcher)
    return () => {
      setGlobalDispatcher(before)
      void dispatcher.destroy()
    }
  },
})

runMatrix('Over TLS', tlsClients, { ...setting(false), httpVersion: '1.1' })
runMatrix('HTTP/2', http2Clients, { ...setting(true), httpVersion: '2.0' })
