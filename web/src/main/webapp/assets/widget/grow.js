/** Makes a box as high as what is written in it. */
export function grow(box) {
  // Measured within a place that keeps its height meanwhile: else the log above would grow and shrink, and lose its end.
  const place = box.parentNode;
  place.style.minHeight = `${place.offsetHeight}px`;
  box.style.height = 'auto';
  // Not shown, it has no height to measure.
  if (box.scrollHeight) {
    box.style.height = `${box.scrollHeight + 2}px`;
  }
  place.style.minHeight = '';
}
