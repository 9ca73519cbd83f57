package org.visavis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.visavis.signaling.MessageCodec;
import org.visavis.websocket.EndpointConfigurator;

/** Who may import whom, in Java and among the ES modules; and what keeps the whole readable in one sitting. */
class ArchitectureTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.visavis");

    /** What each module may import; every module may import log.js. */
    private static final Map<String, Set<String>> MODULES = Map.ofEntries(
            Map.entry("js/log.js", Set.of()),
            Map.entry("js/backoff.js", Set.of()),
            Map.entry("js/milestones.js", Set.of()),
            Map.entry("js/checksum.js", Set.of()),
            Map.entry("js/governor.js", Set.of("js/limit.js")),
            Map.entry("js/layout.js", Set.of()),
            Map.entry("js/settings.js", Set.of()),
            Map.entry("js/unconfirmed.js", Set.of()),
            // What is said
            Map.entry("js/i18n.js", Set.of()),
            // The server
            Map.entry("js/identity.js", Set.of()),
            Map.entry("js/people.js", Set.of()),
            Map.entry("js/signaling.js", Set.of("js/backoff.js", "js/milestones.js", "js/unconfirmed.js")),
            // The mesh
            Map.entry("js/limit.js", Set.of()),
            Map.entry("js/warm-up.js", Set.of()),
            Map.entry("js/peer.js", Set.of("js/limit.js", "js/milestones.js")),
            Map.entry("js/member.js", Set.of("js/peer.js")),
            Map.entry("js/call.js", Set.of("js/member.js")),
            Map.entry("js/stats.js", Set.of()),
            Map.entry("js/speaking.js", Set.of()),
            // The devices
            Map.entry("js/media.js", Set.of("js/permission.js")),
            Map.entry("js/permission.js", Set.of()),
            Map.entry("js/screen.js", Set.of()),
            Map.entry("js/devices.js", Set.of()),
            Map.entry("js/level.js", Set.of()),
            // What people write and send
            Map.entry("js/chat.js", Set.of()),
            Map.entry("js/received-file.js", Set.of()),
            Map.entry("js/transfer.js", Set.of("js/checksum.js", "js/received-file.js")),
            // What is seen
            Map.entry("js/view.js", Set.of()),
            Map.entry("js/controls.js", Set.of("js/settings.js")),
            Map.entry("js/side.js", Set.of()),
            Map.entry("js/details.js", Set.of()),
            Map.entry("js/pip.js", Set.of()),
            Map.entry("js/tile.js", Set.of("js/i18n.js", "js/layout.js", "js/milestones.js")),
            Map.entry("js/tiles.js", Set.of("js/layout.js", "js/tile.js")),
            Map.entry("js/present.js", Set.of("js/i18n.js", "js/tile.js")),
            Map.entry("js/chat-panel.js", Set.of("js/i18n.js", "js/chat.js", "js/transfer.js")),
            Map.entry("js/device-dialog.js", Set.of()),
            Map.entry("js/preferences.js", Set.of("js/i18n.js", "js/settings.js")),
            // What brings the one and the other together
            Map.entry(
                    "js/lobby.js",
                    Set.of("js/i18n.js", "js/identity.js", "js/people.js", "js/settings.js", "js/view.js")),
            Map.entry(
                    "js/device-choice.js",
                    Set.of("js/device-dialog.js", "js/devices.js", "js/level.js", "js/media.js", "js/settings.js")),
            Map.entry(
                    "js/watch.js",
                    Set.of(
                            "js/call.js",
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
                            "js/side.js",
                            "js/transfer.js")),
            Map.entry("js/embedding.js", Set.of("js/media.js", "js/view.js")),
            // Not of the page, but of those that it is within
            Map.entry("js/embed.js", Set.of()),
            Map.entry("login.js", Set.of("js/preferences.js")),
            Map.entry(
                    "js/meeting.js",
                    Set.of(
                            "js/call.js",
                            "js/controls.js",
                            "js/conversation.js",
                            "js/details.js",
                            "js/device-choice.js",
                            "js/embedding.js",
                            "js/i18n.js",
                            "js/lobby.js",
                            "js/media.js",
                            "js/milestones.js",
                            "js/pip.js",
                            "js/present.js",
                            "js/screen.js",
                            "js/settings.js",
                            "js/side.js",
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

    /** Statements, and types in JSDoc. */
    private static final Pattern IMPORT = Pattern.compile(
            "^\\s*(?:import|export)\\s+(?:[\\w*{}\\s,]*?\\bfrom\\s*)?[\"']([^\"']+)[\"']|\\bimport\\((?:\"([^\"]+)\"\\))?",
            Pattern.MULTILINE);

    @Test
    void packagesImportOnlyAlongTheArrows() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("signaling")
                .definedBy("org.visavis.signaling")
                .layer("room")
                .definedBy("org.visavis.room")
                .layer("websocket")
                .definedBy("org.visavis.websocket")
                .layer("web")
                .definedBy("org.visavis.web")
                .layer("ice")
                .definedBy("org.visavis.ice")
                .layer("log")
                .definedBy("org.visavis.log")
                .layer("launcher")
                .definedBy("org.visavis.launcher")
                .layer("application")
                .definedBy("org.visavis")
                .whereLayer("room")
                .mayOnlyBeAccessedByLayers("websocket", "web", "application")
                .whereLayer("websocket")
                .mayOnlyBeAccessedByLayers("application")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("application")
                .whereLayer("ice")
                .mayOnlyBeAccessedByLayers("application")
                .whereLayer("ice")
                .mayOnlyAccessLayers("signaling", "log")
                .whereLayer("log")
                .mayNotAccessAnyLayer()
                .whereLayer("application")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("launcher")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("launcher")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void roomsKnowNoSocketsNoServletsAndNoJson() {
        noClasses()
                .that()
                .resideInAnyPackage("org.visavis.room", "org.visavis.signaling")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.websocket..", "jakarta.servlet..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.visavis.room")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.json..")
                .check(CLASSES);
    }

    @Test
    void theCodecAloneUsesJsonb() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(MessageCodec.class)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.json.bind.Jsonb")
                .check(CLASSES);
    }

    @Test
    void theOnlyGlobalStateIsTheHandOver() {
        fields().that()
                .areStatic()
                .and()
                .areNotDeclaredIn(EndpointConfigurator.class)
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Handler|Service|Impl)")
                .check(CLASSES);
    }

    @Test
    void modulesImportOnlyAlongTheArrows() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(WEBAPP, ".js")) {
            String module = WEBAPP.relativize(file).toString().replace('\\', '/');
            if (module.startsWith("js/languages/")) continue; // nothing but words; LanguagesTest reads them
            found.add(module);
            if (module.equals("js/i18n.js")) continue; // imports languages alone, under names that it makes up
            Set<String> allowed = MODULES.getOrDefault(module, Set.of());
            for (String imported : importsOf(file)) {
                assertTrue(
                        imported.equals("js/log.js") || allowed.contains(imported),
                        () -> module + " must not import " + imported);
            }
        }
        assertEquals(new TreeSet<>(MODULES.keySet()), found, "modules of the page");
    }

    @Test
    void viewAndTilesKnowNothingOfWebRtc() throws IOException {
        for (String module : List.of("js/view.js", "js/tiles.js", "js/tile.js", "js/layout.js")) {
            String code = Files.readString(WEBAPP.resolve(module)).replaceAll("(?m)//.*$|(?s)/\\*.*?\\*/", "");
            assertTrue(!code.contains("RTC") && !code.contains("WebSocket"), module);
        }
    }

    @Test
    void pagesLoadNothingFromElsewhere() throws IOException {
        for (Path page : files(WEBAPP, ".html")) {
            String html = Files.readString(page);
            assertTrue(!html.matches("(?s).*(src|href)=\"(https?:)?//.*"), page::toString);
            assertTrue(!html.matches("(?s).*(<script>|<style|\\sstyle=|\\son\\w+=).*"), page::toString);
        }
    }

    @Test
    void filesCanBeReadInOneGo() throws IOException {
        List<Path> sources = new ArrayList<>(files(Path.of("src"), ".java"));
        sources.addAll(files(WEBAPP, ".js"));
        for (Path file : sources) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                assertTrue(count <= 320, () -> file + " has " + count + " lines");
            }
        }
    }

    private static List<String> importsOf(Path file) throws IOException {
        return IMPORT.matcher(Files.readString(file))
                .results()
                .map(found -> resolve(file, found))
                .toList();
    }

    private static String resolve(Path file, MatchResult found) {
        String target = found.group(1) != null ? found.group(1) : found.group(2);
        assertTrue(target != null && target.startsWith("./"), () -> file + ": " + found.group());
        Path resolved = file.resolveSibling(target).normalize();
        assertTrue(Files.isRegularFile(resolved), () -> file + " imports what does not exist: " + target);
        return WEBAPP.relativize(resolved).toString().replace('\\', '/');
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toList());
        }
    }
}
