package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page has no build step; its types are in JSDoc, and the TypeScript compiler says whether they are true. */
class PageTypesTest {
    private static final String LIBRARY = "META-INF/resources/webjars/typescript/";

    @Test
    void theTypesOfThePageAreSound(@TempDir Path folder) throws Exception {
        Path compiler = unpack(folder).resolve("tsc.js");
        assertEquals("", compile(compiler, files()));
    }

    @Test
    void theCheckFindsWhatIsWrong(@TempDir Path folder) throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.js"), "/** @type {number} */ export const one = 'two';");
        String found = compile(unpack(folder).resolve("tsc.js"), List.of(wrong.toString()));
        assertEquals(true, found.contains("TS2322"), found);
    }

    private static String compile(Path compiler, List<String> files) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                compiler.toString(),
                "--allowJs",
                "--checkJs",
                "--noEmit",
                "--strict",
                "--pretty",
                "false",
                "--target",
                "es2022",
                "--module",
                "es2022",
                "--lib",
                "es2023,dom,dom.iterable,dom.asynciterable"));
        arguments.addAll(files);
        return Node.run(arguments);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".js"))
                    .toList();
        }
    }

    /** The compiler with the declarations of the browser's interfaces, which it wants as files. */
    private static Path unpack(Path folder) throws IOException {
        URL found = Objects.requireNonNull(PageTypesTest.class.getClassLoader().getResource(LIBRARY));
        try (JarFile jar = ((JarURLConnection) found.openConnection()).getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.matches(LIBRARY + "[^/]+/lib/(lib\\..*\\.d\\.ts|_?tsc\\.js)")) {
                    Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
                    try (InputStream content = jar.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
        return folder;
    }
}
