const ADDRESS = /(https?:\/\/[^\s<>"»«]+[^\s<>"»«.,;:!?)])/g

/** A line of plain text, with the addresses in it: `http` and `https` only, so that nothing else becomes a link. */
export const partsOf = (text: string): { text: string; isLink: boolean }[] =>
  text.split(ADDRESS).map((part, index) => ({ text: part, isLink: index % 2 === 1 }))
