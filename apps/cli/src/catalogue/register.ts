// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const invite: Command = {
  name: 'participants invite',
  about: 'register a participant as the operator, and get its one-time code',
  examples: [
    [
      'corridor participants invite BE --name Belgium --profile OPERATOR',
      'a state; its office enrols with the code',
    ],
    [
      'corridor participants invite BEDK --kind committee --name "Belgium and Denmark" --members BE,DK',
      'a committee of two states',
    ],
    [
      'corridor participants invite BE --name Belgium --role approver',
      'a second person of the office, who approves what the first publishes',
    ],
    [
      'corridor participants invite BE --name Belgium --role signatory --role reviewer --office LABOUR --holder "A. Jansen"',
      'an official of another office, who signs agreements and settles comparisons',
    ],
  ],
  operands: [{ name: 'ID', about: 'two to sixteen of A-Z and 0-9' }],
  options: {
    kind: {
      type: 'string',
      value: 'KIND',
      about: 'state (without it), committee, secretariat or partner',
    },
    name: { type: 'string', value: 'NAME', about: 'its name as people read it' },
    role: {
      type: 'string',
      value: 'ROLE',
      many: true,
      about:
        'publisher, approver, reviewer, signatory, observer; several may be given. Without it, a first key: publisher, reviewer and signatory',
    },
    office: { type: 'string', value: 'CODE', about: 'the only office that the code will serve' },
    holder: { type: 'string', value: 'NAME', about: 'the official who is invited' },
    organisation: {
      type: 'string',
      value: 'WHAT',
      about: 'of a partner: employers, workers, migrants, recruiters or research',
    },
    'production-at-once': {
      type: 'string',
      value: 'WHY',
      about: 'its messages count without a rehearsal; the reason is kept',
    },
    members: { type: 'string', value: 'IDS', about: 'of a committee or secretariat: its states' },
  },
  notes: ['Asked again before anybody has enrolled, it gives a new code; the old one ends.'],
  load: load.participantsInvite,
}

const list: Command = {
  name: 'participants list',
  about: 'show who is registered at the hub',
  examples: [['corridor participants list --profile BE', 'ids, kinds, names and offices']],
  load: load.participantsList,
}

const show: Command = {
  name: 'participants show',
  about: 'show offices, keys with their roles, and open codes of a participant',
  examples: [
    ['corridor participants show --profile BE', 'of your own participant'],
    ['corridor participants show DK --profile OPERATOR', 'of any, as the operator'],
  ],
  operands: [{ name: 'ID', about: 'the participant; your own without it', optional: true }],
  load: load.participantsShow,
}

const key = { name: 'KEY', about: 'the key of the registration, as the list shows it' } as const
const id = { name: 'ID', about: 'the participant' } as const
const reason = {
  reason: { type: 'string', value: 'WHY', about: 'why: it is kept and told' },
} as const

const register: Command = {
  name: 'register',
  about: 'ask the registrar of a hub for a place, without a one-time code',
  examples: [
    [
      'corridor register ITUC --kind partner --organisation workers --name "Trade unions" --office RESEARCH:Research --profile ITUC',
      'ask; run it again to see whether the place was given',
    ],
  ],
  operands: [{ name: 'ID', about: 'two to sixteen of A-Z and 0-9' }],
  options: {
    kind: { type: 'string', value: 'KIND', about: 'state (without it), committee or partner' },
    name: { type: 'string', value: 'NAME', about: 'its name as people read it' },
    office: { type: 'string', value: 'CODE:NAME', about: 'the office that speaks for it' },
    holder: { type: 'string', value: 'NAME', about: 'the official whose keys these are' },
    organisation: {
      type: 'string',
      value: 'WHAT',
      about: 'of a partner: employers, workers, migrants, recruiters or research',
    },
    hub: { type: 'string', value: 'ADDRESS', about: "the hub's address" },
  },
  load: load.register,
}

const waiting: Command = {
  name: 'participants waiting',
  about: 'list who asked for a place without a code, as the operator',
  examples: [['corridor participants waiting --profile OPERATOR', 'those that wait first']],
  load: load.participantsWaiting,
}

const approve: Command = {
  name: 'participants approve',
  about: 'give a place to somebody who asked for one, as the operator',
  examples: [
    ['corridor participants approve KEY --profile OPERATOR', 'test mode until it has rehearsed'],
  ],
  operands: [key],
  options: {
    'production-at-once': {
      type: 'string',
      value: 'WHY',
      about: 'its messages count without a rehearsal; the reason is kept',
    },
  },
  notes: [
    'Compare the key with the applicant by another way, such as the phone, before you approve.',
  ],
  load: load.participantsApprove,
}

const refuse: Command = {
  name: 'participants refuse',
  about: 'refuse a registration, as the operator',
  examples: [['corridor participants refuse KEY --reason "not known to us"', 'it is told why']],
  operands: [key],
  options: reason,
  load: load.participantsRefuse,
}

const grant: Command = {
  name: 'participants grant',
  about: 'grant production rights after a whole rehearsal, as the operator',
  examples: [
    [
      'corridor participants grant BE --reason "rehearsed on 26 Nov" --profile OPERATOR',
      'the reason is kept',
    ],
  ],
  operands: [id],
  options: reason,
  load: load.participantsGrant,
}

const suspend: Command = {
  name: 'participants suspend',
  about: 'stop a participant at once, as the operator',
  examples: [
    [
      'corridor participants suspend BE --reason "keys stolen" --profile OPERATOR',
      'the reason is kept',
    ],
  ],
  operands: [id],
  options: reason,
  load: load.participantsSuspend,
}

const resume: Command = {
  name: 'participants resume',
  about: 'end a suspension, as the operator',
  examples: [
    [
      'corridor participants resume BE --reason "new keys" --profile OPERATOR',
      'the reason is kept',
    ],
  ],
  operands: [id],
  options: reason,
  load: load.participantsResume,
}

const rehearsal: Command = {
  name: 'rehearsal',
  about: 'show which steps are done before messages count',
  examples: [
    ['corridor rehearsal --profile BE', 'your own'],
    ['corridor rehearsal BE --profile OPERATOR', 'of any, as the operator'],
  ],
  operands: [{ name: 'ID', about: 'the participant; your own without it', optional: true }],
  load: load.rehearsal,
}

const confirm: Command = {
  name: 'rehearsal confirm',
  about: 'verify what the hub stated about a message in test mode, and tell it so',
  examples: [['corridor rehearsal confirm migration-flow-3xK… --profile BE', 'the last two steps']],
  operands: [{ name: 'ID', about: 'the message that was sent with --test' }],
  load: load.rehearsalConfirm,
}

/** Commands to come to a hub, and to be let on. */
export const joiningCommands: readonly Command[] = [register, rehearsal, confirm]

/** Commands about the register: who is there, and whose keys may do what. */
export const registerCommands: readonly Command[] = [
  ...[list, show, invite],
  ...[waiting, approve, refuse, grant, suspend, resume],
]
