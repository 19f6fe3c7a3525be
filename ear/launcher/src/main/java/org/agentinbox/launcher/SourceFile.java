package org.agentinbox.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A source file, what has to be done before a change of it shows in the running server, and where it goes.
 *
 * @param path relative to the project's folder
 * @param effect what has to be done after a change
 * @param target the place in the {@link ExplodedEar} of the file, or of what is compiled from it; null for {@link Effect#RESTART}
 */
record SourceFile(Path path, Effect effect, Path target) {

    /** What has to be done before a change shows. */
    enum Effect {
        /** Nothing but a copy: the server reads the file at the next request. */
        SERVE,
        /** The EAR has to be deployed again. */
        DEPLOY,
        /** The file has to be compiled, then the EAR has to be deployed again. */
        COMPILE,
        /** The build reads the file, so only a new start of the run command shows the change. */
        RESTART
    }

    private record Folder(String source, Effect effect, Path target) {}

    private static final Path CLASSES = ExplodedEar.WEB.resolve("WEB-INF/classes");

    /**
     * The first folder that contains a file decides. The widget's script is built from the widget's folder and the core, when the EAR is
     * deployed.
     */
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

    /** Pages may be below WEB-INF. All other files there are read only when the EAR is deployed. */
    private static final Path PRIVATE = ExplodedEar.WEB.resolve("WEB-INF");

    /**
     * @param path of a file, relative to the project's folder
     * @return the source file; empty where the file is not part of the product, such as a test, a document or an editor's temporary file
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

    /** @return the module of a Java file, as a folder of the project */
    String module() {
        return path.getName(0).toString();
    }
}
