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
            Set<String> allowed = ModuleImports.ALLOWED.getOrDefault(module, Set.of());
            for (String imported : importsOf(file)) {
                assertTrue(
                        imported.equals("js/log.js") || allowed.contains(imported),
                        () -> module + " must not import " + imported);
            }
        }
        assertEquals(new TreeSet<>(ModuleImports.ALLOWED.keySet()), found, "modules of the page");
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
