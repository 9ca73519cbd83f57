import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Says what a run of the integration tests has tested, from its reports: the container, its version, the Java it ran on, how
 * many tests there were, and what they observed that differs between containers. Run by itself, from the project's folder:
 *
 * <pre>
 * java .ci/ContainersTable.java            # a line for people, of target/failsafe-reports
 * java .ci/ContainersTable.java --write    # and its row in the table of docs/containers.md
 * </pre>
 */
class ContainersTable {
    private static final Path REPORTS = Path.of(System.getProperty("reports", "target/failsafe-reports"));
    private static final Path DOCUMENT = Path.of("docs", "containers.md");
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- table: .*? -->\n)(.*?)(<!-- end of the table -->)");
    private static final Pattern OBSERVED = Pattern.compile("observed: (.*?) = (.*)");
    private static final List<String> NAMES = List.of(
            "tomcat", "Tomcat", "wildfly", "WildFly", "payara", "Payara", "glassfish", "GlassFish", "liberty", "Open Liberty",
            "jetty", "Jetty");

    /** The cells of a row, by the heads of their columns. */
    private final Map<String, String> row = new LinkedHashMap<>();

    public static void main(String... arguments) throws Exception {
        ContainersTable table = new ContainersTable();
        table.readReports();
        System.out.println(table.row.entrySet().stream()
                .map(cell -> cell.getKey() + ": " + cell.getValue())
                .collect(Collectors.joining("; ")));
        if (List.of(arguments).contains("--write")) {
            table.write();
        }
    }

    private void readReports() throws Exception {
        File[] reports = REPORTS.toFile().listFiles((folder, name) -> name.startsWith("TEST-"));
        if (reports == null || reports.length == 0) {
            throw new IOException("There are no reports in " + REPORTS + "; run ./mvnw verify first.");
        }
        int tests = 0;
        Map<String, Set<String>> observations = new LinkedHashMap<>();
        for (File report : new TreeSet<>(List.of(reports))) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report);
            XPath path = XPathFactory.newInstance().newXPath();
            String[] container = property(path, document, "it.container").split(" ");
            row.put("container", NAMES.get(NAMES.indexOf(container[0]) + 1) + " " + container[1]);
            row.put("Java", javaVersion(Path.of(property(path, document, "it.java.home"))));
            NodeList cases = (NodeList) path.evaluate(
                    "/testsuite/testcase[not(skipped|failure|error)]", document, XPathConstants.NODESET);
            tests += cases.getLength();
            Matcher observed = OBSERVED.matcher(path.evaluate("/testsuite", document));
            while (observed.find()) {
                observations.computeIfAbsent(observed.group(1), any -> new LinkedHashSet<>()).add(observed.group(2));
            }
        }
        row.put("tests", String.valueOf(tests));
        observations.forEach((subject, seen) -> row.put(subject, String.join(" or ", seen)));
    }

    private static String property(XPath path, Document document, String name) throws Exception {
        return path.evaluate("/testsuite/properties/property[@name='" + name + "']/@value", document);
    }

    /** Of the Java that ran the container, which need not be the one that ran the tests. */
    private static String javaVersion(Path home) throws IOException {
        return Files.readAllLines(home.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll(".*\"(.*)\"", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** Puts the row in, instead of the one of the same container and the same major version of both. */
    private void write() throws IOException {
        String text = Files.readString(DOCUMENT);
        Matcher table = TABLE.matcher(text);
        if (!table.find()) {
            throw new IOException(DOCUMENT + " has no marks around its table.");
        }
        List<String> lines = table.group(2).lines().collect(Collectors.toCollection(ArrayList::new));
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(Math.min(2, lines.size()), lines.size())) {
            Map<String, String> old = new LinkedHashMap<>();
            List<String> heads = cells(lines.get(0));
            List<String> cells = cells(line);
            for (int i = 0; i < heads.size(); i++) {
                old.put(heads.get(i), cells.get(i));
            }
            rows.put(keyOf(old), old);
        }
        rows.put(keyOf(row), row);
        Set<String> heads = rows.values().stream()
                .flatMap(cells -> cells.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Stream<String> body = rows.values().stream()
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .map(cells -> heads.stream().map(head -> cells.getOrDefault(head, "")).collect(line()));
        String content = Stream.concat(
                        Stream.of(heads.stream().collect(line()), heads.stream().map(head -> "---").collect(line())), body)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(DOCUMENT, table.replaceFirst("$1" + Matcher.quoteReplacement(content) + "$3"));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> line() {
        return Collectors.joining(" | ", "| ", " |");
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList().subList(1, line.split("\\|", -1).length - 1);
    }

    private static String keyOf(Map<String, String> cells) {
        return cells.get("container").replaceFirst("\\..*", "") + "/" + cells.get("Java").replaceFirst("\\..*", "");
    }

    private static int rank(Map<String, String> cells) {
        String name = cells.get("container").replaceFirst(" [0-9].*", "");
        int major = Integer.parseInt(cells.get("container").replaceAll(".* ([0-9]+)\\..*", "$1"));
        int java = Integer.parseInt(cells.get("Java").replaceFirst("\\..*", ""));
        return NAMES.indexOf(name) * 1_000_000 + major * 1_000 + java;
    }
}
