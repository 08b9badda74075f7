import { SaxesParser } from 'saxes';
import type { OsmCollector, OsmMember } from '../../lib/core/network/osm';
import type { Problem } from '../../lib/core/pack/manifest';
import { CliError } from '../cli/cli-error';

const CURE = 'Download or export the file again.';

/** Takes the decoded text of an OSM XML file piece by piece. */
export interface OsmXmlDecoder {
  write(text: string): void;
  /** Ends the file; what the file itself remarks (an Overpass timeout, say) comes back as problems. */
  close(): Problem[];
}

interface OpenObject {
  kind: 'node' | 'way' | 'relation';
  id: number;
  lonE7: number;
  latE7: number;
  visible: boolean;
  refs: number[];
  members: OsmMember[];
  tags: Record<string, string> | null;
}

/**
 * Reads OSM XML 0.6, metadata or none, nodes before or after the ways. Throws a CliError naming the file, byte offset
 * and line where the text stops being well-formed or is no OSM.
 */
export function createOsmXmlDecoder(name: string, collector: OsmCollector): OsmXmlDecoder {
  const parser = new SaxesParser({ xmlns: false });
  const problems: Problem[] = [];
  let open: OpenObject | null = null;
  let rootSeen = false;
  let remark: string | null = null;
  let bytesBefore = 0;
  let charsBefore = 0;
  let piece = '';

  function fault(what: string, cure = CURE): CliError {
    const byte = bytesBefore + Buffer.byteLength(piece.slice(0, Math.max(0, parser.position - charsBefore)));
    return new CliError(`${name}: ${what} at byte ${byte} of the unpacked text, line ${parser.line}. ${cure}`);
  }

  function numberOf(text: string | undefined): number {
    return text === undefined || text.trim() === '' ? NaN : Number(text);
  }

  function idOf(kind: string, text: string | undefined): number {
    const id = numberOf(text);
    if (!Number.isSafeInteger(id)) throw fault(`<${kind}> with the id “${(text ?? '').slice(0, 30)}”`);
    return id;
  }

  function begin(kind: OpenObject['kind'], attributes: Record<string, string>): void {
    if (open) throw fault(`<${kind}> inside <${open.kind}>`);
    open = {
      kind,
      id: idOf(kind, attributes.id),
      lonE7: Math.round(numberOf(attributes.lon) * 1e7),
      latE7: Math.round(numberOf(attributes.lat) * 1e7),
      visible: attributes.visible !== 'false' && attributes.action !== 'delete',
      refs: [],
      members: [],
      tags: null
    };
    if (attributes.timestamp) collector.sawEdit(attributes.timestamp);
  }

  function end(): void {
    const object = open;
    open = null;
    if (!object?.visible) return;
    const { kind, id, members } = object;
    const tags = object.tags ?? {};
    if (kind === 'node') collector.addNode(id, object.lonE7, object.latE7, object.tags);
    else if (kind === 'way') collector.addWay({ id, refs: Float64Array.from(object.refs), tags });
    else collector.addRelation({ id, members, tags });
  }

  function beginElement(element: string, attributes: Record<string, string>): void {
    if (!rootSeen) {
      if (element !== 'osm')
        throw fault(`the file is <${element}>, not <osm>`, 'Give an OSM extract: .osm, .osm.gz or .osm.pbf.');
      rootSeen = true;
      collector.setHeader({ generator: attributes.generator, timestamp: attributes.timestamp });
    } else if (element === 'node' || element === 'way' || element === 'relation') begin(element, attributes);
    else if (element === 'nd' && open) open.refs.push(idOf('nd', attributes.ref));
    else if (element === 'tag' && open) {
      open.tags ??= {};
      open.tags[attributes.k ?? ''] = attributes.v ?? '';
    } else if (element === 'member' && open) {
      const type = attributes.type;
      if (type !== 'node' && type !== 'way' && type !== 'relation') throw fault('<member> of unknown type');
      open.members.push({ type, ref: idOf('member', attributes.ref), role: attributes.role ?? '' });
    } else if (element === 'meta') collector.setHeader({ timestamp: attributes.osm_base });
    else if (element === 'remark') remark = '';
  }

  parser.on('opentag', (tag) => beginElement(tag.name, tag.attributes as Record<string, string>));
  parser.on('text', (text) => {
    if (remark !== null) remark += text;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === open?.kind) end();
    else if (tag.name === 'remark' && remark !== null) {
      problems.push(remarkProblem(name, remark.trim()));
      remark = null;
    }
  });
  parser.on('error', (error) => {
    throw fault(`not well-formed XML (${error.message.replace(/^\d+:\d+: /, '')})`);
  });

  return {
    write(text) {
      piece = text;
      parser.write(text);
      bytesBefore += Buffer.byteLength(text);
      charsBefore += text.length;
    },
    close() {
      piece = '';
      parser.close();
      return problems;
    }
  };
}

function remarkProblem(name: string, text: string): Problem {
  return {
    severity: 'warning',
    code: 'osm-remark',
    where: name,
    field: 'remark',
    read: text.slice(0, 200),
    wanted: null,
    cure: 'The server’s answer may be incomplete. Ask for a smaller area or a longer time.'
  };
}
