import { type JSX, Match, Show, Switch } from 'solid-js'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import { DISCRETION_LABELS, EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import { useNames } from '../session/known.tsx'
import { Mark } from '../ui/mark.tsx'
import { StageSign } from '../ui/stage-sign.tsx'
import { From } from './from.tsx'
import { Marked } from './marked.tsx'
import { Trail } from './trail.tsx'
import { commentsWords, usersWords } from './words/counts.ts'
import { SNIPPET_LABELS, type SnippetField } from './words/snippet.ts'

type Props = {
  item: CatalogueItem
  /** Said instead of what the card itself would quote. */
  extra?: JSX.Element
  /** Above the card's own words: who points at it. */
  above?: JSX.Element
  /** While it is written: nothing to go to yet. */
  preview?: boolean
}

/** A card on the wall: whose, what, does it work, who uses it. Its one link covers all of it. */
export const Card = (props: Props) => {
  const names = useNames()
  const title = () => props.item.title ?? 'Et greb uden navn endnu'
  const snippet = () => props.item.highlight?.snippet
  const foundIn = (field: SnippetField) => (snippet()?.field === field ? snippet() : undefined)
  const foundElsewhere = () => snippet() !== undefined && !foundIn('summary') && !foundIn('title')
  return (
    <article class="card" classList={{ idea: props.item.stage === 'idea' }}>
      {props.above}
      <div class="body">
        <From
          unit={names()?.unitName(props.item.unitId) ?? props.item.unitId}
          area={names()?.area(props.item.areaId)}
        />
        <h3>
          <Show when={!props.preview} fallback={title()}>
            <a href={`/greb/${props.item.id}`} preload={false}>
              <Show when={props.item.highlight} fallback={title()}>
                {found => <Marked text={title()} ranges={found().title} />}
              </Show>
            </a>
          </Show>
        </h3>
        <p class="sum">
          <Show when={foundIn('summary')} fallback={props.item.summary}>
            {snippet => <Marked text={snippet().text} ranges={snippet().ranges} />}
          </Show>
        </p>
        <Show
          when={props.extra ?? (foundElsewhere() && <Found item={props.item} />)}
          fallback={<Quoted item={props.item} />}
        >
          {extra => <p class="extra">{extra()}</p>}
        </Show>
      </div>
      <div class="base">
        <div class="row">
          <Standing item={props.item} />
        </div>
        <Show when={props.item.adopters.length > 0}>
          <Trail origin={props.item.areaId} adopters={props.item.adopters} />
        </Show>
        <div class="row">
          <span>{usersWords(props.item.adopters)}</span>
          <span>{commentsWords(props.item.counts.comments)}</span>
        </div>
      </div>
    </article>
  )
}

/** Why it was found, where neither title nor sentence tells. */
const Found = (props: { item: CatalogueItem }) => (
  <Show when={props.item.highlight?.snippet}>
    {snippet => (
      <>
        {SNIPPET_LABELS[snippet().field]}: <Marked text={snippet().text} ranges={snippet().ranges} />
      </>
    )}
  </Show>
)

/** Does it work, and either where it stands or who may decide it. */
const Standing = (props: { item: CatalogueItem }) => (
  <Show
    when={props.item.stage !== 'idea'}
    fallback={
      <>
        <span class="said">{STAGE_LABELS.idea}</span>
        <Decides item={props.item} />
      </>
    }
  >
    <Show when={props.item.experience} fallback={<span class="said">Erfaring følger</span>}>
      {experience => (
        <span class="said">
          <Mark of={experience()} />
          {EXPERIENCE_LABELS[experience()]}
        </span>
      )}
    </Show>
    <Show when={props.item.stage !== 'in_use' && props.item.stage} fallback={<Decides item={props.item} />}>
      {stage => (
        <span>
          <span class="said">
            <StageSign of={stage()} />
            {STAGE_LABELS[stage()]}
          </span>
        </span>
      )}
    </Show>
  </Show>
)

const Decides = (props: { item: CatalogueItem }) => (
  <Show when={props.item.discretion}>{discretion => <span>{DISCRETION_LABELS[discretion()]}</span>}</Show>
)

/** One line of the journey: what it taught, what somebody says of it, or what went away. */
const Quoted = (props: { item: CatalogueItem }) => {
  const names = useNames()
  return (
    <Switch>
      <Match when={props.item.learned}>
        {learned => (
          <p class="extra">
            Det lærte vi: <b>{learned()}</b>
          </p>
        )}
      </Match>
      <Match when={props.item.voice}>
        {voice => (
          <p class="extra">
            »{voice().text}« <b>{names()?.unitName(voice().unitId)}</b>
          </p>
        )}
      </Match>
      <Match when={props.item.removed}>
        {removed => (
          <p class="extra">
            Det slap vi for: <b>{removed().what}</b>
          </p>
        )}
      </Match>
    </Switch>
  )
}
