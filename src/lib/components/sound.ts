let context: AudioContext | null = null;

/** Short tones; a browser that has not been touched yet stays silent. */
export function sound(tones: readonly number[]): void {
  try {
    context ??= new AudioContext();
    const begin = context.currentTime;
    for (const [i, hertz] of tones.entries()) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.15, begin + i * 0.2);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + i * 0.2 + 0.18);
      tone.connect(volume).connect(context.destination);
      tone.start(begin + i * 0.2);
      tone.stop(begin + i * 0.2 + 0.2);
    }
  } catch {
    return;
  }
}
