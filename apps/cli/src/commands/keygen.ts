// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { accept, type Outcome } from '@corridor/kernel'
import { profileFolder, profileKeys } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { pairs } from '../output/table'
import { fingerprint } from '../output/words'
import { newProfileName } from '../new-profile-name'

/** Makes a profile's keys, or shows those that are there. */
export async function makeKeys(call: Call): Promise<Outcome<Answer>> {
  const name = newProfileName(call)
  if (!name.ok) return name
  const folder = profileFolder(call.home, name.value)
  const before = existsSync(join(folder, 'signing.jwk'))
  const keys = await profileKeys(folder)
  if (!keys.ok) return keys
  const { kid, signinKey } = keys.value
  const done = before ? 'The keys are there already, in' : 'Keys made in'
  const facts = pairs([
    ['Fingerprint', fingerprint(kid)],
    ['Sign-in key', signinKey],
  ])
  return accept({
    text: `OK  ${done} ${folder} (readable only by you).\n${facts}`,
    json: {
      profile: name.value,
      folder,
      made: !before,
      kid,
      fingerprint: fingerprint(kid),
      signinKey,
    },
  })
}
