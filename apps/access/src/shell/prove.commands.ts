// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import type { Act, ActKey, ActSigner, StatementType } from '@corridor/message'
import { serviceContext, type ServiceContext } from '@corridor/platform'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { proveOnce } from './prove-once'

/** A signed act that another service decides about: its owner knows what it is, the register knows who signed. */
interface ActToProve {
  /** Base64 of the signed bytes: a JSON object that says in `at` when it was signed. */
  readonly bytes: string
  readonly signature: string
  readonly typ: StatementType
  /** What it does: the role of the signer has to allow it. */
  readonly act: Act
}

/** Who signed, and the key as the register knows it now: enough to verify the signature for ever. */
interface ActProvedTold {
  readonly participant: string
  readonly office: string
  readonly signer: ActSigner
  readonly key: ActKey
}

/** Proves acts that other services own, by office key or passkey: signature, role, clock, and that each takes effect once. */
@Controller()
export class ProveCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('access.command.prove-act.v1')
  prove(@Payload() ask: ActToProve): Promise<Outcome<ActProvedTold>> {
    const bytes = Buffer.from(ask.bytes, 'base64')
    const { signature, typ, act } = ask
    return this.context.store.transaction(async (tx) => {
      const judge = { hubId: this.context.environment.hubId, at: this.context.clock(), act }
      const proved = await proveOnce(tx, { bytes, signature, typ }, judge)
      if (!proved.ok) return proved
      const { participant, office, signer, key } = proved.value
      return accept({ participant, office, signer, key })
    })
  }
}
