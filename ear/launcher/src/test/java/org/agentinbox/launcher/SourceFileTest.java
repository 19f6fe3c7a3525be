package org.agentinbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;

import org.agentinbox.launcher.SourceFile.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what has to be done after a change of each kind of file, and where the file goes in the EAR. */
class SourceFileTest {

    @ParameterizedTest
    @CsvSource({
        "web/src/main/webapp/signin.xhtml,              SERVE,  agent-inbox-web.war/signin.xhtml",
        "web/src/main/webapp/WEB-INF/parts/nav.xhtml,   SERVE,  agent-inbox-web.war/WEB-INF/parts/nav.xhtml",
        "web/src/main/webapp/assets/inbox/main.js,      SERVE,  agent-inbox-web.war/assets/inbox/main.js",
        "web/src/main/webapp/assets/css/base.css,       SERVE,  agent-inbox-web.war/assets/css/base.css",
        "web/src/main/webapp/demo/index.html,           SERVE,  agent-inbox-web.war/demo/index.html",
        "web/src/main/webapp/assets/widget/main.js,     DEPLOY, agent-inbox-web.war/assets/widget/main.js",
        "web/src/main/webapp/assets/core/socket.js,     DEPLOY, agent-inbox-web.war/assets/core/socket.js",
        "web/src/main/webapp/WEB-INF/web.xml,           DEPLOY, agent-inbox-web.war/WEB-INF/web.xml",
        "web/src/main/webapp/WEB-INF/service-worker.js, DEPLOY, agent-inbox-web.war/WEB-INF/service-worker.js",
        "web/src/main/resources/a/pages.properties,     DEPLOY, agent-inbox-web.war/WEB-INF/classes/a/pages.properties",
        "ejb/src/main/resources/db/migration/V99__x.sql, DEPLOY, agent-inbox-ejb.jar/db/migration/V99__x.sql",
        "ear/src/main/application/META-INF/x.xml,       DEPLOY, META-INF/x.xml",
        "ejb/src/main/java/a/A.java,                    COMPILE, agent-inbox-ejb.jar/a/A.java",
        "web/src/main/java/a/A.java,                    COMPILE, agent-inbox-web.war/WEB-INF/classes/a/A.java"})
    void aPartOfTheProduct(String path, Effect effect, String target) {
        assertEquals(Optional.of(new SourceFile(Path.of(path), effect, Path.of(target))), SourceFile.of(Path.of(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "ejb/pom.xml", "ear/src/main/server/configure.cli"})
    void whatOnlyTheBuildReads(String path) {
        assertEquals(Optional.of(new SourceFile(Path.of(path), Effect.RESTART, null)), SourceFile.of(Path.of(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ejb/src/test/java/a/ATest.java", "web/src/main/webapp/.signin.xhtml.swp",
        "web/src/main/webapp/signin.xhtml~", "ejb/src/main/java/a/.#A.java", "ejb/src/main/java/a/notes.txt",
        "ear/launcher/src/main/java/a/Run.java"})
    void nothingOfTheProduct(String path) {
        assertEquals(Optional.empty(), SourceFile.of(Path.of(path)));
    }

    @Test
    void theModuleOfAJavaFile() {
        assertEquals("web", SourceFile.of(Path.of("web/src/main/java/a/A.java")).orElseThrow().module());
    }
}
