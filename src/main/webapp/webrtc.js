// The entry script: builds the parts of the page that people need before a call, and wires their events.

import { on } from "./js/base/dom.js";
import { text } from "./js/base/i18n.js";
import { recall } from "./js/base/storage.js";
import { Media } from "./js/devices/media.js";
import { Banner } from "./js/page/banner.js";
import { Joining } from "./js/page/joining.js";
import { PageState } from "./js/page/page-state.js";
import { PrejoinForm } from "./js/page/prejoin-form.js";
import { Prejoin } from "./js/page/prejoin.js";
import { Toolbar } from "./js/page/toolbar.js";
import { takeToken } from "./js/server/token.js";

takeToken();
addEventListener("hashchange", takeToken);

const page = new PageState();
const banner = new Banner();
const form = new PrejoinForm(page);
const toolbar = new Toolbar();
const media = new Media();
const prejoin = new Prejoin({ page, banner, form });
/** Follows the site that embeds this page; null where there is none. */
const embedding = parent === window ? null : await embed();
const joining = new Joining({ page, banner, form, toolbar, media, prejoin, embedding });

on(prejoin, "join", (entered) => joining.join(entered));
on(form, "cancel", () => joining.cancel());
if (embedding) {
  on(embedding, "leave", () => joining.leave());
}
on(toolbar, "microphone", () => media.toggleMicrophone());
on(toolbar, "camera", () => media.toggleCamera());
on(toolbar, "talk", (held) => media.setMicrophone(held));
on(toolbar, "settings", () => joining.openSettings());
on(media, "track", ({ kind, track }) => {
  if (kind === "video") {
    form.showPreview(media.camera ? track : null);
  }
  toolbar.show({ microphone: media.microphone, camera: media.camera });
});
on(media, "replaced", ({ code, about, before, now }) => banner.say(code, text(code, { before, now }), { about }));
on(media, "problem", async ({ code, about }) => {
  banner.say(code, text(about[1] ? `${code}-both` : code), { about });
  if (code === "insecure") {
    const { offerHttps } = await import("./js/page/https-link.js");
    offerHttps(banner, about);
  }
});
on(media, "works", (device) => banner.unsayAbout(device));
addEventListener("pagehide", () => {
  joining.rememberPlace();
  media.close();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) {
    location.reload();
  }
});

media.want({ audio: recall("microphone"), video: recall("camera") });
joining.open(); // after all listeners are set: a page over plain HTTP reports at once that it gets no camera

async function embed() {
  const { Embedding } = await import("./js/page/embedding.js");
  return new Embedding({ page, banner, form, media });
}
