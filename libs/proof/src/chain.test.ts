// SPDX-License-Identifier: Apache-2.0
import { checkChain, genesis, linkHash, type Leaf, type Link } from './chain'

const leaf = (n: number): Leaf => ({
  kind: 'receipt',
  digest: `sha-256:${String(n)}`,
  at: '2026-11-23T09:12:00.000Z',
})

function chainOf(size: number): Link[] {
  const links: Link[] = []
  let previous = genesis
  for (let position = 1; position <= size; position++) {
    const hash = linkHash(previous, position, leaf(position))
    links.push({ ...leaf(position), position, hash })
    previous = hash
  }
  return links
}

describe('a journal chain', () => {
  it('checks from the first line to the last and can go on from there', () => {
    const links = chainOf(5)
    const half = checkChain(links.slice(0, 2))
    if (!half.ok) throw new Error(half.refusal.detail)
    expect(checkChain(links.slice(2), half.value)).toEqual({
      ok: true,
      value: { position: 5, hash: links[4]?.hash },
    })
  })

  it('is broken when a line is altered, taken out, or put elsewhere', () => {
    const links = chainOf(4)
    const altered = links.map((link) => (link.position === 2 ? { ...link, digest: 'other' } : link))
    const without = links.filter((link) => link.position !== 3)
    const swapped = [links[1], links[0], links[2], links[3]].flatMap((link) => link ?? [])
    for (const bad of [altered, without, swapped]) {
      expect(checkChain(bad)).toMatchObject({ ok: false, refusal: { code: 'CHAIN_BROKEN' } })
    }
  })
})
