// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { agreementCommands } from './agreements'
import { contractCommands } from './contracts'
import { deliveryCommands } from './deliveries'
import { exchangeCommands } from './exchange'
import { figureCommands } from './figures'
import { keyCommands } from './keys'
import { ledgerCommands } from './ledger'
import { officeCommands } from './office'
import { officesCommands } from './offices'
import { reviewCommands } from './reviews'
import { joiningCommands, registerCommands } from './register'
import { roundCommands } from './rounds'

/** Every command, in the order of help. */
export const commands: readonly Command[] = [
  ...officeCommands.joining,
  ...joiningCommands,
  ...contractCommands.files,
  ...figureCommands.out,
  ...exchangeCommands,
  ...figureCommands.in,
  ...deliveryCommands,
  ...ledgerCommands,
  ...contractCommands.law,
  ...agreementCommands,
  ...roundCommands,
  ...reviewCommands,
  ...keyCommands,
  ...registerCommands,
  ...officesCommands,
  ...officeCommands.running,
]
