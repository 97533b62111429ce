// SPDX-License-Identifier: Apache-2.0
export { contractColumns, type ContractColumn } from './csv/contract-columns'
export { datasetsOfTable } from './csv/datasets-of-table'
export type { TableOptions, TableReading } from './csv/table-reading'
export { applyMapping, type MappedTable } from './mapping/apply-mapping'
export { mappingDigest } from './mapping/mapping-digest'
export { parseMapping } from './mapping/parse-mapping'
export type { FileOptions } from './reading/file-options'
export { readFile } from './reading/read-file'
export { readTableOfFile, type TableOfFileOptions } from './reading/read-table-of-file'
export { structureId } from './sdmx-csv/structure-id'
export { writeSdmxCsv, type SdmxCsvForm } from './sdmx-csv/write-sdmx-csv'
export { writeTsv } from './tsv/write-tsv'
export { writeCsv } from './writing/write-csv'
export type { WrittenPart } from './writing/written-part'
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
export { readXlsx, type XlsxOptions } from './xlsx/read-xlsx'
export { readXlsxTable, type XlsxTableOptions } from './xlsx/read-xlsx-table'
export { markedCopy } from './marked/marked-copy'
export type { MarkedProblem } from './marked/marked-problem'
export type { CsvManner } from './marked/mark-csv'
export { problemsCsv } from './marked/problems-csv'
export { writeCsvTemplate, writeTemplate, type TemplateOptions } from './template/write-template'
export type { OwnCodes, TemplateCode } from './template/template-columns'
export { parseSdmxJson } from './sdmx-json/parse-sdmx-json'
export type { SdmxJsonDataset, SdmxJsonMessage } from './sdmx-json/sdmx-json-message'
export { writeSdmxJson, type SdmxJsonForm } from './sdmx-json/write-sdmx-json'
