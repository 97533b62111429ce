// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { decideRoles, type Role } from '@corridor/message'
import { serviceContext, type ServiceContext } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideAsking, decideSeconding } from '../domain/key-life'
import { newCode, type InvitationTold } from './new-code'
import { proverOf, type Proof, whenProved } from './proof'
import { participantTable, reEnrolmentTable } from './tables'

/** Who shall have new keys after a loss, and why. */
export interface ReEnrolmentAsk {
  readonly participant: string
  readonly office: string
  readonly roles: readonly Role[]
  readonly holder: string
  readonly reason: string
}

/** Enrolments after a loss: two officials ask for them together, and the code goes to the second. */
@Injectable()
export class ReEnrolmentsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** The first official asks. Nothing can be done with it yet. */
  ask(proof: Proof, ask: ReEnrolmentAsk): Promise<Outcome<{ readonly id: string }>> {
    return whenProved(this.context, proof, async (tx, by, at) => {
      const { participant, office, roles, holder, reason } = ask
      const decided = decideAsking(by, participant)
      if (!decided.ok) return decided
      const row = await tx.getRepository(participantTable).findOneBy({ id: participant })
      if (row === null) return refuse('PARTICIPANT_UNKNOWN', `there is no ${participant}`)
      const fit = decideRoles({ kind: row.kind, roles })
      if (!fit.ok) return fit
      const id = randomUUID()
      const asked = { askedBy: by.kid, askedAt: at, secondedBy: null, secondedAt: null }
      const entry = { id, participant, office, roles: [...roles], holder, reason, ...asked }
      await tx.getRepository(reEnrolmentTable).insert(entry)
      return accept({ id })
    })
  }

  /** The second official agrees, and is told the one-time code. */
  second(proof: Proof, id: string): Promise<Outcome<InvitationTold>> {
    return whenProved(this.context, proof, async (tx, by, at) => {
      const asked = await tx
        .getRepository(reEnrolmentTable)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      const first = asked === null ? undefined : await proverOf(tx, asked.askedBy)
      if (asked === null || first === undefined || asked.secondedBy !== null)
        return refuse('NOT_FOUND', 'nobody asks for such an enrolment, or it was seconded already')
      const { participant, roles, office, holder } = asked
      // A key that was withdrawn since vouches for nobody.
      if (first.revokedFrom !== null)
        return refuse('OFFICIALS_WRONG', 'the key of who asked was withdrawn')
      const decided = decideSeconding(first, by, participant)
      if (!decided.ok) return decided
      await tx
        .getRepository(reEnrolmentTable)
        .update({ id }, { secondedBy: by.kid, secondedAt: at })
      return accept(await newCode(tx, { participant, roles, office, holder }, at))
    })
  }
}
