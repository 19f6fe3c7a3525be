package org.agentinbox.platform.deadline;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/** Names the kind of deadline that a {@link DeadlineHandler} answers. */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
public @interface DeadlineKind {

    /** @return the name, at most 30 characters, as stored */
    String value();

    /** For the look-up of a handler by its name. */
    @SuppressWarnings("all")
    final class Literal extends AnnotationLiteral<DeadlineKind> implements DeadlineKind {

        private static final long serialVersionUID = 1;

        private final String value;

        Literal(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
