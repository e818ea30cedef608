import { encode } from 'uqr'

/** ISO/IEC 18004, drawn as one path so that it prints as sharp as the text. */
export const QrCode = (props: { address: string }) => {
  const code = () => encode(props.address, { border: 2 })
  const path = () =>
    code()
      .data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join('')
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${code().size} ${code().size}`}
      role="img"
      aria-label={`QR-kode til ${props.address}`}
    >
      <path d={path()} />
    </svg>
  )
}
