// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const list: Command = {
  name: 'offices list',
  about: 'show which office of your state releases its figures, by contract',
  examples: [['corridor offices list --profile BE', 'with who signed it; nobody else sees it']],
  load: load.officesList,
}

const name: Command = {
  name: 'offices name',
  about: 'name the office that releases your state’s figures by a contract, as a signatory',
  examples: [
    [
      'corridor offices name migration-flow STATBEL --profile BE',
      'what other offices send by it stays inside the state',
    ],
    [
      'corridor offices name migration-flow --nobody --profile BE',
      'the last message of any office is the state’s figure again',
    ],
  ],
  operands: [
    { name: 'CONTRACT', about: 'the contract: migration-flow' },
    { name: 'OFFICE', about: 'its code, as corridor participants show has it', optional: true },
  ],
  options: { nobody: { type: 'boolean', about: 'no office is named any more' } },
  notes: ['Figures that were sent before stay what they were.'],
  load: load.officesName,
}

const internal: Command = {
  name: 'reports internal',
  about: 'show how the offices of your own state compare on the same figures',
  examples: [
    [
      'corridor reports internal --profile BE',
      'two offices a figure, the largest differences first',
    ],
    ['corridor reports internal --period 2016 --differing', 'only where both count alike'],
  ],
  options: {
    contract: { type: 'string', value: 'NAME', about: 'by one contract' },
    period: { type: 'string', value: 'PERIOD', about: 'of one period' },
    differing: { type: 'boolean', about: 'only figures that ought to be one' },
  },
  notes: ['No other state, no committee, region or operator sees it.'],
  load: load.reportsInternal,
}

/** Commands about which office of a state says what. */
export const officesCommands: readonly Command[] = [list, name, internal]
