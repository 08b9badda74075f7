export { liaisonOfSite, liaisonOfVehicles, onDutyAt } from '../core/duty/liaison';
