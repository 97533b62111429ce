// SPDX-License-Identifier: Apache-2.0
/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-member-access -- each command is loaded
   when it is called, so that `corridor --version` and help load none; a dynamic import() in CommonJS would want the names of
   emitted files, which Jest's sources do not have */
import type { CaseAct, OwnAct, ReportAct } from '@corridor/sdk'
import type { Act } from '../command'
import type { actor } from '../commands/agreements-act'
import type { listAll } from '../commands/agreements-list'
import type { propose } from '../commands/agreements-propose'
import type { history } from '../commands/agreements-history'
import type { showOne } from '../commands/agreements-show'
import type { compareTerms } from '../commands/agreements-compare'
import type { draft } from '../commands/agreements-draft'
import type { lint } from '../commands/agreements-lint'
import type { simulateTerms } from '../commands/agreements-simulate'
import type { sign } from '../commands/agreements-sign'
import type { lookUpCodes } from '../commands/codes'
import type { addCodesOfFile } from '../commands/codes-add'
import type { updateCodes } from '../commands/codes-update'
import type { showConfig } from '../commands/config'
import type { openConsole } from '../commands/console'
import type { acceptContract } from '../commands/contracts-accept'
import type { checkContracts } from '../commands/contracts-check'
import type { listContracts } from '../commands/contracts-list'
import type { showContract } from '../commands/contracts-show'
import type { readData } from '../commands/data'
import type { breach, confirmDestroyed, recall } from '../commands/recalls'
import type { setWebhook } from '../commands/deliveries-webhook'
import type { listDead, resendDead } from '../commands/deliveries-dead'
import type { listWaiting, stopRelease } from '../commands/deliveries-waiting'
import type { playDemonstration } from '../commands/demonstration'
import type { explainMessage } from '../commands/explain'
import type { eraseOne } from '../commands/erase'
import type { listErasures } from '../commands/erasures-list'
import type { examine } from '../commands/doctor'
import type { enrolOffice } from '../commands/enrol'
import type { giveHelp } from '../commands/help'
import type {
  clearDoubtful,
  reEnrol,
  rotateOwn,
  showAffected,
  withdrawOne,
} from '../commands/keys-life'
import type { showKeyHistory } from '../commands/keys-history'
import type { listKeysOf } from '../commands/keys-list'
import type { makeKeys } from '../commands/keygen'
import type { mapFile } from '../commands/map'
import type { listOffices, nameOffice } from '../commands/offices'
import type { dropOne } from '../commands/outbox-drop'
import type { listOutbox } from '../commands/outbox-list'
import type { inviteParticipant } from '../commands/participants-invite'
import type { listParticipants } from '../commands/participants-list'
import type { showParticipant } from '../commands/participants-show'
import type {
  approveRegistration,
  grantProduction,
  listRegistrations,
  refuseRegistration,
  resumeParticipant,
  suspendParticipant,
} from '../commands/participants-decide'
import type { confirmPasskey, listPasskeys, removePasskey } from '../commands/passkeys'
import type { addPerson, endPerson, listPeople } from '../commands/people'
import type { publishFile } from '../commands/publish'
import type { showLedger } from '../commands/ledger'
import type { auditOfLedger } from '../commands/ledger-audit'
import type { showReceipts } from '../commands/receipts'
import type { registerOffice } from '../commands/register'
import type { runRound, showRounds } from '../commands/rounds'
import type { confirmOne, showRehearsal } from '../commands/rehearsal'
import type { receive } from '../commands/receive'
import type { compareAgain, learnExpectations } from '../commands/reports-learn'
import type { listDue } from '../commands/reports-due'
import type { showInternal } from '../commands/reports-internal'
import type { listReports } from '../commands/reports-list'
import type { showStages } from '../commands/reports-stages'
import type { showReport } from '../commands/reports-show'
import type { listAllCases, showOneCase } from '../commands/cases'
import type { caseActor } from '../commands/cases-act'
import type { reportActor } from '../commands/reports-act'
import type { showReviewOf } from '../commands/reports-review'
import type { showStatus } from '../commands/status'
import type { setApproval } from '../commands/submissions-approval'
import type { approveSubmission } from '../commands/submissions-approve'
import type { withdrawSubmission } from '../commands/submissions-withdraw'
import type { subscribe } from '../commands/subscribe'
import type { makeTemplate } from '../commands/template'
import type { validateFile } from '../commands/validate'
import type { verifyFile } from '../commands/verify'

// `require` gives no types: each is the type of the very function that is imported as a type above.
/** The code of each command, loaded when it is called. */
export const load = {
  agreementsList: (): Act => require('../commands/agreements-list').listAll as typeof listAll,
  agreementsPropose: (): Act => require('../commands/agreements-propose').propose as typeof propose,
  agreementsAct: (act: OwnAct['act']) => (): Act =>
    (require('../commands/agreements-act').actor as typeof actor)(act),
  agreementsHistory: (): Act => require('../commands/agreements-history').history as typeof history,
  agreementsShow: (): Act => require('../commands/agreements-show').showOne as typeof showOne,
  agreementsDraft: (): Act => require('../commands/agreements-draft').draft as typeof draft,
  agreementsLint: (): Act => require('../commands/agreements-lint').lint as typeof lint,
  agreementsCompare: (): Act =>
    require('../commands/agreements-compare').compareTerms as typeof compareTerms,
  agreementsSimulate: (): Act =>
    require('../commands/agreements-simulate').simulateTerms as typeof simulateTerms,
  agreementsSign: (): Act => require('../commands/agreements-sign').sign as typeof sign,
  casesList: (): Act => require('../commands/cases').listAllCases as typeof listAllCases,
  casesShow: (): Act => require('../commands/cases').showOneCase as typeof showOneCase,
  casesAct: (act: CaseAct['act']) => (): Act =>
    (require('../commands/cases-act').caseActor as typeof caseActor)(act),
  config: (): Act => require('../commands/config').showConfig as typeof showConfig,
  console: (): Act => require('../commands/console').openConsole as typeof openConsole,
  demonstration: (): Act =>
    require('../commands/demonstration').playDemonstration as typeof playDemonstration,
  deliveriesWaiting: (): Act =>
    require('../commands/deliveries-waiting').listWaiting as typeof listWaiting,
  deliveriesStop: (): Act =>
    require('../commands/deliveries-waiting').stopRelease as typeof stopRelease,
  doctor: (): Act => require('../commands/doctor').examine as typeof examine,
  explain: (): Act => require('../commands/explain').explainMessage as typeof explainMessage,
  erase: (): Act => require('../commands/erase').eraseOne as typeof eraseOne,
  erasuresList: (): Act => require('../commands/erasures-list').listErasures as typeof listErasures,
  enrol: (): Act => require('../commands/enrol').enrolOffice as typeof enrolOffice,
  help: (): Act => require('../commands/help').giveHelp as typeof giveHelp,
  keygen: (): Act => require('../commands/keygen').makeKeys as typeof makeKeys,
  keysList: (): Act => require('../commands/keys-list').listKeysOf as typeof listKeysOf,
  keysRotate: (): Act => require('../commands/keys-life').rotateOwn as typeof rotateOwn,
  keysWithdraw: (): Act => require('../commands/keys-life').withdrawOne as typeof withdrawOne,
  keyHistory: (): Act =>
    require('../commands/keys-history').showKeyHistory as typeof showKeyHistory,
  keysAffected: (): Act => require('../commands/keys-life').showAffected as typeof showAffected,
  keysClear: (): Act => require('../commands/keys-life').clearDoubtful as typeof clearDoubtful,
  keysReEnrol: (): Act => require('../commands/keys-life').reEnrol as typeof reEnrol,
  ledger: (): Act => require('../commands/ledger').showLedger as typeof showLedger,
  ledgerAudit: (): Act => require('../commands/ledger-audit').auditOfLedger as typeof auditOfLedger,
  peopleList: (): Act => require('../commands/people').listPeople as typeof listPeople,
  peopleAdd: (): Act => require('../commands/people').addPerson as typeof addPerson,
  passkeysList: (): Act => require('../commands/passkeys').listPasskeys as typeof listPasskeys,
  passkeysConfirm: (): Act =>
    require('../commands/passkeys').confirmPasskey as typeof confirmPasskey,
  passkeysRemove: (): Act => require('../commands/passkeys').removePasskey as typeof removePasskey,
  peopleEnd: (): Act => require('../commands/people').endPerson as typeof endPerson,
  participantsWaiting: (): Act =>
    require('../commands/participants-decide').listRegistrations as typeof listRegistrations,
  participantsApprove: (): Act =>
    require('../commands/participants-decide').approveRegistration as typeof approveRegistration,
  participantsRefuse: (): Act =>
    require('../commands/participants-decide').refuseRegistration as typeof refuseRegistration,
  participantsGrant: (): Act =>
    require('../commands/participants-decide').grantProduction as typeof grantProduction,
  participantsSuspend: (): Act =>
    require('../commands/participants-decide').suspendParticipant as typeof suspendParticipant,
  participantsResume: (): Act =>
    require('../commands/participants-decide').resumeParticipant as typeof resumeParticipant,
  register: (): Act => require('../commands/register').registerOffice as typeof registerOffice,
  rehearsal: (): Act => require('../commands/rehearsal').showRehearsal as typeof showRehearsal,
  rehearsalConfirm: (): Act => require('../commands/rehearsal').confirmOne as typeof confirmOne,
  participantsList: (): Act =>
    require('../commands/participants-list').listParticipants as typeof listParticipants,
  participantsShow: (): Act =>
    require('../commands/participants-show').showParticipant as typeof showParticipant,
  participantsInvite: (): Act =>
    require('../commands/participants-invite').inviteParticipant as typeof inviteParticipant,
  publish: (): Act => require('../commands/publish').publishFile as typeof publishFile,
  setWebhook: (): Act => require('../commands/deliveries-webhook').setWebhook as typeof setWebhook,
  recall: (): Act => require('../commands/recalls').recall as typeof recall,
  breach: (): Act => require('../commands/recalls').breach as typeof breach,
  confirmDestroyed: (): Act =>
    require('../commands/recalls').confirmDestroyed as typeof confirmDestroyed,
  runRound: (): Act => require('../commands/rounds').runRound as typeof runRound,
  showRounds: (): Act => require('../commands/rounds').showRounds as typeof showRounds,
  listDead: (): Act => require('../commands/deliveries-dead').listDead as typeof listDead,
  resendDead: (): Act => require('../commands/deliveries-dead').resendDead as typeof resendDead,
  receive: (): Act => require('../commands/receive').receive as typeof receive,
  receipts: (): Act => require('../commands/receipts').showReceipts as typeof showReceipts,
  reportsAct: (act: ReportAct['act']) => (): Act =>
    (require('../commands/reports-act').reportActor as typeof reportActor)(act),
  reportsReview: (): Act =>
    require('../commands/reports-review').showReviewOf as typeof showReviewOf,
  officesList: (): Act => require('../commands/offices').listOffices as typeof listOffices,
  officesName: (): Act => require('../commands/offices').nameOffice as typeof nameOffice,
  reportsInternal: (): Act =>
    require('../commands/reports-internal').showInternal as typeof showInternal,
  reportsList: (): Act => require('../commands/reports-list').listReports as typeof listReports,
  learnExpectations: (): Act =>
    require('../commands/reports-learn').learnExpectations as typeof learnExpectations,
  compareAgain: (): Act => require('../commands/reports-learn').compareAgain as typeof compareAgain,
  reportsDue: (): Act => require('../commands/reports-due').listDue as typeof listDue,
  reportsStages: (): Act => require('../commands/reports-stages').showStages as typeof showStages,
  reportsShow: (): Act => require('../commands/reports-show').showReport as typeof showReport,
  status: (): Act => require('../commands/status').showStatus as typeof showStatus,
  subscribe: (): Act => require('../commands/subscribe').subscribe as typeof subscribe,
  validate: (): Act => require('../commands/validate').validateFile as typeof validateFile,
  verify: (): Act => require('../commands/verify').verifyFile as typeof verifyFile,
  addCodes: (): Act => require('../commands/codes-add').addCodesOfFile as typeof addCodesOfFile,
  approval: (): Act =>
    require('../commands/submissions-approval').setApproval as typeof setApproval,
  approve: (): Act =>
    require('../commands/submissions-approve').approveSubmission as typeof approveSubmission,
  acceptContract: (): Act =>
    require('../commands/contracts-accept').acceptContract as typeof acceptContract,
  checkContracts: (): Act =>
    require('../commands/contracts-check').checkContracts as typeof checkContracts,
  codes: (): Act => require('../commands/codes').lookUpCodes as typeof lookUpCodes,
  data: (): Act => require('../commands/data').readData as typeof readData,
  listContracts: (): Act =>
    require('../commands/contracts-list').listContracts as typeof listContracts,
  map: (): Act => require('../commands/map').mapFile as typeof mapFile,
  outboxDrop: (): Act => require('../commands/outbox-drop').dropOne as typeof dropOne,
  outboxList: (): Act => require('../commands/outbox-list').listOutbox as typeof listOutbox,
  showContract: (): Act =>
    require('../commands/contracts-show').showContract as typeof showContract,
  template: (): Act => require('../commands/template').makeTemplate as typeof makeTemplate,
  updateCodes: (): Act => require('../commands/codes-update').updateCodes as typeof updateCodes,
  withdraw: (): Act =>
    require('../commands/submissions-withdraw').withdrawSubmission as typeof withdrawSubmission,
} as const
