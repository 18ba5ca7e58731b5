import { text } from '../text.js';

/** Folders of `templates/`. */
export const templates = ['pack', 'job-pack', 'service-pack', 'javascript-pack'] as const;

/** One of {@link templates}. */
export type Template = (typeof templates)[number];

/** What people choose from: each template with what it is. */
export const templateChoices = templates.map((name) => ({ name, description: text.templates[name] }));

/** A first command line to try, for each template. */
export const firstCommand: Readonly<Record<Template, string>> = {
  pack: 'Get-Greeting Ada',
  'job-pack': 'Get-Prime 30 -AsJob',
  'service-pack': 'Get-Ticket -State All',
  'javascript-pack': 'Get-Greeting Ada',
};
