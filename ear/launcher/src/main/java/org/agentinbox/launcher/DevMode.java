package org.agentinbox.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The edit-run loop: brings changed sources into the running server, and prints when that is done. */
final class DevMode {

    private static final PrintStream OUT = System.out;
    private static final long LOOK_MILLIS = 200;
    private static final int MOST_NAMED = 3;
    private static final int MOST_PROBLEMS = 20;

    private final Path project;
    private final Server server;
    private final SourceFiles sources;
    private final DeployedClasses classes;
    /** True where the EAR has changed and was not deployed successfully since. */
    private boolean isDeploymentDue;

    /**
     * @param project the folder with the modules
     * @param server a running server with the EAR as a folder
     * @param work a folder to compile in
     */
    DevMode(Path project, Server server, Path work) throws IOException {
        this.project = project;
        this.server = server;
        this.sources = new SourceFiles(project);
        this.classes = new DeployedClasses(project, server.explodedEar(), sources, work);
    }

    /** Returns when the server ends. */
    void run() {
        while (server.isRunning()) {
            Set<SourceFile> changed = sources.changed();
            if (!changed.isEmpty()) {
                show(settled(changed));
            }
            pause();
        }
    }

    /**
     * Editors and version control write several files one after the other. This waits until no more change, so that they count as one
     * change.
     */
    private Set<SourceFile> settled(Set<SourceFile> first) {
        Set<SourceFile> all = new LinkedHashSet<>(first);
        pause();
        for (Set<SourceFile> more = sources.changed(); !more.isEmpty(); more = sources.changed()) {
            all.addAll(more);
            pause();
        }
        return all;
    }

    private void show(Set<SourceFile> changed) {
        long start = System.nanoTime();
        try {
            String outcome = apply(changed);
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
            OUT.printf(Locale.ROOT, "%s: %s (%.1f s)%n", names(changed), outcome, seconds);
        } catch (IOException | RuntimeException e) {
            OUT.println(names(changed) + ": not shown. " + e);
        }
    }

    private String apply(Set<SourceFile> changed) throws IOException {
        if (!with(changed, SourceFile.Effect.RESTART).isEmpty()) {
            return "read by the build. End this run with Ctrl-C and start it again";
        }
        for (SourceFile file : changed) {
            if (file.effect() == SourceFile.Effect.SERVE || file.effect() == SourceFile.Effect.DEPLOY) {
                server.explodedEar().put(project.resolve(file.path()), file.target());
            }
        }
        List<SourceFile> java = with(changed, SourceFile.Effect.COMPILE);
        isDeploymentDue |= !with(changed, SourceFile.Effect.DEPLOY).isEmpty();
        if (!java.isEmpty()) {
            List<String> problems = classes.compile(java);
            if (!problems.isEmpty()) {
                return "does not compile, the server still runs what it had\n  "
                    + problems.stream().limit(MOST_PROBLEMS).collect(Collectors.joining("\n  ")) + "\n ";
            }
            isDeploymentDue = true;
        }
        return isDeploymentDue ? deployed() : "served, reload the page";
    }

    private String deployed() throws IOException {
        Optional<String> failure = server.explodedEar().redeploy();
        isDeploymentDue = failure.isPresent();
        return failure.map(why -> "the deployment failed, see " + server.log() + "\n  " + why.strip() + "\n ")
            .orElse("deployed, reload the page");
    }

    private static List<SourceFile> with(Set<SourceFile> files, SourceFile.Effect effect) {
        return files.stream().filter(file -> file.effect() == effect).toList();
    }

    private static String names(Set<SourceFile> files) {
        String names = files.stream().map(file -> file.path().getFileName().toString()).sorted().limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
        return files.size() > MOST_NAMED ? names + " and " + (files.size() - MOST_NAMED) + " more" : names;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
