package org.agentinbox.platform;

import java.util.Collection;
import java.util.stream.Collectors;

/** Arrays for native statements, which cast them: {@code = ANY (CAST(:ids AS uuid[]))}. PostgreSQL's manual, section 8.15.2. */
public final class ArrayLiteral {

    private ArrayLiteral() {}

    /**
     * @param elements whose texts need no quotes, such as ids, days and instants
     * @return the array as PostgreSQL reads it
     */
    public static String of(Collection<?> elements) {
        return elements.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
