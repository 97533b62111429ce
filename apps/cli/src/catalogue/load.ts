// SPDX-License-Identifier: Apache-2.0
/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-member-access -- each command is loaded
   when it is called, so that `corridor --version` and help load none; a dynamic import() in CommonJS would want the names of
   emitted files, which Jest's sources do not have */
import type { Act } from '../command'
import type { listAll } from '../commands/agreements-list'
import type { propose } from '../commands/agreements-propose'
import type { revoke } from '../commands/agreements-revoke'
import type { showOne } from '../commands/agreements-show'
import type { sign } from '../commands/agreements-sign'
import type { showConfig } from '../commands/config'
import type { openConsole } from '../commands/console'
import type { playDemonstration } from '../commands/demonstration'
import type { examine } from '../commands/doctor'
import type { enrolOffice } from '../commands/enrol'
import type { giveHelp } from '../commands/help'
import type { makeKeys } from '../commands/keygen'
import type { inviteParticipant } from '../commands/participants-invite'
import type { publishFile } from '../commands/publish'
import type { showReceipts } from '../commands/receipts'
import type { listReports } from '../commands/reports-list'
import type { showReport } from '../commands/reports-show'
import type { showStatus } from '../commands/status'
import type { subscribe } from '../commands/subscribe'
import type { validateFile } from '../commands/validate'
import type { verifyFile } from '../commands/verify'

// `require` gives no types: each is the type of the very function that is imported as a type above.
/** The code of each command, loaded when it is called. */
export const load = {
  agreementsList: (): Act => require('../commands/agreements-list').listAll as typeof listAll,
  agreementsPropose: (): Act => require('../commands/agreements-propose').propose as typeof propose,
  agreementsRevoke: (): Act => require('../commands/agreements-revoke').revoke as typeof revoke,
  agreementsShow: (): Act => require('../commands/agreements-show').showOne as typeof showOne,
  agreementsSign: (): Act => require('../commands/agreements-sign').sign as typeof sign,
  config: (): Act => require('../commands/config').showConfig as typeof showConfig,
  console: (): Act => require('../commands/console').openConsole as typeof openConsole,
  demonstration: (): Act =>
    require('../commands/demonstration').playDemonstration as typeof playDemonstration,
  doctor: (): Act => require('../commands/doctor').examine as typeof examine,
  enrol: (): Act => require('../commands/enrol').enrolOffice as typeof enrolOffice,
  help: (): Act => require('../commands/help').giveHelp as typeof giveHelp,
  keygen: (): Act => require('../commands/keygen').makeKeys as typeof makeKeys,
  participantsInvite: (): Act =>
    require('../commands/participants-invite').inviteParticipant as typeof inviteParticipant,
  publish: (): Act => require('../commands/publish').publishFile as typeof publishFile,
  receipts: (): Act => require('../commands/receipts').showReceipts as typeof showReceipts,
  reportsList: (): Act => require('../commands/reports-list').listReports as typeof listReports,
  reportsShow: (): Act => require('../commands/reports-show').showReport as typeof showReport,
  status: (): Act => require('../commands/status').showStatus as typeof showStatus,
  subscribe: (): Act => require('../commands/subscribe').subscribe as typeof subscribe,
  validate: (): Act => require('../commands/validate').validateFile as typeof validateFile,
  verify: (): Act => require('../commands/verify').verifyFile as typeof verifyFile,
} as const
