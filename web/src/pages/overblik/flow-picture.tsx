import { For } from 'solid-js'
import { flowAddress, type View } from './addresses.ts'
import { type Bar, type Frame, layFlows } from './flow-layout.ts'
import type { AreaName, Pair } from './sums.ts'

type Props = { areas: readonly AreaName[]; pairs: readonly Pair[]; view: View }

const WIDE: Frame = { width: 760, height: 470, gap: 18, left: 243, right: 517 }
const NARROW: Frame = { width: 340, height: 345, gap: 18, left: 61, right: 279 }
const BAR = 9

/** From those who gave to those who took. The table beside it says the same in words, so this is only looked at. */
export const FlowPicture = (props: Props) => (
  <figure class="flow-fig">
    <div class="flow-head small muted" aria-hidden="true">
      <span>Har givet</span>
      <span>Har taget til sig</span>
    </div>
    <Drawn {...props} frame={WIDE} named />
    <Drawn {...props} frame={NARROW} />
  </figure>
)

const Drawn = (props: Props & { frame: Frame; named?: boolean }) => {
  const laid = () => layFlows(props.areas, props.pairs, props.frame)
  return (
    <svg
      class="flow"
      aria-hidden="true"
      classList={{ wide: props.named, narrow: !props.named }}
      viewBox={`0 0 ${props.frame.width} ${laid().viewHeight}`}
    >
      <For each={laid().bands}>
        {band => (
          <g>
            <a
              href={flowAddress({ from: band.from.id, to: band.to.id, taken: 'true' }, props.view)}
              tabindex="-1"
            >
              <path class="band" classList={{ own: band.isOwn }} data-area={band.from.id} d={band.path}>
                <title>
                  {band.from.shortName} til {band.to.shortName}: {band.count}
                </title>
              </path>
            </a>
          </g>
        )}
      </For>
      <For each={laid().given}>
        {bar => <Side bar={bar} x={props.frame.left - BAR} outside={-1} named={props.named ?? false} />}
      </For>
      <For each={laid().taken}>
        {bar => <Side bar={bar} x={props.frame.right} outside={1} named={props.named ?? false} />}
      </For>
    </svg>
  )
}

/** A bar, and outside it the area's sign, how often, and in the wide picture its name. */
const Side = (props: { bar: Bar; x: number; outside: -1 | 1; named: boolean }) => {
  const middle = () => props.bar.y + props.bar.height / 2
  const isLeft = () => props.outside === -1
  const signAt = () => (isLeft() ? props.x - 24 : props.x + BAR + 8)
  const wordsAt = () => (isLeft() ? props.x - 32 : props.x + BAR + 32)
  const name = () => (props.named ? props.bar.area.shortName : '')
  return (
    <>
      <rect
        class="bar"
        data-area={props.bar.area.id}
        x={props.x}
        y={props.bar.y}
        width={BAR}
        height={props.bar.height}
      />
      <use
        class="sign"
        data-area={props.bar.area.id}
        href={`#a-${props.bar.area.id}`}
        x={signAt()}
        y={middle() - 8}
        width="16"
        height="16"
      />
      <text x={wordsAt()} y={middle() + 5} text-anchor={isLeft() ? 'end' : 'start'}>
        {isLeft() && name() ? `${name()} ` : ''}
        <tspan class="num">{props.bar.count}</tspan>
        {!isLeft() && name() ? ` ${name()}` : ''}
      </text>
    </>
  )
}
