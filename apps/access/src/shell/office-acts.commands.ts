// SPDX-License-Identifier: Apache-2.0
import { validate, type ReleasingOffice } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, parseJson } from '@corridor/message'
import {
  fact,
  rowsOfQuery,
  serviceContext,
  tell,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { decideReleasingOffice, type ReleasingOfficeAsk } from '../domain/releasing-office'
import type { Evidence } from './agreement-store'
import { proveOnce } from './prove-once'
import { officeTable } from './tables'

/** Which office releases a state's figures by a contract from now on; null: the last message of any office is the state's again. */
export interface ReleasingOfficeTold extends ReleasingOfficeAsk {
  readonly participant: string
  readonly at: string
}

/** What a state says about its offices, signed by one of its signatories with an office key or a passkey. */
@Controller()
export class OfficeActsCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('access.command.name-releasing-office.v1')
  async name(
    @Payload() ask: { readonly bytes: string; readonly signature: string },
  ): Promise<Outcome<ReleasingOfficeTold>> {
    const bytes = Buffer.from(ask.bytes, 'base64')
    const named = readNamed(bytes)
    if (!named.ok) return named
    const statement = { bytes, signature: ask.signature, typ: 'corridor-office-act' } as const
    const { environment, clock, relay } = this.context
    const told = await this.context.store.transaction(async (tx) => {
      const judge = { hubId: environment.hubId, at: clock(), act: 'name-office' } as const
      const proved = await proveOnce(tx, statement, judge)
      if (!proved.ok) return proved
      const { participant, evidence } = proved.value
      const offices = await tx.getRepository(officeTable).findBy({ participant })
      const { contract, office = null } = named.value
      const known = { participant, offices: offices.map(({ code }) => code) }
      const decided = decideReleasingOffice({ contract, office }, known)
      if (!decided.ok) return decided
      const at = judge.at.toISOString()
      await insertAct(tx, { participant, contract, office, at }, evidence)
      const commitment = digestOf(Buffer.from(ask.signature))
      await tell(tx, [
        fact('access.releasing-office-named.v1', { participant, contract, office, commitment, at }),
      ])
      return accept({ participant, contract, office, at })
    })
    relay.wake()
    return told
  }
}

function readNamed(bytes: Uint8Array): Outcome<ReleasingOffice> {
  const body = parseJson(bytes)
  return body.ok
    ? validate('releasing-office', '0.1.0', body.value)
    : refuse('CONTENT_WRONG', 'the act is not JSON')
}

// One act of a state at a time: of two numbers that are alike the second waits, and then is no more the next.
async function insertAct(
  tx: Tx,
  { participant, contract, office, at }: ReleasingOfficeTold,
  { kid, passkey = null, bytes, signature }: Evidence,
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`offices of ${participant}`])
  await rowsOfQuery(
    tx,
    `insert into office_act (participant, contract, number, office, at, kid, passkey, bytes, signature)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 from office_act where participant = $1 and contract = $2`,
    [participant, contract, office, at, kid, passkey, Buffer.from(bytes ?? []), signature],
  )
}
