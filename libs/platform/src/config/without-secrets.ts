// SPDX-License-Identifier: Apache-2.0

/** An address (or several, by commas) as it may be printed: passwords and tokens are replaced by stars. */
export function withoutSecrets(addresses: string): string {
  if (addresses === '') return ''
  return addresses.split(',').map(withoutSecret).join(',')
}

function withoutSecret(address: string): string {
  // What does not parse may hide a password anywhere.
  if (!URL.canParse(address)) return '***'
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  // nats://token@host: a lone user name is a token.
  if (url.password === '' && url.username !== '' && !url.protocol.startsWith('postgres'))
    url.username = '***'
  for (const name of [...url.searchParams.keys()]) {
    if (/pass|secret|token|key/i.test(name)) url.searchParams.set(name, '***')
  }
  return url.href
}
