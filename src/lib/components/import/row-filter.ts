import type { Problem, RowStatus } from '$core/tables/table';

/** Which rows are listed; null: all of them. */
export interface RowFilter {
  status: RowStatus | null;
  code: Problem['code'] | null;
}

/** The filter as a request has it. */
export const wantedBy = ({ status, code }: RowFilter) => ({
  ...(status === null ? {} : { status }),
  ...(code === null ? {} : { code })
});
