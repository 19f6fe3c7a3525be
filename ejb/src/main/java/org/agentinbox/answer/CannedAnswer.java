package org.agentinbox.answer;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.Versions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A text for repeated use, personal to its owner or shared. */
@Entity
class CannedAnswer {

    static final int LONGEST_SHORTCUT = 40;
    static final int LONGEST_TEXT = 4000;
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*");

    @Id
    private UUID id;
    @Version
    private int version;
    private UUID ownerId;
    private String shortcut;
    private String text;
    private Instant changedAt;

    protected CannedAnswer() {}

    CannedAnswer(UUID id, UUID owner, String shortcut, String text, Instant now) {
        this.id = id;
        write(owner, shortcut, text, now);
    }

    /**
     * @param owner whose it is; null for a shared one
     * @param shortcut see {@link #shortcut}
     * @param text see {@link #text}
     */
    final void write(UUID owner, String shortcut, String text, Instant now) {
        this.shortcut = shortcut(shortcut);
        this.text = text(text);
        this.ownerId = owner;
        this.changedAt = now;
    }

    /**
     * @param typed with or without the slash, in any letter case
     * @return as it is stored
     */
    static String shortcut(String typed) {
        String line = TextRules.line("shortcut", typed, LONGEST_SHORTCUT + 1);
        String shortcut = Normalizer.normalize(line == null ? "" : line.replaceFirst("^/", ""), Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT);
        if (shortcut.codePointCount(0, shortcut.length()) > LONGEST_SHORTCUT || !SHORTCUT.matcher(shortcut).matches()) {
            throw RefusedException.ofField("shortcut",
                "1 to " + LONGEST_SHORTCUT + " letters, digits, - and _, beginning with a letter or digit");
        }
        return shortcut;
    }

    /**
     * @param typed with line breaks of any system
     * @return as it is stored: with line feeds, otherwise exactly as typed
     */
    static String text(String typed) {
        String text = TextRules.message(typed == null ? null : typed.replace("\r\n", "\n").replace('\r', '\n'), LONGEST_TEXT);
        Placeholders.firstUnknown(text).ifPresent(unknown -> {
            throw RefusedException.ofField("text", unknown + " is none of " + Placeholders.KNOWN);
        });
        return text;
    }

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#CHANGED_MEANWHILE} where it is another one */
    void requireVersion(int known) {
        Versions.require(known, version);
    }

    UUID id() {
        return id;
    }

    boolean isShared() {
        return ownerId == null;
    }

    boolean belongsTo(UUID account) {
        return account.equals(ownerId);
    }

    AnswerView view() {
        return new AnswerView(id, version, shortcut, text, isShared());
    }
}
