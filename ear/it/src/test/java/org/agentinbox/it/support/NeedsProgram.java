package org.agentinbox.it.support;

import java.io.File;
import java.io.PrintStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Marks tests that need a program which the build does not bring. Where it is missing they are skipped, with a line that says how to get
 * it. With {@code -Dit.programs=required} they fail instead, so that a machine that must have it does not skip them unnoticed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsProgram.Condition.class)
public @interface NeedsProgram {

    /** The program's name on the PATH. */
    String value();

    /** The command that installs it. */
    String install();

    /** Looks for the program on the PATH. */
    final class Condition implements ExecutionCondition {

        private static final PrintStream OUT = System.out;

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class).map(needed -> evaluate(context, needed))
                .orElse(ConditionEvaluationResult.enabled("needs nothing"));
        }

        private static ConditionEvaluationResult evaluate(ExtensionContext context, NeedsProgram needed) {
            if (isThere(needed.value()) || "required".equals(System.getProperty("it.programs"))) {
                return ConditionEvaluationResult.enabled("needs " + needed.value());
            }
            String line = context.getDisplayName() + " is skipped: it needs the program " + needed.value() + ". To get it: "
                + needed.install();
            OUT.println(line);
            return ConditionEvaluationResult.disabled(line);
        }

        private static boolean isThere(String program) {
            return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        }
    }
}
