package org.agentinbox.web;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.Transactional;

/**
 * Follows calls from where no transaction is open to what needs one, and stops where one is begun. A call within a class does not pass
 * its proxy, so annotations of its own methods do nothing there. Observers in progress count as called in a transaction; calls by
 * reflection are not seen.
 */
final class TransactionWalk {

    private static final Set<String> BEGINS = Set.of("REQUIRED", "REQUIRES_NEW");
    private static final String MANDATORY = "MANDATORY";

    private final Predicate<JavaAccess<?>> forbidden;
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    /** @param forbidden what must not happen where no transaction is open */
    TransactionWalk(Predicate<JavaAccess<?>> forbidden) {
        this.forbidden = forbidden;
    }

    /** @return what is called with no transaction and must not be, each with the way to it */
    List<String> from(Stream<? extends JavaCodeUnit> begins) {
        begins.forEach(begin -> walk(begin, begin.getOwner().getSimpleName() + "." + begin.getName()));
        return found;
    }

    private void walk(JavaCodeUnit unit, String way) {
        if (seen.add(unit)) {
            Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                .forEach(access -> follow(unit, access,
                    way + " > " + access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName()));
        }
    }

    private void follow(JavaCodeUnit unit, JavaAccess<?> access, String way) {
        if (forbidden.test(access)) {
            found.add(way);
        }
        targets(access).forEach(target -> {
            String attribute = isSameBean(unit, target) ? "" : attribute(target);
            if (attribute.equals(MANDATORY)) {
                found.add(way);
            } else if (!BEGINS.contains(attribute)) {
                walk(target, way);
            }
        });
    }

    /** The method that is called, and all that override it. */
    private static Stream<JavaMethod> targets(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (!(access.getTarget().resolveMember().orElse(null) instanceof JavaMethod called)
            || !owner.getPackageName().startsWith("org.agentinbox")) {
            return Stream.empty();
        }
        String[] parameters = called.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(Stream.of(called),
            owner.getAllSubclasses().stream().flatMap(c -> c.tryGetMethod(called.getName(), parameters).stream()));
    }

    private static boolean isSameBean(JavaCodeUnit unit, JavaMethod target) {
        return outermost(unit.getOwner()).equals(outermost(target.getOwner()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TransactionWalk::outermost).orElse(type);
    }

    static boolean isEjb(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class);
    }

    static boolean isBeanManaged(JavaClass type) {
        return type.tryGetAnnotationOfType(TransactionManagement.class).filter(m -> m.value() == TransactionManagementType.BEAN)
            .isPresent();
    }

    /** @return what the container does about transactions before it calls the method; empty where it does nothing */
    static String attribute(JavaMethod method) {
        JavaClass owner = method.getOwner();
        if (!isEjb(owner)) {
            return own(method, Transactional.class).map(t -> t.value().name()).orElse("");
        }
        boolean isBusiness = method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.STATIC);
        if (!isBusiness || isBeanManaged(owner)) {
            return "";
        }
        return own(method, TransactionAttribute.class).map(t -> t.value().name()).orElse("REQUIRED");
    }

    /** The method's annotation goes before its class's. */
    private static <A extends Annotation> Optional<A> own(JavaMethod method, Class<A> type) {
        return method.tryGetAnnotationOfType(type).or(() -> method.getOwner().tryGetAnnotationOfType(type));
    }
}
