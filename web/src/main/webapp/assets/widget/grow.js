/** Makes a text box as high as its text. */
export function grow(box) {
  // The parent keeps its height while the text is measured. Otherwise the log above would change its height and lose its scroll position.
  const place = box.parentNode;
  place.style.minHeight = `${place.offsetHeight}px`;
  box.style.height = 'auto';
  // A hidden box has no height to measure.
  if (box.scrollHeight) {
    box.style.height = `${box.scrollHeight + 2}px`;
  }
  place.style.minHeight = '';
}
