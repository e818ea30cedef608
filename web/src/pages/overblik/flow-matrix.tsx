import { For } from 'solid-js'
import { figure } from '../../components/words/counts.ts'
import { Sign } from '../../ui/sign.tsx'
import { flowAddress, type View } from './addresses.ts'
import { Opened } from './opened.tsx'
import { type AreaName, givenBy, type Pair, takenBy, totalsOf } from './sums.ts'

type Props = { areas: readonly AreaName[]; pairs: readonly Pair[]; view: View }

/** The picture's numbers: the row gives, the column takes. Each leads to its cards. */
export const FlowMatrix = (props: Props) => {
  const takenFrom = (from: AreaName, to: AreaName): number =>
    props.pairs.find(pair => pair.from.id === from.id && pair.to.id === to.id)?.taken ?? 0
  /** With one area chosen, a sum of another is of what went between the two. */
  const within = (side: 'from' | 'to', other: AreaName) => {
    const { area } = props.view
    return area === undefined || area === other.id ? {} : { [side]: area }
  }
  return (
    <div class="scroll">
      <table class="matrix">
        <caption>
          Rækken giver, kolonnen tager. Antal enheder, der bruger, prøver eller har prøvet et greb.
        </caption>
        <thead>
          <tr>
            <td />
            <For each={props.areas}>
              {area => (
                <th scope="col">
                  <span class="unseen">{area.shortName}</span>
                  <Sign area={area.id} />
                </th>
              )}
            </For>
            <th scope="col" class="sum">
              I alt
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.areas}>
            {from => (
              <tr>
                <th scope="row">
                  <span>
                    <Sign area={from.id} />
                    <span class="long">{from.shortName}</span>
                  </span>
                </th>
                <For each={props.areas}>
                  {to => <Cell count={takenFrom(from, to)} from={from} to={to} view={props.view} />}
                </For>
                <td class="sum">
                  <Opened
                    count={givenBy(props.pairs, from.id)}
                    href={flowAddress({ from: from.id, ...within('to', from), taken: 'true' }, props.view)}
                    words={`fra ${from.shortName}`}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">I alt</th>
            <For each={props.areas}>
              {to => (
                <td>
                  <Opened
                    count={takenBy(props.pairs, to.id)}
                    href={flowAddress({ ...within('from', to), to: to.id, taken: 'true' }, props.view)}
                    words={`taget til sig i ${to.shortName}`}
                  />
                </td>
              )}
            </For>
            <td>{figure(totalsOf(props.pairs).all)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const Cell = (props: { count: number; from: AreaName; to: AreaName; view: View }) => (
  <td classList={{ own: props.from.id === props.to.id, none: props.count === 0 }}>
    <Opened
      count={props.count}
      href={flowAddress({ from: props.from.id, to: props.to.id, taken: 'true' }, props.view)}
      words={`fra ${props.from.shortName} til ${props.to.shortName}`}
    />
  </td>
)
