package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;

/**
 * Where the files are that pages are made of: an address that changes with their content, so that browsers keep them for good
 * and yet have the new ones the moment a new release runs.
 */
@Named
@ApplicationScoped
public class Assets {

    static final String FOLDER = "/assets/";
    static final String VERSIONED = FOLDER + "v/";

    @Inject
    private ServletContext context;
    private String version;

    @PostConstruct
    void read() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, FOLDER);
            digest.update(Bundles.json("inbox", Locale.ENGLISH).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Bundles.json("inbox", Locale.KOREAN).toString().getBytes(StandardCharsets.UTF_8));
            version = HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(MessageDigest digest, String folder) throws IOException {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : new TreeSet<>(paths)) {
            if (path.endsWith("/")) {
                add(digest, path);
            } else {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = context.getResourceAsStream(path)) {
                    digest.update(in.readAllBytes());
                }
            }
        }
    }

    /** @return where pages find them, without a slash at the end */
    public String getPath() {
        return context.getContextPath() + VERSIONED + version;
    }

    String version() {
        return version;
    }
}
