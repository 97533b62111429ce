// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { PeopleService, type PersonAsk, type PersonTold } from './people.service'
import type { Proof } from './proof'

/** The commands about people who sign in by OpenID Connect. */
@Controller()
export class PeopleConsumer {
  constructor(private readonly people: PeopleService) {}

  @MessagePattern('access.command.register-person.v1')
  register(@Payload() ask: { proof: Proof; person: PersonAsk }): Promise<Outcome<PersonTold>> {
    return this.people.register(ask.proof, ask.person)
  }

  @MessagePattern('access.command.end-person.v1')
  end(@Payload() ask: { proof: Proof; id: string }): Promise<Outcome<{ readonly id: string }>> {
    return this.people.end(ask.proof, ask.id)
  }

  /** Of the hub's own local provider. */
  @MessagePattern('access.command.check-passphrase.v1')
  check(@Payload() ask: { subject: string; passphrase: string }): Promise<Outcome<null>> {
    return this.people.check(ask.subject, ask.passphrase)
  }
}
