package org.agentinbox.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;

/** The shape that architecture.md gives what people and programs touch: no rules, no database. */
@AnalyzeClasses(packages = "org.agentinbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> TELLS_TIME = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalTime",
        "java.time.LocalDateTime",
        "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.Year", "java.time.YearMonth");
    private static final String WEB = "org.agentinbox.web..";

    @ArchTest
    static final ArchRule NO_DATABASE = noClasses().that().resideInAPackage(WEB).should().dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "javax.sql..", "java.sql..", "org.hibernate..",
            "org.flywaydb..");

    @ArchTest
    static final ArchRule NO_ENTITY = noClasses().that().resideInAPackage(WEB).should().dependOnClassesThat()
        .areAnnotatedWith(Entity.class);

    /** Also of the packages below: its methods are slow, as {@link org.agentinbox.platform.JsonApi} says. */
    @ArchTest
    static final ArchRule ONE_JSON_PROVIDER = noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.json.Json");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.agentinbox.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_WITHIN = slices().matching("org.agentinbox.web.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NEVER_BACK = noClasses().that().resideOutsideOfPackage(WEB).should().dependOnClassesThat().resideInAPackage(WEB);

    @ArchTest
    static final ArchRule NOBODY_NEEDS_DEMO_DATA = noClasses().that().resideInAPackage(WEB).should().dependOnClassesThat()
        .resideInAPackage("org.agentinbox.demo..");

    @ArchTest
    static final ArchRule ONLY_THE_CLOCK_TELLS_TIME = noClasses().that().resideInAPackage(WEB).should().callMethodWhere(
        DescribedPredicate.describe("asks the system for the time", ArchitectureTest::asksTheSystem));

    /** A bus between nodes can carry only what needs neither a socket nor a bean. */
    @ArchTest
    static final ArchRule HINTS_ARE_DATA = classes().that().resideInAPackage("org.agentinbox.web.hint").should().onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.agentinbox.web.hint");

    @ArchTest
    static final ArchRule FACTS_BECOME_HINTS_WITHOUT_SOCKETS = noClasses().that().haveSimpleName("HintPublisher").should()
        .dependOnClassesThat(assignableTo("org.agentinbox.web.conversation.ClientSocket")
            .or(assignableTo("org.agentinbox.web.conversation.SocketRegistry")).or(simpleName("HintDelivery")));

    @ArchTest
    static final ArchRule ONE_CLASS_HEARS_OF_FACTS = noMethods().that().areDeclaredInClassesThat()
        .resideInAPackage(WEB).and().areDeclaredInClassesThat().doNotHaveSimpleName("HintPublisher")
        .should(observe());

    private static ArchCondition<JavaMethod> observe() {
        return new ArchCondition<>("observe events") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean observes = method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Observes.class));
                events.add(new SimpleConditionEvent(method, observes, method.getFullName() + " observes an event"));
            }
        };
    }

    private static boolean asksTheSystem(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean withoutClock = call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.getName().equals("java.time.Clock"));
        return TELLS_TIME.contains(owner) && name.equals("now") && withoutClock
            || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
            || owner.equals("java.time.Clock") && name.startsWith("system");
    }
}
