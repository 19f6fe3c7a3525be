package org.agentinbox.it.bench;

import java.lang.reflect.Field;

/** The product's own statement that looks an account up. It is read from its class, because a copy here would become outdated. */
final class AccountStatement {

    static final String BY_DOMAIN = read();

    private AccountStatement() {}

    private static String read() {
        try {
            Field field = Class.forName("org.agentinbox.companyaccount.CompanyAccounts").getDeclaredField("BY_DOMAIN");
            field.setAccessible(true);
            return ((String) field.get(null)).replace(":domains", "?");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
