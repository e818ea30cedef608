import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Reports } from '#shared/contract/moderation.ts'
import { getChosenUnits, getReports, getTrail, settleReport } from '../../api/moderation.ts'
import { SayWhy } from '../../components/form/say-why.tsx'
import { longDate } from '../../components/words/dates.ts'
import { useKnown, useNames } from '../../session/known.tsx'
import { ChosenUnit } from './chosen-unit.tsx'
import { Paged } from './paged.tsx'
import { Told } from './told.tsx'

/** Moderation: what was reported, who chose a unit, and what was done. For moderators. */
export const ModerationPage = () => {
  const session = useKnown()
  const isModerator = () => session()?.person.roles.includes('moderator')
  return (
    <Show when={session()}>
      <Show when={isModerator()} fallback={<NotForYou />}>
        <div class="stack roomy">
          <h1>Moderation</h1>
          <ReportList />
          <UnitList />
          <TrailList />
        </div>
      </Show>
    </Show>
  )
}

const NotForYou = () => (
  <div class="state">
    <h1>Her er kun moderatorer</h1>
    <p>Vil du gøre opmærksom på en tekst, så brug »Anmeld« ved teksten.</p>
  </div>
)

const ReportList = () => (
  <section class="stack" aria-labelledby="anmeldt">
    <h2 id="anmeldt">Anmeldt</h2>
    <Paged read={getReports} empty="Ingen har anmeldt noget.">
      {report => <ReportItem report={report} />}
    </Paged>
  </section>
)

const ReportItem = (props: { report: Reports['items'][number] }) => {
  const names = useNames()
  const { report } = props
  const place = () => {
    const { initiativeId, commentId, unitId } = report.target
    const part = commentId ?? (unitId === undefined ? undefined : `fra-${unitId}`)
    return part === undefined ? `/greb/${initiativeId}` : `/greb/${initiativeId}#${part}`
  }
  return (
    <article class="sheet stack">
      <p class="meta">
        <b>{report.author.name}</b>, {names()?.unitName(report.author.unitId)},{' '}
        <time datetime={report.createdAt}>{longDate(report.createdAt)}</time>
      </p>
      <p class="prose">»{report.reason}«</p>
      <p>
        <a class="tap" href={place()}>
          {report.title ?? 'Teksten er her ikke længere'}
        </a>
      </p>
      <Show when={report.excerpt}>{excerpt => <blockquote class="prose">{excerpt()}</blockquote>}</Show>
      <Show
        when={report.outcome}
        fallback={
          <div class="actions">
            <SayWhy
              ask="Teksten er i orden"
              send="Send svaret"
              label={`Svar ${report.author.name}`}
              onSend={answer => settleReport(report.id, { outcome: 'kept', answer })}
            />
            <SayWhy
              ask="Jeg har skjult den"
              send="Send svaret"
              label={`Svar ${report.author.name}`}
              hint="Skjul først teksten på kortet, så den, der skrev den, får at vide hvorfor."
              onSend={answer => settleReport(report.id, { outcome: 'hidden', answer })}
            />
          </div>
        }
      >
        <p class="muted">
          {report.outcome === 'hidden' ? 'Skjult' : 'I orden'}: {report.answer}
        </p>
      </Show>
    </article>
  )
}

const UnitList = () => {
  const units = createAsync(() => getChosenUnits())
  return (
    <section class="stack" aria-labelledby="enheder">
      <h2 id="enheder">Har selv valgt enhed</h2>
      <Show when={units()?.items.length === 0}>
        <p class="muted">Ingen venter.</p>
      </Show>
      <For each={units()?.items}>{choice => <ChosenUnit choice={choice} />}</For>
    </section>
  )
}

const TrailList = () => (
  <section class="stack" aria-labelledby="spor">
    <h2 id="spor">Hvem gjorde hvad</h2>
    <Paged read={getTrail} empty="Der er ikke gjort noget endnu.">
      {entry => <Told entry={entry} />}
    </Paged>
  </section>
)
