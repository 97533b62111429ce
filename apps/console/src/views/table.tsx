// SPDX-License-Identifier: Apache-2.0
// Real tables. On a narrow page the sheet lays each row out as a card, which takes the table's meaning from the
// elements in some browsers: so the roles are said in words too, and each cell knows its column's name.
import type { ComponentChildren } from 'preact'

interface Inside {
  readonly children: ComponentChildren
  readonly look?: string
}

/** A table with its caption. */
export function Table(
  props: Inside & { readonly caption: string; readonly captionHidden?: boolean },
) {
  return (
    <table class={`table ${props.look ?? ''}`.trim()} role="table">
      <caption class={props.captionHidden === true ? 'hidden-text' : undefined}>
        {props.caption}
      </caption>
      {props.children}
    </table>
  )
}

/** The row of column names. */
export function Head({ children }: Inside) {
  return (
    <thead role="rowgroup">
      <tr role="row">{children}</tr>
    </thead>
  )
}

/** Rows that belong together. */
export function Rows({ children, look }: Inside) {
  return (
    <tbody role="rowgroup" class={look}>
      {children}
    </tbody>
  )
}

/** One row; `chosen` marks the one that the page shows beside the table. */
export function Row({ children, look, chosen }: Inside & { readonly chosen?: boolean }) {
  return (
    <tr role="row" class={look} aria-current={chosen === true ? 'true' : undefined}>
      {children}
    </tr>
  )
}

/** A column's name. */
export function ColumnName({ children, look }: Inside) {
  return (
    <th role="columnheader" scope="col" class={look}>
      {children}
    </th>
  )
}

/** A row's name; `rows` where it names several, `columns` where it stands over all of them. */
export function RowName(props: Inside & { readonly rows?: number; readonly columns?: number }) {
  const group = props.columns !== undefined || (props.rows ?? 1) > 1
  return (
    <th
      role="rowheader"
      scope={group ? 'rowgroup' : 'row'}
      rowSpan={props.rows}
      colSpan={props.columns}
      class={props.look}
    >
      {props.children}
    </th>
  )
}

/** A cell; `name` is its column's name, shown where the row is a card. */
export function Cell(props: Inside & { readonly name: string; readonly columns?: number }) {
  return (
    <td role="cell" class={props.look} data-name={props.name} colSpan={props.columns}>
      {props.children}
    </td>
  )
}
