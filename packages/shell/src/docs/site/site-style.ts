/** The looks of the site: light or dark as the reader's system is, one column on small screens. */
export const siteStyle = `:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); --code: color-mix(in srgb, currentColor 7%, transparent); }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; padding: 0.75rem 1.5rem; border-bottom: 1px solid var(--line); }
header a { font-weight: 600; text-decoration: none; color: inherit; }
input { font: inherit; padding: 0.2rem 0.5rem; min-width: 16rem; }
.columns { display: grid; grid-template-columns: minmax(12rem, 18rem) minmax(0, 52rem); gap: 2rem; padding: 1rem 1.5rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 0.15rem 0.5rem; text-decoration: none; overflow-wrap: anywhere; }
nav a[aria-current] { font-weight: 600; background: var(--code); }
h1, h2, h3 { line-height: 1.25; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
.synopsis { font-size: 1.15rem; }
pre { background: var(--code); padding: 0.75rem 1rem; overflow-x: auto; white-space: pre-wrap; }
code, samp { font-family: ui-monospace, monospace; font-size: 0.92em; }
table { border-collapse: collapse; margin: 0.75rem 0 1.5rem; }
th, td { text-align: left; padding: 0.2rem 1.5rem 0.2rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: normal; }
th { opacity: 0.75; white-space: nowrap; }
dt { font-weight: 600; }
dd { margin: 0 0 0.75rem 1.5rem; }
@media (max-width: 48rem) { .columns { grid-template-columns: 1fr; } nav { max-height: 12rem; overflow-y: auto; border-bottom: 1px solid var(--line); } }
`;
