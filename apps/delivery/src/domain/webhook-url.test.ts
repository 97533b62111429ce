// SPDX-License-Identifier: Apache-2.0
import { isInner, judgeWebhookUrl, webhookBackOffSeconds } from './webhook-url'

const judge = (url: string): boolean => judgeWebhookUrl(url, ['5432', '4222']).ok

describe('the address of a webhook', () => {
  it('is https anywhere, or http on this machine', () => {
    for (const url of [
      'https://stat.example.org/in',
      'http://127.0.0.1:9000/in',
      'http://[::1]:9000/',
    ])
      expect([url, judge(url)]).toEqual([url, true])
  })

  it.each([
    'http://stat.example.org/in',
    'ftp://stat.example.org/in',
    'file:///etc/passwd',
    'https://user:secret@stat.example.org/',
    'https://stat.example.org/#part',
    'http://127.0.0.1:5432/',
    'http://localhost:4222/',
    'http://127.0.0.1/',
    'http://127.1:5432/',
    'http://0x7f.1:4222/',
    'https://10.0.0.1/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest',
    'no address',
  ])('is refused: %s', (url) => {
    expect(judge(url)).toBe(false)
  })
})

describe('an address behind a name', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
  ])('is inner: %s', (address) => {
    expect(isInner(address)).toBe(true)
  })

  it.each(['93.184.216.34', '172.32.0.1', '2a00:1450::1'])('is public: %s', (address) => {
    expect(isInner(address)).toBe(false)
  })
})

describe('tries after failures', () => {
  it('come later each time, and at least once an hour', () => {
    expect([1, 2, 3, 20].map(webhookBackOffSeconds)).toEqual([2, 4, 8, 3_600])
  })
})
