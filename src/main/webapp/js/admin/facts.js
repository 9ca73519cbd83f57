// What the administrator sees beside the rooms.

import { element } from "../base/dom.js";
import { amount, count, currentLanguage, text } from "../base/i18n.js";

/** A time of today; with its date if it is longer ago. @param {number} time in milliseconds since 1970 */
export function moment(time) {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const style = isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  return new Intl.DateTimeFormat(currentLanguage(), style).format(time);
}

/** @param {any} state */
export function showFigures({ server, rooms, errors }) {
  const total = Object.values(errors.counts).reduce((sum, each) => sum + each, 0);
  pairs("figures", [
    [text("rooms"), count(rooms.total)],
    [text("people"), count(rooms.participants)],
    [text("connections"), `${count(server.connections)} / ${count(server.connectionsMost)}`],
    [text("memory"), `${amount(server.memoryUsed)} / ${amount(server.memoryMost)}`],
    [text("errors"), count(total)],
    [text("running-since"), moment(server.started)],
  ]);
}

/** @param {any} state */
export function showServer({ server, certificate, ice }) {
  const lasts = certificate && text("certificate-until", { subject: certificate.subject, time: moment(certificate.ends) });
  element("check").hidden = ice.urls.length === 0;
  pairs("server", [
    ["Visavis", server.version],
    ["Java", server.java],
    [text("container"), server.container],
    [text("system"), server.system],
    ...(certificate ? [[text("certificate"), lasts]] : []),
    [text("ice"), ice.urls.join(", ") || text("none")],
    ...(ice.policy === "relay" ? [["", text("relay-only")]] : []),
  ]);
}

/** @param {{counts: Record<string, number>, last: {time: number, code: string, room?: string, address?: string}[]}} errors */
export function showErrors({ counts, last }) {
  const entries = Object.entries(counts);
  pairs("error-counts", entries.length ? entries.map(([code, times]) => [code, count(times)]) : [[text("none"), ""]]);
  lines("errors", last.map(({ time, code, room, address }) => ({
    main: code,
    more: [moment(time), room, address],
  })));
}

/** @param {{name: string, value: string, origin: string}[]} settings */
export function showSettings(settings) {
  lines("settings", settings.map(({ name, value, origin }) => ({
    main: name,
    more: [value ? `= ${value}` : "", text(`origin-${origin.toLowerCase()}`)],
  })));
}

/**
 * Shows terms and values, unless they are shown already.
 * @param {string} id of a `dl`
 * @param {string[][]} entries
 */
export function pairs(id, entries) {
  renew(element(id), entries, ([term, value]) => {
    const pair = document.createElement("div");
    pair.append(withText("dt", term), withText("dd", value));
    return pair;
  });
}

/**
 * @param {string} id of a `ul`
 * @param {{main: string, more: (string | undefined)[]}[]} entries
 */
export function lines(id, entries) {
  renew(element(id), entries, ({ main, more }) => {
    const line = document.createElement("li");
    line.append(withText("code", main), moreOf(more));
    return line;
  });
}

/**
 * Fills a list with entries, unless it has these already: what does not change keeps its place, and a selection.
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} entries
 * @param {(entry: T) => HTMLElement} make
 */
export function renew(list, entries, make) {
  const now = JSON.stringify(entries);
  if (list.dataset.shown !== now) {
    list.dataset.shown = now;
    list.replaceChildren(...entries.map(make));
  }
}

/**
 * What is known beyond the name. Each part keeps its own direction.
 * @param {(string | undefined)[]} parts those without text are left out
 */
export function moreOf(parts) {
  const more = document.createElement("span");
  more.className = "more";
  for (const part of parts) {
    if (part) {
      more.append(more.hasChildNodes() ? " · " : "", withText("bdi", part));
    }
  }
  return more;
}

/** @type {(tag: string, content: string) => HTMLElement} */
export function withText(tag, content) {
  const made = document.createElement(tag);
  made.textContent = content;
  return made;
}
