import { displayOf } from '../properties/display-of.js';
import { propertyNamesOf } from '../properties/property-names.js';
import { propertyValue } from '../properties/property-value.js';
import { labelOf } from './label-of.js';
import { namedProperty, type ResolvedProperty } from './resolved-property.js';

const COMPUTER_NAME = 'PSComputerName';
const SHOW_COMPUTER_NAME = 'PSShowComputerName';
const ORIGIN = new Set(
  [COMPUTER_NAME, SHOW_COMPUTER_NAME, 'RunspaceId', 'PSSourceJobInstanceId'].map((name) => name.toLowerCase()),
);

/** Looked at first, as every record is asked. */
const ORIGIN_LENGTHS = new Set(Array.from(ORIGIN, (name) => name.length));

/** The properties that a view without other instruction shows of an object: its display properties, else all. */
export function shownProperties(value: unknown): readonly ResolvedProperty[] {
  const set = displayPropertySet(value);
  const shows = showsComputerName(value);
  if (set !== undefined && set.length > 0)
    return [...set, ...(shows ? [COMPUTER_NAME] : [])].map((name) => namedProperty(name));
  const names = propertyNamesOf(value);
  const hides = names.some((name) => name.toLowerCase() === SHOW_COMPUTER_NAME.toLowerCase());
  return names
    .filter((name) => {
      const lower = name.toLowerCase();
      return lower !== SHOW_COMPUTER_NAME.toLowerCase() && (!hides || shows || lower !== COMPUTER_NAME.toLowerCase());
    })
    .map((name) => namedProperty(labelOf(value, name)));
}

/** Whether an object says that the computer it comes from is to be shown with it. */
export function showsComputerName(value: unknown): boolean {
  return typeof value === 'object' && value !== null && propertyValue(value, SHOW_COMPUTER_NAME) === true;
}

/** The column that tells where a received object comes from. */
export const computerNameProperty = namedProperty(COMPUTER_NAME);

/** Whether an object has nothing to show but where it comes from. */
export function hasNoProperties(value: unknown): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const name in value) if (Object.hasOwn(value, name) && !isOrigin(name)) return false;
  }
  return propertyNamesOf(value).every(isOrigin);
}

function isOrigin(name: string): boolean {
  return ORIGIN_LENGTHS.has(name.length) && ORIGIN.has(name.toLowerCase());
}

function displayPropertySet(value: unknown): readonly string[] | undefined {
  return typeof value === 'object' && value !== null ? displayOf(value)?.defaultDisplayPropertySet : undefined;
}
