// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { ActsController } from './acts.controller'
import { AssetsController } from './assets.controller'
import { DataController } from './data.controller'
import { HubController } from './hub.controller'
import { documented, OpenApiController } from './open-api.controller'
import { PagesController } from './pages.controller'
import { KeysController } from './keys.controller'
import { LawController } from './law.controller'
import { AgreementPagesController } from './passkeys/agreement-pages.controller'
import { PasskeysApiController } from './passkeys/passkeys-api.controller'
import { PasskeysController } from './passkeys/passkeys.controller'
import { ProposalsController } from './passkeys/proposals.controller'
import { ReleasingOfficesController } from './passkeys/releasing-offices.controller'
import { OfficesController } from './offices.controller'
import { ParticipantsController } from './participants.controller'
import { PeopleController } from './people.controller'
import { SignInController } from './sign-in/sign-in.controller'
import { SignInProviders } from './sign-in/sign-in.service'
import { RegistrarController } from './registrar.controller'
import { DecisionsController } from './decisions.controller'
import { ErasuresController } from './erasures.controller'
import { LedgerController } from './ledger.controller'
import { CommentsController } from './comments.controller'
import { IncidentsController } from './incidents.controller'
import { ComparisonsController } from './comparisons.controller'
import { DeliveriesController } from './deliveries.controller'
import { RoundsController } from './rounds.controller'
import { ReviewsController } from './reviews.controller'
import { CaseActsController } from './reviewing/case-acts.controller'
import { CasePagesController } from './reviewing/case-pages.controller'
import { ReportActsController } from './reviewing/report-acts.controller'
import { ReportPagesController } from './reviewing/report-pages.controller'
import { StatementsController } from './statements.controller'
import { SubmissionsController } from './submissions.controller'
import { SubmissionsDesk } from './submissions-desk'
import { TokenController } from './token.controller'
import { UploadsController } from './uploads.controller'
import { ValidationsController } from './validations.controller'

const controllers = [
  HubController,
  ActsController,
  RegistrarController,
  KeysController,
  PeopleController,
  PasskeysApiController,
  PasskeysController,
  ReleasingOfficesController,
  ProposalsController,
  AgreementPagesController,
  SignInController,
  TokenController,
  ParticipantsController,
  OfficesController,
  StatementsController,
  ReviewsController,
  CasePagesController,
  CaseActsController,
  ReportPagesController,
  ReportActsController,
  CommentsController,
  ComparisonsController,
  DeliveriesController,
  RoundsController,
  IncidentsController,
  LedgerController,
  ErasuresController,
  DecisionsController,
  SubmissionsController,
  UploadsController,
  DataController,
  LawController,
  ValidationsController,
  AssetsController,
  PagesController,
  OpenApiController,
]

/** The HTTP edge: pages and API. It keeps nothing. */
@Module({
  controllers,
  providers: [SubmissionsDesk, SignInProviders, { provide: documented, useValue: controllers }],
})
export class ConsoleModule {}
