// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const file = {
  name: 'FILE',
  about: 'figures as CSV (one row a figure) or JSON (the data of migration-flow)',
} as const

const validate: Command = {
  name: 'validate',
  about: 'check figures by the same rules as the hub, with no network and no profile',
  examples: [
    ['corridor validate flows.csv', 'check a file'],
    ['corridor validate flows.csv --profile BE', 'check also that the figures are those of BE'],
  ],
  operands: [file],
  load: load.validate,
}

const publish: Command = {
  name: 'publish',
  about: 'check figures, seal them, send them, and wait for the signed receipt',
  examples: [
    [
      'corridor publish flows.csv --profile BE',
      'send a file; the same file twice gives the same receipt',
    ],
    ['corridor publish flows.csv --dry-run', 'check it and show what would be sent'],
    ['corridor publish --resume', 'send what waits in the outbox'],
  ],
  operands: [{ ...file, optional: true }],
  options: {
    resume: { type: 'boolean', about: 'send what waits in the outbox' },
    'dry-run': { type: 'boolean', about: 'check, and send nothing' },
  },
  notes: [
    'Where the hub cannot be reached, the sealed figures wait in the outbox (exit 6) and the same command is safe to repeat.',
  ],
  load: load.publish,
}

const receipts: Command = {
  name: 'receipts',
  about: 'list the receipts of the hub, or show one',
  examples: [
    ['corridor receipts --profile BE', 'what was accepted and what was refused, newest first'],
    ['corridor receipts 12 --profile BE', 'one receipt, by its position, message id or digest'],
  ],
  operands: [{ name: 'ID', about: 'position, message id or digest', optional: true }],
  load: load.receipts,
}

const subscribe: Command = {
  name: 'subscribe',
  about: 'take what partners and the hub have sent, as it comes',
  examples: [
    [
      'corridor subscribe --out inbox --profile DK',
      'go on until Ctrl-C; figures go to inbox/ as CSV',
    ],
    ['corridor subscribe --once --out inbox', 'take what waits, then end: for cron'],
  ],
  options: {
    once: { type: 'boolean', about: 'end when nothing new came for 2 seconds' },
    out: { type: 'string', value: 'FOLDER', about: 'write delivered figures there as CSV' },
  },
  notes: [
    "Everything taken is kept in the profile's inbox with its signature, so that it can be verified at any time.",
    'With --json it prints one object a line, as things come.',
  ],
  load: load.subscribe,
}

const verify: Command = {
  name: 'verify',
  about: 'prove who made a receipt, delivery, report or feed, and that nothing was changed since',
  examples: [
    [
      'corridor verify receipt.json --profile BE',
      'with the key of the hub that BE enrolled with; works off line',
    ],
    ['corridor verify report.json --hub-key hub.json', 'with a key that you have from elsewhere'],
    [
      'corridor verify receipt.json --journal',
      "ask also whether it stands in the hub's journal, and check its chain",
    ],
    [
      'corridor verify receipt.json --message sent.json',
      'prove that a receipt is about this very message',
    ],
  ],
  operands: [{ name: 'FILE', about: 'a sealed statement, as the inbox keeps them' }],
  options: {
    'hub-key': {
      type: 'string',
      value: 'FILE',
      about: "the hub's public key (JWK), or a file with its id and key",
    },
    journal: { type: 'boolean', about: "check the hub's journal too" },
    message: { type: 'string', value: 'FILE', about: 'the sealed message that a receipt is about' },
  },
  notes: ['Ends with 7 where anything does not match. Do not use such a file; call the operator.'],
  load: load.verify,
}

/** Commands about figures: out, in, and proof. */
export const figureCommands: readonly Command[] = [validate, publish, receipts, subscribe, verify]
