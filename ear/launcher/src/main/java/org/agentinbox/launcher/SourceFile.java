package org.agentinbox.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of the sources, what a change of it takes to be seen in the running server, and where it goes.
 *
 * @param path below the project's folder
 * @param effect what a change takes
 * @param target where it, or what is compiled from it, is in the {@link ExplodedEar}; null for {@link Effect#RESTART}
 */
record SourceFile(Path path, Effect effect, Path target) {

    /** What a change takes to be seen. */
    enum Effect {
        /** The server reads it at the next request. */
        SERVE,
        /** The server reads it when it deploys the EAR. */
        DEPLOY,
        /** It is compiled, then the EAR is deployed. */
        COMPILE,
        /** The build reads it: only a new start shows the change. */
        RESTART
    }

    private record Folder(String source, Effect effect, Path target) {}

    private static final Path CLASSES = ExplodedEar.WEB.resolve("WEB-INF/classes");

    /** The first that holds a file says what it is. The widget's script is put together once, of its own folder and the core. */
    private static final List<Folder> FOLDERS = List.of(
        new Folder("ejb/src/main/java", Effect.COMPILE, ExplodedEar.EJB),
        new Folder("ejb/src/main/resources", Effect.DEPLOY, ExplodedEar.EJB),
        new Folder("web/src/main/java", Effect.COMPILE, CLASSES),
        new Folder("web/src/main/resources", Effect.DEPLOY, CLASSES),
        new Folder("web/src/main/webapp/assets/widget", Effect.DEPLOY, ExplodedEar.WEB.resolve("assets/widget")),
        new Folder("web/src/main/webapp/assets/core", Effect.DEPLOY, ExplodedEar.WEB.resolve("assets/core")),
        new Folder("web/src/main/webapp", Effect.SERVE, ExplodedEar.WEB),
        new Folder("ear/src/main/application", Effect.DEPLOY, Path.of("")),
        new Folder("ear/src/main/server", Effect.RESTART, null));

    /** Pages may be below WEB-INF; what else is there is read once. */
    private static final Path PRIVATE = ExplodedEar.WEB.resolve("WEB-INF");

    /**
     * @param path of a file, below the project's folder
     * @return what it is; empty for what is no part of the product, such as tests, documents and what editors leave beside a file
     */
    static Optional<SourceFile> of(Path path) {
        String name = path.getFileName().toString();
        if (name.startsWith(".") || name.endsWith("~") || name.endsWith(".swp") || name.endsWith(".tmp")) {
            return Optional.empty();
        }
        if (name.equals("pom.xml")) {
            return Optional.of(new SourceFile(path, Effect.RESTART, null));
        }
        return FOLDERS.stream().filter(folder -> path.startsWith(folder.source())).findFirst().flatMap(folder -> in(folder, path));
    }

    private static Optional<SourceFile> in(Folder folder, Path path) {
        if (folder.effect() == Effect.RESTART) {
            return Optional.of(new SourceFile(path, Effect.RESTART, null));
        }
        boolean isJava = path.toString().endsWith(".java");
        if (folder.effect() == Effect.COMPILE && !isJava) {
            return Optional.empty();
        }
        Path target = folder.target().resolve(Path.of(folder.source()).relativize(path));
        boolean isReadOnce = target.startsWith(PRIVATE) && !target.toString().endsWith(".xhtml");
        return Optional.of(new SourceFile(path, folder.effect() == Effect.SERVE && isReadOnce ? Effect.DEPLOY : folder.effect(), target));
    }

    /** @return the module of a Java file: a folder of the project */
    String module() {
        return path.getName(0).toString();
    }
}
