// SPDX-License-Identifier: Apache-2.0
// What has happened to keys and passkeys stands in the journal, so that nobody, the hub included, tells it otherwise later.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyHistory, rotateKeys, withdrawKey } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { must } from './cast'
import { corridor, type Ended } from './corridor-command'
import { act, pageOf, SigningScene } from './signing-scene'

describe('the history of keys', () => {
  let scene: SigningScene
  let passkey: string
  const run = (...words: string[]): Promise<Ended> => corridor(scene.hub.home, words)

  beforeAll(async () => {
    // Services apart: console, access and journal are three processes.
    scene = await SigningScene.raise('split')
    const anna = await scene.signatory('Anna')
    passkey = anna.kid
    const terms = await scene.proposed()
    expect(await act(anna, pageOf(terms, 'sign'))).toBe('done')
    expect(await scene.stateOf(terms)).toBe('signing')
    const reason = 'a phone was lost'
    const removed = ['passkeys', 'remove', passkey, '--reason', reason, '--profile', 'BE-DEPUTY']
    expect(await run(...removed, '--yes')).toMatchObject({ exit: 0 })
  }, 120_000)
  afterAll(() => scene.hub.close())

  it('has each step of a passkey: made, confirmed by a second official, removed, by whom and why', async () => {
    const shown = await run('keys', 'history', passkey, '--profile', 'BE-CHIEF', '--json')
    expect(shown.exit).toBe(0)
    const { acts } = shown.json as unknown as { acts: readonly { told: object }[] }
    const about = { with: 'passkey', kid: passkey, participant: 'BE', name: 'Anna' }
    expect(acts.map(({ told }) => told)).toMatchObject([
      { act: 'registered', ...about },
      { act: 'confirmed', by: scene.deputy.signer.kid, ...about },
      { act: 'removed', by: scene.deputy.signer.kid, reason: 'a phone was lost', ...about },
    ])
    expect(acts[0]?.told).not.toHaveProperty('validFrom')
  })

  it('has the steps of an office key: registered by a code, exchanged, withdrawn from an instant on', async () => {
    const old = scene.deputy.signer.kid
    const next = must(await rotateKeys(scene.hub.home, scene.deputy, 5), 'rotate')
    const from = new Date().toISOString()
    const withdrawn = { kid: old, from, reason: 'a laptop was stolen' }
    must(await withdrawKey(scene.chief, withdrawn), 'withdraw')
    const told = must(await keyHistory(scene.chief), 'ask').map(({ kid, act }) => [kid, act])
    expect(told.filter(([kid]) => kid === old)).toEqual([
      [old, 'registered'],
      [old, 'exchanged'],
      [old, 'withdrawn'],
    ])
    expect(told).toContainEqual([next.signer.kid, 'registered'])
  })

  it('is told to its own participant and the operator alone', async () => {
    const of = async (profile: typeof scene.dora): Promise<readonly unknown[]> => {
      const acts = must(await keyHistory(profile), 'ask').map(({ payload }) => {
        const event = JSON.parse(payload) as { data: { participant: string } }
        return event.data.participant
      })
      return [...new Set(acts)].sort()
    }
    expect(await of(scene.dora)).toEqual(['DK'])
    expect(await of(scene.chief)).toEqual(['BE'])
    expect(await of(scene.operator)).toEqual(['BE', 'DK', 'OPERATOR'])
  })

  it('stands in the journal line by line, without a name, and each statement is proved by its line', async () => {
    const kinds = (): Promise<readonly { kind: string }[]> =>
      scene.hub.query(
        `select kind from journal.entry where kind ~ '^(key|passkey)-' order by position`,
      )
    const lines = await eventually(kinds, (rows) =>
      rows.some((row) => row.kind === 'key-withdrawn'),
    )
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(
      new Set([
        ...['key-registered', 'key-exchanged', 'key-withdrawn'],
        ...['passkey-registered', 'passkey-confirmed', 'passkey-removed'],
      ]),
    )
    expect(await run('keys', 'history', '--proofs', 'kept', '--profile', 'BE-CHIEF')).toMatchObject(
      {
        exit: 0,
      },
    )
    const folder = join(scene.hub.home, 'kept')
    const files = readdirSync(folder)
    const verify = (name: string): Promise<Ended> =>
      run('verify', join(folder, name), '--journal', '--profile', 'BE-CHIEF')
    const removed = files.find((name) => name.includes('removed')) ?? ''
    const verified = await verify(removed)
    expect(verified).toMatchObject({ exit: 0 })
    expect(verified.out).toContain('Passkey of Anna of BE')
    expect(verified.out).toContain('stands at position')
    const text = readFileSync(join(folder, removed), 'utf8')
    writeFileSync(join(folder, removed), text.replace('phone', 'thing'))
    expect((await verify(removed)).exit).not.toBe(0)
  })

  it('that the hub tells otherwise later has no line', async () => {
    // A hub that cheats: the statement says another reason, under the hub's own good seal.
    await scene.hub.query(
      `update access.key_act set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'a phone was lost', 'nobody knows'), 'UTF8')
       where kid = $1 and act = 'removed'`,
      [passkey],
    )
    const words = ['keys', 'history', passkey, '--proofs', 'cheated', '--profile', 'BE-CHIEF']
    expect(await run(...words)).toMatchObject({ exit: 0 })
    const folder = join(scene.hub.home, 'cheated')
    const name = readdirSync(folder).find((one) => one.includes('removed')) ?? ''
    const alone = ['verify', join(folder, name), '--profile', 'BE-CHIEF']
    expect(await run(...alone)).toMatchObject({ exit: 0 })
    const found = await run(...alone, '--journal')
    expect(found.exit).not.toBe(0)
    expect(found.err).toContain('does not stand in it')
  })
})
