/** One, two or three squares. The word stands beside it. */
export const StageSign = (props: { of: string }) => (
  <svg class="stage" aria-hidden="true">
    <use href={`#s-${props.of}`} />
  </svg>
)
