package org.agentinbox.notification;

/**
 * How an inbox sounds when a chat is offered or a message comes.
 *
 * @param volume 0 to 100
 */
public record NotificationPreference(Sound sound, int volume) {

    /** The preference of an agent who has chosen none. */
    public static final NotificationPreference DEFAULT = new NotificationPreference(Sound.CHIME, 70);

    /** The sounds that the page can play. */
    public enum Sound {
        /** Two soft notes. */
        CHIME,
        /** A hand bell. */
        BELL,
        /** Knuckles on wood. */
        KNOCK,
        /** Three bars. */
        MARIMBA,
        /** No sound. */
        NONE
    }
}
