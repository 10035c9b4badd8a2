import { html } from './html.ts';

/**
 * The style of a page. Its colours keep a contrast of 4.5 to 1 and more in both schemes. Narrow screens show each row of a table as
 * a block, with the heading of each column beside its cell.
 */
export const STYLE = html`
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --ink: #1f2328; --soft: #5a6068; --line: #e2dfd9;
  --accent: #1d5c63; --going: #1d5c63; --going-paper: #e3f0f0; --late: #9a3412; --late-paper: #fdeee4; --settled: #4b5563; --settled-paper: #eef0f2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --card: #1d2125; --ink: #e8e6e2; --soft: #a5abb3; --line: #343a40;
    --accent: #7cc4c8; --going: #8ed1d4; --going-paper: #1c3537; --late: #fdba8c; --late-paper: #40261a; --settled: #c3c9d0; --settled-paper: #2b3137;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
.page { max-width: 62rem; margin: 0 auto; padding: 3rem 2rem 4rem; }
header { border-top: 4px solid var(--accent); padding-top: 1.25rem; margin-bottom: 2rem; }
h1 { margin: 0; font-size: 2.1rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; }
.kicker { margin: 0 0 .25rem; color: var(--accent); font-weight: 600; }
.about { margin: .6rem 0 0; padding: 0; list-style: none; color: var(--soft); display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: .95rem; }
.internal { display: inline-block; margin: 0 0 1rem; padding: .2rem .7rem; border: 1px solid var(--late); border-radius: .3rem; color: var(--late); background: var(--late-paper); font-weight: 600; font-size: .9rem; }
.back { margin: 0 0 1rem; font-size: .95rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.highlights { display: grid; grid-template-columns: 2fr 1fr 1fr; gap: 1px; margin: 0 0 2.5rem; background: var(--line); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
.highlights > div { background: var(--card); padding: 1.1rem 1.3rem 1.2rem; }
.highlights dt { color: var(--soft); font-size: .85rem; margin-bottom: .2rem; }
.highlights dd { margin: 0; }
.highlights .value { font-size: 1.45rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; }
.highlights .note { color: var(--soft); font-size: .85rem; }
.highlights .note.late { color: var(--late); font-weight: 600; }
section { margin: 0 0 2.5rem; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; line-height: 1.3; font-weight: 650; break-after: avoid; }
.nothing { margin: 0; color: var(--soft); }
table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; font-size: .95rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .7rem 1rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-size: .8rem; font-weight: 600; padding-block: .5rem; }
tbody th { font-weight: 600; }
tbody tr:last-child > * { border-bottom: 0; }
tr { break-inside: avoid; }
.open th:first-child, .asks th:first-child, .finished th:first-child, .moved th:first-child { width: 34%; }
.story th:first-child { width: 14rem; }
.story td:nth-child(2) { width: 32%; }
.story tbody th { font-weight: 400; color: var(--soft); }
.line { display: block; }
.line + .line { color: var(--soft); font-size: .88rem; font-weight: 400; margin-top: .1rem; }
.moved td .line + .line, .story td .line + .line { color: inherit; font-size: inherit; }
.state { display: inline-block; padding: .05rem .6rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; color: var(--going); background: var(--going-paper); }
.state.late { color: var(--late); background: var(--late-paper); }
.state.settled { color: var(--settled); background: var(--settled-paper); }
s { text-decoration-thickness: 1px; }
svg { display: block; max-width: 100%; height: auto; margin-top: .5rem; }
.track { fill: var(--line); }
.fill, .dot { fill: var(--accent); }
.fill.over { fill: var(--late); }
.dot.old { fill: var(--card); stroke: var(--soft); stroke-width: 1.5; }
.axis { stroke: var(--line); stroke-width: 2; }
@media screen and (min-width: 48.01rem) {
  .state { white-space: nowrap; }
  .finished .state { white-space: normal; }
}
@media screen and (max-width: 48rem) {
  .page { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.65rem; }
  .highlights { grid-template-columns: 1fr 1fr; }
  .highlights > div:first-child { grid-column: 1 / -1; }
  .highlights > div { padding: .9rem 1rem; }
  table, tbody, tr, th, td { display: block; width: auto; }
  .open th:first-child, .asks th:first-child, .finished th:first-child, .moved th:first-child, .story th:first-child, .story td:nth-child(2) { width: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { padding: .8rem 1rem; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { padding: 0; border: 0; }
  tbody td { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 .75rem; margin-top: .35rem; }
  tbody td::before { content: attr(data-column); color: var(--soft); font-size: .85rem; grid-row: 1 / span 20; }
  tbody td > * { grid-column: 2; justify-self: start; min-width: 0; }
}
@page { margin: 16mm 15mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --card: #ffffff; --ink: #1f2328; --soft: #50565e; --line: #d4d1cb;
    --accent: #1d5c63; --going: #1d5c63; --going-paper: #e3f0f0; --late: #9a3412; --late-paper: #fdeee4; --settled: #4b5563; --settled-paper: #eef0f2;
  }
  body { font-size: 10.5pt; }
  .page { max-width: none; padding: 0; }
  .highlights, tr, h2, .internal { break-inside: avoid; }
  thead { display: table-header-group; }
  .state, .internal, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
