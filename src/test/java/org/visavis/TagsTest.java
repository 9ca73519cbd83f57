package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tags say which tests run in which container: a tag that nobody knows would leave nothing out, or too much. */
class TagsTest {
    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final String RUN = read(".ci/run");
    private static final Set<String> KNOWN = all("(?m)^\\| `(\\w+)` \\|", read("CONTRIBUTING.md"));

    @Test
    void contributorsCanLookUpEachTag() throws IOException {
        for (Class<?> test : integrationTests()) {
            Set<String> tags = tagsOf(test);
            Stream.of(test.getDeclaredMethods())
                    .flatMap(method -> AnnotationSupport.findRepeatableAnnotations(method, Tag.class).stream())
                    .forEach(tag -> tags.add(tag.value()));
            assertTrue(KNOWN.containsAll(tags), () -> test + " has " + tags);
        }
        Set<String> leftOut = new TreeSet<>(all("<it.excludedTags>(.*)</it.excludedTags>", read("pom.xml")));
        leftOut.remove("none");
        leftOut.addAll(all("(?m)^\\w+ ([a-z,]+)$", RUN));
        assertTrue(leftOut.size() > 3, leftOut::toString);
        for (String tags : leftOut) {
            assertTrue(KNOWN.containsAll(List.of(tags.split(","))), tags);
        }
    }

    @Test
    void whatIsAboutBrowsersOrTheLauncherSaysSo() throws IOException {
        for (Class<?> test : integrationTests()) {
            switch (test.getPackageName().replaceFirst(".*\\.", "")) {
                case "browser" -> assertTrue(tagsOf(test).contains("browser"), test::toString);
                case "launcher" -> assertTrue(tagsOf(test).contains("standalone"), test::toString);
                default -> assertTrue(!tagsOf(test).contains("browser"), test::toString);
            }
        }
    }

    @Test
    void theRunRequiresInEachContainerWhatHasNoTag() throws IOException {
        String untagged = integrationTests().stream()
                .filter(test -> tagsOf(test).isEmpty())
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(" "));
        assertEquals(Set.of(untagged), all("(?m)^protocol=\\((.*)\\)$", RUN));
    }

    private static Set<String> tagsOf(Class<?> test) {
        return AnnotationSupport.findRepeatableAnnotations(test, Tag.class).stream()
                .map(Tag::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Class<?>> integrationTests() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith("IT.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .<Class<?>>map(TagsTest::load)
                    .toList();
        }
    }

    /** Without its static parts: some tests start servers there. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, TagsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> all(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
