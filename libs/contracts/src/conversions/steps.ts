// SPDX-License-Identifier: Apache-2.0

/** What a dimension that a version adds is before: the code that older figures are about, and the classification it is said in. */
export interface AddedDimension {
  readonly column: string
  /** The code of all older figures: a total, so that none of them comes to mean something else. */
  readonly total: string
  readonly classification?: string
}

/** What lies between two neighbouring versions of a contract. Both ways of converting follow from it. */
export interface Step {
  readonly contract: string
  readonly from: string
  readonly to: string
  readonly dimensions: readonly AddedDimension[]
  /** Optional attributes that the newer version adds: older figures have none of them. */
  readonly attributes: readonly string[]
}

const contributions = ['contributors', 'largestContribution', 'secondContribution']

/** Every step, oldest first. A new version of a contract adds one; `conversions.test.ts` refuses a version without it. */
export const steps: readonly Step[] = [
  {
    contract: 'migration-flow',
    from: '1.0.0',
    to: '1.1.0',
    dimensions: [{ column: 'education', total: '_T', classification: 'ISCED-2011' }],
    attributes: ['imputed'],
  },
  {
    contract: 'migration-flow',
    from: '1.1.0',
    to: '1.2.0',
    dimensions: [],
    attributes: ['cellKey'],
  },
  {
    contract: 'labour-market',
    from: '1.0.0',
    to: '1.1.0',
    dimensions: [],
    attributes: [...contributions, 'cellKey'],
  },
  {
    contract: 'work-permits',
    from: '1.0.0',
    to: '1.1.0',
    dimensions: [],
    attributes: [...contributions, 'cellKey'],
  },
  ...['migrant-stock', 'social-protection', 'deployment', 'temporary-mobility'].map((contract) => ({
    contract,
    from: '1.0.0',
    to: '1.1.0',
    dimensions: [],
    attributes: ['cellKey'],
  })),
]
