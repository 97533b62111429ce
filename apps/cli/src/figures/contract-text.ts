// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the schema of a contract says that it is about; nothing where the folder of contracts is not at hand. */
export function contractText(project: string, name: string, version: string): string {
  try {
    const file = join(project, 'contracts', name, version, 'schema.json')
    const body: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const text: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, 'description') : ''
    return typeof text === 'string' ? text : ''
  } catch {
    return ''
  }
}
