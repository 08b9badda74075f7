import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SEASONS, VEHICLE_CLASSES, type Season, type VehicleClass } from '../../lib/core/model/records';
import {
  DEFAULT_TRAVEL_SCENARIO,
  parseTravelScenario,
  ScenarioError,
  type TravelScenario
} from '../../lib/core/routing/scenario';
import { CliError } from './cli-error';
import { parseFault } from './parse-fault';
import { readText } from '../read-text';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options by name; throws CliError for one that is unknown or lacks its value. */
export function readOptions<const T extends Options>(argv: string[], options: T) {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw parseFault(error, argv, options);
  }
}

/** An option that must be there. */
export function required(value: string | undefined, name: string, usage: string): string {
  if (value !== undefined && value !== '') return value;
  throw new CliError(`--${name} is missing.\n${usage}`);
}

export function readVehicle(text = 'ambulance'): VehicleClass {
  return oneOf(VEHICLE_CLASSES, text, 'vehicle');
}

export function readSeason(text = 'dry'): Season {
  return oneOf(SEASONS, text, 'season');
}

/** The shipped travel table, or one edited by hand. */
export function readScenario(path: string | undefined): TravelScenario {
  if (path === undefined) return DEFAULT_TRAVEL_SCENARIO;
  try {
    return parseTravelScenario(JSON.parse(readText(path)));
  } catch (error) {
    if (error instanceof ScenarioError)
      throw new CliError(`${path}, field ${error.field}: read ${error.read}, wanted ${error.wanted}.`);
    if (error instanceof SyntaxError) throw new CliError(`${path} is not JSON: ${error.message}.`);
    throw error;
  }
}

export function oneOf<T extends string>(all: readonly T[], text: string, name: string): T {
  const found = all.find((each) => each === text);
  if (found) return found;
  throw new CliError(`--${name} ${text}: unknown. Choose one of ${all.join(', ')}.`);
}
