package org.agentinbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The product's sources on disk. Each call of {@link #changed} reads the folders again, which takes some milliseconds, because not every
 * system reports changes of files in time.
 */
final class SourceFiles {

    private static final List<String> FOLDERS = List.of("ejb/src/main", "web/src/main", "ear/src/main");
    private static final List<String> BUILD = List.of("pom.xml", "ejb/pom.xml", "web/pom.xml", "ear/pom.xml");

    /** The size is compared too, since an editor may save twice within one step of the file system's clock. */
    private record Stamp(long size, long modifiedMillis) {}

    private final Path project;
    private Map<Path, Stamp> known;

    /** @param project the folder with the modules; files as they are now count as unchanged */
    SourceFiles(Path project) throws IOException {
        this.project = project;
        this.known = read();
    }

    /**
     * @return what was changed, made or deleted since the last call; empty where a folder vanishes while it is read, and then the next call
     *     tells
     */
    Set<SourceFile> changed() {
        try {
            return changedFrom(read());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    private Set<SourceFile> changedFrom(Map<Path, Stamp> now) {
        Set<Path> paths = new TreeSet<>(now.keySet());
        paths.addAll(known.keySet());
        paths.removeIf(path -> now.containsKey(path) && now.get(path).equals(known.get(path)));
        known = now;
        return paths.stream().map(SourceFile::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** @return all Java files of a module */
    List<Path> java(String module) {
        return known.keySet().stream().map(SourceFile::of).flatMap(Optional::stream)
            .filter(file -> file.effect() == SourceFile.Effect.COMPILE && file.module().equals(module))
            .map(file -> project.resolve(file.path())).toList();
    }

    private Map<Path, Stamp> read() throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> found = Files.walk(project.resolve(folder))) {
                found.forEach(path -> stamp(path, stamps));
            }
        }
        BUILD.forEach(file -> stamp(project.resolve(file), stamps));
        return stamps;
    }

    private void stamp(Path path, Map<Path, Stamp> stamps) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                stamps.put(project.relativize(path), new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
        } catch (NoSuchFileException e) {
            // The file vanished after it was listed, as when an editor replaces it. The next call finds the new one.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
