// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'

/** What the documents may speak of: everything that is really there. */
export interface Known {
  /** Every file of the repository, as a path from its root. */
  readonly files: readonly string[]
  /** Refusal codes, code lists and names of the environment: what is written in capitals with underscores. */
  readonly names: ReadonlySet<string>
  readonly settings: ReadonlySet<string>
  readonly scripts: ReadonlySet<string>
}

/** A document: where it lies, and its text. */
export interface Document {
  readonly file: string
  readonly text: string
}

/** Every claim of a document that is not true, as a sentence each. */
export function falseClaims(document: Document, known: Known): string[] {
  return [
    ...falsePaths(document, known),
    ...falseLinks(document, known),
    ...falseNames(document, known),
    ...falseSettings(document, known),
    ...falseScripts(document, known),
    ...registries(document),
  ]
}

const unpublished = /^(node_modules|\.git|dist|coverage|\.cache|\.corridor.*|.*\.tsbuildinfo)$/

/** Every file below a folder that is neither installed, emitted nor a hub's own. */
export function filesOf(root: string, below = ''): string[] {
  return fs.readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    if (unpublished.test(entry.name)) return []
    const file = path.posix.join(below, entry.name)
    return entry.isDirectory() ? filesOf(root, file) : [file]
  })
}

function falsePaths({ file, text }: Document, known: Known): string[] {
  const run = [...text.matchAll(/\bnode ((?:apps|libs|deploy|test)\/[^\s`'"]+)/g)].map(first)
  const named = codeSpans(text)
    .flatMap((span) => span.split(/[\s,]+/))
    .filter(looksLikePath)
  return [...new Set([...run, ...named])]
    .filter((one) => !isThere(one, known.files))
    .map((one) => `${file} names the path ${one}, which does not exist`)
}

const rooms = /^(?:\.\/)?(?:apps|libs|contracts|deploy|test|docs|\.ci)\//
const rootFile = /^\.?[A-Za-z][\w.-]*\.(?:md|json|mjs|cjs)$|^\.(?:npmrc|swcrc|gitignore)$/

function looksLikePath(text: string): boolean {
  return rooms.test(text) || rootFile.test(text)
}

/** True where a file or folder has that path; `*`, `…` and `<service>` stand for anything in one name. */
function isThere(named: string, files: readonly string[]): boolean {
  const source = named
    .replace(/^\.\//, '')
    .replace(/[/.:;]+$/, '')
    .replace(/[#:]L?\d+$/, '')
    // What is emitted is there when its source is.
    .replace(/\/dist\/(.*)\.js$/, '/src/$1.ts')
  const pattern = source
    .replace(/<[^>]*>|\*+|…|NNNN(?:-title)?/g, '\0')
    .replace(/[.+^$()[\]\\|?]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`)
    .replaceAll('\0', '.*')
  const anywhere = source.includes('/') ? '' : '(.*/)?'
  const wanted = new RegExp(`^${anywhere}${pattern}(/.*)?$`)
  return files.some((file) => wanted.test(file))
}

function falseLinks({ file, text }: Document, known: Known): string[] {
  return [...withoutFences(text).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)]
    .map(first)
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => target.replace(/#.*$/, ''))
    .filter((target) => !isThere(path.posix.join(path.posix.dirname(file), target), known.files))
    .map((target) => `${file} links to ${target}, which does not exist`)
}

// Streams and inboxes of participants, and codes of the SDMX age list, are patterns and not names.
const patterned = /^(OUT|_INBOX)_|^Y_(GE|LT)\d+$/

function falseNames({ file, text }: Document, known: Known): string[] {
  return [...new Set(codeSpans(text))]
    .filter((span) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(span) && !patterned.test(span))
    .filter((span) => !known.names.has(span) && !known.settings.has(span))
    .map((span) => `${file} names ${span}, which is no refusal code, setting or code list`)
}

function falseSettings({ file, text }: Document, known: Known): string[] {
  return [...new Set([...text.matchAll(/\b(CORRIDOR_[A-Z][A-Z_]*)\b/g)].map(first))]
    .filter((name) => !known.settings.has(name))
    .map((name) => `${file} names the setting ${name}, which does not exist`)
}

function falseScripts({ file, text }: Document, known: Known): string[] {
  const run = [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(first)
  const short = [...text.matchAll(/\bnpm (start|test)\b/g)].map(first)
  return [...new Set([...run, ...short])]
    .filter((script) => !known.scripts.has(script))
    .map((script) => `${file} names the npm script ${script}, which does not exist`)
}

/** An address of a package registry belongs to a machine, not to a repository. */
export function registries({ file, text }: Document): string[] {
  return [
    ...new Set(
      text.match(/https?:\/\/[\w.:@-]*(?:registry|npmjs|artifactory|verdaccio|nexus)[\w.-]*/gi),
    ),
  ].map((address) => `${file} names the package registry ${address}`)
}

function codeSpans(text: string): string[] {
  return [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(first)
}

function withoutFences(text: string): string {
  return text.replace(/^( *)(```+|~~~+)[^\n]*\n[\s\S]*?^\1\2[^\n]*$/gm, '')
}

function first(match: RegExpMatchArray): string {
  return match[1] ?? ''
}
