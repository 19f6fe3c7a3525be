package org.agentinbox.launcher;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/** The JDK's compiler, called in this process: after its first use it compiles a few files in some tenths of a second. */
final class Compiler {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private Compiler() {}

    /**
     * @param sources Java files
     * @param classPath folders and jars, in order
     * @param output the folder for the classes
     * @return the compiler's errors, one line each; empty where the sources compile
     */
    static List<String> compile(Collection<Path> sources, List<Path> classPath, Path output) throws IOException {
        Files.createDirectories(output);
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of("--release", "17", "-parameters", "-g", "-proc:none", "-nowarn", "-d", output.toString(),
                "-classpath", joined(classPath));
            JAVAC.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
        }
        return found.getDiagnostics().stream().filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(Compiler::line).toList();
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String place = source == null ? "" : Path.of(source.toUri()) + ":" + diagnostic.getLineNumber() + ": ";
        return place + diagnostic.getMessage(Locale.ROOT);
    }

    /**
     * Lists everything that other classes are compiled against, annotations and constants included. As long as it is the same, no other
     * class has to be compiled again.
     *
     * @param classes names of top-level classes
     * @param classPath where they are found, in order
     * @return the declarations without bodies; nothing for a class that does not exist
     */
    static List<String> declarations(Collection<String> classes, List<Path> classPath) {
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("--release", "17", "-proc:none", "-classpath", joined(classPath));
            JavacTask task = (JavacTask) JAVAC.getTask(null, files, null, options, null, null);
            List<String> declarations = new ArrayList<>();
            for (String name : classes) {
                TypeElement element = task.getElements().getTypeElement(name);
                StringWriter text = new StringWriter();
                if (element != null) {
                    task.getElements().printElements(text, element);
                }
                declarations.add(text.toString());
            }
            return declarations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the names of the top-level classes whose class files are in a folder */
    static List<String> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("package-info.class"))
                .map(file -> file.replaceFirst("\\.class$", "").replace(File.separatorChar, '.')).toList();
        }
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
