// SPDX-License-Identifier: Apache-2.0
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@corridor/platform'
import { agreementOf, figures, type Figure } from './region-figures'

/** What one side of a corridor reports. */
export function figuresOf(agreement: string, reporter: string): readonly Figure[] {
  return figures.filter((one) => one.reporter === reporter && agreementOf(one) === agreement)
}

/** Figures as a file of the project's own form. */
export function csvOf(rows: readonly Figure[]): string {
  const lines = rows.map((one) =>
    [
      one.reporter,
      one.direction,
      one.origin,
      one.destination,
      one.period,
      one.value,
      one.minimumStay,
    ].join(','),
  )
  const head = 'reporter,direction,origin,destination,period,value,minimum_stay'
  return `${[head, ...lines].join('\n')}\n`
}

/** Figures of one reporter as the data of migration-flow. */
export function flowOf(rows: readonly Figure[]): object {
  const column = (name: keyof Figure): unknown => rows.map((row) => row[name])
  return {
    definition: {
      minimumStay: 'P12M',
      population: 'all',
      source: 'register',
      partnerConcept: 'residence',
      eventConcept: 'registration',
      ageDefinition: 'completed',
      periodConvention: 'calendar',
    },
    classifications: { occupation: 'ISCO-08', sector: 'ISIC-4' },
    frequency: 'A',
    rows: rows.length,
    reporter: column('reporter'),
    direction: column('direction'),
    origin: column('origin'),
    destination: column('destination'),
    period: column('period'),
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    value: column('value'),
    valueStatus: 'value',
    obsStatus: 'A',
    confStatus: 'F',
  }
}

/** Copies a profile to one whose hub is where nobody listens. */
export async function copyAway(
  profiles: string,
  { name, copy }: { readonly name: string; readonly copy: string },
): Promise<void> {
  const [http, nats] = [await freePort(), await freePort()]
  cpSync(join(profiles, name), join(profiles, copy), { recursive: true })
  const file = join(profiles, copy, 'profile.json')
  const facts = JSON.parse(readFileSync(file, 'utf8')) as { hub: object }
  const away = {
    http: `http://127.0.0.1:${String(http)}`,
    nats: `nats://127.0.0.1:${String(nats)}`,
  }
  writeFileSync(file, JSON.stringify({ ...facts, hub: { ...facts.hub, ...away } }))
}
