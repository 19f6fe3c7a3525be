package org.agentinbox.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.platform.audit.AuditAct;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Tests that nothing is promised to be in the audit trail that nobody records. */
class AuditActsTest {

    /** The enum itself and whoever shows it. */
    private static final Set<String> READERS = Set.of("org.agentinbox.platform.audit", "org.agentinbox.audit", "org.agentinbox.web.audit");

    @Test
    void eachActIsRecordedBySomebody() {
        JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.agentinbox");
        Set<String> recorded = classes.get(AuditAct.class).getFieldAccessesToSelf().stream()
            .filter(access -> !READERS.contains(access.getOriginOwner().getPackageName()))
            .map(access -> access.getTarget().getName()).collect(Collectors.toSet());
        List<String> nobody = Stream.of(AuditAct.values()).map(Enum::name).filter(act -> !recorded.contains(act)).toList();
        assertEquals(List.of(), nobody, "acts that nobody records");
    }
}
