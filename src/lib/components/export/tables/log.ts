import type { ExportTable } from '$core/export/export-table';
import { changesOf, subjectWords, verbCode } from '$lib/components/admin/log/log-words';
import type { LogLine } from '$lib/commands/log';
import { t } from '$lib/i18n';
import { tableOf } from './table-of';

/** Who drives is told on the screen and leaves in no file. */
const staysInside = (subject: string, field: string) =>
  subject === 'crews' && (field === 'driver' || field === 'attendant');

/** Lines of the log, with the fields as they are stored. */
export function logTable(lines: readonly LogLine[]): ExportTable {
  return tableOf<LogLine>(
    t('log-title'),
    [
      { label: t('log-number'), of: ({ seq }) => seq },
      { label: t('log-at'), of: ({ at }) => at, text: true },
      { label: t('log-who'), of: ({ actorName }) => actorName || t('log-server'), text: true },
      { label: t('log-role'), of: ({ actorRole }) => actorRole },
      { label: t('log-act'), of: ({ verb }) => t(verbCode(verb), { verb }) },
      { label: t('log-subject'), of: subjectWords },
      { label: t('log-key'), of: ({ subjectKey }) => subjectKey, text: true },
      {
        label: t('log-changed'),
        of: (line) =>
          changesOf(line)
            .map(({ field, before, after }) =>
              staysInside(line.subject, field) ? field : `${field}: ${before} → ${after}`
            )
            .join('; '),
        text: true
      },
      { label: t('log-hash'), of: ({ hash }) => hash, text: true }
    ],
    lines
  );
}
