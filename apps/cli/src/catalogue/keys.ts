// SPDX-License-Identifier: Apache-2.0
import type { Command, Operand } from '../command'
import { load } from './load'

const list: Command = {
  name: 'keys list',
  about: 'show the keys of your participant, whose they are and how long they are good',
  examples: [
    ['corridor keys list --profile BE', 'with a warning 60, 30 and 7 days before the end'],
  ],
  load: load.keysList,
}

const history: Command = {
  name: 'keys history',
  about: 'show what has happened to keys and passkeys, as the journal has it',
  examples: [
    ['corridor keys history --profile BE', 'registered, confirmed, exchanged, withdrawn, removed'],
    [
      'corridor keys history KEY --proofs keys --profile BE',
      'a file for each, which corridor verify --journal proves',
    ],
  ],
  operands: [{ name: 'KEY', about: 'one key; all of them without it', optional: true }],
  options: { proofs: { type: 'string', value: 'FOLDER', about: 'where to keep the statements' } },
  load: load.keyHistory,
}

const rotate: Command = {
  name: 'keys rotate',
  about: 'exchange your keys for new ones; the old stay good for some days',
  examples: [
    ['corridor keys rotate --profile BE', 'the old ones are good for 30 days more'],
    ['corridor keys rotate --keep 0 --profile BE', 'the old ones end now'],
  ],
  options: { keep: { type: 'string', value: 'DAYS', about: 'from 0 to 90; 30 without it' } },
  notes: ['Run it again where it was cut off: it goes on where it was.'],
  load: load.keysRotate,
}

const withdraw: Command = {
  name: 'keys withdraw',
  about: "withdraw a colleague's key after a loss, or when somebody leaves",
  examples: [
    [
      'corridor keys withdraw KEY --from 2026-11-26T09:00:00Z --reason "laptop stolen"',
      'what it signed since is doubtful',
    ],
    ['corridor keys withdraw KEY --reason "left the office"', 'from now on'],
  ],
  operands: [{ name: 'KEY', about: 'the key, as corridor keys list shows it' }],
  options: {
    from: { type: 'string', value: 'INSTANT', about: 'from when on; now without it' },
    reason: { type: 'string', value: 'WHY', about: 'why: it is kept and told' },
  },
  notes: [
    'A signatory withdraws keys of the same participant, the operator anybody’s, nobody their own.',
    'Its connection to the broker is cut at once.',
  ],
  load: load.keysWithdraw,
}

const affected: Command = {
  name: 'keys affected',
  about: 'list what came of keys after they were withdrawn',
  examples: [
    ['corridor keys affected --profile BE', 'doubtful messages, refused ones, signatures'],
  ],
  load: load.keysAffected,
}

const clear: Command = {
  name: 'keys clear',
  about: 'say that a doubtful message is genuine: it is handed over again',
  examples: [
    [
      'corridor keys clear MESSAGE --reason "compared with our files" --profile BE-MINISTER',
      'as corridor keys affected lists it',
    ],
  ],
  operands: [{ name: 'MESSAGE', about: 'your id of the message' }],
  options: { reason: { type: 'string', value: 'WHY', about: 'why: it is kept' } },
  notes: ['A signatory does it, by another key. What is not genuine is taken back by a revision.'],
  load: load.keysClear,
}

const reEnrol: Command = {
  name: 'keys re-enrol',
  about: 'have somebody enrol again after a loss: two officials ask for it together',
  examples: [
    [
      'corridor keys re-enrol --office STAT --role publisher --holder "B. Peeters" --reason "laptop stolen"',
      'the first official asks',
    ],
    ['corridor keys re-enrol --second 3f0c… --profile BE-MINISTER', 'the second gets the code'],
  ],
  operands: [{ name: 'ID', about: 'the participant, where the operator asks', optional: true }],
  options: {
    office: { type: 'string', value: 'CODE', about: 'the office' },
    role: { type: 'string', value: 'ROLE', many: true, about: 'several may be given' },
    holder: { type: 'string', value: 'NAME', about: 'the official who enrols again' },
    reason: { type: 'string', value: 'WHY', about: 'why: it is kept' },
    second: { type: 'string', value: 'ASKED', about: 'agree to what the first official asked' },
  },
  notes: ['Two named signatories, or one of them and the operator.'],
  load: load.keysReEnrol,
}

const peopleList: Command = {
  name: 'people list',
  about: 'show who of your participant may sign in to the console',
  examples: [['corridor people list --profile BE-MINISTER', 'with their roles']],
  load: load.peopleList,
}

const peopleAdd: Command = {
  name: 'people add',
  about: 'let somebody sign in to the console with a name of their own',
  examples: [
    [
      'corridor people add anna --name "Anna Jansen" --role observer --profile BE-MINISTER',
      'as the provider of sign-ins names her',
    ],
  ],
  operands: [{ name: 'SUBJECT', about: 'as the provider of sign-ins names the person' }],
  options: {
    name: { type: 'string', value: 'NAME', about: 'the name as people read it' },
    role: { type: 'string', value: 'ROLE', many: true, about: 'several may be given' },
    office: { type: 'string', value: 'CODE', about: 'the office; your own without it' },
    participant: { type: 'string', value: 'ID', about: 'as the operator: whose' },
  },
  load: load.peopleAdd,
}

const peopleEnd: Command = {
  name: 'people end',
  about: 'end the sign-in of somebody who leaves, open pages included',
  examples: [['corridor people end 3f0c… --profile BE-MINISTER', 'at once']],
  operands: [{ name: 'ID', about: 'as corridor people list shows it' }],
  load: load.peopleEnd,
}

const passkey: Operand = { name: 'PASSKEY', about: 'as corridor passkeys list shows it' }

const passkeysList: Command = {
  name: 'passkeys list',
  about: 'show with which passkeys people of your participant sign, and which wait',
  examples: [['corridor passkeys list --profile BE-MINISTER', 'whose they are, since when']],
  load: load.passkeysList,
}

const passkeysConfirm: Command = {
  name: 'passkeys confirm',
  about: 'stand behind a passkey that a colleague has registered: from now on it signs',
  examples: [
    ['corridor passkeys confirm k3yP… --profile BE-MINISTER', 'once you asked the person'],
  ],
  operands: [passkey],
  notes: [
    'You are a named signatory, or the operator, and another one than who registered the person.',
  ],
  load: load.passkeysConfirm,
}

const passkeysRemove: Command = {
  name: 'passkeys remove',
  about: 'end a passkey after a loss, at once',
  examples: [['corridor passkeys remove k3yP… --reason "laptop stolen"', 'it signs nothing more']],
  operands: [passkey],
  options: {
    reason: { type: 'string', value: 'WHY', about: 'why: it is kept' },
    from: { type: 'string', value: 'INSTANT', about: 'lost since: what it signed since is listed' },
  },
  notes: ['What it signed before stays signed. Its owner can do it too, on the page of passkeys.'],
  load: load.passkeysRemove,
}

/** Commands about the life of keys, and about people who sign in without one. */
export const keyCommands: readonly Command[] = [
  ...[list, history, rotate, withdraw, affected, clear, reEnrol],
  ...[peopleList, peopleAdd, peopleEnd],
  ...[passkeysList, passkeysConfirm, passkeysRemove],
]
