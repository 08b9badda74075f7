import { AsciiGridError, parseAsciiGrid, type AsciiGrid } from '../../lib/core/grid/ascii-grid';
import { readText } from '../read-text';
import { CliError } from './cli-error';

/** A raster in Esri ASCII format. Throws CliError naming file, line and cure. */
export function readAsciiGrid(path: string): AsciiGrid {
  const text = readText(path);
  if (text.trim() === '') throw new CliError(`${path} is empty. Wanted a raster in Esri ASCII format (.asc).`);
  try {
    return parseAsciiGrid(text);
  } catch (error) {
    if (error instanceof AsciiGridError) throw new CliError(`${path}, ${error.message}`);
    throw error;
  }
}
