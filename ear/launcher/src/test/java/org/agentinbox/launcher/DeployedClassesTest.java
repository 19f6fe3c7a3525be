package org.agentinbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a small project with two classes in each module, and tests which class files reach the EAR after a change of one of them. */
class DeployedClassesTest {

    private static final String RATE = "package org.rates; public class Rate { public static final int PERCENT = 10; "
        + "public int of(int sum) { return sum / 10; } }";
    private static final String BILL = "package org.rates; public class Bill { public Object total() { return new Rate().of(100); } }";
    private static final String PAGE = "package org.rates.web; import org.rates.*; "
        + "public class Page { public Object shown() { return Rate.PERCENT; } }";

    @TempDir
    private Path directory;
    private ExplodedEar ear;
    private SourceFiles sources;
    private DeployedClasses classes;

    @BeforeEach
    void build() throws IOException {
        for (String folder : List.of("ejb/src/main", "ejb/target", "web/src/main", "web/target", "ear/src/main", "deployments")) {
            Files.createDirectories(directory.resolve(folder));
        }
        Files.writeString(directory.resolve("ejb/target/class-path"), "");
        Files.writeString(directory.resolve("web/target/class-path"), "");
        rate(RATE);
        write("ejb/src/main/java/org/rates/Bill.java", BILL);
        write("web/src/main/java/org/rates/web/Page.java", PAGE);
        zip(directory.resolve("deployments/agent-inbox.ear"), Map.of(
            "agent-inbox-ejb.jar", zip(directory.resolve("ejb.jar"), Map.of("org/kept.properties", new byte[0])),
            "agent-inbox-web.war", zip(directory.resolve("web.war"), Map.of("WEB-INF/web.xml",
                "<param-value>Production</param-value>".getBytes(), "WEB-INF/classes/org/kept.properties", new byte[0]))));
        ear = ExplodedEar.unpack(directory.resolve("deployments"));
        sources = new SourceFiles(directory);
        classes = new DeployedClasses(directory, ear, sources, directory.resolve("work"));
        List<SourceFile> all = List.of(file("ejb/src/main/java/org/rates/Rate.java"), file("ejb/src/main/java/org/rates/Bill.java"),
            file("web/src/main/java/org/rates/web/Page.java"));
        assertEquals(List.of(), classes.compile(all));
    }

    @Test
    void pagesAreInDevelopment() throws IOException {
        assertEquals("<param-value>Development</param-value>", Files.readString(ear.resolve(ExplodedEar.WEB).resolve("WEB-INF/web.xml")));
    }

    @Test
    void whatKeepsItsDeclarationsIsCompiledAlone() throws Exception {
        Path bill = ear.resolve(ExplodedEar.EJB).resolve("org/rates/Bill.class");
        Files.setLastModifiedTime(bill, FileTime.fromMillis(0));
        assertEquals(List.of(), change(RATE.replace("sum / 10", "sum / 5")));
        assertEquals(20, result("org.rates.Bill", "total"));
        assertEquals(0, Files.getLastModifiedTime(bill).toMillis(), "Bill was not compiled");
    }

    /**
     * The compiler copies a constant into every class that uses it, so those classes have to be compiled again, also in the other module.
     */
    @Test
    void whatDeclaresAnewHasOthersCompiled() throws Exception {
        assertEquals(List.of(), change(RATE.replace("PERCENT = 10", "PERCENT = 20").replace("int of(int", "long of(long")));
        assertEquals(10L, result("org.rates.Bill", "total"));
        assertEquals(20, result("org.rates.web.Page", "shown"));
    }

    @Test
    void whatDoesNotCompileIsToldAndChangesNothing() throws Exception {
        List<String> problems = change(RATE.replace("sum / 10", "sum / 5").replace("int of(int sum)", "int ofAll(int sum)"));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("Bill.java:1: cannot find symbol"), problems.get(0));
        assertEquals(10, result("org.rates.Bill", "total"));
        write("ejb/src/main/java/org/rates/Bill.java", BILL.replace("of(", "ofAll("));
        assertEquals(List.of(), classes.compile(sources.changed()));
        assertEquals(20, result("org.rates.Bill", "total"), "both changes are there");
    }

    @Test
    void whatIsDeletedGoes() throws Exception {
        rate(RATE.replace("sum / 10", "new Object() { int half() { return sum / 2; } }.half()"));
        classes.compile(sources.changed());
        Path inner = ear.resolve(ExplodedEar.EJB).resolve("org/rates/Rate$1.class");
        assertTrue(Files.exists(inner));
        assertEquals(List.of(), change(RATE));
        assertFalse(Files.exists(inner), "an inner class that is no more");

        Files.delete(directory.resolve("ejb/src/main/java/org/rates/Bill.java"));
        assertEquals(List.of(), classes.compile(sources.changed()));
        assertFalse(Files.exists(ear.resolve(ExplodedEar.EJB).resolve("org/rates/Bill.class")));
        assertEquals(10, result("org.rates.web.Page", "shown"));
    }

    @Test
    void aDeletedClassThatIsNeededIsTold() throws Exception {
        Files.delete(directory.resolve("ejb/src/main/java/org/rates/Rate.java"));
        assertTrue(classes.compile(sources.changed()).get(0).contains("Bill.java:1: cannot find symbol"));
        assertEquals(10, result("org.rates.Bill", "total"));
    }

    private List<String> change(String rate) throws IOException {
        rate(rate);
        return classes.compile(sources.changed());
    }

    private void rate(String text) throws IOException {
        write("ejb/src/main/java/org/rates/Rate.java", text);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(directory.resolve(path).getParent());
        Files.writeString(directory.resolve(path), text);
    }

    private static SourceFile file(String path) {
        return SourceFile.of(Path.of(path)).orElseThrow();
    }

    private Object result(String type, String method) throws Exception {
        List<URL> path = new ArrayList<>();
        for (Path folder : List.of(ExplodedEar.EJB, ExplodedEar.WEB.resolve("WEB-INF/classes"))) {
            path.add(ear.resolve(folder).toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), null)) {
            Class<?> found = loader.loadClass(type);
            return found.getMethod(method).invoke(found.getConstructor().newInstance());
        }
    }

    private static byte[] zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return Files.readAllBytes(file);
    }
}
