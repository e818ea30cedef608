/** The areas' quiet hues on paper and in the dark, as the portal's tokens have them. */
export const HUES: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  'skole-dagtilbud': ['#75541a', '#d6b582'],
  'boern-familie': ['#844830', '#e8aa92'],
  'sundhed-omsorg': ['#2b6850', '#92c9b0'],
  social: ['#834552', '#e6a7b1'],
  'arbejdsmarked-borger': ['#216573', '#8bc5d4'],
  'teknik-miljoe': ['#53622c', '#b2c28f'],
  'kultur-fritid': ['#704e68', '#d1aec8'],
  stabe: ['#535b69', '#b2bbc9'],
}

const hues = Object.entries(HUES).map(
  ([area, [light, dark]]) => `[data-area="${area}"] { fill: light-dark(${light}, ${dark}); }`,
)

/** Paper on a wall, in one small sheet of its own: citizens need none of the portal's other parts. */
export const LOOK = `
:root {
  color-scheme: light dark;
  --board: light-dark(#f0efea, #11151a); --paper: light-dark(#fffefc, #1a1f26);
  --line: light-dark(#dddbd3, #313943); --edge: light-dark(#c9c6bb, #0a0d10);
  --ink: light-dark(#18212c, #e9ecef); --muted: light-dark(#4b5560, #adb6c0);
  --accent: light-dark(#1d4079, #a9c5f4);
}
*, ::before, ::after { box-sizing: border-box; }
* { margin: 0; }
ul, ol { padding: 0; list-style: none; }
html { background: var(--board); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { font: 400 1.0625rem / 1.5 "IBM Plex Sans", system-ui, sans-serif; min-block-size: 100dvh; display: flex; flex-direction: column; }
h1, h2 { font-weight: 600; line-height: 1.22; text-wrap: balance; hyphens: auto; overflow-wrap: break-word; }
h1 { font-size: clamp(1.75rem, 1.55rem + 0.9vw, 2.375rem); letter-spacing: -0.018em; }
h2 { font-size: 1.1875rem; }
p, li { max-inline-size: 60ch; text-wrap: pretty; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
.skip { position: absolute; inset-block-start: -4rem; padding: 0.75rem 1rem; background: var(--paper); &:focus { inset-block-start: 0; } }
.frame { inline-size: min(100%, 72rem); margin-inline: auto; padding-inline: clamp(1rem, 0.4rem + 2.6vw, 3rem); }
header, footer { background: var(--paper); border-block: 1px solid var(--line); a, p { display: inline-flex; align-items: center; min-block-size: 2.75rem; } .frame { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding-block: 0.5rem; } }
header a { font-weight: 600; color: inherit; text-decoration: none; }
footer { margin-block-start: auto; font-size: 0.9375rem; color: var(--muted); }
main { display: grid; gap: 2rem; padding-block: 2rem 4rem; align-content: start; }
.stack { display: grid; gap: 1rem; }
.lede { font-size: clamp(1.125rem, 1.1rem + 0.2vw, 1.3125rem); line-height: 1.45; }
.muted { color: var(--muted); }
.from { display: flex; gap: 0.625rem; align-items: start; font-size: 0.9375rem; svg { flex: none; margin-block-start: 0.0625rem; } span { color: var(--muted); } }
.wall { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem; li { display: grid; } }
.card, .sheet { background: var(--paper); border: 1px solid var(--line); border-radius: 5px; box-shadow: 0 1px 0 var(--edge); }
.card { position: relative; display: grid; gap: 0.75rem; align-content: start; padding: 1rem 1.25rem; a { color: inherit; text-decoration: none; &::after { content: ""; position: absolute; inset: 0; } } &:hover a { text-decoration: underline; } }
.sheet { padding: clamp(1.25rem, 4vw, 3rem); display: grid; gap: 2rem; section { display: grid; gap: 0.75rem; } p { white-space: pre-line; line-height: 1.6; } li { padding-inline-start: 1.25rem; position: relative; &::before { content: ""; position: absolute; inset: 0.5em auto auto 0; inline-size: 0.5rem; block-size: 0.5rem; background: currentColor; } } li + li { margin-block-start: 0.5rem; } }
.struck { text-decoration: line-through; }
nav { display: flex; gap: 1.5rem; a { display: inline-flex; align-items: center; min-block-size: 2.75rem; } }
${hues.join('\n')}
@media (forced-colors: active) { svg { fill: CanvasText; } .card, .sheet { border: 1px solid CanvasText; } }
@media print { header, footer, nav, .skip { display: none; } .sheet, .card { border: 0; box-shadow: none; padding: 0; } }
`
