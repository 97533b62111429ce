// SPDX-License-Identifier: Apache-2.0
// Figures while an agreement is suspended, and once it is resumed.
import { canonicalJson } from '@corridor/kernel'
import { seal } from '@corridor/message'
import {
  actOnAgreement,
  agreementHistory,
  proposeAgreement,
  showAgreement,
  signAgreement,
  type OwnAct,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'
import { ask, signedRaw, type RawAnswer } from './raw-request'

const terms = corridorTerms(['BE', 'DK'])
let hub: Hub
let be: Profile
let dk: Profile
let value = 440

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  must(await proposeAgreement(be, terms), 'propose')
  for (const who of [be, dk]) must(await signAgreement(who, terms), 'sign')
})

afterAll(() => hub.close())

async function act(own: OwnAct): Promise<string> {
  const shown = must(await showAgreement(dk, terms.id), 'show')
  return must(await actOnAgreement(dk, shown, own), own.act).state
}

async function publish(): Promise<number> {
  const data = outflow('BE', { value: ++value })
  const sealed = await sealedBy(be, messageBytes('BE', { data }))
  const sent = await submit(hub, sealed)
  return Number(sent.json['position'])
}

/** Waits until delivery has heard of a dataset. */
const heard = (position: number): Promise<unknown> =>
  eventually(
    () =>
      hub.query<{ done: boolean }>(
        `select position >= $1 as done from delivery.cursor where source = 'intake'`,
        [position],
      ),
    ([row]) => row?.done === true,
  )

const released = async (position: number): Promise<boolean> =>
  (await hub.query('select 1 from delivery.release_v1 where dataset = $1', [position])).length > 0

/** Waits until delivery knows where the agreement stands. */
const standsAs = (status: string): Promise<unknown> =>
  eventually(
    () => hub.query<{ now: string }>(`select standing ->> 'status' as now from delivery.agreement`),
    ([row]) => row?.now === status,
  )

it('figures stay while it is suspended, and what was held back goes once it is resumed', async () => {
  const first = await publish()
  await eventually(() => released(first), Boolean)
  expect(await act({ act: 'suspend', reason: 'our register is being moved' })).toBe('suspended')
  await standsAs('suspended')
  const second = await publish()
  await heard(second)
  expect(await released(second)).toBe(false)
  expect(await act({ act: 'resume' })).toBe('in-force')
  await eventually(() => released(second), Boolean)
})

it("nobody repeats another's act, nor does one of long ago take effect", async () => {
  expect(await act({ act: 'suspend', reason: 'our register is being moved' })).toBe('suspended')
  const { acts } = must(await agreementHistory(be, terms.id), 'read the history')
  const resumed = acts.find((one) => one.act === 'resumed')
  const repeated = { bytes: resumed?.bytes, signature: resumed?.signature }
  expect(await actAs(be, repeated)).toMatchObject({ json: { code: 'REQUEST_REPLAYED' } })
  const shown = must(await showAgreement(dk, terms.id), 'show')
  const statement = {
    ...{ agreement: terms.id, act: 'resume', digest: shown.digest },
    at: new Date(Date.now() - 3_600_000).toISOString(),
  }
  const bytes = Buffer.from(canonicalJson(statement))
  const purpose = { typ: 'corridor-agreement-act', aud: dk.hub.id } as const
  const { signature } = await seal(bytes, purpose, dk.signer)
  const late = { bytes: bytes.toString('base64'), signature }
  expect(await actAs(dk, late)).toMatchObject({ json: { code: 'REQUEST_STALE' } })
  expect(must(await showAgreement(be, terms.id), 'show').state).toBe('suspended')
})

async function actAs(who: Profile, body: object): Promise<RawAnswer> {
  return ask(hub.http, await signedRaw(who, `/api/agreements/${terms.id}/acts`, { body }))
}
