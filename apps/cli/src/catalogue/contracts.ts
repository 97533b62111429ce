// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const template: Command = {
  name: 'template',
  about: 'write an empty file to be filled in, with the code lists of a contract',
  examples: [
    ['corridor template work-permits', 'a workbook with a sheet for each code list'],
    ['corridor template work-permits --map permits.mapping.json', "with the office's own codes"],
    [
      'corridor template migration-flow --format csv --out flows.csv',
      'only the names of the columns',
    ],
  ],
  operands: [{ name: 'CONTRACT', about: 'as corridor contracts list names it' }],
  options: {
    format: { type: 'string', value: 'FORMAT', about: 'xlsx (without it) or csv' },
    out: { type: 'string', value: 'FILE', about: 'the file; without it, named by the contract' },
    map: { type: 'string', value: 'MAPPING', about: 'take the codes of this mapping' },
  },
  load: load.template,
}

const map: Command = {
  name: 'map',
  about: "propose how a file's own columns and codes become those of a contract",
  examples: [
    [
      'corridor map permits.csv --contract work-permits',
      'guess columns and codes, ask for the rest',
    ],
    [
      'corridor map --check permits.mapping.json permits.csv',
      'say what the mapping lacks for a file',
    ],
  ],
  operands: [{ name: 'FILE', about: 'a file with columns of its own: CSV, XLSX or TSV' }],
  options: {
    contract: {
      type: 'string',
      value: 'NAME',
      about: 'the contract; without it, the one that fits best',
    },
    out: { type: 'string', value: 'FILE', about: 'the mapping; without it, named by the file' },
    check: { type: 'string', value: 'MAPPING', about: 'check this mapping instead' },
    sheet: { type: 'string', value: 'NAME', about: 'the sheet of a workbook' },
    encoding: { type: 'string', value: 'NAME', about: 'the encoding of the file' },
  },
  notes: [
    'Where nobody is there to answer, what could not be guessed is marked "?" in the mapping.',
    'A dataset that was made by a mapping says by which: its id and digest travel with the figures.',
  ],
  load: load.map,
}

const list: Command = {
  name: 'contracts list',
  about: 'list the contracts with their versions',
  examples: [['corridor contracts list', 'what figures come by, and all other contracts']],
  load: load.listContracts,
}

const show: Command = {
  name: 'contracts show',
  about: 'show what a contract asks for: dimensions, codes, attributes, columns of a file',
  examples: [['corridor contracts show work-permits', 'one contract']],
  operands: [{ name: 'NAME', about: 'the contract' }],
  load: load.showContract,
}

const check: Command = {
  name: 'contracts check',
  about:
    'decide whether a version of a contract may follow those before it, and whom it would break',
  examples: [
    ['corridor contracts check', 'every version that there is'],
    ['corridor contracts check --proposed new/migration-flow/1.2.0', 'a version to be'],
  ],
  options: {
    proposed: {
      type: 'string',
      value: 'FOLDER',
      about: 'a folder of contracts, of one contract, or of one version',
    },
    mode: {
      type: 'string',
      value: 'MODE',
      about: 'BACKWARD_TRANSITIVE (without it), BACKWARD, FORWARD, FULL, their _TRANSITIVE, NONE',
    },
  },
  notes: [
    'Ends with 3 where a version may not follow, with the reasons and a document that shows them.',
  ],
  load: load.checkContracts,
}

const acceptVersion: Command = {
  name: 'contracts accept',
  about: 'say in which version of a contract your participant takes what it receives',
  examples: [['corridor contracts accept migration-flow 1.0.0 --profile BE', 'stay with 1.0.0']],
  operands: [
    { name: 'NAME', about: 'the contract' },
    { name: 'VERSION', about: 'the version, as corridor contracts list names it' },
  ],
  notes: [
    'The hub converts what others send in another version; rows that yours has no words for are left out.',
    'Who says nothing gets figures in the version that they were sent in.',
  ],
  load: load.acceptContract,
}

const codes: Command = {
  name: 'codes',
  about: 'look codes up, with those that the hub has added',
  examples: [
    ['corridor codes CL_AREA viet', 'codes whose label has a text in it'],
    ['corridor codes ISCO-08 2221', 'codes that begin so'],
  ],
  operands: [
    { name: 'LIST', about: 'a code list or classification: CL_AREA, ISCO-08' },
    { name: 'SEARCH', about: 'a code or part of a label', optional: true },
  ],
  load: load.codes,
}

const codesUpdate: Command = {
  name: 'codes update',
  about: 'fetch the codes that the hub has added, for checks on this machine',
  examples: [
    [
      'corridor codes update --profile BE',
      'now and then, or where the hub knows a code and this machine does not',
    ],
  ],
  load: load.updateCodes,
}

const codesAdd: Command = {
  name: 'codes add',
  about: 'add codes to a code list as the operator, with no new release',
  examples: [
    ['corridor codes add areas.json --profile OPERATOR', 'for every office of the hub'],
    ['corridor codes add areas.json --dry-run', 'only check whether they can be added'],
  ],
  operands: [{ name: 'FILE', about: 'JSON that follows the contract codelist-extension' }],
  options: { 'dry-run': { type: 'boolean', about: 'check, and send nothing' } },
  load: load.addCodes,
}

/** Commands about contracts: files made for them, and what they say. */
export const contractCommands: {
  readonly files: readonly Command[]
  readonly law: readonly Command[]
} = {
  files: [template, map],
  law: [list, show, check, acceptVersion, codes, codesUpdate, codesAdd],
}
