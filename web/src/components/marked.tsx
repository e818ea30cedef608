import { For } from 'solid-js'

type Ranges = readonly (readonly [number, number])[]
type Piece = { text: string; isMarked: boolean }

const piecesOf = (text: string, ranges: Ranges): Piece[] => {
  const points = [...text]
  const piece = (from: number, to: number, isMarked: boolean): Piece => ({
    text: points.slice(from, to).join(''),
    isMarked,
  })
  const ends = [0, ...ranges.map(([, to]) => to)]
  const last = ends.at(-1) ?? 0
  return [
    ...ranges.flatMap(([from, to], i) => [piece(ends[i] ?? 0, from, false), piece(from, to, true)]),
    piece(last, points.length, false),
  ].filter(({ text: words }) => words !== '')
}

/** A text with what was found in it marked; ranges are code points. */
export const Marked = (props: { text: string; ranges: Ranges }) => (
  <For each={piecesOf(props.text, props.ranges)}>
    {piece => (piece.isMarked ? <mark>{piece.text}</mark> : piece.text)}
  </For>
)
