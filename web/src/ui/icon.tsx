export type IconName =
  | 'search'
  | 'down'
  | 'person'
  | 'question'
  | 'experience'
  | 'suggestion'
  | 'thanks'
  | 'reply'
  | 'warn'
  | 'offline'
  | 'saved'
  | 'pen'
  | 'print'
  | 'phone'

/** A line drawing; the words stand beside it. */
export const Icon = (props: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`#i-${props.name}`} />
  </svg>
)
