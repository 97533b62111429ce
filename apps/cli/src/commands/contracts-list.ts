// SPDX-License-Identifier: Apache-2.0
import {
  contracts,
  newestVersion,
  statisticalContracts,
  structure,
  type ContractName,
} from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import type { Answer, Call } from '../command'
import { contractText } from '../figures/contract-text'
import { table } from '../output/table'

interface Listed {
  readonly name: string
  readonly versions: readonly string[]
  readonly figures: boolean
  readonly about: string
}

/** Lists the contracts with their versions: those of figures first. */
export function listContracts({ world }: Call): Promise<Outcome<Answer>> {
  const names = [...new Set(contracts.map(({ name }) => name))]
  const listed = names.map((name): Listed => {
    const versions = contracts.filter((one) => one.name === name).map(({ version }) => version)
    // The contracts name them.
    const newest = newestVersion(name as ContractName)
    const about = structure(name)?.about ?? contractText(world.project, name, newest)
    return { name, versions, figures: statisticalContracts.includes(name), about }
  })
  const rows = [...listed].sort((a, b) => Number(b.figures) - Number(a.figures))
  const columns = [
    { name: 'Contract', of: ({ name }: Listed) => name },
    { name: 'Versions', of: ({ versions }: Listed) => versions.join(', ') },
    { name: 'Figures', of: ({ figures }: Listed) => (figures ? 'yes' : '') },
    { name: 'About', of: ({ about }: Listed) => firstSentence(about), most: 110 },
  ] as const
  return Promise.resolve(
    accept({
      text: `${table<Listed>(columns, rows)}\nMore: corridor contracts show NAME`,
      json: { contracts: rows },
    }),
  )
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text
}
