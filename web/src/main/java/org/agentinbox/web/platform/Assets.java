package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.ProjectStage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;

/**
 * The scripts, styles and images of pages. Their address changes with their content, so that browsers cache them for good and still get new
 * ones as soon as a new release runs. Each file contains what it imports, so that a page needs few requests.
 */
@Named
@ApplicationScoped
public class Assets {

    static final String FOLDER = "/assets/";
    static final String VERSIONED = FOLDER + "v/";
    private static final String MAP = ".map";

    /** What is served. Files are read once; in Faces' project stage Development they are read again after each change. */
    private record Release(String version, Set<String> paths, Map<String, CachedResponse> files) {}

    @Inject
    private ServletContext context;
    private boolean isDevelopment;
    private volatile Release release;

    @PostConstruct
    void start() {
        isDevelopment = "Development".equals(context.getInitParameter(ProjectStage.PROJECT_STAGE_PARAM_NAME));
        release = read();
    }

    private Release release() {
        if (isDevelopment) {
            Release now = read();
            if (!now.version().equals(release.version())) {
                release = now;
            }
        }
        return release;
    }

    private Release read() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Set<String> paths = new TreeSet<>();
            list(FOLDER, paths);
            for (String path : paths) {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes(path));
            }
            digest.update(Bundles.json("inbox", Locale.ENGLISH).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Bundles.json("inbox", Locale.KOREAN).toString().getBytes(StandardCharsets.UTF_8));
            return new Release(HexFormat.of().formatHex(digest.digest(), 0, 8), paths, new ConcurrentHashMap<>());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void list(String folder, Set<String> paths) {
        Set<String> found = context.getResourcePaths(folder);
        for (String path : found == null ? Set.<String>of() : found) {
            if (path.endsWith("/")) {
                list(path, paths);
            } else {
                paths.add(path.substring(FOLDER.length()));
            }
        }
    }

    /** @return the address of the files, without a slash at the end */
    public String getPath() {
        return context.getContextPath() + VERSIONED + version();
    }

    /**
     * @param path of a script that is a module, below the files' address; never from outside
     * @return the element that loads it
     */
    public String module(String path) {
        return "<script type=\"module\" src=\"" + getPath() + "/" + path + "\"></script>";
    }

    String version() {
        return release().version();
    }

    /**
     * @param path below the versioned address
     * @return the content: a script or stylesheet together with all that it imports; empty where there is no such file
     */
    Optional<CachedResponse> file(String path) {
        String source = path.endsWith(MAP) ? path.substring(0, path.length() - MAP.length()) : path;
        Release current = release;
        return current.paths().contains(source) ? Optional.of(current.files().computeIfAbsent(path, this::made)) : Optional.empty();
    }

    private CachedResponse made(String path) {
        if (path.endsWith(MAP)) {
            return new CachedResponse("application/json;charset=UTF-8",
                modules(path.substring(0, path.length() - MAP.length())).sourceMap().toString());
        }
        String mediaType = context.getMimeType(path);
        if (path.endsWith(".js")) {
            return new CachedResponse(mediaType, modules(path).script());
        }
        return path.endsWith(".css") ? new CachedResponse(mediaType, StylesheetBundler.combined(path, this::text))
            : new CachedResponse(mediaType, bytes(path));
    }

    private ModuleBundler modules(String path) {
        return ModuleBundler.of(path, this::text, context.getContextPath() + FOLDER);
    }

    private String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) {
        try (InputStream in = context.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
