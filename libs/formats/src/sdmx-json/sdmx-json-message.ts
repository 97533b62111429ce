// SPDX-License-Identifier: Apache-2.0
import type { FileProblem } from '../reading/file-reading'

/** A component of a data set with its text for each row: an id for coded values, empty where nothing is said. */
export interface SdmxJsonColumn {
  readonly id: string
  readonly role: 'dimension' | 'measure' | 'attribute'
  readonly cells: readonly string[]
}

/** A data set of an SDMX-JSON message, whichever layout it came in: a row for each observation. */
export interface SdmxJsonDataset {
  /** What its structure is called, as its links say: `ECB:EXR(1.0)`. The first is the one that data were asked for. */
  readonly structures: readonly string[]
  readonly action: string
  readonly columns: readonly SdmxJsonColumn[]
  /** The number of each row: observations of a message are counted from 1. */
  readonly rowNumbers: readonly number[]
}

/** A data message, and what of it could not be read. */
export interface SdmxJsonMessage {
  readonly version: '2.0' | '2.1' | undefined
  /** Every observation of the message, also those that could not be read. */
  readonly observations: number
  readonly datasets: readonly SdmxJsonDataset[]
  readonly problems: readonly FileProblem[]
}
