/** What the command uses of the YAML library. */
export { stringify } from 'yaml';
