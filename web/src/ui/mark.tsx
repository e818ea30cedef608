/** One of the four marks of an experience: same weight, other shape. The word stands beside it. */
export const Mark = (props: { of: string }) => (
  <svg class="mark" aria-hidden="true">
    <use href={`#m-${props.of}`} />
  </svg>
)
