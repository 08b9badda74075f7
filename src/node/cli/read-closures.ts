import type { Network } from '../../lib/core/network/network';
import { resolveClosures, type ClosureFacts, type LostClosure } from '../../lib/core/routing/closures';
import type { EdgeRestriction } from '../../lib/core/routing/routing';
import { CliError } from './cli-error';
import { readId, readTable } from './read-table';

const LOST: Record<LostClosure['reason'], string> = {
  'way-missing': 'this area has no road of that way_id',
  'node-missing': 'the way does not run through both nodes',
  'one-node-only': 'one node is missing; give both, or neither for the whole way',
  'same-node': 'both nodes are the same; give the two ends of the stretch'
};

/**
 * Closures of a CSV `way_id,from_node,to_node`, in force without end; an empty pair closes the whole way. The id of each
 * is its row. Throws CliError naming file, row and field.
 */
export function readClosures(path: string): ClosureFacts[] {
  return readTable(path, ['way_id', 'from_node', 'to_node']).map((row) => {
    const wayId = readId(path, row, 'way_id');
    if (wayId === null) throw new CliError(`${path}, row ${row.line}, field way_id: empty. Give the OSM way id.`);
    return {
      id: `row ${row.line}`,
      wayId,
      fromNode: readId(path, row, 'from_node'),
      toNode: readId(path, row, 'to_node'),
      speedPercent: 0,
      startsAt: '1970-01-01T00:00:00Z',
      endsAt: null
    };
  });
}

/** The same as edges of a network. Throws CliError for a closure that matches no road: none is ever ignored. */
export function readRestrictions(path: string | undefined, network: Network): EdgeRestriction[] {
  if (path === undefined) return [];
  const { restrictions, lost } = resolveClosures(network, readClosures(path), 0);
  const [first] = lost;
  if (first)
    throw new CliError(
      `${path}, ${first.closureId}: way ${first.wayId}, nodes ${first.fromNode ?? '–'} and ${first.toNode ?? '–'}: ` +
        `${LOST[first.reason]}.`
    );
  return restrictions;
}
