/** What the web may weigh, in bytes as served (KB of 1,000, the stricter reading). */
export const BUDGET = {
  js: 30_000,
  css: 10_000,
  fonts: 45_000,
  lazy: 30_000,
  requests: 9,
} as const
