// SPDX-License-Identifier: Apache-2.0

/** A page of the reference: title, where it comes from, and its parts. */
export function page(title, source, parts) {
  const made = `Written by \`docs/generate/main.mjs\` from ${source}. Change that, not this page.`
  return `${[`# ${title}`, made, ...parts].join('\n\n')}\n`
}

/** A table; a cell may hold anything. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Text as code, or nothing where there is none. */
export function code(text) {
  return text === undefined || text === '' ? '' : `\`${text}\``
}

function cell(text) {
  return String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
}
