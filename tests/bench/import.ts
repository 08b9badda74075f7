import { buildNetwork } from '../../src/lib/core/network/build-network';
import { decodeNetwork, encodeNetwork } from '../../src/lib/core/network/format';
import { readOsm } from '../../src/node/pack/read-osm';
import { mustEqual, type Bench } from './bench';

const FILE = 'geodata/raw/liechtenstein/liechtenstein-latest.osm.pbf';

/** From the OSM file to a checked network in memory, and its round trip through the file format. */
export const run: Bench = async () => {
  const start = performance.now();
  const { result: osm } = await readOsm(FILE);
  const read = performance.now();
  const { result: network } = buildNetwork(osm, { elevation: null });
  const built = performance.now();
  const bytes = encodeNetwork(network);
  const encoded = performance.now();
  const again = decodeNetwork(new Uint8Array(bytes).buffer);
  const decoded = performance.now();
  mustEqual('nodes after the round trip', again.nodeCount, network.nodeCount);
  mustEqual('length after the round trip', sum(again.edgeLengthMm), sum(network.edgeLengthMm));
  const graph = `liechtenstein, ${network.nodeCount} nodes`;
  const figure = (name: string, value: number, unit = 'ms') => ({
    name,
    graph,
    value,
    unit,
    reference: null,
    ratio: null
  });
  return [
    figure('osm-read-ms', read - start),
    figure('network-build-ms', built - read),
    figure('network-encode-ms', encoded - built),
    figure('network-decode-ms', decoded - encoded),
    figure('network-file-kb', bytes.byteLength / 1024, 'KiB')
  ];
};

function sum(values: Uint32Array): number {
  return values.reduce((total, each) => total + each, 0);
}
