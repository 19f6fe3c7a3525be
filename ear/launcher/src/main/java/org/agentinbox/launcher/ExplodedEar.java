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
 * The EAR as a folder in the server's deployments, so that single files of it can be replaced while the server runs. Faces runs in project
 * stage Development, in which the server does not cache pages.
 */
final class ExplodedEar {

    /** The folder of the ejb module in the EAR. */
    static final Path EJB = Path.of("agent-inbox-ejb.jar");
    /** The folder of the web module in the EAR. */
    static final Path WEB = Path.of("agent-inbox-web.war");

    private static final String NAME = "agent-inbox.ear";
    private static final Duration LONGEST_DEPLOYMENT = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private final Path folder;

    private ExplodedEar(Path folder) {
        this.folder = folder;
    }

    /**
     * Replaces the EAR's file by a folder, which the server deploys when it starts.
     *
     * @param deployments the server's deployments folder, which has the EAR
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

    /**
     * @param path of a file or folder in the EAR
     * @return its path on disk
     */
    Path resolve(Path path) {
        return folder.resolve(path);
    }

    /**
     * Copies a file into the EAR, or deletes it from the EAR where the source is gone.
     *
     * @param source the file
     * @param path of the file in the EAR
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
     * Makes the server deploy the EAR again, and waits until that is done.
     *
     * @return why the deployment failed; empty where it succeeded
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
