// SPDX-License-Identifier: Apache-2.0
import { frequencyOf } from '@corridor/contracts'

const inYear = { A: 1, S: 2, Q: 4, M: 12 } as const

/** The periods before one, the nearest first: `periodsBefore('2016-Q1', 2) // ['2015-Q4', '2015-Q3']`. */
export function periodsBefore(period: string, many: number): readonly string[] {
  const frequency = frequencyOf(period)
  const parts = inYear[frequency]
  const year = Number(period.slice(0, 4))
  const part = frequency === 'A' ? 1 : Number(period.slice(frequency === 'M' ? 5 : 6))
  const place = year * parts + part - 1
  return Array.from({ length: many }, (_, back) => {
    const earlier = place - back - 1
    const own = (earlier % parts) + 1
    const whole = String(Math.floor(earlier / parts))
    switch (frequency) {
      case 'A':
        return whole
      case 'M':
        return `${whole}-${String(own).padStart(2, '0')}`
      case 'S':
      case 'Q':
        return `${whole}-${frequency}${own}`
    }
  })
}
