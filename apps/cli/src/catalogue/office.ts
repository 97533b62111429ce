// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const keygen: Command = {
  name: 'keygen',
  about: "make the office's keys, or show the fingerprint of those that are there",
  examples: [
    ['corridor keygen --profile BE', 'make the keys of the profile BE'],
    ['corridor keygen --profile BE --json', 'the same, for a program'],
  ],
  notes: ['The private keys never leave the profile’s folder. Nothing is sent.'],
  load: load.keygen,
}

const enrol: Command = {
  name: 'enrol',
  about: 'exchange a one-time code for a place at a hub',
  examples: [
    [
      'corridor enrol --code-file code.txt --office STAT:Statbel --profile BE',
      'enrol with the code of the letter',
    ],
    ['corridor enrol --office STAT:Statbel --profile BE', 'the same; the code is asked for'],
    [
      'corridor enrol --hub https://hub.example.org --dry-run',
      'look at the hub and its key; send nothing',
    ],
  ],
  options: {
    code: { type: 'string', value: 'CODE', about: 'the one-time code of the operator' },
    'code-file': { type: 'string', value: 'FILE', about: 'a file that holds the code' },
    hub: {
      type: 'string',
      value: 'ADDRESS',
      about: "the hub's address; without it, the hub on this machine",
    },
    office: {
      type: 'string',
      value: 'CODE:NAME',
      about: 'the office that speaks for the participant',
    },
    'dry-run': { type: 'boolean', about: 'show what would be sent, and send nothing' },
  },
  notes: [
    'The key of the hub is kept with the profile: from then on, statements that another key made are not believed.',
  ],
  load: load.enrol,
}

const config: Command = {
  name: 'config',
  about: 'show every setting, its value and where it comes from',
  examples: [
    ['corridor config', 'the table'],
    ['corridor config --json', 'the same, for a program'],
  ],
  notes: ['Passwords are never shown.'],
  anySettings: true,
  load: load.config,
}

const status: Command = {
  name: 'status',
  about: 'show the connection, the services, counts, the outbox and the key',
  examples: [['corridor status --profile BE', 'how things stand for the profile BE']],
  load: load.status,
}

const doctor: Command = {
  name: 'doctor',
  about: 'look for what is wrong on this machine and on the way to the hub',
  examples: [['corridor doctor --profile BE', 'a list with OK, LOOK and STOP, and what to do']],
  options: {
    hub: { type: 'string', value: 'ADDRESS', about: "the hub's address, where no profile says it" },
  },
  anySettings: true,
  load: load.doctor,
}

const consoleCommand: Command = {
  name: 'console',
  about: 'print a link that opens the console once, as this profile',
  examples: [['corridor console --profile SE', 'a link for five minutes']],
  notes: ['Whoever opens the link first is you: do not send it to anybody.'],
  load: load.console,
}

const help: Command = {
  name: 'help',
  about: 'explain a command or the code of a problem',
  examples: [
    ['corridor help publish', 'a command'],
    ['corridor help agreements sign', 'a command of two words'],
    ['corridor help E201', 'a problem, by its number or its code'],
  ],
  operands: [
    { name: 'WORD', about: 'a command, or a code', optional: true },
    { name: 'SECOND', about: "the command's second word", optional: true },
  ],
  anySettings: true,
  load: load.help,
}

const demonstration: Command = {
  name: 'demonstration',
  about: 'play the demonstration region; the hub does it on its first start',
  examples: [
    ['corridor demonstration --hub http://127.0.0.1:8080', 'play it, or show what was played'],
  ],
  options: { hub: { type: 'string', value: 'ADDRESS', about: "the hub's address" } },
  hidden: true,
  load: load.demonstration,
}

/** Commands of an office about itself: those to begin with, and those for every day. */
export const officeCommands: {
  readonly joining: readonly Command[]
  readonly running: readonly Command[]
} = {
  joining: [keygen, enrol],
  running: [config, status, doctor, consoleCommand, help, demonstration],
}
