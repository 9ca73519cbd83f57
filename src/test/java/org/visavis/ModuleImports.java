package org.visavis;

import java.util.Map;
import java.util.Set;

/** Who may import whom among the ES modules of the page. */
final class ModuleImports {
    /** What each module may import; every module may import log.js. */
    static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("js/log.js", Set.of()),
            Map.entry("js/backoff.js", Set.of()),
            Map.entry("js/milestones.js", Set.of()),
            Map.entry("js/checksum.js", Set.of()),
            Map.entry("js/gesture.js", Set.of()),
            Map.entry("js/governor.js", Set.of("js/limit.js")),
            Map.entry("js/layout.js", Set.of()),
            Map.entry("js/names.js", Set.of()),
            Map.entry("js/room-name.js", Set.of("js/names.js")),
            Map.entry("js/settings.js", Set.of()),
            Map.entry("js/unconfirmed.js", Set.of()),
            // What is said
            Map.entry("js/i18n.js", Set.of("js/names.js")),
            // The server
            Map.entry("js/identity.js", Set.of()),
            Map.entry("js/people.js", Set.of("js/names.js")),
            Map.entry(
                    "js/signaling.js", Set.of("js/backoff.js", "js/milestones.js", "js/names.js", "js/unconfirmed.js")),
            // The mesh
            Map.entry("js/limit.js", Set.of()),
            Map.entry("js/warm-up.js", Set.of()),
            Map.entry("js/channels.js", Set.of()),
            Map.entry("js/dtls-role.js", Set.of()),
            Map.entry("js/pending-offer.js", Set.of()),
            Map.entry(
                    "js/peer.js",
                    Set.of(
                            "js/channels.js",
                            "js/dtls-role.js",
                            "js/limit.js",
                            "js/milestones.js",
                            "js/pending-offer.js")),
            Map.entry("js/token-bucket.js", Set.of()),
            Map.entry("js/signal.js", Set.of()),
            Map.entry("js/member.js", Set.of("js/peer.js", "js/signal.js", "js/token-bucket.js")),
            Map.entry("js/call.js", Set.of("js/member.js")),
            Map.entry("js/stats.js", Set.of()),
            Map.entry("js/speaking.js", Set.of()),
            Map.entry("js/delivery.js", Set.of()),
            Map.entry("js/ear.js", Set.of()),
            // The devices
            Map.entry("js/media.js", Set.of("js/device.js", "js/permission.js")),
            Map.entry("js/device.js", Set.of("js/permission.js")),
            Map.entry("js/permission.js", Set.of()),
            Map.entry("js/screen.js", Set.of()),
            Map.entry("js/devices.js", Set.of()),
            Map.entry("js/level.js", Set.of("js/gesture.js")),
            // What people write and send
            Map.entry("js/chat.js", Set.of("js/names.js", "js/token-bucket.js")),
            Map.entry("js/links.js", Set.of()),
            Map.entry("js/received-file.js", Set.of()),
            Map.entry("js/transfer.js", Set.of()),
            Map.entry("js/outgoing-file.js", Set.of("js/checksum.js", "js/transfer.js")),
            Map.entry(
                    "js/incoming-file.js",
                    Set.of("js/checksum.js", "js/names.js", "js/received-file.js", "js/transfer.js")),
            // What is seen
            Map.entry("js/view.js", Set.of("js/names.js")),
            Map.entry("js/controls.js", Set.of("js/settings.js")),
            Map.entry("js/side.js", Set.of()),
            Map.entry("js/details.js", Set.of()),
            Map.entry("js/pip.js", Set.of()),
            Map.entry("js/playback.js", Set.of("js/gesture.js")),
            Map.entry("js/corner.js", Set.of("js/layout.js", "js/settings.js")),
            Map.entry("js/tile.js", Set.of("js/i18n.js", "js/layout.js", "js/milestones.js", "js/playback.js")),
            Map.entry("js/tiles.js", Set.of("js/corner.js", "js/layout.js", "js/playback.js", "js/tile.js")),
            Map.entry("js/present.js", Set.of("js/i18n.js", "js/tile.js")),
            Map.entry("js/chat-list.js", Set.of()),
            Map.entry(
                    "js/chat-panel.js",
                    Set.of(
                            "js/chat.js",
                            "js/chat-list.js",
                            "js/i18n.js",
                            "js/incoming-file.js",
                            "js/links.js",
                            "js/outgoing-file.js")),
            Map.entry("js/device-dialog.js", Set.of()),
            Map.entry("js/preferences.js", Set.of("js/i18n.js", "js/settings.js")),
            // What brings the one and the other together
            Map.entry(
                    "js/lobby.js",
                    Set.of(
                            "js/i18n.js",
                            "js/identity.js",
                            "js/names.js",
                            "js/people.js",
                            "js/room-name.js",
                            "js/settings.js",
                            "js/view.js")),
            Map.entry(
                    "js/device-choice.js",
                    Set.of("js/device-dialog.js", "js/devices.js", "js/level.js", "js/media.js", "js/settings.js")),
            Map.entry(
                    "js/watch.js",
                    Set.of(
                            "js/call.js",
                            "js/delivery.js",
                            "js/ear.js",
                            "js/governor.js",
                            "js/i18n.js",
                            "js/milestones.js",
                            "js/speaking.js",
                            "js/stats.js",
                            "js/tiles.js")),
            Map.entry(
                    "js/conversation.js",
                    Set.of(
                            "js/call.js",
                            "js/chat.js",
                            "js/chat-panel.js",
                            "js/i18n.js",
                            "js/incoming-file.js",
                            "js/outgoing-file.js",
                            "js/side.js",
                            "js/token-bucket.js")),
            Map.entry("js/embedding.js", Set.of("js/media.js", "js/view.js")),
            // Not of the page, but of those that it is within
            Map.entry("js/embed.js", Set.of()),
            Map.entry("login.js", Set.of("js/preferences.js")),
            Map.entry(
                    "js/decorations.js",
                    Set.of(
                            "js/call.js",
                            "js/controls.js",
                            "js/conversation.js",
                            "js/details.js",
                            "js/device-choice.js",
                            "js/embedding.js",
                            "js/i18n.js",
                            "js/pip.js",
                            "js/present.js",
                            "js/side.js",
                            "js/tiles.js",
                            "js/view.js")),
            Map.entry(
                    "js/meeting.js",
                    Set.of(
                            "js/call.js",
                            "js/controls.js",
                            "js/decorations.js",
                            "js/device-choice.js",
                            "js/embedding.js",
                            "js/i18n.js",
                            "js/lobby.js",
                            "js/media.js",
                            "js/milestones.js",
                            "js/playback.js",
                            "js/screen.js",
                            "js/signaling.js",
                            "js/tiles.js",
                            "js/view.js",
                            "js/watch.js")),
            Map.entry(
                    "webrtc.js",
                    Set.of(
                            "js/controls.js",
                            "js/device-choice.js",
                            "js/embedding.js",
                            "js/i18n.js",
                            "js/lobby.js",
                            "js/media.js",
                            "js/meeting.js",
                            "js/milestones.js",
                            "js/preferences.js",
                            "js/settings.js",
                            "js/view.js",
                            "js/warm-up.js")),
            Map.entry("localwebrtc.js", Set.of("js/i18n.js", "js/media.js", "js/preferences.js")));

    private ModuleImports() {}
}
