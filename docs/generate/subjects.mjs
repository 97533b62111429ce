// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { code, page, table } from './markdown.mjs'

/** Facts, commands and participants' subjects, found in the code: who says them, who hears them. */
export function subjectsPage(root) {
  const sources = sourcesOf(path.join(root, 'apps'))
  const said = found(sources, /(?:\bfact\(|\bsubject:)\s*'([a-z]+\.[a-z-]+\.v\d+)'/g)
  const heard = found(sources, /(?:@EventPattern\(|^ {2})'([a-z]+\.[a-z-]+\.v\d+)',?/gm)
  const everywhere = path.join(root, 'libs/platform/src/store/code-extensions.ts')
  const [, codes] = /export const codesAdded = '([^']+)'/.exec(fs.readFileSync(everywhere, 'utf8'))
  heard.set(codes, new Set(['every service']))
  const owned = found(sources, /@MessagePattern\('([^']+)'\)/g)
  const out = found(sources, /\bstatement\(\s*[^,]+,\s*'(receipt|delivery|report|feed)'/g)
  return page('Subjects', 'the decorators and calls in `apps/*/src`', [
    `## Facts\n
Stream \`FACTS_<service>\`, subject \`<service>.<fact>.v<n>\`. Inside the hub's own account only; ids and digests, and the terms of
agreements, never figures.`,
    table(['Fact', 'Said by', 'Heard by'], rowsOf(merged(said, heard), said, heard)),
    `## Commands\n
Requests inside the hub's own account, \`<service>.command.<verb>.v<n>\`. The owner verifies the actor's own signature and decides.`,
    table(
      ['Command', 'Owner', 'Asked by'],
      rowsOf([...owned.keys()].sort(), owned, askedFor(sources, owned)),
    ),
    `## What participants send and take\n
In: \`corridor.submit.<participant>.<contract>\`, stream \`SUBMISSIONS\`. Out: \`corridor.out.<participant>.<kind>\`, stream
\`OUT_<participant>\` with the durable \`<participant>\`. Each message is a sealed CloudEvent, or several receipts one behind the other:
then \`Corridor-Lengths\` gives the bytes of each (\`612,640\`), and \`Corridor-Signature\` stands once for each, in the same order.`,
    table(
      ['Subject', 'Said by', 'Signed as'],
      [...out.keys()]
        .sort()
        .map((kind) => [
          code(`corridor.out.<participant>.${kind}`),
          names(out, kind),
          code(`corridor-${kind}`),
        ]),
    ),
  ])
}

function rowsOf(subjects, first, second) {
  return subjects.map((subject) => [code(subject), names(first, subject), names(second, subject)])
}

function merged(...maps) {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort()
}

function names(map, subject) {
  return [...(map.get(subject) ?? [])].sort().join(', ') || 'nobody yet'
}

/** Which services' sources name each match of a pattern. */
function found(sources, pattern) {
  const map = new Map()
  for (const { service, text } of sources) {
    for (const [, name] of text.matchAll(pattern)) {
      if (!map.has(name)) map.set(name, new Set())
      map.get(name).add(service)
    }
  }
  return map
}

// A caller names the whole subject, or makes it of `<service>.command.${verb}.v1` and calls of `ask('<verb>'`.
function askedFor(sources, owned) {
  const asked = new Map([...owned.keys()].map((subject) => [subject, new Set()]))
  for (const { service, text } of sources) {
    for (const [subject, owners] of owned) {
      const [owner, , verb] = subject.split('.')
      const composed =
        text.includes(`${owner}.command.\${verb}.v1`) && text.includes(`ask('${verb}'`)
      if (!owners.has(service) && (composed || text.includes(`'${subject}'`)))
        asked.get(subject).add(service)
    }
  }
  return asked
}

function sourcesOf(apps) {
  return fs
    .readdirSync(apps, { recursive: true })
    .filter((name) => /^[^/]+\/src\/.*\.ts$/.test(name) && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => ({
      service: name.split('/')[0],
      text: fs.readFileSync(path.join(apps, name), 'utf8'),
    }))
}
