package org.agentinbox.mail;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.Contact;
import org.agentinbox.account.Contacts;
import org.agentinbox.availability.AgentZones;
import org.agentinbox.platform.Locales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Finds the recipients of emails among the people with an account, with their languages and time zones. Works in its caller's transaction.
 */
@ApplicationScoped
public class Recipients {

    @Inject
    private Contacts contacts;
    @Inject
    private AgentZones agentZones;
    @Inject
    @Any
    private Instance<AccountZone> otherZones;

    /**
     * The recipients of an email about an action that failed.
     *
     * @param agents the agents concerned
     * @return those of these agents and of the sales admins who are active and have an address, each once
     */
    public List<Recipient> ofFailure(Collection<UUID> agents) {
        return contacts.withSalesAdmins(agents).stream().map(this::recipient).toList();
    }

    /**
     * @param accountId of whom
     * @return the recipient, who may have no address
     * @throws java.util.NoSuchElementException where there is no such account
     */
    public Recipient of(UUID accountId) {
        return recipient(contacts.of(accountId).orElseThrow());
    }

    private Recipient recipient(Contact contact) {
        return new Recipient(contact.id(), contact.name(), contact.email(), Locales.spoken(contact.locale()), zone(contact.id()));
    }

    private ZoneId zone(UUID accountId) {
        return agentZones.of(accountId)
            .or(() -> otherZones.stream().map(other -> other.of(accountId)).flatMap(Optional::stream).findFirst()).orElse(ZoneOffset.UTC);
    }
}
