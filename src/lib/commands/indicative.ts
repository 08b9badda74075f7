export { INDICATIVE_MINUTES, isIndicative } from '../core/estimate/indicative';
