import { For, Show } from 'solid-js'
import type { Period } from '#shared/rules/vocabulary.ts'
import { figure } from '../../components/words/counts.ts'
import { Sign } from '../../ui/sign.tsx'
import { flowAddress } from './addresses.ts'
import { type AreaName, givenBy, type Pair, takenBy, totalsOf } from './sums.ts'

type Props = { areas: readonly AreaName[]; pairs: readonly Pair[]; period: Period }

/** The picture's numbers: the row gives, the column takes. Each leads to its cards. */
export const FlowMatrix = (props: Props) => {
  const takenFrom = (from: AreaName, to: AreaName): number =>
    props.pairs.find(pair => pair.from.id === from.id && pair.to.id === to.id)?.taken ?? 0
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
                  {to => <Cell count={takenFrom(from, to)} from={from} to={to} period={props.period} />}
                </For>
                <td class="sum">{figure(givenBy(props.pairs, from.id))}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">I alt</th>
            <For each={props.areas}>{to => <td>{figure(takenBy(props.pairs, to.id))}</td>}</For>
            <td>{figure(totalsOf(props.pairs).all)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const Cell = (props: { count: number; from: AreaName; to: AreaName; period: Period }) => (
  <td classList={{ own: props.from.id === props.to.id, none: props.count === 0 }}>
    <Show when={props.count > 0} fallback="–">
      <a href={flowAddress({ from: props.from.id, to: props.to.id }, props.period)}>
        {figure(props.count)}
        <span class="unseen">
          {' '}
          fra {props.from.shortName} til {props.to.shortName}
        </span>
      </a>
    </Show>
  </td>
)
