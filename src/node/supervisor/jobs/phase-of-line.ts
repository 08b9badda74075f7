import type { JobPhase } from '../../../lib/core/model/job';

interface Stage {
  phase: JobPhase;
  starts: RegExp;
  /** Share of the whole job done when the stage begins and when it ends. */
  from: number;
  to: number;
}

/** The importer's lines in the order they come. */
const STAGES: Stage[] = [
  { phase: 'reading', starts: /^roads: reading/, from: 0.01, to: 0.3 },
  { phase: 'network', starts: /^(elevation|network):/, from: 0.3, to: 0.5 },
  { phase: 'places', starts: /^(places|population|land):/, from: 0.5, to: 0.55 },
  { phase: 'townships', starts: /^townships:/, from: 0.55, to: 0.7 },
  { phase: 'basemap', starts: /^(basemap|relief):/, from: 0.7, to: 0.9 }
];

/** Phase and share done that a line of the importer tells; null for any other line. */
export function phaseOfLine(line: string): { phase: JobPhase; share: number } | null {
  const stage = STAGES.find(({ starts }) => starts.test(line));
  if (!stage) return null;
  const percent = /(\d+) %/.exec(line);
  const part = /(\d+) of (\d+)/.exec(line);
  const done = percent ? Number(percent[1]) / 100 : part ? Number(part[1]) / Number(part[2]) : 0;
  return { phase: stage.phase, share: stage.from + (stage.to - stage.from) * Math.min(1, done) };
}
