/** What the core says of an order, for the page. */
export { deadlineOf, driveSteps, expectedAt, isFetching, type DriveStep } from '../../core/operations/drive';
export { CLOCKS } from '../../core/operations/clocks';
export { metresBetween } from '../../core/tables/metres-between';
