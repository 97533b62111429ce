// SPDX-License-Identifier: Apache-2.0
// A ministry's own provider of sign-ins, as a process of its own: another way for the client's secret, another signature, names that are
// numbers of its own, more claims than asked for. Settings come as JSON in the first word.
//   node test/journeys/foreign-provider.mjs '{"port":4000,"redirect":"http://…","algorithm":"ES256","way":"client_secret_post"}'
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

const { port, redirect, algorithm, way } = JSON.parse(process.argv[2])
const issuer = `http://localhost:${port}`
const kinds = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
}
// A new key at each start: whoever kept the old one has to look again.
const jwk = kinds[algorithm]().privateKey.export({ format: 'jwk' })

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'hub',
      client_secret: 'a secret of the ministry',
      redirect_uris: [redirect],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: way,
      id_token_signed_response_alg: algorithm,
    },
  ],
  jwks: { keys: [{ ...jwk, use: 'sig', alg: algorithm }] },
  clientAuthMethods: [way],
  enabledJWA: { idTokenSigningAlgValues: [algorithm] },
  claims: { openid: ['sub', 'department', 'email'], profile: ['name'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/login/${uid}` },
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: () => ({
      sub,
      department: 'Statistics',
      email: `${sub}@example.org`,
      groups: ['a', 'b'],
    }),
  }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      accountId: oidc.session.accountId,
      clientId: oidc.client.clientId,
    })
    grant.addOIDCScope('openid')
    await grant.save()
    return grant
  },
  cookies: { keys: ['a cookie secret of the ministry'] },
})

const callback = provider.callback()

createServer(async (request, response) => {
  if (!request.url.startsWith('/login/')) return callback(request, response)
  if (request.method === 'GET') {
    const body = '<form method="post"><input name="number"><button>Sign in</button></form>'
    response.setHeader('content-type', 'text/html')
    return response.end(body)
  }
  let body = ''
  for await (const bytes of request) body += bytes
  const accountId = new URLSearchParams(body).get('number')
  const result = { login: { accountId } }
  return provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  })
}).listen(port, 'localhost', () => process.stdout.write('ready\n'))
