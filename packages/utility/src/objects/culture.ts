import { CmdletException } from '@cmdlet/core';
import { text } from './text.js';

/** What people give as a number instead of a name. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  127: 'und',
  1028: 'zh-TW',
  1030: 'da-DK',
  1031: 'de-DE',
  1033: 'en-US',
  1034: 'es-ES',
  1035: 'fi-FI',
  1036: 'fr-FR',
  1040: 'it-IT',
  1041: 'ja-JP',
  1042: 'ko-KR',
  1043: 'nl-NL',
  1044: 'nb-NO',
  1045: 'pl-PL',
  1046: 'pt-BR',
  1049: 'ru-RU',
  1053: 'sv-SE',
  1055: 'tr-TR',
  2052: 'zh-CN',
  2057: 'en-GB',
  2070: 'pt-PT',
  3082: 'es-ES',
};

/**
 * The culture whose alphabet counts, from what was given for `-Culture`: a name such as `sv-SE`, or its number.
 *
 * @throws CmdletException `CultureNotFound`
 */
export function cultureOf(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  const number = /^\s*(0x[\da-f]+|\d+)\s*$/i.exec(given);
  const name = number === null ? given : BY_NUMBER[Number(number[1])];
  try {
    if (name !== undefined && Intl.Collator.supportedLocalesOf(name).length > 0) return name;
  } catch {
    // Not the form of a name.
  }
  throw new CmdletException(text.unknownCulture(given), { errorId: 'CultureNotFound', category: 'InvalidArgument' });
}
