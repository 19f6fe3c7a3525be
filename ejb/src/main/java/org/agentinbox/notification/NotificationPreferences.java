package org.agentinbox.notification;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.agentinbox.account.Caller;
import org.agentinbox.notification.NotificationPreference.Sound;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How the caller's inbox sounds, on all devices. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class NotificationPreferences {

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;

    /** @return what the caller chose, or the default */
    public NotificationPreference mine() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT sound, volume FROM notification_preference WHERE account_id = :me")
            .setParameter("me", Caller.account(context)).getResultList();
        return rows.stream().findFirst().map(row -> new NotificationPreference(sound((String) row[0]), ((Number) row[1]).intValue()))
            .orElse(NotificationPreference.DEFAULT);
    }

    /**
     * @param sound the name of a {@link Sound}, in lower case
     * @param volume 0 to 100
     * @return the new preference
     */
    public NotificationPreference choose(String sound, int volume) {
        NotificationPreference chosen = new NotificationPreference(sound(sound), volume);
        if (volume < 0 || volume > 100) {
            throw RefusedException.ofField("volume", "0 to 100");
        }
        em.createNativeQuery("INSERT INTO notification_preference (account_id, sound, volume) VALUES (:me, :sound, :volume) "
            + "ON CONFLICT (account_id) DO UPDATE SET sound = excluded.sound, volume = excluded.volume")
            .setParameter("me", Caller.account(context)).setParameter("sound", name(chosen.sound())).setParameter("volume", volume)
            .executeUpdate();
        return chosen;
    }

    private static Sound sound(String name) {
        return Arrays.stream(Sound.values()).filter(sound -> name(sound).equals(name)).findFirst()
            .orElseThrow(() -> RefusedException.ofField("sound",
                "one of " + Arrays.stream(Sound.values()).map(NotificationPreferences::name).toList()));
    }

    private static String name(Sound sound) {
        return sound.name().toLowerCase(Locale.ROOT);
    }
}
