// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { ParticipantKind } from '@corridor/message'
import { rowsOfQuery, serviceContext, type ServiceContext, type Tx } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideGrant, rehearses } from '../domain/rehearsal'
import { ConnectionsService } from './connections.service'
import { proveRequest, type Proof } from './proof'
import { grantProduction, resume, suspend, type RightsAct } from './register-participant'
import { participantTable } from './tables'

/** What the registrar decides about a participant. */
export interface RightsAsk {
  readonly participant: string
  readonly reason: string
}

/** What holds from now on. */
export interface RightsTold {
  readonly participant: string
  readonly at: string
}

/** What participants may do: production rights after a rehearsal, suspension. */
@Injectable()
export class RightsService {
  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly connections: ConnectionsService,
  ) {}

  /** Grants production rights to a participant that has rehearsed every step. */
  grant(proof: Proof, ask: RightsAsk): Promise<Outcome<RightsTold>> {
    return this.decide(proof, ask, async (tx, act, kind) => {
      if (!rehearses(kind))
        return refuse('NOT_ALLOWED', `${act.participant} is a ${kind}: it sends no figures`)
      const rows = await rowsOfQuery<{ step: string }>(
        tx,
        'select step from rehearsal_step where participant = $1',
        [act.participant],
      )
      const decided = decideGrant(act.participant, new Set(rows.map(({ step }) => step)))
      if (decided.ok) await grantProduction(tx, act)
      return decided
    })
  }

  /** Stops a participant at once: nothing in, nothing out, no sign-in. */
  async suspend(proof: Proof, ask: RightsAsk): Promise<Outcome<RightsTold>> {
    const told = await this.decide(proof, ask, async (tx, act) => {
      await suspend(tx, act)
      return accept(null)
    })
    // After the commit: whoever is cut signs in again at once, and must find itself suspended.
    if (told.ok) await this.connections.cutWhatIsNotGood()
    return told
  }

  /** Ends a suspension. */
  resume(proof: Proof, ask: RightsAsk): Promise<Outcome<RightsTold>> {
    return this.decide(proof, ask, async (tx, act) => {
      await resume(tx, act)
      return accept(null)
    })
  }

  /** Notes a step of a rehearsal, as intake tells it. */
  async noteStep(
    tx: Tx,
    told: { readonly participant: string; readonly step: string; readonly at: string },
  ): Promise<void> {
    await tx.query(
      'insert into rehearsal_step (participant, step, done_at) values ($1, $2, $3) on conflict do nothing',
      [told.participant, told.step, told.at],
    )
  }

  private async decide(
    proof: Proof,
    { participant, reason }: RightsAsk,
    save: (tx: Tx, act: RightsAct, kind: ParticipantKind) => Promise<Outcome<null>>,
  ): Promise<Outcome<RightsTold>> {
    const at = this.context.clock()
    const judge = { hubId: this.context.environment.hubId, at, act: 'register' } as const
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      if (!proved.ok) return proved
      const row = await tx.getRepository(participantTable).findOneBy({ id: participant })
      // An operator who stops the operator could never take it back.
      if (row === null || row.kind === 'operator')
        return refuse(
          'PARTICIPANT_UNKNOWN',
          `there is no participant ${participant} to decide about`,
        )
      const act = { participant, by: proved.value.kid, reason, at }
      const saved = await save(tx, act, row.kind)
      return saved.ok ? accept({ participant, at: at.toISOString() }) : saved
    })
  }
}
