package org.agentinbox.platform.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.agentinbox.platform.outbound.OutboundException.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** The certificate is that of the name, though the connection goes to an address. */
class OutboundTlsTest {

    private static final OutboundHttp.Bounds BOUNDS = new OutboundHttp.Bounds(Duration.ofSeconds(20), 1_000);
    private static final char[] PASSWORD = "of-the-test".toCharArray();

    @TempDir
    private Path folder;
    private SSLContext tls;
    private HttpsServer server;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        tls = context(certificateOf("calendar.test"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The JDK makes certificates by its program only. */
    private Path certificateOf(String name) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
            "-keyalg",
            "EC", "-alias", "x", "-dname", "CN=" + name, "-ext", "san=dns:" + name, "-keystore", store.toString(), "-storetype", "PKCS12",
            "-storepass", new String(PASSWORD)).redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
        return store;
    }

    /** Has the certificate, and trusts it. */
    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("x", keys.getCertificate("x"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private OutboundHttp.Answer ask(String host, SSLContext trusting) throws OutboundException {
        OutboundHttp http = new OutboundHttp((name, port, address) -> true,
            name -> new InetAddress[]{InetAddress.getByName("127.0.0.1")}, trusting);
        return http.send("GET", URI.create("https://" + host + ":" + server.getAddress().getPort() + "/"), Map.of(), null, BOUNDS);
    }

    @Test
    void aCertificateOfTheNameIsGood() throws Exception {
        assertEquals(204, ask("calendar.test", tls).status());
    }

    @Test
    void aCertificateOfAnotherNameOrOfNobodyWeTrustIsNot() throws Exception {
        assertEquals(Problem.TLS, assertThrows(OutboundException.class, () -> ask("other.test", tls)).problem());
        assertEquals(Problem.TLS, assertThrows(OutboundException.class, () -> ask("127.0.0.1", tls)).problem());
        assertEquals(Problem.TLS,
            assertThrows(OutboundException.class, () -> ask("calendar.test", SSLContext.getDefault())).problem());
        assertEquals(0, asked.get());
    }
}
