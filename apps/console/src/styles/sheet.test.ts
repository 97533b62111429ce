// SPDX-License-Identifier: Apache-2.0
import { brotliCompressSync } from 'node:zlib'
import { icon, stylesheet } from './index'

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
