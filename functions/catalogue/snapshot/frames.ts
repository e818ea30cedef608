const LENGTH = 4

/** Pieces end to end, each after its length. */
export const framed = (pieces: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(
    pieces.flatMap(piece => {
      const length = Buffer.alloc(LENGTH)
      length.writeUInt32LE(piece.byteLength)
      return [length, piece]
    }),
  )

/** The pieces again. Throws `RangeError` where they are cut off. */
export const frames = (bytes: Uint8Array): Uint8Array[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: Uint8Array[] = []
  for (let at = 0; at < bytes.byteLength; ) {
    const from = at + LENGTH
    at = from + view.getUint32(at, true)
    if (at > bytes.byteLength) throw new RangeError('A frame is cut off')
    found.push(bytes.subarray(from, at))
  }
  return found
}
