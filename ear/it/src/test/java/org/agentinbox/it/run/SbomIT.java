package org.agentinbox.it.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/** Tests that the bill of materials names the libraries in the EAR by their hashes, all of them and no others. */
class SbomIT {

    private static final Path TARGET = Path.of(System.getProperty("agentinbox.server.home")).getParent();
    private static final Path EAR = TARGET.resolve("agent-inbox.ear");
    private static final Path BILL = TARGET.resolve("agent-inbox.cdx.json");

    @Test
    void itNamesWhatIsInTheEar() throws Exception {
        assumeTrue(Files.exists(BILL) && Files.getLastModifiedTime(BILL).compareTo(Files.getLastModifiedTime(EAR)) >= 0,
            "Maven writes the bill of materials only while it is online.");
        Map<String, String> packed = new TreeMap<>();
        try (InputStream ear = Files.newInputStream(EAR)) {
            libraries(ear, packed);
        }
        Map<String, String> named = new TreeMap<>();
        try (JsonReader reader = Json.createReader(Files.newInputStream(BILL))) {
            for (JsonObject component : reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class)) {
                if (!component.getString("group").equals("org.agentinbox")) {
                    named.put(sha256(component), component.getString("name"));
                }
            }
        }
        assertEquals(packed.keySet(), named.keySet(), () -> packed + "\n" + named);
    }

    private static String sha256(JsonObject component) {
        return component.getJsonArray("hashes").getValuesAs(JsonObject.class).stream()
            .filter(hash -> hash.getString("alg").equals("SHA-256"))
            .map(hash -> hash.getString("content")).findFirst().orElseThrow();
    }

    private static void libraries(InputStream archive, Map<String, String> found) throws Exception {
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".war")) {
                libraries(entries, found);
            } else if (entry.getName().matches("(WEB-INF/)?lib/.*\\.jar")) {
                found.put(digest(entries), entry.getName());
            }
        }
    }

    private static String digest(InputStream in) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    }
}
