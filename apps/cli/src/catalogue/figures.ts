// SPDX-License-Identifier: Apache-2.0
import type { Command, Options } from '../command'
import { load } from './load'

const file = {
  name: 'FILE',
  about: 'figures as XLSX, CSV, SDMX-CSV, SDMX-JSON, TSV of Eurostat, or JSON by columns',
} as const

const checkOptions: Options = {
  contract: {
    type: 'string',
    value: 'NAME',
    about: 'the contract that the figures follow, where the file does not say it',
  },
  map: {
    type: 'string',
    value: 'MAPPING',
    about: "the mapping that turns the office's columns and codes into those of the contract",
  },
  period: {
    type: 'string',
    value: 'PERIOD',
    about: 'every row has to be about this period: 2025-Q4',
  },
  sheet: { type: 'string', value: 'NAME', about: 'the sheet of a workbook that holds the figures' },
  encoding: {
    type: 'string',
    value: 'NAME',
    about: 'the encoding of the file, where it was recognised wrongly: windows-1256',
  },
  set: {
    type: 'string',
    value: 'COLUMN=TEXT',
    many: true,
    about: 'what holds in every row for a column that the file leaves out',
  },
  note: {
    type: 'string',
    value: 'CODE=TEXT',
    many: true,
    about: 'why what a warning is about is right; it goes with the figures',
  },
  out: {
    type: 'string',
    value: 'FOLDER',
    about: 'where the copy with notes and the list of problems go; without it, beside the file',
  },
  'no-copy': { type: 'boolean', about: 'write neither of them' },
}

const validate: Command = {
  name: 'validate',
  about: 'check figures by the same rules as the hub, with no network and no profile',
  examples: [
    ['corridor validate q4.xlsx --contract work-permits --period 2025-Q4', 'check a workbook'],
    ['corridor validate flows.csv --profile BE', 'check also that the figures are those of BE'],
    ['corridor validate lfs.csv --map lfs.mapping.json', 'check a file with columns of its own'],
  ],
  operands: [file],
  options: checkOptions,
  notes: [
    'What is wrong is grouped by cause, the cause that most rows have first. The file comes back with a note beside each such row.',
    'Errors end with 3. Warnings do not, but they need a note before the figures can be sent: --note W510="checked: a new register"',
  ],
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
    ['corridor publish flows.csv --test', 'rehearse: the same rules, mixed with nothing'],
    ['corridor publish q4.xlsx --via http', 'where the broker cannot be reached'],
    ['corridor publish --resume', 'send what waits in the outbox'],
  ],
  operands: [{ ...file, optional: true }],
  options: {
    resume: { type: 'boolean', about: 'send what waits in the outbox' },
    'dry-run': { type: 'boolean', about: 'check, and send nothing' },
    'ask-hub': {
      type: 'boolean',
      about: 'with --dry-run: let the hub judge too, which knows what was stated before',
    },
    test: { type: 'boolean', about: 'send as a rehearsal, marked so inside what is signed' },
    'wrong-too': {
      type: 'boolean',
      about: 'with --test: send figures that are found wrong here, to see how the hub refuses them',
    },
    separate: {
      type: 'boolean',
      about: 'each dataset as a message of its own, even where all fit into one',
    },
    via: { type: 'string', value: 'WAY', about: 'bus (without it) or http' },
    wait: {
      type: 'string',
      value: 'SECONDS',
      about: 'how long a hub that does not answer is tried again (30)',
    },
    ...checkOptions,
  },
  notes: [
    'Where the hub cannot be reached, the sealed figures wait in the outbox (exit 6) and the same command is safe to repeat.',
    'Several datasets that fit into one message (64 datasets, 1,000,000 bytes) are taken as a whole or not at all; else each is a message of its own.',
  ],
  load: load.publish,
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
    'What an agreement grants to your own office alone is taken too; it has numbers of its own.',
    'With --json it prints one object a line, as things come.',
  ],
  load: load.subscribe,
}

const verify: Command = {
  name: 'verify',
  about:
    'prove who made a statement of the hub or signed an act, and that nothing was changed since',
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
    ['corridor verify signed/BE-DK-2026-3-signed.json', 'who signed an act, and with what key'],
    [
      'corridor verify .corridor/profiles/DK/inbox --profile DK',
      'a whole folder: that no delivery was left out, replaced or put elsewhere',
    ],
  ],
  operands: [
    { name: 'FILE', about: 'a sealed statement, as the inbox keeps them, or a folder of them' },
  ],
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
export const figureCommands: {
  readonly out: readonly Command[]
  readonly in: readonly Command[]
} = { out: [validate, publish], in: [subscribe, verify] }
