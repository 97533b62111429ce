// SPDX-License-Identifier: Apache-2.0

/**
 * Bytes of a base64url text, or undefined when the text is not the one strict form of its bytes.
 * An attacker without the key can alter a lenient form (padding, white space, trailing bits) and still
 * verify, so a second spelling is never accepted.
 */
export function strictBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
