// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { connectParticipant, proposeAgreement, signAgreement, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'

/** A hub at which Belgium and Denmark compare one figure: 44701 by Belgium, 50903 by Denmark. */
export interface SharedCorridor {
  readonly hub: Hub
  readonly operator: Profile
  readonly be: Profile
  /** Sweden, a stranger to the agreement. */
  readonly se: Profile
  /** The secretariat. */
  readonly region: Profile
}

/** How the two want their figures to be cited. */
export const citation = 'Statistics Belgium and Statistics Denmark, as exchanged between them'

const corridor = corridorTerms(['BE', 'DK'])
/** The terms between the two. */
export const terms: Agreement = {
  ...corridor,
  recorded: corridor.recorded.map((one) =>
    one.kind === 'not-agreed' && one.topic === 'citation'
      ? { id: one.id, kind: 'text', topic: 'citation', text: citation }
      : one,
  ),
}

/** Every spelling in which a figure, their difference or their asymmetry would be met. */
export const figures = ['44701', '44,701', '50903', '50,903', '6202', '6,202', '12.97'] as const

/** Raises the hub and waits for the sealed report. */
export async function raiseSharedCorridor(): Promise<SharedCorridor> {
  const hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  const state = (participant: string): Promise<Profile> =>
    newParticipant(hub, operator, { participant, kind: 'state' })
  const [be, dk, se] = [await state('BE'), await state('DK'), await state('SE')]
  const region = await newParticipant(hub, operator, {
    participant: 'REGION',
    kind: 'secretariat',
  })
  must(await proposeAgreement(be, terms), 'propose')
  must(await signAgreement(be, terms), 'sign as Belgium')
  must(await signAgreement(dk, terms), 'sign as Denmark')
  await sendFigure(be, outflow('BE', { value: 44_701 }))
  const mirrored = { reporter: 'DK', direction: 'inflow', origin: 'BE', value: 50_903 } as const
  await sendFigure(dk, outflow('DK', mirrored))
  await eventually(
    () => hub.query<{ rows: number }>(selectCompared),
    (reports) => reports.length > 0,
  )
  return { hub, operator, be, se, region }
}

const selectCompared = `select 1 from reconciliation.report_v1 where signature is not null and outside = 1`

async function sendFigure(profile: Profile, data: object): Promise<void> {
  const connection = must(await connectParticipant(profile), 'connect')
  await send(connection, await sealedBy(profile, messageBytes(profile.participant, { data })))
  await connection.close()
}
