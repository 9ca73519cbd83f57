package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever passes the WAR on must know of it: what is inside, and under which licenses. */
@Tag("standalone")
class ReleaseIT {
    private static final Pattern LICENSE = Pattern.compile("META-INF/LICENSE(\\.md|\\.txt)?");

    @Test
    void theBillOfMaterialsNamesEachLibrary() throws IOException {
        try (ZipFile war = new ZipFile(Deployments.warFile())) {
            Set<String> named = components(war).keySet();
            Set<String> libraries = libraries(war);
            assertTrue(libraries.size() > 6, libraries::toString);
            Set<String> missing = new TreeSet<>(libraries);
            missing.removeIf(library -> named.contains(library.replaceFirst(".*/", "")));
            assertEquals(Set.of(), missing);
        }
    }

    @Test
    void theLicenseOfEachLibraryIsInside() throws IOException {
        try (ZipFile war = new ZipFile(Deployments.warFile())) {
            assertTrue(text(war, "META-INF/LICENSE").contains("Apache License"));
            Map<String, JsonObject> components = components(war);
            for (String library : libraries(war)) {
                JsonObject component = components.get(library.replaceFirst(".*/", ""));
                assertTrue(
                        bringsLicense(war, library)
                                || war.getEntry("META-INF/licenses/" + component.getString("name") + ".txt") != null
                                || component.get("licenses").toString().contains("Apache-2.0"),
                        library + " has no license within, and no license that is in the WAR: " + component);
            }
        }
    }

    /** So each upgrade gives the page's files another ETag and Last-Modified in every container, and a restart does not. */
    @Test
    void everythingInsideHasTheTimeOfTheCommit() throws Exception {
        try (ZipFile war = new ZipFile(Deployments.warFile())) {
            Set<LocalDateTime> times = war.stream().map(ZipEntry::getTimeLocal).collect(Collectors.toSet());
            assertEquals(1, times.size(), times::toString);
            if (!Files.isDirectory(Path.of(".git"))) return; // a source archive: the time of the build
            Process git = new ProcessBuilder("git", "log", "-1", "--format=%ct").start();
            long seconds =
                    Long.parseLong(new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            assertEquals(Set.of(LocalDateTime.ofEpochSecond(seconds / 2 * 2, 0, ZoneOffset.UTC)), times);
        }
    }

    private static Set<String> libraries(ZipFile war) {
        return war.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".jar"))
                .collect(Collectors.toSet());
    }

    /** By the names of their files. */
    private static Map<String, JsonObject> components(ZipFile war) throws IOException {
        Map<String, JsonObject> components = new TreeMap<>();
        try (InputStream file = war.getInputStream(war.getEntry("META-INF/sbom/visavis.cdx.json"));
                JsonReader reader = Json.createReader(file)) {
            for (JsonObject component :
                    reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class)) {
                components.put(component.getString("name") + "-" + component.getString("version") + ".jar", component);
            }
        }
        return components;
    }

    private static boolean bringsLicense(ZipFile war, String library) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(war.getInputStream(war.getEntry(library)))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (LICENSE.matcher(entry.getName()).matches()) return true;
            }
            return false;
        }
    }

    private static String text(ZipFile war, String name) throws IOException {
        try (InputStream file = war.getInputStream(war.getEntry(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
