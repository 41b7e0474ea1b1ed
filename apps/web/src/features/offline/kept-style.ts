/**
 * The whole style of a page that is kept: it has no other file, and a policy names this one by its hash. Its paper is as light
 * as a ticket's in both themes; only what is around it follows them.
 */
export const keptStyle = `
:root{color-scheme:light dark;--paper:light-dark(#faf8f3,#100f14);--ink:light-dark(#1b1a21,#f4f2ee)}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
body>*{max-width:44rem;margin:0 auto;padding:1rem}
a{color:inherit}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .5rem}
p,dl,dd{margin:0}
article{background:#fff;color:#1b1a21;border-radius:10px;padding:1.25rem}
section{margin-top:1.5rem;padding-top:1.5rem;border-top:2px dashed #75737d;break-inside:avoid}
.when,.void{font-weight:600;font-size:1.125rem}
.soft{color:#56545e}
.code{display:block;width:min(100%,20rem);margin:.5rem auto}
.text{font-size:.75rem;text-align:center;word-break:break-all}
.plan{display:block;width:100%;max-height:24rem;margin:.5rem 0;background:#fff;forced-color-adjust:none}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}
[class^=plan-]{fill:none;stroke-linecap:round;stroke-linejoin:round}
.plan-section,.plan-stage{fill:#f1eee7;stroke:#f1eee7}
.plan-own-section{stroke:#dedbd3}
.plan-seats{stroke:#85838d}
.plan-way{stroke:#1b1a21}
.plan-own{stroke:#a11c2f}
.plan-name,.plan-own-name{fill:#1b1a21;font-weight:600;text-anchor:middle;dominant-baseline:central}
.plan-own-name{fill:#fff}
@media print{body>header{display:none}}
`;
