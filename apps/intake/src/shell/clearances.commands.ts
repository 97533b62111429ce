// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { requestBytes } from '@corridor/message'
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
import { decideClearance, type Clearance, type DoubtfulMessage } from '../domain/clearance'
import { doubtAct, doubtedDatasets } from './doubts.service'
import { proveRequest, type RequestProof } from './prove-act'

/** Doubtful messages that their participant says are its own after all. */
@Controller()
export class ClearancesCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('intake.command.clear-doubts.v1')
  async clear(
    @Payload() { proof }: { proof: RequestProof },
  ): Promise<Outcome<{ readonly cleared: readonly string[] }>> {
    const { store, environment, clock } = this.context
    const at = clock()
    const judge = { hubId: environment.hubId, at, target: '/api/keys/clearances' }
    const proved = await proveRequest(store, proof, judge)
    if (!proved.ok) return proved
    const body = Buffer.from(proof.body, 'base64')
    // The edge has judged its shape.
    const clearance = JSON.parse(body.toString()) as Clearance
    const { participant, kid } = proved.value
    return store.transaction(async (tx) => {
      const doubtful = await rowsOfQuery<DoubtfulMessage & { readonly position: string }>(
        tx,
        selectDoubtful,
        [participant, clearance.submissions],
      )
      const decided = decideClearance(clearance, proved.value, doubtful)
      if (!decided.ok) return decided
      const positions = doubtful.map(({ position }) => Number(position))
      const ordered = Buffer.from(requestBytes({ ...proof, body }))
      await tx.query(markCleared, [positions, at, kid, ordered, proof.signature])
      await tellCleared(tx, { participant, positions, at, ordered })
      return accept({ cleared: decided.value })
    })
  }
}

async function tellCleared(
  tx: Tx,
  told: {
    readonly participant: string
    readonly positions: readonly number[]
    readonly at: Date
    readonly ordered: Uint8Array
  },
): Promise<void> {
  const { participant, positions, at, ordered } = told
  const datasets = await doubtedDatasets(tx, positions)
  await tell(tx, [
    doubtAct('doubt-cleared', ordered, at),
    fact('intake.doubt-cleared.v1', { participant, ...datasets, at: at.toISOString() }),
  ])
}

const selectDoubtful = `
select d.position, s.id, d.kid from doubt d join submission s on s.position = d.position
where d.participant = $1 and s.id = any($2::text[]) and d.cleared_at is null order by d.position for update of d`

const markCleared = `
update doubt set cleared_at = $2, cleared_by = $3, ordered = $4, signature = $5 where position = any($1::bigint[])`
