package org.agentinbox.it.container;

import java.io.File;
import java.util.stream.Collectors;

import org.agentinbox.it.container.senders.Sent;
import org.agentinbox.it.support.Await;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR that ships, with the tests added to its WAR. */
final class TestedEar {

    /** A resource with the names of all classes in the ejb jar, one a line. */
    static final String EJB_CLASSES = "/ejb-classes.txt";

    private static final String WAR = "agent-inbox-web.war";
    private static final String EJB = "agent-inbox-ejb.jar";

    private TestedEar() {}

    static Archive<?> create() {
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class,
            new File(System.getProperty("agentinbox.ear", "../target/agent-inbox.ear")));
        WebArchive war = part(ear, WAR).as(WebArchive.class).addPackage(TestedEar.class.getPackage()).addClass(Await.class)
            .addAsResource(new StringAsset(classes(part(ear, EJB).as(JavaArchive.class))), EJB_CLASSES);
        JavaArchive ejb = part(ear, EJB).as(JavaArchive.class).addPackage(Sent.class.getPackage());
        ear.delete(EJB);
        ear.add(ejb, "/", ZipExporter.class);
        ear.delete(WAR);
        return ear.add(Testable.archiveToTest(war), "/", ZipExporter.class);
    }

    /** The part keeps its name, by which Arquillian finds the tests in the server. */
    private static ZipImporter part(EnterpriseArchive ear, String name) {
        return ShrinkWrap.create(ZipImporter.class, name).importFrom(ear.get(name).getAsset().openStream());
    }

    private static String classes(JavaArchive jar) {
        return jar.getContent(path -> path.get().endsWith(".class")).keySet().stream()
            .map(path -> path.get().substring(1, path.get().length() - ".class".length()).replace('/', '.'))
            .filter(name -> !name.endsWith("package-info")).sorted().collect(Collectors.joining("\n"));
    }
}
