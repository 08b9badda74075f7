/** Where the map looks. WGS84 degrees, web map zoom, degrees clockwise. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
  bearing: number;
}

let current = $state.raw<Camera | null>(null);

/** Null until the map has been moved or the address named a place: then the whole area is shown. */
export const camera = {
  get current() {
    return current;
  },
  set(next: Camera | null) {
    current = next;
  }
};
