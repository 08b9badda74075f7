let wanted = $state.raw<{ lon: number; lat: number } | null>(null);

/** A place the map is asked to come to; the map clears it once it moves. */
export const focus = {
  get wanted() {
    return wanted;
  },
  on(lon: number, lat: number) {
    wanted = { lon, lat };
  },
  taken() {
    wanted = null;
  }
};
