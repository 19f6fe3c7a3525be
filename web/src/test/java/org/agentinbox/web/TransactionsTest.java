package org.agentinbox.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
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
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** One idiom of transactions (ear/src/docs/adr/0023-one-transaction-idiom.md). Here, since only web sees both sides. */
@AnalyzeClasses(packages = "org.agentinbox", importOptions = ImportOption.DoNotIncludeTests.class)
class TransactionsTest {

    private static final String WEB = "org.agentinbox.web";
    private static final Set<String> WRITES = Set.of("persist", "merge", "remove", "flush", "lock", "refresh", "executeUpdate",
        "setLockMode");
    private static final DescribedPredicate<JavaClass> EJB = DescribedPredicate.describe("are EJBs", TransactionWalk::isEjb);
    private static final DescribedPredicate<JavaMethod> OPEN = DescribedPredicate.describe("are open to all", TransactionsTest::isOpen);

    @ArchTest
    static final ArchRule EJBS_ARE_FOR_CLIENTS = classes().that(EJB).and().resideOutsideOfPackage(WEB + "..").should(beCalledFromOutside());

    @ArchTest
    static final ArchRule WHAT_IS_OPEN_IS_FOR_WEB = methods().that(OPEN).should(beCalledByWeb());

    @ArchTest
    static final ArchRule ONLY_EJBS_HAVE_ATTRIBUTES = noClasses().that(DescribedPredicate.not(EJB)).should()
        .beAnnotatedWith(TransactionAttribute.class);

    @ArchTest
    static final ArchRule ONLY_METHODS_OF_EJBS_HAVE_ATTRIBUTES = noMethods().that()
        .areDeclaredInClassesThat(DescribedPredicate.not(EJB)).should().beAnnotatedWith(TransactionAttribute.class);

    @ArchTest
    static final ArchRule NO_EJB_IS_TRANSACTIONAL = noClasses().that(EJB).should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule NO_METHOD_OF_AN_EJB_IS_TRANSACTIONAL = noMethods().that().areDeclaredInClassesThat(EJB).should()
        .beAnnotatedWith(Transactional.class);

    /** The container looks at them at EJBs only: anywhere else they would hold nobody off. */
    @ArchTest
    static final ArchRule ONLY_EJBS_SAY_WHO_MAY_CALL = noClasses().that(DescribedPredicate.not(EJB)).should()
        .beAnnotatedWith(RolesAllowed.class).orShould().beAnnotatedWith(PermitAll.class).orShould().beAnnotatedWith(DenyAll.class);

    @ArchTest
    static void whatWritesIsCalledInATransaction(JavaClasses classes) {
        Stream<JavaMethod> begins = Stream.of(fromWeb(classes), ownThreads(classes), suspended(classes)).flatMap(s -> s);
        assertEquals(List.of(), new TransactionWalk(TransactionsTest::writes).from(begins));
    }

    /** The container closes an entity manager at the end of a transaction, of an EJB's call and of a request: not in threads of our own. */
    @ArchTest
    static void whatReadsIsCalledInATransactionByThreadsOfOurOwn(JavaClasses classes) {
        Predicate<JavaAccess<?>> usesEntityManager = access -> access.getTargetOwner().isEquivalentTo(EntityManager.class);
        assertEquals(List.of(), new TransactionWalk(usesEntityManager).from(ownThreads(classes)));
    }

    private static boolean writes(JavaAccess<?> access) {
        return WRITES.contains(access.getTarget().getName())
            && (access.getTargetOwner().isAssignableTo(Query.class) || access.getTargetOwner().isEquivalentTo(EntityManager.class));
    }

    private static Stream<JavaMethod> fromWeb(JavaClasses classes) {
        return classes.stream().filter(TransactionsTest::isOfWeb).flatMap(c -> c.getMethods().stream());
    }

    /** Threads of timers, batch jobs, and what is called after a commit. */
    private static Stream<JavaMethod> ownThreads(JavaClasses classes) {
        return classes.stream().filter(c -> !isOfWeb(c)).flatMap(c -> c.getMethods().stream())
            .filter(m -> TransactionWalk.isBeanManaged(m.getOwner()) || isBatch(m.getOwner()) || isAfterCommit(m));
    }

    /** What is called with the transaction, if any, set aside. */
    private static Stream<JavaMethod> suspended(JavaClasses classes) {
        return classes.stream().flatMap(c -> c.getMethods().stream()).filter(m -> Set.of("NOT_SUPPORTED", "NEVER", "SUPPORTS")
            .contains(TransactionWalk.attribute(m)));
    }

    private static boolean isAfterCommit(JavaMethod method) {
        return method.getParameters().stream().flatMap(p -> p.tryGetAnnotationOfType(Observes.class).stream())
            .anyMatch(o -> o.during() == TransactionPhase.AFTER_SUCCESS || o.during() == TransactionPhase.AFTER_COMPLETION
                || o.during() == TransactionPhase.AFTER_FAILURE);
    }

    private static boolean isOfWeb(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(WEB + ".");
    }

    private static boolean isBatch(JavaClass type) {
        return type.getAllRawInterfaces().stream().anyMatch(i -> i.getPackageName().startsWith("jakarta.batch.api"));
    }

    private static boolean isOpen(JavaMethod method) {
        boolean isBusiness = method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.STATIC)
            && !method.getModifiers().contains(JavaModifier.SYNTHETIC) && TransactionWalk.isEjb(method.getOwner());
        return isBusiness && (method.isAnnotatedWith(PermitAll.class) || method.getOwner().isAnnotatedWith(PermitAll.class)
            && !method.isAnnotatedWith(RolesAllowed.class));
    }

    private static ArchCondition<JavaClass> beCalledFromOutside() {
        return new ArchCondition<>("be called by web or a batch job, or be started by the container") {
            @Override
            public void check(JavaClass ejb, ConditionEvents events) {
                boolean byClients = ejb.getAccessesToSelf().stream().map(JavaAccess::getOriginOwner)
                    .anyMatch(user -> isOfWeb(user) || isBatch(user));
                if (!byClients && !isStartedByContainer(ejb)) {
                    events.add(SimpleConditionEvent.violated(ejb,
                        ejb.getName() + " is for no client: let it be a CDI bean with @Transactional"));
                }
            }
        };
    }

    private static boolean isStartedByContainer(JavaClass ejb) {
        return ejb.isAnnotatedWith(Startup.class) || ejb.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Schedule.class)
            || method.isAnnotatedWith(Schedules.class) || method.isAnnotatedWith(Timeout.class));
    }

    private static ArchCondition<JavaMethod> beCalledByWeb() {
        return new ArchCondition<>("be called by web") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getAccessesToSelf().stream().noneMatch(access -> isOfWeb(access.getOriginOwner()))) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is open to all, but web does not call it"));
                }
            }
        };
    }
}
