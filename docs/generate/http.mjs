// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { code, page, table } from './markdown.mjs'

/** Every address of the HTTP edge, found by the decorators of its controllers. */
export function httpPage(root) {
  const folder = path.join(root, 'apps/console/src/shell')
  const routes = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.controller.ts'))
    .sort()
    .flatMap((name) => routesOf(name, fs.readFileSync(path.join(folder, name), 'utf8')))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const part = (wanted) =>
    table(
      ['Method', 'Address', 'Signed request', 'Where'],
      routes
        .filter(wanted)
        .map(({ method, address, signed, file }) => [
          method,
          code(address),
          signed ? 'yes' : '',
          code(`apps/console/src/shell/${file}`),
        ]),
    )
  const isApi = ({ address }) => /^\/(api|health)\//.test(address)
  return page('HTTP', 'the decorators in `apps/console/src/shell`', [
    `## For programs\n
A signed request carries \`Corridor-Signature\` over method, address with query, \`Corridor-Date\`, \`Corridor-Nonce\` and the digest of the body, with
the purpose \`corridor-request\`; it may be 300 s away from the hub's clock. An enrolment is signed with the key that is to be registered.
Errors are RFC 9457 problem+json: [problems](problems.md).`,
    part(isApi),
    '## For people\n\nPages need a session, which a link of `corridor console` opens once.',
    part((route) => !isApi(route)),
  ])
}

function keyOf({ address, method }) {
  return `${address} ${method}`
}

/** The routes of one controller: its prefix, then each method with the decorators before it. */
function routesOf(file, text) {
  const [head = '', body = ''] = text.split(/^export class /m)
  const prefix = /@Controller\('([^']*)'\)/.exec(head)?.[1] ?? ''
  const allSigned = head.includes('@UseGuards(SignedRequestGuard)')
  return [
    ...body.matchAll(/^ {2}@(Get|Head|Post|Put|Patch)\((?:'([^']*)')?\)\n((?: {2}@.*\n)*)/gm),
  ].map(([, verb, own = '', more]) => ({
    file,
    method: verb.toUpperCase(),
    address: `/${[prefix, own].filter((one) => one !== '').join('/')}`,
    signed: allSigned || more.includes('@UseGuards(SignedRequestGuard)'),
  }))
}
