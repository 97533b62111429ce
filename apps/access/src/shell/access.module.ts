// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { AccessConsumer } from './access.consumer'
import { AgreementClock } from './agreement-clock'
import { AgreementsService } from './agreements.service'
import { CodesService } from './codes.service'
import { EnrolmentsService } from './enrolments.service'
import { ConnectionsService } from './connections.service'
import { FirstOperator } from './first-operator.service'
import { OfficeActsCommands } from './office-acts.commands'
import { PasskeysConsumer } from './passkeys.consumer'
import { PasskeysService } from './passkeys.service'
import { PeopleConsumer } from './people.consumer'
import { PeopleService } from './people.service'
import { KeysConsumer } from './keys.consumer'
import { KeysService } from './keys.service'
import { ReEnrolmentsService } from './re-enrolments.service'
import { ProveCommands } from './prove.commands'
import { RegisterConsumer } from './register.consumer'
import { RegisterService } from './register.service'
import { RegistrationsService } from './registrations.service'
import { RightsService } from './rights.service'
import { SignInService } from './sign-in.service'
import { SignInStateCommands } from './sign-in-state.commands'
import { StandingHistoryCommands } from './standing-history.commands'
import { VersionsService } from './versions.service'

/** Who is who, who may send, who may see. */
@Module({
  controllers: [
    ...[AccessConsumer, RegisterConsumer, KeysConsumer, PeopleConsumer, PasskeysConsumer],
    ...[StandingHistoryCommands, SignInStateCommands, ProveCommands, OfficeActsCommands],
  ],
  providers: [
    RegisterService,
    EnrolmentsService,
    RegistrationsService,
    RightsService,
    ConnectionsService,
    KeysService,
    PeopleService,
    PasskeysService,
    ReEnrolmentsService,
    AgreementsService,
    AgreementClock,
    SignInService,
    FirstOperator,
    CodesService,
    VersionsService,
  ],
})
export class AccessModule {}
