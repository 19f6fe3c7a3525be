package org.agentinbox.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The EAR as a folder in the server's deployments, so that single files of it can change while it runs. Its pages are in Faces' project
 * stage Development, in which the server keeps no copy of them.
 */
final class ExplodedEar {

    /** The rules' module, as a folder of the EAR. */
    static final Path EJB = Path.of("agent-inbox-ejb.jar");
    /** The pages' module, as a folder of the EAR. */
    static final Path WEB = Path.of("agent-inbox-web.war");

    private static final String NAME = "agent-inbox.ear";
    private static final Duration LONGEST_DEPLOYMENT = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private final Path folder;

    private ExplodedEar(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts the folder in the place of the EAR's file, to be deployed when the server starts.
     *
     * @param deployments the server's folder with the EAR
     */
    static ExplodedEar unpack(Path deployments) throws IOException {
        Path file = deployments.resolve(NAME);
        Path packed = deployments.resolveSibling(NAME);
        Files.move(file, packed, StandardCopyOption.REPLACE_EXISTING);
        unzip(packed, file);
        Files.delete(packed);
        for (Path module : List.of(EJB, WEB)) {
            Path archive = Files.move(file.resolve(module), file.resolve(module + ".packed"));
            unzip(archive, file.resolve(module));
            Files.delete(archive);
        }
        ExplodedEar ear = new ExplodedEar(file);
        ear.put(file.resolve(WEB).resolve("WEB-INF/web.xml"), WEB.resolve("WEB-INF/web.xml"));
        ear.mark("dodeploy");
        return ear;
    }

    private static void unzip(Path archive, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(archive + " names a file outside of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                }
            }
        }
    }

    /** @return where a file or folder of the EAR is */
    Path resolve(Path path) {
        return folder.resolve(path);
    }

    /**
     * Copies a file into the EAR, or deletes it there where the source is gone.
     *
     * @param source the file
     * @param path its place in the EAR
     */
    void put(Path source, Path path) throws IOException {
        Path target = folder.resolve(path);
        if (!Files.exists(source)) {
            Files.deleteIfExists(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (path.endsWith("WEB-INF/web.xml")) {
            String text = Files.readString(source);
            Files.writeString(target, text.replace("<param-value>Production</param-value>", "<param-value>Development</param-value>"));
        } else {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Has the server deploy it anew, and waits until it has.
     *
     * @return why the deployment failed; empty where it did not
     */
    Optional<String> redeploy() throws IOException {
        Files.deleteIfExists(marker("failed"));
        mark("dodeploy");
        long deadline = System.nanoTime() + LONGEST_DEPLOYMENT.toNanos();
        while (Files.exists(marker("dodeploy")) || Files.exists(marker("isdeploying"))) {
            if (System.nanoTime() > deadline) {
                return Optional.of("not deployed within " + LONGEST_DEPLOYMENT.toSeconds() + " s");
            }
            pause();
        }
        return Files.exists(marker("failed")) ? Optional.of(Files.readString(marker("failed"), StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void mark(String state) throws IOException {
        Files.writeString(marker(state), "");
    }

    private Path marker(String state) {
        return folder.resolveSibling(NAME + "." + state);
    }
}
