package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gives a secret as a system property is told the environment variable to use. */
class SecretPropertiesTest {

    @ParameterizedTest
    @CsvSource({"agentinbox.secret-key, AGENTINBOX_SECRET_KEY", "agentinbox.admin.password, AGENTINBOX_ADMIN_PASSWORD",
        "agentinbox.summary.api-key, AGENTINBOX_SUMMARY_API_KEY", "env.AGENTINBOX_DB_PASSWORD, AGENTINBOX_DB_PASSWORD",
        "env.AGENTINBOX_SMTP_PASSWORD, AGENTINBOX_SMTP_PASSWORD"})
    void eachIsNamedWithItsVariable(String property, String variable) {
        assertEquals(List.of("The secret " + property + " is given as a system property, which the list of processes and the server's log "
            + "show: give it as the environment variable " + variable + ", and replace it."),
            SecretProperties.warnings(Set.of(property, "agentinbox.url")::contains));
    }

    @Test
    void otherSettingsAreFine() {
        assertEquals(List.of(), SecretProperties.warnings(Set.of("agentinbox.admin.user", "env.AGENTINBOX_DB_URL")::contains));
    }
}
