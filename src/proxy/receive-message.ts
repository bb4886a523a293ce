/** Tells a receiver how a call by node:http goes on. */
import type { ClientRequest, IncomingMessage } from 'node:http'
import { GuardError } from '../errors.ts'
import type { AnswerReceiver } from './call.ts'

export function receiveAnswerOf(request: ClientRequest, receiver: AnswerReceiver): void {
  let hasAnswer = false
  receiver.hold(request)
  request.on('response', answer => {
    hasAnswer = true
    receiveMessage(answer, receiver)
  })
  request.on('error', error => receiver.fail(error))
  // An upgrade that nobody asked for is destroyed by node:http without a word of it.
  request.on('close', () => {
    if (!hasAnswer) receiver.fail(new GuardError('ERR_GDPR_UPSTREAM_ERROR'))
  })
}

function receiveMessage(answer: IncomingMessage, receiver: AnswerReceiver): void {
  const fail = () => receiver.fail(new GuardError('ERR_GDPR_UPSTREAM_ERROR'))
  receiver.head(answer.statusCode ?? 502, answer.rawHeaders, answer)
  answer.on('data', (chunk: Buffer) => receiver.data(chunk))
  answer.on('end', () => (answer.complete ? receiver.end() : fail()))
  answer.on('error', fail)
  answer.on('close', () => {
    if (!answer.complete) fail()
  })
}
