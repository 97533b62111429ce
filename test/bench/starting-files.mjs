// SPDX-License-Identifier: Apache-2.0
// Good files of every form, made from the contracts' own examples, for the fuzzer to alter. The figures are synthetic.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeCsv, writeCsvTemplate, writeSdmxCsv, writeTemplate } from '@corridor/formats'

/** Files by name: CSV, SDMX-CSV of three versions, JSON, TSV and workbooks. */
export async function startingFiles(root) {
  const example = (contract, name) =>
    JSON.parse(
      readFileSync(join(root, `contracts/${contract}/1.0.0/examples/valid/${name}.json`), 'utf8'),
    )
  const data = example('migration-flow', 'synthetic-breakdowns-and-suppressed')
  const part = { contract: { name: 'migration-flow', version: '1.0.0' }, data }
  const text = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  return [
    { name: 'native.json', bytes: text(data) },
    { name: 'plain.csv', bytes: text(writeCsv([part])) },
    ...['1.0', '2.0', '2.1'].map((version) => ({
      name: `sdmx-${version}.csv`,
      bytes: text(writeSdmxCsv([part], { version })),
    })),
    {
      name: 'bulk.tsv',
      bytes: text('freq,unit,sex,age,geo\\TIME_PERIOD\t2015 \t2016 \nA,NR,T,TOTAL,BE\t1 b\t: c\n'),
    },
    { name: 'template.csv', bytes: text(writeCsvTemplate(part.contract).value) },
    { name: 'template.xlsx', bytes: Buffer.from((await writeTemplate(part.contract)).value) },
  ]
}
