package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
    private static final String INBOX = "inbox/";
    private static final String OTHER_PAGES = "/notification-settings.js";

    @Inject
    private ServletContext context;
    private String version;
    private List<String> inboxModules;

    @PostConstruct
    void read() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, FOLDER);
            digest.update(Bundles.json("inbox", Locale.ENGLISH).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Bundles.json("inbox", Locale.KOREAN).toString().getBytes(StandardCharsets.UTF_8));
            version = HexFormat.of().formatHex(digest.digest(), 0, 8);
            inboxModules = new TreeSet<>(context.getResourcePaths(FOLDER + INBOX)).stream().filter(path -> path.endsWith(".js"))
                .filter(path -> !path.endsWith(OTHER_PAGES)).map(path -> getPath() + path.substring(FOLDER.length() - 1)).toList();
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

    /**
     * What the inbox's main module brings along, however deep: named to the browser at once, it comes in one go and not level by level.
     *
     * @return where its modules are
     */
    public List<String> getInboxModules() {
        return inboxModules;
    }

    String version() {
        return version;
    }
}
