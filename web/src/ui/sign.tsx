type Props = {
  /** Id of an area; without one, nothing is drawn but the place is kept. */
  area: string | undefined
  /** Considers it, or has stopped. */
  open?: boolean
  big?: boolean
}

/** The sign of an area: its hue and its shape, always with the words beside it. */
export const Sign = (props: Props) => (
  <svg
    class="sign"
    classList={{ open: props.open ?? false, big: props.big ?? false }}
    data-area={props.area}
    aria-hidden="true"
  >
    <use href={`#a-${props.area}`} />
  </svg>
)
