// SPDX-License-Identifier: Apache-2.0
export { flowCsvColumns, readFlowCsv, writeFlowCsv } from './flow-csv'
