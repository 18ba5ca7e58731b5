/** The looks of the site: light or dark as the reader's system is, three columns, two, or one by the width of the window. */
export const siteStyle = `:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #5b6471; --back: #fff; --soft: #f5f6f8; --line: #dfe3e8; --link: #2456c7; --mark: #e8eefb;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'Liberation Mono', monospace;
  --header: 3.5rem;
}
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e7eb; --quiet: #9aa4b2; --back: #15181d; --soft: #1e2229; --line: #323842; --link: #8db4ff; --mark: #24304a; }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--header) + 1rem); }
body { margin: 0; color: var(--text); background: var(--back); font: 1rem/1.6 var(--sans); -webkit-text-size-adjust: 100%; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: fixed; top: -4rem; left: 1rem; z-index: 2; padding: 0.5rem 1rem; background: var(--back); border: 1px solid var(--line); }
.skip:focus { top: 0.5rem; }

header { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: 1.5rem; min-height: var(--header); padding: 0.5rem max(1.5rem, 50vw - 42rem); background: var(--back); border-bottom: 1px solid var(--line); }
.pack { font-weight: 650; text-decoration: none; color: inherit; overflow-wrap: anywhere; }
.pack small { font-weight: 400; color: var(--quiet); }
#search { position: relative; flex: 0 1 24rem; margin-left: auto; }
#search input { width: 100%; padding: 0.4rem 2.2rem 0.4rem 0.75rem; font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; }
#search input::placeholder { color: var(--quiet); opacity: 1; }
#search kbd { position: absolute; right: 0.5rem; top: 50%; transform: translateY(-50%); padding: 0 0.4rem; font: 0.8rem/1.4 var(--mono); color: var(--quiet); border: 1px solid var(--line); border-radius: 4px; pointer-events: none; }
#search input:focus + kbd, #search input:not(:placeholder-shown) + kbd { visibility: hidden; }
.to-commands { display: none; }

.columns { display: grid; grid-template-columns: 16rem minmax(0, 48rem) 14rem; gap: 3rem; justify-content: center; max-width: 87rem; margin: 0 auto; padding: 0 1.5rem; }
.columns.front { grid-template-columns: 16rem minmax(0, 65rem); }
.columns > nav { position: sticky; top: var(--header); align-self: start; max-height: calc(100vh - var(--header)); padding: 1.5rem 0; font-size: 0.925rem; }
.columns > nav ul { list-style: none; margin: 0; padding: 0; }
.commands { display: flex; flex-direction: column; }
#commands { overflow-y: auto; padding: 2px; position: relative; }
#commands a { display: block; padding: 0.2rem 0.75rem; color: inherit; text-decoration: none; border-radius: 5px; overflow-wrap: anywhere; }
#commands a:hover { background: var(--soft); }
#commands a[aria-current] { font-weight: 600; color: var(--link); background: var(--mark); }
#found { margin: 0 0 0.5rem; padding: 0 0.75rem; font-size: 0.85rem; color: var(--quiet); }
#found:empty { display: none; }
.searching #commands li:first-child a { box-shadow: inset 2px 0 var(--link); }
.contents { overflow-y: auto; }
.contents h2 { margin: 0 0 0.5rem; padding: 0; font-size: 0.8rem; font-weight: 600; color: var(--quiet); border: 0; }
.contents a { display: block; padding: 0.1rem 0; color: var(--quiet); text-decoration: none; overflow-wrap: anywhere; }
.contents a:hover { color: var(--link); }
.contents ul ul { padding-left: 0.9rem; font-size: 0.875rem; }

main { padding: 1.5rem 0 6rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.5rem; font-size: 2rem; letter-spacing: -0.01em; }
h2 { margin: 3rem 0 1rem; padding-bottom: 0.4rem; font-size: 1.4rem; border-bottom: 1px solid var(--line); }
h3 { margin: 2rem 0 0.5rem; font-size: 1.05rem; }
.synopsis { margin: 0; font-size: 1.15rem; color: var(--quiet); }
.obsolete { padding: 0.5rem 1rem; background: var(--mark); border-left: 3px solid var(--link); }
code, samp, pre { font-family: var(--mono); font-size: 0.9em; }
p code, li code, dd code, td code { padding: 0.1em 0.35em; background: var(--soft); border-radius: 4px; overflow-wrap: anywhere; }
.contents code, h3 code, pre code { padding: 0; background: none; font-size: inherit; }
pre { margin: 0.75rem 0; padding: 0.85rem 1rem; font-size: 0.875rem; line-height: 1.55; background: var(--soft); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; }
pre samp { font-size: inherit; }
.output { margin-top: -0.25rem; background: none; color: var(--quiet); }
.syntax { padding-left: 3rem; text-indent: -2rem; white-space: normal; }
.syntax span { display: inline-block; max-width: 100%; text-indent: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.syntax span:first-child { font-weight: 600; }
.anchor { margin-left: 0.25rem; color: var(--quiet); text-decoration: none; opacity: 0; }
h3:hover .anchor, .anchor:focus { opacity: 1; }
h3:target code { background: var(--mark); }
table { width: 100%; margin: 0.75rem 0 1rem; font-size: 0.9rem; border-collapse: collapse; border-top: 1px solid var(--line); }
th, td { padding: 0.3rem 0; overflow-wrap: anywhere; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { width: 14rem; padding-right: 1rem; font-weight: 400; color: var(--quiet); }
.all { margin: 1.5rem 0 0; }
.all div { display: grid; grid-template-columns: minmax(8rem, 16rem) minmax(0, 1fr); gap: 0 1.5rem; padding: 0.45rem 0; border-bottom: 1px solid var(--line); }
.all dt { font-weight: 600; overflow-wrap: anywhere; }
.all dt a { text-decoration: none; }
.all dd { margin: 0; color: var(--quiet); }

@media (max-width: 78rem) {
  .columns, .columns.front { grid-template-columns: 15rem minmax(0, 1fr); }
  .contents { display: none; }
}
@media (max-width: 50rem) {
  header { flex-wrap: wrap; gap: 0.5rem 1rem; padding: 0.5rem 1rem; }
  #search { order: 3; flex: 1 0 100%; }
  #search kbd { display: none; }
  .to-commands { display: inline; margin-left: auto; }
  html { scroll-padding-top: 7rem; }
  .columns { display: flex; flex-direction: column; gap: 0; padding: 0 1rem; }
  .columns > nav { position: static; max-height: none; padding: 1rem 0; }
  /* The list stands below the page, and above it while something is looked for. */
  .columns > .commands { order: 1; border-top: 1px solid var(--line); }
  .front > .commands { display: none; }
  .searching .columns > .commands { display: flex; order: 0; border-top: 0; }
  main { padding: 1.25rem 0 2rem; }
  h1 { font-size: 1.6rem; }
  th { width: 45%; }
  .all div { grid-template-columns: 1fr; }
}
@media print {
  header, .columns > nav, .anchor { display: none; }
  .columns { display: block; }
}
`;
