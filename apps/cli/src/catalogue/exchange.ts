// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const outboxList: Command = {
  name: 'outbox list',
  about: 'show what waits to be sent, why, and since when',
  examples: [['corridor outbox --profile BE', 'the sealed messages that have no receipt yet']],
  load: load.outboxList,
}

const outboxDrop: Command = {
  name: 'outbox drop',
  about: 'give up a message that shall never be sent',
  examples: [
    ['corridor outbox drop migration-flow-3xK…', 'asks for the id of the message, typed out'],
  ],
  operands: [{ name: 'ID', about: 'the message, as corridor outbox shows it' }],
  notes: [
    'Its file is kept: a message that was tried may have reached the hub, and then its receipt comes all the same.',
  ],
  load: load.outboxDrop,
}

const receipts: Command = {
  name: 'receipts',
  about: 'list the receipts of the hub, or show all that it stated about one message',
  examples: [
    ['corridor receipts --profile BE', 'what was accepted and what was refused, newest first'],
    [
      'corridor receipts 12 --profile BE',
      'received, refused or accepted, delivered to whom and when: by position, message id or digest',
    ],
  ],
  operands: [{ name: 'ID', about: 'position, message id or digest', optional: true }],
  load: load.receipts,
}

const approve: Command = {
  name: 'submissions approve',
  about: 'approve a message that another person of your office has published',
  examples: [
    [
      'corridor submissions approve migration-flow-3xK… --profile BE-CHIEF',
      'where two people are asked for',
    ],
  ],
  operands: [{ name: 'ID', about: 'the message, as its publisher sees it' }],
  load: load.approve,
}

const approval: Command = {
  name: 'submissions approval',
  about: "say whether your office's messages wait for its approver",
  examples: [
    ['corridor submissions approval on --profile BE-CHIEF', 'two people from now on'],
    ['corridor submissions approval off --profile BE-CHIEF', 'one is enough again'],
  ],
  operands: [{ name: 'WHETHER', about: 'on or off' }],
  notes: ['Only the approver can say so: whoever publishes could not be held to it otherwise.'],
  load: load.approval,
}

const withdraw: Command = {
  name: 'submissions withdraw',
  about: 'take a message back before anybody has received it',
  examples: [
    [
      'corridor submissions withdraw migration-flow-3xK… --reason "the wrong quarter"',
      'asks for the id of the message, typed out',
    ],
  ],
  operands: [{ name: 'ID', about: 'the message' }],
  options: { reason: { type: 'string', value: 'TEXT', about: 'why; it goes into the record' } },
  notes: ['After the first delivery it is too late: then publish a correction.'],
  load: load.withdraw,
}

const data: Command = {
  name: 'data',
  about: "read the office's own figures back from the hub, as they are or as they were",
  examples: [
    ['corridor data migration-flow --period 2016 --out flows.csv', 'the figures as they are now'],
    ['corridor data migration-flow --as-of 2026-11-01T00:00:00Z', 'as they were then'],
    ['corridor data migration-flow --updated-after 2026-11-01T00:00:00Z', 'what changed since'],
  ],
  operands: [{ name: 'CONTRACT', about: 'migration-flow' }],
  options: {
    'as-of': { type: 'string', value: 'INSTANT', about: 'the figures as they were then' },
    'updated-after': { type: 'string', value: 'INSTANT', about: 'only what was stated since' },
    period: { type: 'string', value: 'PERIOD', about: 'of this period: 2016, 2016-Q2' },
    format: {
      type: 'string',
      value: 'FORMAT',
      about: 'csv (without it), sdmx-csv, sdmx-json or json',
    },
    out: { type: 'string', value: 'FILE', about: 'write them there; without it, to stdout' },
    test: { type: 'boolean', about: 'figures of rehearsals instead' },
  },
  load: load.data,
}

/** Commands about messages: those that wait, those that were answered, and what the hub has of them. */
export const exchangeCommands: readonly Command[] = [
  outboxList,
  outboxDrop,
  receipts,
  approve,
  approval,
  withdraw,
  data,
]
