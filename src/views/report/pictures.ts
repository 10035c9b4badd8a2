import { type Html, html } from './html.ts';
import type { Picture } from './outline.ts';

/** Draws a picture. What it shows is said in words as well; `id` tells it from the others of a page. */
export function draw(picture: Picture, id: string): Html {
  return picture.picture === 'share' ? drawShare(picture, id) : drawDays(picture, id);
}

const BAR = { width: 160, height: 8 };

/** A bar that is filled up to a share. */
function drawShare({ label, share, isOver }: Extract<Picture, { picture: 'share' }>, id: string): Html {
  const { width, height } = BAR;
  const filled = Math.round(share * width);
  return html`<svg class="bar" role="img" aria-labelledby="${id}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}">${label}</title><rect class="track" width="${width}" height="${height}" rx="${height / 2}"></rect><rect class="${isOver ? 'fill over' : 'fill'}" width="${Math.max(filled, share > 0 ? height : 0)}" height="${height}" rx="${height / 2}"></rect></svg>`;
}

const LINE = { width: 160, height: 20, margin: 7 };
const DOT = 5;

/** A line of dots, one for each date: those that do not hold any more are hollow. */
function drawDays({ label, days }: Extract<Picture, { picture: 'days' }>, id: string): Html {
  const { width, height, margin } = LINE;
  const first = Math.min(...days);
  const span = Math.max(Math.max(...days) - first, 1);
  const places = days.map((day) => Math.round(margin + ((day - first) / span) * (width - 2 * margin)));
  const middle = height / 2;
  const dots = places.map((x, index) =>
    index === places.length - 1
      ? html`<circle class="dot" cx="${x}" cy="${middle}" r="${DOT}"></circle>`
      : html`<circle class="dot old" cx="${x}" cy="${middle}" r="${DOT - 1}"></circle>`,
  );
  return html`<svg class="days" role="img" aria-labelledby="${id}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}">${label}</title><line class="axis" x1="${margin}" y1="${middle}" x2="${width - margin}" y2="${middle}"></line>${dots}</svg>`;
}
