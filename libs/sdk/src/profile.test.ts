// SPDX-License-Identifier: Apache-2.0
import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { enrolled, newHome, newHub } from './given'
import { isEnrolled, listProfiles, openProfile, profileFolder, profileKeys } from './profile'

let home: string
beforeEach(() => (home = newHome()))
afterEach(() => rmSync(home, { recursive: true }))

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)
const codeOf = async (name: string): Promise<string> => {
  const opened = await openProfile(home, name)
  return opened.ok ? 'opened' : opened.refusal.code
}

describe('the keys of a profile', () => {
  it('are in files that only their owner can read, in a folder that only the owner can enter', async () => {
    const folder = profileFolder(home, 'be')
    await profileKeys(folder)
    expect(readdirSync(folder).sort()).toEqual(['signin.seed', 'signing.jwk'])
    for (const file of readdirSync(folder)) expect(modeOf(join(folder, file))).toBe('600')
    expect(modeOf(folder)).toBe('700')
  })

  it('are made once: an enrolment that was broken off goes on with the same', async () => {
    const folder = profileFolder(home, 'be')
    const [first, again] = [await profileKeys(folder), await profileKeys(folder)]
    const keys = {
      kid: expect.any(String) as string,
      signinKey: expect.stringMatching(/^U/) as string,
    }
    expect(first).toMatchObject({ ok: true, value: keys })
    if (!first.ok || !again.ok) throw new Error('there are no keys')
    const { kid, signinKey, signinSeed } = first.value
    expect(again.value).toMatchObject({ kid, signinKey, signinSeed })
  })

  it('show their public halves only', async () => {
    const keys = await profileKeys(profileFolder(home, 'be'))
    expect(keys.ok && Object.keys(keys.value.signingKey).sort()).toEqual(['crv', 'kty', 'x'])
  })

  it.each(['signing.jwk', 'signin.seed'])(
    'are refused while others can read %s, with the command that corrects it',
    async (file) => {
      await enrolled(home, await newHub())
      const path = join(profileFolder(home, 'be'), file)
      for (const mode of [0o644, 0o640, 0o604, 0o620]) {
        chmodSync(path, mode)
        expect(await openProfile(home, 'be')).toEqual({
          ok: false,
          refusal: {
            code: 'KEY_FILE_TOO_OPEN',
            detail: `${path} can be read by others; correct it with: chmod 600 ${path}`,
          },
        })
      }
      chmodSync(path, 0o400)
      expect(await codeOf('be')).toBe('opened')
    },
  )
})

describe('a profile', () => {
  it('is there once its enrolment is written, which is the last step', async () => {
    const folder = profileFolder(home, 'be')
    await profileKeys(folder)
    expect(isEnrolled(folder)).toBe(false)
    expect(await codeOf('be')).toBe('PROFILE_MISSING')
    const profile = await enrolled(home, await newHub())
    expect(isEnrolled(folder)).toBe(true)
    expect(profile).toMatchObject({ name: 'be', participant: 'BE', folder, hub: { id: 'hub' } })
    expect(listProfiles(home)).toEqual(['be'])
  })

  it('is refused where there is none of that name, and those that exist are named', async () => {
    expect(listProfiles(home)).toEqual([])
    await enrolled(home, await newHub())
    const opened = await openProfile(home, 'dk')
    expect(!opened.ok && opened.refusal.detail).toContain('there are: be')
  })

  it('is refused without its key, and no new key is made in its place', async () => {
    await enrolled(home, await newHub())
    rmSync(join(profileFolder(home, 'be'), 'signing.jwk'))
    expect(await codeOf('be')).toBe('PROFILE_MISSING')
  })

  it.each(['../profiles/be', 'be/', '.', '', 'b e'])(
    'is never one that its name leads elsewhere to: "%s"',
    async (name) => {
      await enrolled(home, await newHub())
      expect(await codeOf(name)).toBe('PROFILE_MISSING')
    },
  )
})
