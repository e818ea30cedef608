import { createAsync } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import type { Kindred } from '#shared/contract/catalogue.ts'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { getLineageTree } from '../../api/catalogue.ts'
import { useHere } from '../../session/here.tsx'
import { Sign } from '../../ui/sign.tsx'
import { hiddenBecause } from './kin.ts'

/** The card among all that it grew from, and all that grew from it. */
export const Family = (props: { card: InitiativePage }) => (
  <Show when={props.card.lineage.from || props.card.lineage.derived.length > 0}>
    <Suspense>
      <Tree id={props.card.id} />
    </Suspense>
  </Show>
)

const Tree = (props: { id: string }) => {
  // The nearest are told of above: no tree is no loss.
  const items = createAsync(() => getLineageTree(props.id).catch(() => []))
  return (
    <Show when={(items()?.length ?? 0) > 1 && items()}>
      {items => (
        <section class="stack" aria-labelledby="slaegt">
          <h2 id="slaegt">Grebets slægt</h2>
          <div class="sheet">
            <Branch items={items()} from={undefined} id={props.id} />
          </div>
        </section>
      )}
    </Show>
  )
}

type BranchProps = { items: readonly Kindred[]; from: string | undefined; id: string }

/** All cards made from one, each with its own branch. */
const Branch = (props: BranchProps) => {
  const here = useHere()
  const kin = () => props.items.filter(({ fromId }) => fromId === props.from)
  return (
    <Show when={kin().length > 0}>
      <ol class="family">
        <For each={kin()}>
          {one => (
            <li>
              <p>
                <Sign area={one.areaId} open={one.status === 'withdrawn'} />
                <Name kin={one} isHere={one.id === props.id} />{' '}
                <span class="muted">{here().organisation.unitName(one.unitId) ?? one.unitId}</span>
              </p>
              <Branch items={props.items} from={one.id} id={props.id} />
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}

const Name = (props: { kin: Kindred; isHere: boolean }) => (
  <Show when={props.kin.title} fallback={<em>Et kort, der er {hiddenBecause(props.kin)}</em>}>
    {title => (
      <Show
        when={!props.isHere}
        fallback={
          <strong>
            <span class="unseen">Dette kort: </span>
            {title()}
          </strong>
        }
      >
        <a href={`/greb/${props.kin.id}`}>{title()}</a>
      </Show>
    )}
  </Show>
)
