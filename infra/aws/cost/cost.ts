import '#infra/local/quiet.ts'
import { billFor, type Line, totalOf } from './bill.ts'
import { measure } from './measure.ts'
import prices from './prices.json' with { type: 'json' }
import { ACTIONS, MUNICIPALITIES, ONE_MUNICIPALITY, usageOf } from './usage.ts'

const usd = (value: number): string => value.toFixed(2).padStart(8)

const printBill = (title: string, lines: readonly Line[]): void => {
  console.log(
    `\n${title}\n${'service'.padEnd(24)}${'what'.padEnd(40)}${'list'.padStart(8)}  to pay  measured`,
  )
  for (const { service, what, list, toPay, from } of lines)
    console.log(`${service.padEnd(24)}${what.padEnd(40)}${usd(list)}${usd(toPay)}  ${from}`)
  console.log(`${'sum'.padEnd(64)}${usd(totalOf(lines, 'list'))}${usd(totalOf(lines, 'toPay'))}`)
}

/** `npm run cost`: does every action once on this machine, counts, and makes a month's bill of it. */
const run = async (): Promise<void> => {
  const measured = await measure()
  console.log(
    `Prices in ${prices.region} as noted on ${prices.asOf} (infra/aws/cost/prices.json says where each stands), ${prices.currency} a month.`,
  )
  console.log(
    `\n${'one action'.padEnd(20)}  reads  writes  requests   bytes   a month, ${ONE_MUNICIPALITY} employees`,
  )
  const usage = usageOf(ONE_MUNICIPALITY)
  for (const action of ACTIONS) {
    const { read, write, requests, bytes } = measured.actions[action]
    const row = [
      read.toFixed(1).padStart(7),
      String(write).padStart(8),
      String(requests).padStart(10),
      String(bytes).padStart(8),
    ]
    console.log(`${action.padEnd(20)}${row.join('')}   ${Math.round(usage.times[action])}`)
  }
  printBill(
    `One municipality of ${ONE_MUNICIPALITY} employees, ${usage.cards} cards`,
    billFor(measured, usage),
  )
  const each = billFor(measured, usageOf(MUNICIPALITIES.employees))
  const { count, employees } = MUNICIPALITIES
  printBill(`One of ${count}, ${employees} employees each`, each)
  console.log(
    `\nAll ${count}: ${usd(totalOf(each, 'toPay') * count).trim()} a month. Domain and mail come beside it.`,
  )
}

await run()
