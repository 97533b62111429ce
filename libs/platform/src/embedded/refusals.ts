// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'

/** Why the embedded servers were not started. The detail is one plain sentence with the remedy. */
export type EmbeddedCode =
  | 'HOME_NOT_WRITABLE'
  | 'HUB_ALREADY_RUNS'
  | 'PORT_TAKEN'
  | 'SERVER_NOT_FOUND'
  | 'SERVER_TOO_OLD'
  | 'SERVER_UNREACHABLE'
  | 'SERVER_NOT_STARTED'
  | 'ACCOUNT_SHUT_OUT'

/** What every step of starting gives. */
export type Started<Value> = Outcome<Value, EmbeddedCode>

/** Shows one line of progress to whoever started the hub. */
export type Progress = (text: string) => void
