// SPDX-License-Identifier: Apache-2.0
export { flowCsvColumns, readFlowCsv, writeFlowCsv } from './flow-csv'
export type {
  FileFormat,
  FileNote,
  FilePart,
  FileProblem,
  FileReading,
  Place,
  Table,
  TableColumn,
} from './reading/file-reading'
