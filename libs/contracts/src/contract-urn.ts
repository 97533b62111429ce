// SPDX-License-Identifier: Apache-2.0

/** A contract by name and version. */
export interface ContractRef {
  readonly name: string
  readonly version: string
}

/** @example contractUrn('migration-flow', '1.0.0') // 'urn:corridor:contract:migration-flow:1.0.0' */
export function contractUrn(name: string, version: string): string {
  return `urn:corridor:contract:${name}:${version}`
}

/** The name and version that a urn holds, or undefined where it is not written so. It may still name a contract that nobody knows. */
export function parseContractUrn(urn: string): ContractRef | undefined {
  const found = /^urn:corridor:contract:([a-z][a-z0-9-]{0,63}):(\d{1,4}\.\d{1,4}\.\d{1,4})$/.exec(
    urn,
  )
  const [, name, version] = found ?? []
  return name === undefined || version === undefined ? undefined : { name, version }
}
