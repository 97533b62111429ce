// SPDX-License-Identifier: Apache-2.0
// Writes apps/<service>/schema.sql: a PostgreSQL of its own, every migration on it, then what pg_catalog says.
//   node deploy/local/schema.mjs
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { prepare, projectRoot } from './prepare.mjs'

const failed = await prepare({ say: (text) => console.log(text) })
if (failed === undefined) await writeSchemas()
else {
  console.error(failed)
  process.exitCode = 1
}

// The same ground as that of the test that compares (libs/testing/src/schema-text.pg.test.ts).
async function writeSchemas() {
  const require = createRequire(join(projectRoot, 'package.json'))
  const built = (name) => require(join(projectRoot, 'libs', 'testing', 'dist', name))
  await built('global-setup.js').default()
  try {
    const { freshDatabase, schemaText } = built('index.js')
    const database = await freshDatabase()
    for (const service of services()) writeWhole(service, await schemaText(database.url, service))
    await database.drop()
  } finally {
    await built('global-teardown.js').default()
  }
}

function services() {
  const apps = join(projectRoot, 'apps')
  return readdirSync(apps).filter((name) => existsSync(join(apps, name, 'migrations')))
}

function writeWhole(service, text) {
  const file = join(projectRoot, 'apps', service, 'schema.sql')
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === text
  console.log(`${isFresh ? 'fresh' : 'written'}: apps/${service}/schema.sql`)
  if (isFresh) return
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}
