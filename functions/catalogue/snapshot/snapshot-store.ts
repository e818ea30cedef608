/** Where the catalogue is kept between instances: the last one written, or none. */
export type SnapshotStore = {
  get: () => Promise<Uint8Array | undefined>
  put: (bytes: Uint8Array) => Promise<void>
}
