package org.agentinbox.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles changed sources and puts the class files into the {@link ExplodedEar}. As long as the declarations of a changed file stay the
 * same, only that file is compiled. Otherwise its whole module is compiled, and after a change in the ejb module the web module too.
 * Classes reach the EAR only if everything compiles.
 */
final class DeployedClasses {

    private static final List<String> MODULES = List.of("ejb", "web");
    private static final Map<String, Path> FOLDERS = Map.of("ejb", ExplodedEar.EJB, "web", ExplodedEar.WEB.resolve("WEB-INF/classes"));

    private final Path project;
    private final ExplodedEar ear;
    private final SourceFiles sources;
    private final Path work;
    /** The files that have changed since the last successful compilation. */
    private final Set<SourceFile> waiting = new LinkedHashSet<>();

    /**
     * @param project the folder with the modules; each has its libraries in {@code target/class-path}, which the build writes
     * @param work a folder to compile in
     */
    DeployedClasses(Path project, ExplodedEar ear, SourceFiles sources, Path work) {
        this.project = project;
        this.ear = ear;
        this.sources = sources;
        this.work = work;
    }

    /**
     * Compiles changed files and, on success, puts the classes into the EAR.
     *
     * @param changed Java files that were changed, made or deleted
     * @return the compiler's errors in these files or in those that depend on them, one line each; empty where everything compiled
     */
    List<String> compile(Collection<SourceFile> changed) throws IOException {
        waiting.addAll(changed);
        Map<String, List<Path>> files = new TreeMap<>();
        for (SourceFile file : waiting) {
            files.computeIfAbsent(file.module(), module -> new ArrayList<>()).add(project.resolve(file.path()));
        }
        Set<String> whole = new TreeSet<>(files.keySet());
        whole.removeIf(module -> files.get(module).stream().allMatch(Files::exists));
        List<String> problems = whole.isEmpty() ? compile(files, whole) : List.of();
        if (problems.isEmpty() && whole.isEmpty()) {
            whole.addAll(declaringAnew());
        }
        if (problems.isEmpty() && !whole.isEmpty()) {
            whole.add("web");
            whole.forEach(module -> files.put(module, sources.java(module)));
            problems = compile(files, whole);
        }
        if (problems.isEmpty()) {
            install(whole);
            waiting.clear();
        }
        return problems;
    }

    private List<String> compile(Map<String, List<Path>> files, Set<String> whole) throws IOException {
        clear(work);
        for (String module : MODULES) {
            if (files.containsKey(module)) {
                List<String> problems = Compiler.compile(files.get(module), classPath(module, whole), work.resolve(module));
                if (!problems.isEmpty()) {
                    return problems;
                }
            }
        }
        return List.of();
    }

    /**
     * Finds the modules with a class whose declarations differ from those in the EAR. New classes do not count, as nothing depends on them
     * yet.
     */
    private Set<String> declaringAnew() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String module : MODULES) {
            if (Files.exists(work.resolve(module))) {
                Path old = ear.resolve(FOLDERS.get(module));
                List<String> known = Compiler.classes(work.resolve(module)).stream()
                    .filter(name -> Files.exists(old.resolve(name.replace('.', File.separatorChar) + ".class"))).toList();
                List<Path> now = classPath(module, Set.of());
                List<Path> before = now.stream().filter(path -> !path.startsWith(work)).toList();
                if (!Compiler.declarations(known, before).equals(Compiler.declarations(known, now))) {
                    found.add(module);
                }
            }
        }
        return found;
    }

    /**
     * New class files come before those in the EAR. For a module that is compiled as a whole, the EAR is left out, as it may still hold
     * classes whose sources are gone.
     */
    private List<Path> classPath(String module, Set<String> whole) throws IOException {
        List<Path> path = new ArrayList<>();
        for (String part : MODULES.subList(0, MODULES.indexOf(module) + 1)) {
            path.add(work.resolve(part));
            if (!whole.contains(part)) {
                path.add(ear.resolve(FOLDERS.get(part)));
            }
        }
        String libraries = Files.readString(project.resolve(module).resolve("target/class-path")).strip();
        Arrays.stream(libraries.split(File.pathSeparator)).filter(library -> !library.isEmpty()).map(Path::of)
            .filter(library -> !library.startsWith(project)).forEach(path::add);
        return path;
    }

    private void install(Set<String> whole) throws IOException {
        for (String module : MODULES) {
            Path made = work.resolve(module);
            if (Files.exists(made)) {
                Path target = ear.resolve(FOLDERS.get(module));
                Set<String> names = Compiler.classes(made).stream().map(name -> name.replace('.', File.separatorChar))
                    .collect(Collectors.toSet());
                delete(target, file -> whole.contains(module) || names.contains(file.replaceFirst("(\\$.*)?\\.class$", "")));
                copy(made, target);
            }
        }
    }

    /** Deletes the class files whose sources are gone. */
    private static void delete(Path folder, Predicate<String> isOld) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("org"))) {
            Predicate<Path> goes = path -> path.toString().endsWith(".class") && isOld.test(folder.relativize(path).toString());
            for (Path file : files.filter(goes).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
