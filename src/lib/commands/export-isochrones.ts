export { isochrones } from '../core/grid/isochrones';
