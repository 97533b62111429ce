// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const receive: Command = {
  name: 'receive',
  about:
    'ask the hub once more for deliveries: from a number, since an instant, or what is missing',
  examples: [
    ['corridor receive --profile DK', 'whatever is missing, and all after it'],
    [
      'corridor receive --from 12 --out inbox',
      'deliveries 12 and later; figures go to inbox/ as CSV',
    ],
    ['corridor receive --since 2026-11-01T00:00:00Z', 'those made since then'],
    ['corridor receive --from 1 --stream', 'into the stream, for whoever takes it there'],
    ['corridor receive --office', 'the same of what is for your own office alone'],
  ],
  options: {
    from: { type: 'string', value: 'NUMBER', about: 'the first delivery' },
    since: { type: 'string', value: 'INSTANT', about: 'in UTC' },
    out: { type: 'string', value: 'FOLDER', about: 'write delivered figures there as CSV' },
    stream: { type: 'boolean', about: 'have them sent through the stream again' },
    office: { type: 'boolean', about: 'what is for your own office alone' },
  },
  notes: ['The hub decides anew: what no agreement grants today is not handed over again.'],
  load: load.receive,
}

const dead: Command = {
  name: 'deliveries dead',
  about:
    'list, as the operator, deliveries that could not be carried or were terminated again and again',
  examples: [['corridor deliveries dead --profile OPERATOR', 'whose, which, since when and why']],
  load: load.listDead,
}

const resend: Command = {
  name: 'deliveries resend',
  about: 'send dead deliveries of a recipient again, as the operator',
  examples: [
    ['corridor deliveries resend DK --profile OPERATOR', 'all of them'],
    ['corridor deliveries resend DK --number 7 --number 9', 'only these'],
  ],
  operands: [{ name: 'RECIPIENT', about: 'a participant' }],
  options: {
    number: {
      type: 'string',
      many: true,
      value: 'NUMBER',
      about: 'a delivery; may be repeated',
    },
  },
  load: load.resendDead,
}

const webhook: Command = {
  name: 'deliveries webhook',
  about: 'have deliveries posted to an address too, or see how that goes',
  examples: [
    ['corridor deliveries webhook https://stat.example.org/corridor', 'from now on'],
    ['corridor deliveries webhook', 'how far it has come, and what went wrong last'],
    ['corridor deliveries webhook --end', 'no more'],
  ],
  operands: [{ name: 'URL', about: 'https; http only on the hub’s own machine', optional: true }],
  options: {
    end: { type: 'boolean', about: 'post no more' },
    office: { type: 'boolean', about: 'what is for your own office alone' },
  },
  notes: [
    'Each delivery is posted as it was sealed; its signature stands in the header Corridor-Signature. Answer with 2xx once it is kept.',
  ],
  load: load.setWebhook,
}

const waiting: Command = {
  name: 'deliveries waiting',
  about: 'list your own figures that wait for your comment before they are handed over',
  examples: [['corridor deliveries waiting --profile BE', 'to whom, and until when']],
  load: load.deliveriesWaiting,
}

const stop: Command = {
  name: 'deliveries stop',
  about: 'stop the handing over of a message while the time for comment runs',
  examples: [
    ['corridor deliveries stop flows-2016 --reason "a figure is wrong"', 'to nobody'],
    ['corridor deliveries stop flows-2016 --recipient DK --reason "…"', 'not to Denmark'],
  ],
  operands: [{ name: 'MESSAGE', about: 'your own id of the message' }],
  options: {
    reason: { type: 'string', value: 'TEXT', about: 'why' },
    recipient: { type: 'string', value: 'PARTICIPANT', about: 'only this one' },
  },
  notes: ['What was handed over already is taken back by a retraction: publish it with action D.'],
  load: load.deliveriesStop,
}

const recall: Command = {
  name: 'recall',
  about: 'take a message back from everybody who has it, or list who has not confirmed yet',
  examples: [
    [
      'corridor recall migration-flow-3xK… --reason "a wrong file"',
      'withdraws every delivery of it',
    ],
    ['corridor recall --profile BE', 'who has not confirmed that it is destroyed'],
  ],
  operands: [{ name: 'ID', about: 'the message', optional: true }],
  options: {
    reason: { type: 'string', value: 'TEXT', about: 'why; it goes into the record' },
    all: { type: 'boolean', about: 'list also what is confirmed' },
  },
  notes: ['A recipient stays on the list until it confirms: corridor deliveries destroyed.'],
  load: load.recall,
}

const breach: Command = {
  name: 'breach',
  about:
    'list what was released in error: to whom, since when, who has destroyed it, until when notice is due',
  examples: [
    [
      'corridor breach --agreement BE-DK-2026 --clause 1 --period 2016',
      'looks, and changes nothing',
    ],
    [
      'corridor breach --agreement BE-DK-2026 --declare "the clause names the wrong state"',
      'withdraws it, and tells everybody who has it',
    ],
  ],
  options: {
    agreement: { type: 'string', value: 'ID', about: 'under this agreement' },
    clause: { type: 'string', value: 'NUMBER', about: 'of it, by this clause' },
    contract: { type: 'string', value: 'NAME', about: 'of this contract' },
    message: { type: 'string', value: 'ID', about: 'of this message' },
    recipient: {
      type: 'string',
      value: 'ID',
      about: 'to this participant with its offices, or to one office: DK-STAT',
    },
    period: { type: 'string', value: 'PERIOD', about: 'with figures of this period' },
    declare: { type: 'string', value: 'TEXT', about: 'declare it, and say what happened' },
  },
  notes: ['The clock of notice is the agreement’s own (breach-notice), from the declaration on.'],
  load: load.breach,
}

const destroyed: Command = {
  name: 'deliveries destroyed',
  about: 'confirm that withdrawn deliveries were destroyed',
  examples: [['corridor deliveries destroyed --number 7 --profile DK', 'signed, for the record']],
  options: {
    number: { type: 'string', many: true, value: 'NUMBER', about: 'a delivery; may be repeated' },
    office: { type: 'boolean', about: 'what is for your own office alone' },
  },
  load: load.confirmDestroyed,
}

/** Commands about what was handed over. */
export const deliveryCommands: readonly Command[] = [
  receive,
  recall,
  breach,
  destroyed,
  waiting,
  stop,
  dead,
  resend,
  webhook,
]
