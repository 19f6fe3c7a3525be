package org.agentinbox.companyaccount;

import java.util.stream.Stream;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.site.KeyScope;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The account list, for programs. Open to all who have an API key; each method checks the key first. */
@Stateless
@PermitAll
public class CompanyAccountPrograms {

    @Inject
    private ConfigurationKeys keys;
    @Inject
    private CompanyAccountRepository accounts;
    @Inject
    private CompanyAccountImports imports;

    /**
     * Checks whether a key may {@link #replace}.
     *
     * @param apiKey any text, or null
     * @throws RefusedException {@link Refusal#WRONG_KEY} where it is not a valid key, {@link Refusal#NOT_ALLOWED} where it lacks the scope
     */
    public void check(String apiKey) {
        keys.require(apiKey);
    }

    /**
     * Replaces the list, as {@link CompanyAccountService#importFile}.
     *
     * @param apiKey a valid one with the scope {@link KeyScope#CONFIGURATION}
     * @throws RefusedException {@link Refusal#WRONG_KEY}, {@link Refusal#NOT_ALLOWED}, {@link Refusal#IMPORT_RUNNING}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AccountImportReport replace(String apiKey, byte[] file) {
        keys.require(apiKey);
        return imports.replace(file, null);
    }

    /**
     * @param apiKey a valid one with the scope {@link KeyScope#CONFIGURATION}
     * @return the list as a file that {@link #replace} accepts
     * @throws RefusedException {@link Refusal#WRONG_KEY}, {@link Refusal#NOT_ALLOWED}
     */
    public byte[] file(String apiKey) {
        keys.require(apiKey);
        try (Stream<CompanyAccountView> all = accounts.all()) {
            return AccountFile.write(all);
        }
    }
}
