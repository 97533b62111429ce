// SPDX-License-Identifier: Apache-2.0
import { TextDecoder } from 'node:util'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { unreadable } from './workbook-flaw'

/** What is told of an XML document, in its order. Names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** True when nothing more is wanted. */
  readonly enough?: () => boolean
}

const mostDepth = 64

/** Walks through an XML document as it comes. */
export async function walkXml(source: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const steps = stepsOfXml(source, listener)
  while ((await steps.next()).done !== true);
}

/**
 * The same walk in steps, so that what was told can be taken away in between. A document type is refused before anything
 * of it is read: no part of a workbook has one, and entities that name each other would grow without end.
 */
export async function* stepsOfXml(
  source: AsyncIterable<Buffer>,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('doctype', () => {
    throw unreadable(
      'the workbook has a document type declaration, which no spreadsheet program writes',
    )
  })
  parser.on('error', () => {
    throw unreadable('the workbook is damaged: a part of it is not XML. Save it again')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > mostDepth) throw unreadable('a part of the workbook is nested too deeply')
    listener.open?.(localName(tag.name), tag.attributes)
  })
  if (listener.text !== undefined) {
    parser.on('text', listener.text)
    parser.on('cdata', listener.text)
  }
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--
    listener.close?.(localName(tag.name))
  })
  let decoder: TextDecoder | undefined
  for await (const piece of source) {
    decoder ??= decoderOf(piece)
    parser.write(decode(decoder, piece))
    if (listener.enough?.() === true) return
    yield
  }
  parser.write(decode(decoder ?? new TextDecoder(), new Uint8Array()))
  parser.close()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

// XML is UTF-8 or UTF-16 with a byte order mark (XML 1.0, appendix F).
function decoderOf(first: Buffer): TextDecoder {
  const mark = first.subarray(0, 2).toString('hex')
  const encodings: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' }
  return new TextDecoder(encodings[mark] ?? 'utf-8', { fatal: true })
}

function decode(decoder: TextDecoder, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece.length > 0 })
  } catch {
    // The one thing that a strict decoder throws for.
    throw unreadable('the workbook is damaged: a part of it is not text. Save it again')
  }
}
