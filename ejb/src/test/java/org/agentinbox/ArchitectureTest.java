package org.agentinbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;

/** The shape that architecture.md gives the rules and the state. */
@AnalyzeClasses(packages = "org.agentinbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> TELLS_TIME = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalTime",
        "java.time.LocalDateTime",
        "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.Year", "java.time.YearMonth");

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_OUTSIDE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
        "jakarta.servlet..", "jakarta.faces..", "jakarta.websocket..", "jakarta.ws.rs..", "org.primefaces..", "org.agentinbox.web..");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("org.agentinbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("org.agentinbox.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FEATURES_KEEP_THEIR_ORDER = classes().should(useOnlyWhatIsBelow());

    @ArchTest
    static final ArchRule NOBODY_NEEDS_DEMO_DATA = noClasses().that().resideOutsideOfPackage("..demo..").should().dependOnClassesThat()
        .resideInAPackage("..demo..");

    @ArchTest
    static final ArchRule CONVERSATION_STANDS_ALONE = noClasses().that().resideInAPackage("org.agentinbox.conversation..").should()
        .dependOnClassesThat()
        .resideInAnyPackage("..routing..", "..summary..", "..mail..", "..notification..", "..retention..", "..activity..");

    /** One door: so that whoever changes how conversations are found or locked looks at one class. */
    @ArchTest
    static final ArchRule ONE_CLASS_LOADS_CONVERSATIONS = noClasses().that()
        .doNotHaveFullyQualifiedName("org.agentinbox.conversation.Conversations")
        .should(nameTheClass("org.agentinbox.conversation.Conversation"));

    @ArchTest
    static final ArchRule PLATFORM_KNOWS_NO_FEATURE = noClasses().that().resideInAPackage("org.agentinbox.platform..").should()
        .dependOnClassesThat(DescribedPredicate.describe("are a feature's",
            c -> c.getPackageName().startsWith("org.agentinbox.") && !c.getPackageName().startsWith("org.agentinbox.platform")));

    @ArchTest
    static final ArchRule ENTITIES_STAY_INSIDE = classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ONLY_THE_CLOCK_TELLS_TIME = noClasses().should().callMethodWhere(DescribedPredicate.describe(
        "asks the system for the time", ArchitectureTest::asksTheSystem));

    @ArchTest
    static final ArchRule ONE_SOURCE_OF_TIME = noClasses().that().doNotHaveFullyQualifiedName("org.agentinbox.platform.ClockProducer")
        .should()
        .callMethodWhere(DescribedPredicate.describe("makes a clock", ArchitectureTest::makesAClock));

    @ArchTest
    static final ArchRule SERVICES_DECLARE_WHO_MAY_CALL = classes().that().areAnnotatedWith(Stateless.class).or()
        .areAnnotatedWith(Singleton.class)
        .or().areAnnotatedWith(Stateful.class).should(declareWhoMayCall());

    @ArchTest
    static final ArchRule EJBS_ARE_TOP_LEVEL = classes().that().areAnnotatedWith(Stateless.class).or().areAnnotatedWith(Singleton.class)
        .should().beTopLevelClasses();

    private static boolean asksTheSystem(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean withoutClock = call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.getName().equals("java.time.Clock"));
        return TELLS_TIME.contains(owner) && name.equals("now") && withoutClock
            || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
    }

    private static boolean makesAClock(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("java.time.Clock") && call.getName().startsWith("system");
    }

    private static ArchCondition<JavaClass> useOnlyWhatIsBelow() {
        return new ArchCondition<>("use no feature that comes after their own in FeatureOrder") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                String feature = FeatureOrder.feature(user.getPackageName()).orElseThrow();
                user.getDirectDependenciesFromSelf().forEach(dependency -> FeatureOrder.feature(dependency.getTargetClass()
                    .getPackageName())
                    .filter(used -> !FeatureOrder.mayUse(feature, used))
                    .ifPresent(used -> events.add(SimpleConditionEvent.violated(user, dependency.getDescription()))));
            }
        };
    }

    private static ArchCondition<JavaClass> declareWhoMayCall() {
        return new ArchCondition<>("declare at each business method who may call it") {
            @Override
            public void check(JavaClass ejb, ConditionEvents events) {
                for (JavaMethod method : ejb.getMethods()) {
                    boolean isBusiness = method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
                    if (isBusiness && !declares(method) && !declares(ejb)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not say who may call it"));
                    }
                }
            }
        };
    }

    /** As queries and look-ups do: Type.class. */
    private static ArchCondition<JavaClass> nameTheClass(String type) {
        return new ArchCondition<>("name " + type + ".class") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getReferencedClassObjects().stream().filter(r -> r.getRawType().getName().equals(type))
                    .forEach(r -> events.add(SimpleConditionEvent.satisfied(r, user.getName() + " names it")));
            }
        };
    }

    private static boolean declares(com.tngtech.archunit.core.domain.properties.CanBeAnnotated annotated) {
        List<Class<? extends Annotation>> words = List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);
        return words.stream().anyMatch(annotated::isAnnotatedWith);
    }
}
