// Chooses the square of a picture before it is sent: by sliders, or by dragging the picture. Without this the server takes the middle.

const byId = (id) => document.getElementById(`photo-${id}`);
const form = byId('form');
const file = document.getElementById('photo');
const canvas = byId('canvas');
const [zoom, across, down] = ['zoom', 'across', 'down'].map(byId);
let picture = null;
let drag = null;

const side = () => Math.max(1, Math.round((Math.min(picture.width, picture.height) * 100) / zoom.value));
const place = (slider, room) => Math.round((room * slider.value) / 100);

function show() {
  byId('crop').hidden = !picture;
  for (const name of ['x', 'y', 'size']) byId(name).value = '';
  if (!picture) return;
  const size = side();
  const [x, y] = [place(across, picture.width - size), place(down, picture.height - size)];
  [byId('x').value, byId('y').value, byId('size').value] = [x, y, size];
  const context = canvas.getContext('2d');
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, x, y, size, size, 0, 0, canvas.width, canvas.height);
}

function refuse(text) {
  const problem = byId('problem');
  problem.hidden = !text;
  problem.textContent = text;
}

async function chosen() {
  const [one] = file.files;
  picture?.close();
  picture = null;
  const isLarge = one?.size > Number(form.dataset.most);
  refuse(isLarge ? byId('problem').dataset.large : '');
  if (one && !isLarge) {
    try {
      picture = await createImageBitmap(one);
    } catch {
      // The server says what is wrong with it.
    }
  }
  [zoom.value, across.value, down.value] = [100, 50, 50];
  show();
}

function move(slider, from, to, room) {
  if (room > 0) slider.value = Number(slider.value) - ((to - from) / canvas.clientWidth) * side() * (100 / room);
}

file.addEventListener('change', chosen);
for (const slider of [zoom, across, down]) slider.addEventListener('input', show);
form.addEventListener('submit', (event) => {
  if (!(file.files[0]?.size > Number(form.dataset.most))) return;
  event.preventDefault();
  file.focus();
});
canvas.addEventListener('pointerdown', (event) => {
  drag = { x: event.clientX, y: event.clientY };
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener('pointermove', (event) => {
  if (!drag) return;
  move(across, drag.x, event.clientX, picture.width - side());
  move(down, drag.y, event.clientY, picture.height - side());
  drag = { x: event.clientX, y: event.clientY };
  show();
});
for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => { drag = null; });
