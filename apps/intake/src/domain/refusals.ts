// SPDX-License-Identifier: Apache-2.0
import type { ProblemCode } from '@corridor/contracts'
import type { OpenRefusal } from '@corridor/message'

/** Why a message was refused at the way in. Codes are stable for ever. */
export type IntakeRefusal =
  | OpenRefusal
  | ProblemCode
  | 'KEY_OF_ANOTHER_PARTICIPANT'
  | 'ENVELOPE_WRONG'
  | 'SOURCE_NOT_SUBJECT'
  | 'TIME_IN_FUTURE'
  | 'CONTRACT_UNKNOWN'
  | 'CONTRACT_VERSION_UNKNOWN'
  | 'CONTRACT_NOT_OF_SUBJECT'
  | 'CONTENT_WRONG'
  | 'COLUMN_LENGTH_WRONG'
  | 'CODE_UNKNOWN'
  | 'VALUE_STATUS_WRONG'
  | 'ROW_TWICE'
  | 'DIRECTION_WRONG'
  | 'REPORTER_NOT_SENDER'
  | 'REPORT_NOT_AGREED'
  | 'CONTRIBUTIONS_WRONG'
  | 'CELL_KEYS_NOT_SUM'
  | 'ID_TAKEN'
