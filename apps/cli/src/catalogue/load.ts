// SPDX-License-Identifier: Apache-2.0
/* eslint-disable @typescript-eslint/no-require-imports -- each command is loaded when it is called, so that `corridor --version`
   and help load none; a dynamic import() in CommonJS would want names of emitted files, which Jest's sources do not have */
import type { Act } from '../command'

// `require` gives no types: each is the type of the very module that is named beside it.
/** The code of each command, loaded when it is called. */
export const load = {
  agreementsList: (): Act =>
    (require('../commands/agreements-list') as typeof import('../commands/agreements-list'))
      .listAll,
  agreementsPropose: (): Act =>
    (require('../commands/agreements-propose') as typeof import('../commands/agreements-propose'))
      .propose,
  agreementsRevoke: (): Act =>
    (require('../commands/agreements-revoke') as typeof import('../commands/agreements-revoke'))
      .revoke,
  agreementsShow: (): Act =>
    (require('../commands/agreements-show') as typeof import('../commands/agreements-show'))
      .showOne,
  agreementsSign: (): Act =>
    (require('../commands/agreements-sign') as typeof import('../commands/agreements-sign')).sign,
  config: (): Act =>
    (require('../commands/config') as typeof import('../commands/config')).showConfig,
  console: (): Act =>
    (require('../commands/console') as typeof import('../commands/console')).openConsole,
  demonstration: (): Act =>
    (require('../commands/demonstration') as typeof import('../commands/demonstration'))
      .playDemonstration,
  doctor: (): Act => (require('../commands/doctor') as typeof import('../commands/doctor')).examine,
  enrol: (): Act =>
    (require('../commands/enrol') as typeof import('../commands/enrol')).enrolOffice,
  help: (): Act => (require('../commands/help') as typeof import('../commands/help')).giveHelp,
  keygen: (): Act =>
    (require('../commands/keygen') as typeof import('../commands/keygen')).makeKeys,
  publish: (): Act =>
    (require('../commands/publish') as typeof import('../commands/publish')).publishFile,
  receipts: (): Act =>
    (require('../commands/receipts') as typeof import('../commands/receipts')).showReceipts,
  reportsList: (): Act =>
    (require('../commands/reports-list') as typeof import('../commands/reports-list')).listReports,
  reportsShow: (): Act =>
    (require('../commands/reports-show') as typeof import('../commands/reports-show')).showReport,
  status: (): Act =>
    (require('../commands/status') as typeof import('../commands/status')).showStatus,
  subscribe: (): Act =>
    (require('../commands/subscribe') as typeof import('../commands/subscribe')).subscribe,
  validate: (): Act =>
    (require('../commands/validate') as typeof import('../commands/validate')).validateFile,
  verify: (): Act =>
    (require('../commands/verify') as typeof import('../commands/verify')).verifyFile,
} as const
