import { createPainted } from '../ui/painted.ts'
import { longDate } from './words/dates.ts'

/** A date that is said once the page is painted: a browser's first formatter keeps a slow phone 60 ms. Its place is kept. */
export const LateDate = (props: { time: string; say?: (time: string) => string }) => {
  const isPainted = createPainted()
  return (
    <time class="late-date" datetime={props.time}>
      {isPainted() ? (props.say ?? longDate)(props.time) : ''}
    </time>
  )
}
