// SPDX-License-Identifier: Apache-2.0
import {
  DOUBLE,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  SMALLINT,
  TINYINT,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'

/** DuckDB in this process, with nothing on disk and nothing but one folder within its reach. */
export interface Engine {
  run(sql: string): Promise<void>
  rows(sql: string): Promise<readonly Readonly<Record<string, DuckDBValue>>[]>
  /** Appends columns of numbers to a table. */
  append(table: string, columns: readonly Column[]): Promise<void>
  close(): void
}

/** A column of numbers, null where there is none. */
export interface Column {
  readonly type: 'tinyint' | 'smallint' | 'integer' | 'double'
  readonly values: readonly (number | null)[]
}

const types: Readonly<Record<Column['type'], DuckDBType>> = {
  tinyint: TINYINT,
  smallint: SMALLINT,
  integer: INTEGER,
  double: DOUBLE,
}
const chunkRows = 2048
const memoryLimit = '2GB'

/**
 * Opens DuckDB. What does not fit into its memory fails and is never spilt to disk; it reads and writes inside the folder alone, loads
 * no extension, and none of this can be changed any more.
 */
export async function openEngine(folder: string): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    temp_directory: '',
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  await connection.run(`set allowed_directories = ['${folder}']`)
  await connection.run('set enable_external_access = false')
  await connection.run('set lock_configuration = true')
  return {
    run: async (sql) => {
      await connection.run(sql)
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    append: (table, columns) => appendTo(connection, table, columns),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function appendTo(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
): Promise<void> {
  const appender = await connection.createAppender(table)
  const rows = columns[0]?.values.length ?? 0
  for (let from = 0; from < rows; from += chunkRows) {
    const chunk = DuckDBDataChunk.create(columns.map(({ type }) => types[type]))
    chunk.setColumns(columns.map(({ values }) => values.slice(from, from + chunkRows)))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
