// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import type { ParticipantKind, Role } from '@corridor/message'
import {
  fact,
  rowsOfQuery,
  serviceContext,
  tell,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideInvitation, type Registered } from '../domain/invitation'
import { newCode, type InvitationTold } from './new-code'
import { proveRequest, type Proof } from './proof'
import { grantProduction, registerParticipant } from './register-participant'
import { participantTable, signingKeyTable } from './tables'

/** Who is to be registered. */
export interface NewParticipant {
  readonly participant: string
  readonly kind: ParticipantKind
  readonly name: string
  readonly members: readonly string[]
  /** Of the official who is invited; of a first key where it is not said. */
  readonly roles?: readonly Role[]
  /** One role, as it was asked before there were several. */
  readonly role?: Role
  /** The only office that the code will serve. */
  readonly office?: string
  /** The official's name. */
  readonly holder?: string
  /** What a partner is. */
  readonly organisation?: string
  /** Declares production rights without a rehearsal, and why: recorded, and told to whoever asks. */
  readonly productionAtOnce?: string
}

/** Whether figures of a participant wait for its approver from now on. */
export interface ApprovalTold {
  readonly participant: string
  readonly required: boolean
  readonly at: string
}

/** The register: participants, invitations, keys. */
@Injectable()
export class RegisterService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** The operator registers a participant and gets its one-time code. */
  async invite(proof: Proof, invited: NewParticipant): Promise<Outcome<InvitationTold>> {
    const at = this.context.clock()
    const judge = { hubId: this.context.environment.hubId, at, act: 'register' } as const
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      return proved.ok ? this.register(tx, { ...invited, by: proved.value.kid }, at) : proved
    })
  }

  /** The first operator is invited by nobody: its code is left in the hub's own keys folder. */
  async inviteFirstOperator(): Promise<InvitationTold | null> {
    const at = this.context.clock()
    return this.context.store.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('corridor-first-operator'))`)
      const enrolled = await rowsOfQuery(
        tx,
        `select 1 from participant p join signing_key k on k.participant = p.id where p.kind = 'operator'`,
      )
      if (enrolled.length > 0) return null
      const operator = {
        participant: 'OPERATOR',
        kind: 'operator',
        name: 'Operator of this hub',
        members: [],
      } as const
      const told = await this.register(tx, operator, at)
      return told.ok ? told.value : null
    })
  }

  /** Registering again with the same name renews the code, as long as nobody has enrolled with one. */
  private async register(
    tx: Tx,
    invited: NewParticipant & { readonly by?: string },
    at: Date,
  ): Promise<Outcome<InvitationTold>> {
    const { participant: id, kind, members, role } = invited
    const roles = invited.roles ?? (role === undefined || role === 'publisher' ? undefined : [role])
    const found = await registeredAs(tx, id)
    const decided = decideInvitation({ participant: id, kind, roles }, found)
    if (!decided.ok) return decided
    if (found?.enrolled !== true) {
      await registerParticipant(tx, { ...invited, members }, at)
      const { productionAtOnce: reason, by = 'the first start' } = invited
      if (reason !== undefined) await grantProduction(tx, { participant: id, by, reason, at })
    }
    const { office = null, holder = null } = invited
    const code = { participant: id, roles: decided.value, office, holder }
    return accept(await newCode(tx, code, at))
  }

  /** An approver says whether what its participant publishes waits for an approver. */
  async requireApproval(proof: Proof, required: boolean): Promise<Outcome<ApprovalTold>> {
    const at = this.context.clock()
    const judge = { hubId: this.context.environment.hubId, at, act: 'approve' } as const
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      if (!proved.ok) return proved
      const { participant } = proved.value
      const approvalRequiredSince = required ? at : null
      await tx
        .getRepository(participantTable)
        .update({ id: participant }, { approvalRequiredSince })
      const told = { participant, required, at: at.toISOString() }
      await tell(tx, [fact('access.approval-required.v1', told)])
      return accept(told)
    })
  }
}

async function registeredAs(tx: Tx, id: string): Promise<Registered | null> {
  const row = await tx.getRepository(participantTable).findOneBy({ id })
  if (row === null) return null
  const enrolled = await tx.getRepository(signingKeyTable).existsBy({ participant: id })
  return { kind: row.kind, enrolled }
}
