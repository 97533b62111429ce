// SPDX-License-Identifier: Apache-2.0
import { Script } from 'node:vm'
import { brotliCompressSync } from 'node:zlib'
import { icon, script, stylesheet } from './index'

describe('the sheet', () => {
  const { name, text } = stylesheet()

  it('is named by its content', () => {
    expect(name).toMatch(/^console\.[0-9a-f]{12}\.css$/)
    expect(icon().name).toMatch(/^icon\.[0-9a-f]{12}\.svg$/)
    expect(stylesheet()).toEqual({ name, text })
  })

  it('keeps to its budget, asks nobody else for anything, and is balanced', () => {
    expect(brotliCompressSync(text).length).toBeLessThan(12_000)
    expect(text).not.toMatch(/url\(|@import|@font-face/)
    expect(text.match(/{/g)).toHaveLength(text.match(/}/g)!.length)
  })

  it('has logical properties only, so that right-to-left needs no second sheet', () => {
    expect(text).not.toMatch(/(margin|padding|border)-(left|right|top|bottom)\b/)
    expect(text).not.toMatch(/[;{](left|right|width|height|max-width|min-width):/)
  })

  it('answers forced colours and paper', () => {
    expect(text).toContain('@media (forced-colors: active)')
    expect(text).toContain('@media print')
  })
})

describe('the one script', () => {
  it('is small, reads as a script, and asks nobody but the browser', () => {
    const { name, text } = script()
    expect(name).toMatch(/^passkey\.[0-9a-f]{12}\.js$/)
    expect(Buffer.byteLength(text)).toBeLessThan(4_000)
    expect(() => new Script(text)).not.toThrow()
    expect(text).not.toMatch(/fetch|XMLHttpRequest|innerHTML|eval|Function\(|https?:/)
  })
})
