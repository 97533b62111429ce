// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { fact, rowsOfQuery, serviceContext, tell, type ServiceContext } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { proveAct, type Act } from './prove-act'

/** What a participant says of a statement that it got: its digest, and the hub's key that it was verified with. */
export interface Verified {
  readonly digest: string
  readonly kid: string
}

const steps = ['received', 'verified'] as const

/** The last steps of a rehearsal: a statement of the hub was received, and its signature verified with the pinned key. */
@Injectable()
export class VerificationsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Whoever names the digest has the very bytes: they carry 128 random bits that stand nowhere else. */
  async note(act: Act, said: Verified): Promise<Outcome<null>> {
    const { store, clock, environment, relay } = this.context
    const at = clock()
    const proved = await proveAct(store, act, { hubId: environment.hubId, at, act: 'speak' })
    if (!proved.ok) return proved
    const { participant } = proved.value
    const rows = await rowsOfQuery<{ receipt: Buffer }>(
      store,
      'select receipt from rehearsal where participant = $1 and id = $2',
      [participant, act.id],
    )
    if (!rows.some(({ receipt }) => digestOf(receipt) === said.digest))
      return refuse('DIGEST_DIFFERENT', 'no statement about this rehearsal has this digest')
    if (said.kid !== environment.keys.signer.kid)
      return refuse('RECEIPT_NOT_OF_THIS_HUB', 'it was verified with a key that is not the hub’s')
    await store.transaction(async (tx) => {
      const told = steps.map((step) =>
        fact('intake.rehearsed.v1', { participant, step, at: at.toISOString() }),
      )
      await tell(tx, told)
    })
    relay.wake()
    return accept(null)
  }
}
