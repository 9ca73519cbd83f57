package org.visavis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.visavis.protocol.MessageCodec;
import org.visavis.websocket.EndpointConfigurator;

/** Who may import whom, in Java and among the ES modules; and what keeps the whole readable in one sitting. */
class ArchitectureTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.visavis");

    /** Statements, and types in JSDoc. */
    private static final Pattern IMPORT = Pattern.compile(
            "^\\s*(?:import|export)\\s+(?:[\\w*{}\\s,]*?\\bfrom\\s*)?[\"']([^\"']+)[\"']|\\bimport\\((?:\"([^\"]+)\"\\))?",
            Pattern.MULTILINE);

    private static final Set<String> PAGE =
            Set.of("js/base", "js/server", "js/call", "js/quality", "js/devices", "js/chat", "js/stage", "js/page");

    /** From which folders the modules of each may import. Nobody imports what is not in a folder of {@code js}. */
    private static final Map<String, Set<String>> FOLDERS = Map.ofEntries(
            Map.entry("js", Set.of()), // embed.js, which is for pages of other sites
            Map.entry("js/base", Set.of("js/base")),
            Map.entry("js/server", Set.of("js/base", "js/server")),
            Map.entry("js/call", Set.of("js/base", "js/server", "js/call")),
            Map.entry("js/quality", Set.of("js/base", "js/call", "js/quality")),
            Map.entry("js/devices", Set.of("js/base", "js/devices")),
            Map.entry("js/chat", Set.of("js/base", "js/chat")),
            Map.entry("js/stage", Set.of("js/base", "js/stage")),
            Map.entry("js/doctor", Set.of("js/base", "js/server", "js/devices", "js/doctor", "js/doctor/checks")),
            Map.entry("js/doctor/checks", Set.of("js/base", "js/server", "js/doctor", "js/doctor/checks")),
            Map.entry("js/page", PAGE),
            Map.entry("js/admin", Set.of("js/base", "js/admin")),
            Map.entry("", Stream.concat(PAGE.stream(), Stream.of("js/doctor")).collect(Collectors.toSet())));

    @Test
    void packagesImportOnlyAlongTheArrows() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("protocol")
                .definedBy("org.visavis.protocol")
                .layer("data")
                .definedBy("org.visavis.data")
                .layer("settings")
                .definedBy("org.visavis.settings")
                .layer("access")
                .definedBy("org.visavis.access")
                .layer("room")
                .definedBy("org.visavis.room")
                .layer("websocket")
                .definedBy("org.visavis.websocket")
                .layer("web")
                .definedBy("org.visavis.web")
                .layer("operations")
                .definedBy("org.visavis.operations..")
                .layer("ice")
                .definedBy("org.visavis.ice")
                .layer("log")
                .definedBy("org.visavis.log")
                .layer("threads")
                .definedBy("org.visavis.threads")
                .layer("launcher")
                .definedBy("org.visavis.launcher..")
                .layer("application")
                .definedBy("org.visavis")
                .whereLayer("protocol")
                .mayNotAccessAnyLayer()
                .whereLayer("data")
                .mayNotAccessAnyLayer()
                .whereLayer("settings")
                .mayNotAccessAnyLayer()
                .whereLayer("log")
                .mayNotAccessAnyLayer()
                .whereLayer("threads")
                .mayOnlyAccessLayers("log")
                .whereLayer("access")
                .mayOnlyAccessLayers("protocol", "settings", "log")
                .whereLayer("ice")
                .mayOnlyAccessLayers("protocol", "settings", "log")
                .whereLayer("room")
                .mayOnlyAccessLayers("access", "protocol", "settings", "log")
                .whereLayer("websocket")
                .mayOnlyAccessLayers("room", "access", "protocol", "settings", "threads", "log")
                .whereLayer("web")
                .mayOnlyAccessLayers("room", "access", "protocol", "settings", "log")
                .whereLayer("operations")
                .mayOnlyAccessLayers("room", "access", "protocol", "settings", "data", "log")
                .whereLayer("application")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("launcher")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("launcher")
                .mayOnlyAccessLayers("settings", "data", "threads")
                .check(CLASSES);
    }

    @Test
    void roomsKnowNoSocketsNoServletsAndNoJson() {
        noClasses()
                .that()
                .resideInAnyPackage("org.visavis.room", "org.visavis.access", "org.visavis.protocol")
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
        for (Path file : files(WEBAPP, ".js")) {
            String folder = folderOf(file);
            if (folder.endsWith("/languages")) continue; // nothing but words; languages.test.mjs reads them
            Set<String> allowed = file.endsWith("admin.js") ? Set.of("js/admin") : FOLDERS.get(folder);
            for (Path imported : importsOf(file)) {
                assertTrue(
                        allowed.contains(folderOf(imported)),
                        () -> WEBAPP.relativize(file) + " must not import " + WEBAPP.relativize(imported));
            }
        }
    }

    @Test
    void whatIsSeenKnowsNothingOfWebRtc() throws IOException {
        for (Path file : files(WEBAPP.resolve("js/stage"), ".js")) {
            String code = Files.readString(file).replaceAll("(?m)//.*$|(?s)/\\*.*?\\*/", "");
            assertTrue(!code.contains("RTC") && !code.contains("WebSocket"), file::toString);
        }
    }

    /** What it has for the other side it gives to a function. */
    @Test
    void aPeerKnowsNothingOfSignaling() throws IOException {
        Path peer = WEBAPP.resolve("js/call/peer.js");
        assertTrue(importsOf(peer).stream()
                .noneMatch(imported -> folderOf(imported).equals("js/server")));
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

    private static String folderOf(Path file) {
        Path folder = WEBAPP.relativize(file).getParent();
        return folder == null ? "" : folder.toString().replace('\\', '/');
    }

    private static List<Path> importsOf(Path file) throws IOException {
        String code = Files.readString(file);
        return IMPORT.matcher(code)
                .results()
                .filter(found -> !(isLanguageLoader(file) && found.group().equals("import(")))
                .map(found -> resolve(file, found))
                .toList();
    }

    /** It imports languages, under names that it makes up. */
    private static boolean isLanguageLoader(Path file) {
        return file.endsWith("base/i18n.js");
    }

    private static Path resolve(Path file, MatchResult found) {
        String target = found.group(1) != null ? found.group(1) : found.group(2);
        assertTrue(target != null && target.startsWith("."), () -> file + ": " + found.group());
        Path resolved = file.resolveSibling(target).normalize();
        assertTrue(Files.isRegularFile(resolved), () -> file + " imports what does not exist: " + target);
        return resolved;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toList());
        }
    }
}
