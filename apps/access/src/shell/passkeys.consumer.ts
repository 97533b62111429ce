// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import {
  PasskeysService,
  type NewPasskey,
  type PasskeyTold,
  type RemovalAsk,
} from './passkeys.service'
import type { Proof } from './proof'

/** The commands about passkeys: of people by the console, of officials with their own signature. */
@Controller()
export class PasskeysConsumer {
  constructor(private readonly passkeys: PasskeysService) {}

  @MessagePattern('access.command.register-passkey.v1')
  register(@Payload() ask: NewPasskey): Promise<Outcome<PasskeyTold>> {
    return this.passkeys.register(ask)
  }

  @MessagePattern('access.command.confirm-passkey.v1')
  confirm(@Payload() ask: { proof: Proof; kid: string }): Promise<Outcome<PasskeyTold>> {
    return this.passkeys.confirm(ask.proof, ask.kid)
  }

  @MessagePattern('access.command.remove-passkey.v1')
  remove(@Payload() ask: { proof: Proof } & RemovalAsk): Promise<Outcome<PasskeyTold>> {
    return this.passkeys.remove(ask.proof, ask)
  }

  @MessagePattern('access.command.remove-own-passkey.v1')
  removeOwn(@Payload() ask: { person: string; kid: string }): Promise<Outcome<PasskeyTold>> {
    return this.passkeys.removeOwn(ask)
  }
}
