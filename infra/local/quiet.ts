/** Keeps two libraries' remarks about Node 20 out of the portal's own words. Imported before they are. */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

/** Runs something whose library speaks on the console while it loads. */
export const quietly = async <T>(load: () => Promise<T>): Promise<T> => {
  const { warn, info } = console
  console.warn = () => {}
  console.info = () => {}
  try {
    return await load()
  } finally {
    Object.assign(console, { warn, info })
  }
}
