/**
 * Amazon Bedrock with the AWS SDK for JavaScript 3. Requests there are signed, so what leaves has to be scrubbed before, inside
 * the client. Works with both HTTP handlers of the SDK and with bearer keys.
 */
import { type AwsClient, type Guard, guardAwsClient } from '../guard.ts'

export type { AwsClient }

/**
 * Guards a client and gives it back: `const client = guardAws(new BedrockRuntimeClient({}))`.
 *
 * Without a guard its calls belong to the guard of the request they are made in, or else to any guard of the process; where
 * there is none they are refused with ERR_GDPR_UNGUARDED_CARRIER. The same holds for endpoints that no guard knows: name
 * them with `providers: { bedrock: { baseUrl } }`. Calling it again for a client only changes the guard.
 */
export function guardAws<Client extends AwsClient>(client: Client, guard?: Guard): Client {
  guardAwsClient(client, guard)
  return client
}
