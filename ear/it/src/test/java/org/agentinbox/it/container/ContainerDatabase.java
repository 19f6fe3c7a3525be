package org.agentinbox.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.TestPorts;
import org.agentinbox.launcher.Database;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a PostgreSQL before Arquillian starts the server that uses it, once for all tests, and only where such tests run. Inside the
 * server, where the tests are run, it does nothing.
 */
public class ContainerDatabase implements BeforeAllCallback {

    private static final String OPTIONS = "agentinbox.container.options";
    private static final String INSIDE = "jboss.server.base.dir";

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty(INSIDE) == null && System.getProperty(OPTIONS) == null) {
            Outside.start();
        }
    }

    /** A class of its own, because the launcher's classes are missing in the server. */
    private static final class Outside {

        static void start() {
            Path work = Path.of(System.getProperty("agentinbox.it.work", "target/it")).toAbsolutePath().resolve("container");
            Database database = Database.start(fresh(work), TestPorts.free());
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop the database of the container tests"));
            int offset = TestPorts.offset();
            System.setProperty("agentinbox.container.base", work.resolve("server").toString());
            System.setProperty("agentinbox.container.management", Integer.toString(9990 + offset));
            // The data source reads environment variables; a system property of the same name takes precedence.
            System.setProperty(OPTIONS,
                Installation.SERVER_OPTIONS + " -Xmx1g -Djava.net.preferIPv4Stack=true -Djboss.socket.binding.port-offset=" + offset
                    + " -Denv.AGENTINBOX_DB_URL=" + database.url("agentinbox") + " -Denv.AGENTINBOX_DB_USER=" + Database.USER
                    + " -Denv.AGENTINBOX_DB_PASSWORD=unused -Dagentinbox.offer.timeout=PT2S -Dagentinbox.chat.idle-timeout=PT3S");
        }

        private static Path fresh(Path work) {
            try {
                Files.createDirectories(work);
                return Files.createTempDirectory(work, "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
