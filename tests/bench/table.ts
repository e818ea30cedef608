import { type Figure, shareOfLimit, type Unit } from './figure.ts'

const round = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const WRITTEN: Record<Unit, (value: number) => string> = {
  ms: value => `${round(value, value < 100 ? 1 : 0)} ms`,
  bytes: value => `${round(value, 0)} B`,
  count: value => round(value, 0),
  times: value => `${round(value, 2)} ×`,
  points: value => round(value, 0),
}

const limitOf = ({ unit, atMost, atLeast }: Figure): string => {
  if (atMost !== undefined) return `≤ ${WRITTEN[unit](atMost)}`
  return atLeast === undefined ? '' : `≥ ${WRITTEN[unit](atLeast)}`
}

const rowOf = (figure: Figure): string[] => {
  const share = shareOfLimit(figure)
  const ratio = share === undefined ? '' : round(share, 2)
  const verdict = share === undefined ? '' : share > 1 ? 'over' : 'ok'
  return [figure.what, WRITTEN[figure.unit](figure.value), limitOf(figure), ratio, verdict]
}

/** One bench's figures: what, how much, its limit, the share of the limit used, and whether that is over. */
export const printTable = (name: string, figures: readonly Figure[]): void => {
  const rows = [[name, 'figure', 'limit', 'ratio', ''], ...figures.map(rowOf)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  const lines = rows.map(row =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  console.log(`\n${lines.join('\n')}`)
}
