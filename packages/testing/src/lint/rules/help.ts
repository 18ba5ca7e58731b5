import { lintText as text } from '../text.js';
import { CHANGING_VERBS, VERB_PAIRS } from '../verb-groups.js';
import { type CommandRule, declaresOutput, when } from './rule.js';

export const synopsis: CommandRule = ({ command }) =>
  when(command.synopsis === undefined && command.description === undefined, () => ({
    id: 'MissingHelp',
    severity: 'warning',
    message: text.noHelp,
    remedy: text.writeSynopsis,
  }));

export const example: CommandRule = ({ command }) =>
  when(command.examples.length === 0, () => ({
    id: 'MissingExample',
    severity: 'warning',
    message: text.noExample,
    remedy: text.writeExample(command.name),
  }));

/** A command that changes something may well write nothing. */
export const outputType: CommandRule = ({ command }) =>
  when(!declaresOutput(command), () => ({
    id: 'MissingOutputType',
    severity: CHANGING_VERBS.has(command.verb) ? 'information' : 'warning',
    message: text.noOutputType,
    remedy: text.declareOutputType,
  }));

export const verbPair: CommandRule = ({ command: { verb, noun }, siblings }) =>
  VERB_PAIRS.flatMap(([left, right]) => {
    const counterpart = verb === left ? right : verb === right ? left : undefined;
    return when(counterpart !== undefined && !siblings.has(`${counterpart}-${noun}`.toUpperCase()), () => ({
      id: 'VerbPairMissing',
      severity: 'information',
      message: text.noCounterpart(`${verb}-${noun}`, `${counterpart}-${noun}`),
      remedy: text.addCounterpart(`${counterpart}-${noun}`),
    }));
  });
