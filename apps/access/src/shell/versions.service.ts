// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { fact, serviceContext, tell, type ServiceContext } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideAcceptedVersion } from '../domain/accepted-version'
import { proveRequest, type Proof } from './proof'
import { participantContractTable } from './tables'

/** In which version of a contract a participant takes what it receives. */
export interface AcceptedVersion {
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly at: string
}

/** Which versions participants accept: proves, decides, saves, tells. */
@Injectable()
export class VersionsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** From here on the hub hands figures of the contract over in this version. What was released before stays as it is. */
  async accept(
    proof: Proof,
    { contract, version }: Pick<AcceptedVersion, 'contract' | 'version'>,
  ): Promise<Outcome<AcceptedVersion>> {
    const { environment, clock } = this.context
    const judge = { hubId: environment.hubId, at: clock(), act: 'accept-version' } as const
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      if (!proved.ok) return proved
      const decided = decideAcceptedVersion({ name: contract, version })
      if (!decided.ok) return decided
      const { participant } = proved.value
      const row = { participant, contract, version, acceptedAt: judge.at }
      await tx.getRepository(participantContractTable).upsert(row, ['participant', 'contract'])
      const told = { participant, contract, version, at: judge.at.toISOString() }
      await tell(tx, [fact('access.version-accepted.v1', told)])
      return accept(told)
    })
  }
}
